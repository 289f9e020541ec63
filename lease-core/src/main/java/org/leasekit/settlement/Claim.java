package org.leasekit.settlement;

import javax.money.MonetaryAmount;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;

/**
 * A line of a statement: something that was owed when it was made, and what became of it. All amounts are zero or more, in one
 * currency.
 *
 * @param key of the receivable
 * @param payer who owes it
 * @param owed what was outstanding
 * @param credited what is not asked for any more: a deposit that was never paid
 * @param fromMoney what money paid that had been received and waited
 * @param fromDeposit what the payer's deposit paid
 * @param frozen what a freeze holds, which was left alone
 */
public record Claim(
    ReceivableKey key,
    ContractNo payer,
    MonetaryAmount owed,
    MonetaryAmount credited,
    MonetaryAmount fromMoney,
    MonetaryAmount fromDeposit,
    MonetaryAmount frozen) {

  /** @throws IllegalArgumentException if an amount is negative, or more was taken off than is owed */
  public Claim {
    if (owed.isNegative() || credited.isNegative() || fromMoney.isNegative() || fromDeposit.isNegative()
        || frozen.isNegative()
        || credited.add(fromMoney).add(fromDeposit).add(frozen).isGreaterThan(owed)) {
      throw new IllegalArgumentException("amounts: zero or more, at most what is owed together: " + key);
    }
  }

  /** What was taken off: credited or paid. */
  public MonetaryAmount netted() {
    return credited.add(fromMoney).add(fromDeposit);
  }

  /** What remains a receivable, without what is frozen. */
  public MonetaryAmount stillOwed() {
    return owed.subtract(netted()).subtract(frozen);
  }
}
