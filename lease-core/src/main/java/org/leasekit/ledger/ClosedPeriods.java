package org.leasekit.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which months of the books are closed: what is learnt later of a day in one of them is booked in the open month after.
 *
 * @param through the last closed month, and with it all before; null when none is closed
 */
public record ClosedPeriods(@Nullable YearMonth through) {

  /** All months are open. */
  public static final ClosedPeriods NONE = new ClosedPeriods(null);

  /** Months up to that one are closed. */
  public static ClosedPeriods through(YearMonth last) {
    return new ClosedPeriods(last);
  }

  /** Whether the day's month is closed. */
  public boolean contains(LocalDate day) {
    return through != null && !YearMonth.from(day).isAfter(through);
  }

  /** The day something of that day is booked on: the day itself, or the first one of the first open month. */
  public LocalDate bookingDay(LocalDate day) {
    return through != null && contains(day) ? through.plusMonths(1).atDay(1) : day;
  }
}
