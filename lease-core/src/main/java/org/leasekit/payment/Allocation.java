package org.leasekit.payment;

import java.time.Instant;
import javax.money.MonetaryAmount;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.party.LessorId;

/**
 * The part of a payment that one receivable took up, or gave back after a credit.
 *
 * @param amount greater than zero when it took up, less when it gave back
 */
public record Allocation(
    LessorId lessor, PaymentId payment, ReceivableKey receivable, MonetaryAmount amount, Instant at) {

  public Allocation {
    if (amount.isZero()) {
      throw new IllegalArgumentException("amount: not zero, but was " + amount);
    }
  }
}
