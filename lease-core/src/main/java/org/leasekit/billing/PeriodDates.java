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
 * @param daysMoved how many days the due date moves off a day that is not worked; 0 if it stays, negative if it moves back
 */
public record PeriodDates(
    LocalDate start, LocalDate endExclusive, boolean stub, LocalDate unadjustedDue, int daysMoved) {

  /** The due date after it moved off a day that is not worked. */
  public LocalDate due() {
    return unadjustedDue.plusDays(daysMoved);
  }

  /** The days. */
  public DateRange range() {
    return DateRange.of(start, endExclusive);
  }
}
