package org.leasekit.dunning;

import javax.money.MonetaryAmount;
import org.leasekit.billing.Receivable;
import org.leasekit.money.MinorUnits;

/** How much of a receivable is left alone, because it is frozen or disputed. A pure function. */
@FunctionalInterface
public interface HeldAmounts {

  /** Nothing is. */
  HeldAmounts NONE = receivable -> MinorUnits.amount(0, receivable.amount().getCurrency());

  /**
   * What is held of a receivable.
   *
   * @return in the receivable's currency, zero or more; what exceeds the outstanding amount counts as all of it
   */
  MonetaryAmount held(Receivable receivable);
}
