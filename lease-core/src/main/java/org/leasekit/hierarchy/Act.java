package org.leasekit.hierarchy;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to do, as far as limits speak of it.
 *
 * @param on day of the act, in the lessor's zone
 * @param amount what it costs; null when it costs nothing
 * @param months length of the term it agrees, 0 for none
 * @param units how many units it concerns, 0 for none
 */
public record Act(LocalDate on, @Nullable MonetaryAmount amount, int months, int units) {

  /** An act that no limit speaks of. */
  public static Act on(LocalDate day) {
    return new Act(day, null, 0, 0);
  }
}
