package org.leasekit.settlement;

import javax.money.MonetaryAmount;
import org.leasekit.contract.ContractNo;

/**
 * A line of a statement: money of the tenant's side that was here when it was made, and where it went. All amounts are zero or
 * more, in the contract's currency.
 *
 * @param kind whether it is a deposit or money that was received and waited
 * @param reference id of the payment; the contract's number for a deposit
 * @param payer the contract whose tenant it belongs to
 * @param amount how much there was
 * @param applied what was put to what is owed
 * @param heldBack what stays here because of a freeze
 */
public record Fund(
    Kind kind,
    String reference,
    ContractNo payer,
    MonetaryAmount amount,
    MonetaryAmount applied,
    MonetaryAmount heldBack) {

  /** Where money of the tenant's side comes from. */
  public enum Kind {
    DEPOSIT,
    PAYMENT
  }

  /** @throws IllegalArgumentException if an amount is negative, or more went away than was there */
  public Fund {
    if (amount.isNegative() || applied.isNegative() || heldBack.isNegative()
        || applied.add(heldBack).isGreaterThan(amount)) {
      throw new IllegalArgumentException("amounts: zero or more, at most what there is together: " + reference);
    }
  }

  /** What goes back to the payer. */
  public MonetaryAmount refunded() {
    return amount.subtract(applied).subtract(heldBack);
  }
}
