package org.leasekit.jdbc;

class PostgreSqlTest extends DatabaseContract {
  PostgreSqlTest() {
    super(TestDatabase.POSTGRESQL);
  }
}
