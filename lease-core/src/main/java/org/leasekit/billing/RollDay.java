package org.leasekit.billing;

import java.time.LocalDate;

/**
 * The day of the month on which regular periods begin, whatever the day the term begins.
 *
 * @param day 1 to 31; in a month that is too short, its last day
 */
public record RollDay(int day) {

  /** Periods begin on the last day of a month: a term from February 28 has one from March 31. */
  public static final RollDay END_OF_MONTH = new RollDay(31);

  /** @throws IllegalArgumentException if {@code day} is not within 1 to 31 */
  public RollDay {
    if (day < 1 || day > 31) {
      throw new IllegalArgumentException("day: 1 to 31, but was " + day);
    }
  }

  /** A day from which months can be counted without losing the day of the month: in January, which has them all. */
  LocalDate anchor(int year) {
    return LocalDate.of(year, 1, day);
  }
}
