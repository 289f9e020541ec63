package org.leasekit.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import javax.money.MonetaryAmount;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;

/**
 * A correction of a raised amount, never edited itself.
 *
 * @param key of what it corrects, with a revision of 1 or more
 * @param payer as of what it corrects
 * @param due the day it is due: that of what it corrects, or the day it was made if that is later
 * @param side {@link Side#DEBIT} when more is owed than before
 * @param amount greater than zero
 * @param after what the corrected amount comes to, zero or more
 * @param cause what made it another amount
 * @param derivation how {@code after} came about
 * @param at when it was made
 */
public record Adjustment(
    LessorId lessor,
    ReceivableKey key,
    ContractNo payer,
    LocalDate due,
    Side side,
    MonetaryAmount amount,
    MonetaryAmount after,
    AdjustmentCause cause,
    Derivation derivation,
    Instant at) {

  /** Which way it goes. */
  public enum Side {
    /** More is owed. */
    DEBIT,
    /** Less is owed. */
    CREDIT
  }

  /** @throws IllegalArgumentException if the revision is 0, or an amount is not in its range */
  public Adjustment {
    if (key.revision() < 1) {
      throw new IllegalArgumentException("key: a revision of 1 or more, but was " + key);
    }
    if (!amount.isPositive() || after.isNegative()) {
      throw new IllegalArgumentException(
          "amount: greater than zero, after: zero or more, but were " + amount + ", " + after);
    }
    if (side == Side.DEBIT && after.isLessThan(amount)) {
      throw new IllegalArgumentException("after: not less than what a debit added, but was " + after);
    }
  }

  /** What the corrected amount came to before. */
  public MonetaryAmount before() {
    return side == Side.DEBIT ? after.subtract(amount) : after.add(amount);
  }

  /** The amount in minor units, below zero for a credit. */
  public long signedMinor() {
    long minor = MinorUnits.of(amount);
    return side == Side.DEBIT ? minor : -minor;
  }

  /**
   * What was corrected, by how much, why, and how the new amount is computed; enough to compute it again by hand.
   *
   * @param locale Chinese for any {@code zh}, else English
   */
  public String explain(Locale locale) {
    return new AdjustmentText(this).in(locale);
  }

  /** A correction that {@link Reckoning} asks for. */
  public static Adjustment of(
      LessorId lessor, Reckoning.Correction correction, ContractNo payer, LocalDate due, Instant at) {
    String currency = correction.derivation().currency();
    long delta = correction.deltaMinor();
    return new Adjustment(
        lessor,
        correction.key(),
        payer,
        due,
        delta > 0 ? Side.DEBIT : Side.CREDIT,
        MinorUnits.amount(Math.abs(delta), currency),
        MinorUnits.amount(correction.afterMinor(), currency),
        correction.cause(),
        correction.derivation(),
        at);
  }
}
