package org.leasekit.billing;

import java.time.LocalDate;
import java.util.Objects;

/**
 * From a day on, another rate.
 *
 * @param from the first day at that rate
 * @param rateMinor in minor units, zero or more
 */
public record RateStep(LocalDate from, long rateMinor) {

  /** @throws IllegalArgumentException if {@code rateMinor} is negative */
  public RateStep {
    Objects.requireNonNull(from, "from");
    if (rateMinor < 0) {
      throw new IllegalArgumentException("rateMinor: zero or more, but was " + rateMinor);
    }
  }
}
