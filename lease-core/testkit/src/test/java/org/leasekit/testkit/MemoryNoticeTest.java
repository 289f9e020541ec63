package org.leasekit.testkit;

import jakarta.validation.Validator;
import org.leasekit.memory.MemoryStores;
import org.leasekit.port.Stores;

class MemoryNoticeTest extends NoticeContract {
  @Override
  protected Stores stores() {
    return new MemoryStores();
  }

  @Override
  protected Validator validator() {
    return MemoryJourneyTest.VALIDATOR;
  }
}
