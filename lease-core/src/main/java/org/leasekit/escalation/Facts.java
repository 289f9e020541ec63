package org.leasekit.escalation;

import java.util.OptionalInt;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What the engine may know of a subject.
 *
 * @param silent true when nothing more may be sent: paid, signed, declined or closed
 * @param age completed years of the addressee, empty when unknown or a company
 * @param responded whether the addressee has answered in any way
 * @param reached whether the addressee was certainly reached at least once
 * @param overdue what is overdue; null when unknown
 * @param value what the subject is worth, for example a month's rent; null when unknown
 * @param intent estimated probability of the wanted end in per cent, 0 to 100; empty when not estimated
 * @param tags marks that people or rules have put on the subject
 */
public record Facts(
    boolean silent,
    OptionalInt age,
    boolean responded,
    boolean reached,
    @Nullable MonetaryAmount overdue,
    @Nullable MonetaryAmount value,
    OptionalInt intent,
    Set<String> tags) {

  /** Of whom nothing is known. */
  public static final Facts UNKNOWN = new Facts(false, OptionalInt.empty());

  public Facts {
    tags = Set.copyOf(tags);
    if (intent.isPresent() && (intent.getAsInt() < 0 || intent.getAsInt() > 100)) {
      throw new IllegalArgumentException("intent: 0 to 100, but was " + intent.getAsInt());
    }
  }

  /** Of whom nothing but this is known. */
  public Facts(boolean silent, OptionalInt age) {
    this(silent, age, false, false, null, null, OptionalInt.empty(), Set.of());
  }

  /** The same, silent or not. */
  public Facts withSilent(boolean other) {
    return new Facts(other, age, responded, reached, overdue, value, intent, tags);
  }

  /** The same with another answer and reach. */
  public Facts withReach(boolean hasResponded, boolean wasReached) {
    return new Facts(silent, age, hasResponded, wasReached, overdue, value, intent, tags);
  }

  /** The same with other amounts. */
  public Facts withAmounts(@Nullable MonetaryAmount nowOverdue, @Nullable MonetaryAmount worth) {
    return new Facts(silent, age, responded, reached, nowOverdue, worth, intent, tags);
  }

  /** The same with another estimate. */
  public Facts withIntent(OptionalInt percent) {
    return new Facts(silent, age, responded, reached, overdue, value, percent, tags);
  }

  /** The same with other marks. */
  public Facts withTags(Set<String> marks) {
    return new Facts(silent, age, responded, reached, overdue, value, intent, marks);
  }
}
