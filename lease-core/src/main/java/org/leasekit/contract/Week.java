package org.leasekit.contract;

import java.time.DayOfWeek;

/** Which days of each week a unit is let for. */
public enum Week {
  /** Every day. */
  ALL,
  /** Monday to Friday, holidays or not. */
  WEEKDAYS,
  /** Saturday and Sunday. */
  WEEKENDS;

  /** Whether the day of the week is meant. */
  public boolean contains(DayOfWeek day) {
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    return this == ALL || weekend == (this == WEEKENDS);
  }
}
