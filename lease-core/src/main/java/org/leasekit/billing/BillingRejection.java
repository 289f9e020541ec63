package org.leasekit.billing;

import java.util.List;
import org.leasekit.outcome.Rejection;

/** Why a request about amounts was refused. */
public sealed interface BillingRejection extends Rejection {

  /** Nothing was raised or corrected under that key. */
  record NothingRaised(ReceivableKey key) implements BillingRejection {
    @Override
    public String rule() {
      return "NOTHING_RAISED";
    }

    @Override
    public String field() {
      return "key";
    }

    @Override
    public List<String> data() {
      return List.of(key.toString());
    }
  }
}
