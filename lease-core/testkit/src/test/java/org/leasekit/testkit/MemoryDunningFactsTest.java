package org.leasekit.testkit;

import jakarta.validation.Validator;
import org.leasekit.memory.MemoryStores;
import org.leasekit.port.Stores;

class MemoryDunningFactsTest extends DunningFactsContract {
  @Override
  protected Stores stores() {
    return new MemoryStores();
  }

  @Override
  protected Validator validator() {
    return MemoryJourneyTest.VALIDATOR;
  }
}
