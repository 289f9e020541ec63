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
 * @param payer the contract that it is billed to, whose tenant or registered payer pays: itself, or the one above that took
 *     the bills when the amount was raised; a later change of hierarchy moves no past money
 * @param unadjustedDue the day the terms name
 * @param due that day moved by the calendar
 * @param amount greater than zero; never changed
 * @param allocated what payments have covered, zero or more
 * @param credited what credits have taken off, zero or more; with {@code allocated} at most {@code amount}
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
    MonetaryAmount credited,
    Derivation derivation,
    Instant raisedAt,
    long version) {

  /** How much of a receivable is covered. */
  public enum Status {
    /** Something is owed, and nothing was paid. */
    OPEN,
    /** Something was paid, and something is still owed. */
    PART_PAID,
    /** Nothing is owed any more, and something was paid. */
    PAID,
    /** Nothing is owed and nothing was paid: credits have taken all of it. */
    CREDITED
  }

  public Receivable {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("amount: greater than zero, but was " + amount);
    }
    if (allocated.isNegative() || credited.isNegative() || allocated.add(credited).isGreaterThan(amount)) {
      throw new IllegalArgumentException(
          "allocated, credited: together zero to " + amount + ", but were " + allocated + ", " + credited);
    }
  }

  /** What is still owed, zero or more. */
  public MonetaryAmount outstanding() {
    return amount.subtract(credited).subtract(allocated);
  }

  /** The outstanding amount in minor units of its currency. */
  public long outstandingMinor() {
    return MinorUnits.of(outstanding());
  }

  /** One that nothing was paid for yet, as it is raised. */
  public static Receivable raised(
      LessorId lessor,
      ReceivableKey key,
      ContractNo payer,
      LocalDate unadjustedDue,
      LocalDate due,
      MonetaryAmount amount,
      Derivation derivation,
      Instant at) {
    MonetaryAmount nothing = MinorUnits.amount(0, amount.getCurrency());
    return new Receivable(lessor, key, payer, unadjustedDue, due, amount, nothing, nothing, derivation, at, 0);
  }

  /** The same receivable after a payment covered {@code covered} more of it; less when that is negative. */
  public Receivable allocate(MonetaryAmount covered) {
    return with(allocated.add(covered), credited, version);
  }

  /** The same receivable after a credit took {@code less} off. */
  public Receivable credit(MonetaryAmount less) {
    return with(allocated, credited.add(less), version);
  }

  /** The same receivable as storage numbers it. */
  public Receivable withVersion(long newVersion) {
    return with(allocated, credited, newVersion);
  }

  private Receivable with(MonetaryAmount newAllocated, MonetaryAmount newCredited, long newVersion) {
    return new Receivable(
        lessor, key, payer, unadjustedDue, due, amount, newAllocated, newCredited, derivation, raisedAt,
        newVersion);
  }

  /** Derived from what payments and credits have covered, never set by hand. */
  public Status status() {
    if (outstanding().isPositive()) {
      return allocated.isZero() ? Status.OPEN : Status.PART_PAID;
    }
    return allocated.isZero() ? Status.CREDITED : Status.PAID;
  }
}
