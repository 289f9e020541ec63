package org.leasekit.testkit;

import jakarta.validation.Validator;
import org.leasekit.port.Stores;

class MemoryMismatchTest extends MismatchContract {

  @Override
  protected Stores stores() {
    return Ordered.stores();
  }

  @Override
  protected Validator validator() {
    return MemoryJourneyTest.VALIDATOR;
  }
}
