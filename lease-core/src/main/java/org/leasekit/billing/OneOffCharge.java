package org.leasekit.billing;

import java.time.Instant;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * A charge that somebody raised once, such as damage or a lost key, with its grounds. What is owed is the receivable under
 * {@link #key}; this tells why. Never changed.
 *
 * @param id the caller's own, unique for the lessor, 1 to 128 characters
 * @param kind what it is for, see {@link #chargeOf}
 * @param key of the receivable, for the day on which it was owed, with revision 0
 * @param amount as it was asked for, above zero, in the contract's currency: with the tax in it or without, as the contract's
 *     tax is
 * @param reason why, not blank
 * @param evidence where the grounds are kept, may be empty
 * @param raisedBy who raised it, not blank
 * @param at when
 */
public record OneOffCharge(
    LessorId lessor,
    String id,
    String kind,
    ReceivableKey key,
    MonetaryAmount amount,
    String reason,
    String evidence,
    String raisedBy,
    Instant at) {

  /** The most characters that a {@link #kind} has. */
  public static final int LONGEST_KIND = 20;

  /** The most characters that an {@link #id} has. */
  public static final int LONGEST_ID = 128;

  private static final String CHARGE = "ONCE-";

  /** @throws IllegalArgumentException if a text is blank or the amount not above zero */
  public OneOffCharge {
    if (id.isBlank() || kind.isBlank() || reason.isBlank() || raisedBy.isBlank()) {
      throw new IllegalArgumentException("id, kind, reason, raisedBy: must not be blank");
    }
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("amount: above zero, but was " + amount);
    }
  }

  /** The contract that is charged. */
  public ContractNo contract() {
    return key.contract();
  }

  /** The day on which it was owed. */
  public LocalDate owedOn() {
    return key.period().start();
  }

  /** Whether both ask for the same; who asked and when makes no difference. */
  public boolean asksForTheSameAs(OneOffCharge other) {
    return lessor.equals(other.lessor)
        && id.equals(other.id)
        && kind.equals(other.kind)
        && contract().equals(other.contract())
        && owedOn().equals(other.owedOn())
        && amount.getCurrency().equals(other.amount.getCurrency())
        && amount.isEqualTo(other.amount)
        && reason.equals(other.reason)
        && evidence.equals(other.evidence);
  }

  /**
   * The charge under which a kind is billed.
   *
   * @param kind 1 to {@value #LONGEST_KIND} characters, such as {@code DAMAGE}
   * @param number 1 for the first of its kind on a day
   */
  public static ChargeCode chargeOf(String kind, int number) {
    return new ChargeCode(CHARGE + kind + (number == 1 ? "" : "-" + number));
  }

  /** Whether a charge is a one-off one. */
  public static boolean isOneOff(ChargeCode charge) {
    return charge.value().startsWith(CHARGE);
  }
}
