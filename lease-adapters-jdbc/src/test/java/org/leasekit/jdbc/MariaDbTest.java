package org.leasekit.jdbc;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MariaDbTest extends DatabaseContract {

  MariaDbTest() {
    super(TestDatabase.MARIADB);
  }

  @Test
  void theDatabaseRefusesADoubleLet() throws SQLException {
    HoldGuard.refusesADoubleLet(TestDatabase.MARIADB);
  }

  @Test
  void theDatabaseAcceptsWhatDoesNotCollide() {
    HoldGuard.acceptsWhatDoesNotCollide(TestDatabase.MARIADB);
  }
}
