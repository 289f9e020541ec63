package org.leasekit.billing;

import java.time.LocalDate;
import org.leasekit.calendar.DateRange;

/**
 * When a period of a {@link ChargeSchedule} is and when it is due.
 *
 * @param start the first day
 * @param endExclusive the day after the last one
 * @param stub whether it is shorter or longer than a regular period
 * @param unadjustedDue the due date by the terms alone
 * @param due the due date after it moved off a day that is not worked
 */
public record PeriodDates(
    LocalDate start, LocalDate endExclusive, boolean stub, LocalDate unadjustedDue, LocalDate due) {

  /** The days. */
  public DateRange range() {
    return DateRange.of(start, endExclusive);
  }
}
