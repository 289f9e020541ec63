package org.leasekit.occupancy;

import java.time.LocalDate;

/**
 * How the units of a project stand on a day.
 *
 * @param units all of them
 * @param vacant not let at all on the day
 * @param resting let, but every lease of them suspended
 * @param full let day and night to the last share, and used
 */
public record Vacancy(LocalDate day, int units, int vacant, int resting, int full) {

  /** Let in part: some of the day or some share is free. */
  public int partlyLet() {
    return units - vacant - resting - full;
  }
}
