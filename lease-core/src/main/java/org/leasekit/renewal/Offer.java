package org.leasekit.renewal;

import javax.money.MonetaryAmount;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeTerms;

/**
 * What the tenant is offered: the price shown is the price charged.
 *
 * @param term of the successor contract
 * @param terms of the successor contract
 * @param firstRent rent of the successor's first billing period, zero or more
 * @param depositTopUp what the new deposit exceeds the old one by, zero or more
 */
public record Offer(
    DateRange term, ChargeTerms terms, MonetaryAmount firstRent, MonetaryAmount depositTopUp) {

  /** What has to be paid for the renewal to count as paid, zero or more. */
  public MonetaryAmount firstPayment() {
    return firstRent.add(depositTopUp);
  }
}
