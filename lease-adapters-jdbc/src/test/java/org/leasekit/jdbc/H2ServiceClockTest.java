package org.leasekit.jdbc;

import jakarta.validation.Validator;
import org.leasekit.port.Stores;
import org.leasekit.testkit.ServiceClockContract;

class H2ServiceClockTest extends ServiceClockContract {

  @Override
  protected Stores stores() {
    return TestDatabase.H2.emptyStores();
  }

  @Override
  protected Validator validator() {
    return TestDatabase.VALIDATOR;
  }
}
