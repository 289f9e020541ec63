package org.leasekit.jdbc;

import jakarta.validation.Validator;
import org.leasekit.port.Stores;
import org.leasekit.testkit.ServiceDeskContract;

class H2ServiceDeskTest extends ServiceDeskContract {

  @Override
  protected Stores stores() {
    return TestDatabase.H2.emptyStores();
  }

  @Override
  protected Validator validator() {
    return TestDatabase.VALIDATOR;
  }
}
