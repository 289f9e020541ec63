package org.leasekit.billing;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How long a regular billing period is.
 *
 * @param count how many units, 1 to 3660
 * @param unit what is counted
 */
public record Frequency(int count, Unit unit) {

  private static final int LONGEST = 3660;

  /** What a frequency counts. */
  public enum Unit {
    MONTHS,
    WEEKS,
    DAYS
  }

  /** @throws IllegalArgumentException if {@code count} is not within 1 to 3660 */
  public Frequency {
    Objects.requireNonNull(unit, "unit");
    if (count < 1 || count > LONGEST) {
      throw new IllegalArgumentException("count: 1 to " + LONGEST + ", but was " + count);
    }
  }

  /** Every {@code count} months. */
  public static Frequency months(int count) {
    return new Frequency(count, Unit.MONTHS);
  }

  /** Every {@code count} weeks. */
  public static Frequency weeks(int count) {
    return new Frequency(count, Unit.WEEKS);
  }

  /** Every {@code count} days. */
  public static Frequency days(int count) {
    return new Frequency(count, Unit.DAYS);
  }

  /**
   * The day {@code times} periods after another; before it when negative. Months are reckoned from that day, so that
   * January 31 is followed by February 28 and, twice from January, by March 31.
   */
  public LocalDate from(LocalDate day, long times) {
    long units = Math.multiplyExact(times, (long) count);
    return switch (unit) {
      case MONTHS -> day.plusMonths(units);
      case WEEKS -> day.plusWeeks(units);
      case DAYS -> day.plusDays(units);
    };
  }
}
