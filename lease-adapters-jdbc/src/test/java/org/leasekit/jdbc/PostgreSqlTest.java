package org.leasekit.jdbc;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgreSqlTest extends DatabaseContract {

  PostgreSqlTest() {
    super(TestDatabase.POSTGRESQL);
  }

  @Test
  void theDatabaseRefusesADoubleLet() throws SQLException {
    HoldGuard.refusesADoubleLet(TestDatabase.POSTGRESQL);
  }

  @Test
  void theDatabaseAcceptsWhatDoesNotCollide() {
    HoldGuard.acceptsWhatDoesNotCollide(TestDatabase.POSTGRESQL);
  }
}
