package org.leasekit.intent;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A renewal that the tenant was asked for before.
 *
 * @param at when the case was opened
 * @param endsAt when the term ended
 * @param answeredAt first answer of any kind; null when none came
 */
public record Asked(Instant at, Instant endsAt, @Nullable Instant answeredAt) {

  /** The same as it was known at an instant. */
  Asked asKnown(Instant asOf) {
    return answeredAt == null || !answeredAt.isAfter(asOf) ? this : new Asked(at, endsAt, null);
  }

  /** How much of the time for an answer passed before it came, 0 to 1. */
  double lateness() {
    long whole = Duration.between(at, endsAt).toSeconds();
    if (answeredAt == null || whole <= 0) {
      return 1;
    }
    double taken = Duration.between(at, answeredAt).toSeconds();
    return Math.max(0, Math.min(1, taken / whole));
  }
}
