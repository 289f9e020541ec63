package org.leasekit.jdbc;

class MariaDbTest extends DatabaseContract {
  MariaDbTest() {
    super(TestDatabase.MARIADB);
  }
}
