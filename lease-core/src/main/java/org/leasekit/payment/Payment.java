package org.leasekit.payment;

import java.time.Instant;
import javax.money.MonetaryAmount;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * Money received for a contract; or a deposit that pays what is owed when the contract is settled, see {@link
 * PaymentId#isOfDeposit}.
 *
 * @param id the provider's number, or that of a deposit; unique for the lessor
 * @param contract the contract the payer named
 * @param reference what the payer paid for: the id of a renewal case, or the contract number for rent
 * @param amount greater than zero
 * @param unapplied the part that no receivable has taken up, zero to {@code amount}
 * @param receivedAt when the money arrived
 * @param version optimistic lock, as for contracts
 */
public record Payment(
    LessorId lessor,
    PaymentId id,
    ContractNo contract,
    String reference,
    MonetaryAmount amount,
    MonetaryAmount unapplied,
    Instant receivedAt,
    long version) {

  public Payment {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("amount: greater than zero, but was " + amount);
    }
    if (unapplied.isNegative() || unapplied.isGreaterThan(amount)) {
      throw new IllegalArgumentException("unapplied: zero to " + amount + ", but was " + unapplied);
    }
  }

  /** The same payment after receivables took up {@code taken} of it; gave it back when that is negative. */
  public Payment apply(MonetaryAmount taken) {
    return new Payment(
        lessor, id, contract, reference, amount, unapplied.subtract(taken), receivedAt, version);
  }
}
