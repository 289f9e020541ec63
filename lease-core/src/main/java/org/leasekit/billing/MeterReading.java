package org.leasekit.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.leasekit.party.LessorId;

/**
 * What a meter shows, or is thought to show. Never edited: of several readings for one day a correction counts before an
 * actual reading and that before an estimate, and of two of a kind the one recorded later.
 *
 * @param id unique for the meter; recording it again is recording it once
 * @param on the day at whose start, in the lessor's zone, the meter is read
 * @param value zero or more, with at most six decimals
 * @param by who read or estimated it
 * @param knownAt when it was recorded
 */
public record MeterReading(
    LessorId lessor, MeterId meter, String id, LocalDate on, Kind kind, BigDecimal value, String by, Instant knownAt) {

  /** Later ones count before earlier ones. */
  static final Comparator<MeterReading> BY_WEIGHT =
      Comparator.comparing(MeterReading::kind)
          .thenComparing(MeterReading::knownAt)
          .thenComparing(MeterReading::id);

  /** How a reading came about, the weakest first. */
  public enum Kind {
    /** Thought up, because nobody has read the meter. */
    ESTIMATE,
    /** Read on the meter. */
    ACTUAL,
    /** Read again on the meter, because the actual reading was wrong. */
    CORRECTION
  }

  /** @throws IllegalArgumentException if the value is negative or has more than six decimals, or id or person is blank */
  public MeterReading {
    value = value.stripTrailingZeros();
    if (value.signum() < 0 || value.scale() > 6) {
      throw new IllegalArgumentException("value: zero or more, at most six decimals, but was " + value);
    }
    if (id.isBlank() || by.isBlank()) {
      throw new IllegalArgumentException("id, by: must not be blank");
    }
  }

  /** The same reading, recorded at another instant. */
  public MeterReading asKnownAt(Instant instant) {
    return new MeterReading(lessor, meter, id, on, kind, value, by, instant);
  }
}
