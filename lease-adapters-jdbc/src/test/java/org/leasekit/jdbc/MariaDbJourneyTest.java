package org.leasekit.jdbc;

import jakarta.validation.Validator;
import org.leasekit.port.Stores;
import org.leasekit.testkit.JourneyContract;

class MariaDbJourneyTest extends JourneyContract {

  @Override
  protected Stores stores() {
    return TestDatabase.MARIADB.emptyStores();
  }

  @Override
  protected Validator validator() {
    return TestDatabase.VALIDATOR;
  }
}
