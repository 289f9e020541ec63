package org.leasekit.billing;

import java.util.Objects;
import org.leasekit.calendar.DateRange;

/**
 * A share of the rate that is taken off on some days. Several on one day add up, to the whole rate at most.
 *
 * @param code what the tenant was given, not blank
 * @param days when it holds
 * @param basisPoints hundredths of a percent, 1 to 10000
 */
public record Discount(String code, DateRange days, int basisPoints) {

  /** All of a rate. */
  static final int WHOLE = 10_000;

  /** @throws IllegalArgumentException if the code is blank or {@code basisPoints} not within 1 to 10000 */
  public Discount {
    Objects.requireNonNull(days, "days");
    if (code.isBlank()) {
      throw new IllegalArgumentException("code: must not be blank");
    }
    if (basisPoints < 1 || basisPoints > WHOLE) {
      throw new IllegalArgumentException("basisPoints: 1 to 10000, but was " + basisPoints);
    }
  }
}
