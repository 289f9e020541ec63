package org.leasekit.jdbc;

import jakarta.validation.Validator;
import org.leasekit.port.Stores;
import org.leasekit.testkit.ServiceClockContract;

class MariaDbServiceClockTest extends ServiceClockContract {

  @Override
  protected Stores stores() {
    return TestDatabase.MARIADB.emptyStores();
  }

  @Override
  protected Validator validator() {
    return TestDatabase.VALIDATOR;
  }
}
