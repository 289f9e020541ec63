package org.leasekit.payment;

import java.util.List;
import org.leasekit.billing.Receivable;

/** In which order open receivables take up money. See {@link AllocationStrategies}. */
public interface AllocationStrategy {

  /** Stable code, for configuration and records. */
  String code();

  /**
   * Puts open receivables in the order in which money goes to them. The result has the same elements.
   *
   * @param open receivables with something outstanding, in no particular order
   */
  List<Receivable> order(List<Receivable> open);
}
