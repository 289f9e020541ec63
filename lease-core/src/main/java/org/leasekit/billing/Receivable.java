package org.leasekit.billing;

import java.time.Instant;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;

/**
 * An amount that is owed.
 *
 * @param payer the contract whose tenant pays: the top of the hierarchy when the amount was raised;
 *     a later change of hierarchy moves no past money
 * @param unadjustedDue the day the terms name
 * @param due that day moved by the calendar
 * @param amount greater than zero
 * @param allocated what payments have covered, zero to {@code amount}
 * @param derivation how the amount came about
 * @param version optimistic lock, as for contracts
 */
public record Receivable(
    LessorId lessor,
    ReceivableKey key,
    ContractNo payer,
    LocalDate unadjustedDue,
    LocalDate due,
    MonetaryAmount amount,
    MonetaryAmount allocated,
    Derivation derivation,
    Instant raisedAt,
    long version) {

  /** How much of a receivable is covered. */
  public enum Status {
    OPEN,
    PART_PAID,
    PAID
  }

  public Receivable {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("amount: greater than zero, but was " + amount);
    }
    if (allocated.isNegative() || allocated.isGreaterThan(amount)) {
      throw new IllegalArgumentException("allocated: zero to " + amount + ", but was " + allocated);
    }
  }

  /** What is still owed, zero or more. */
  public MonetaryAmount outstanding() {
    return amount.subtract(allocated);
  }

  /** The outstanding amount in minor units of its currency. */
  public long outstandingMinor() {
    return MinorUnits.of(outstanding());
  }

  /** The same receivable after a payment covered {@code covered} more of it. */
  public Receivable allocate(MonetaryAmount covered) {
    return new Receivable(
        lessor, key, payer, unadjustedDue, due, amount, allocated.add(covered), derivation, raisedAt,
        version);
  }

  /** Derived from what payments have covered, never set by hand. */
  public Status status() {
    if (allocated.isZero()) {
      return Status.OPEN;
    }
    return allocated.isEqualTo(amount) ? Status.PAID : Status.PART_PAID;
  }
}
