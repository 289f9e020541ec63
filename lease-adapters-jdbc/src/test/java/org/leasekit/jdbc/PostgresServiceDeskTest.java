package org.leasekit.jdbc;

import jakarta.validation.Validator;
import org.leasekit.port.Stores;
import org.leasekit.testkit.ServiceDeskContract;

class PostgresServiceDeskTest extends ServiceDeskContract {

  @Override
  protected Stores stores() {
    return TestDatabase.POSTGRESQL.emptyStores();
  }

  @Override
  protected Validator validator() {
    return TestDatabase.VALIDATOR;
  }
}
