package org.leasekit.jdbc;

import jakarta.validation.Validator;
import org.leasekit.port.Stores;
import org.leasekit.testkit.ServiceClockContract;

class PostgresServiceClockTest extends ServiceClockContract {

  @Override
  protected Stores stores() {
    return TestDatabase.POSTGRESQL.emptyStores();
  }

  @Override
  protected Validator validator() {
    return TestDatabase.VALIDATOR;
  }
}
