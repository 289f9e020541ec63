package org.leasekit.jdbc;

class H2Test extends DatabaseContract {
  H2Test() {
    super(TestDatabase.H2);
  }
}
