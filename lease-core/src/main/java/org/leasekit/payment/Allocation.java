package org.leasekit.payment;

import java.time.Instant;
import javax.money.MonetaryAmount;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.party.LessorId;

/**
 * The part of a payment that one receivable took up.
 *
 * @param amount greater than zero
 */
public record Allocation(
    LessorId lessor, PaymentId payment, ReceivableKey receivable, MonetaryAmount amount, Instant at) {

  public Allocation {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("amount: greater than zero, but was " + amount);
    }
  }
}
