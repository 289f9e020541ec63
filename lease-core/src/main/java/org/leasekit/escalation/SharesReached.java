package org.leasekit.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a clock has run for how long, in shares of its target or in working time, as far as its record tells. A pure function. */
@FunctionalInterface
public interface SharesReached {

  /**
   * When the share is used up, in the past or, if nothing changes, in the future.
   *
   * @param percent of the target, at least 1
   * @return empty when the clock stands and has not come so far
   */
  Optional<Instant> at(int percent);

  /**
   * When the clock has run for so long, in the past or, if nothing changes, in the future; pauses do not count.
   *
   * @param span of working time, zero or more
   * @return empty when the clock stands and has not come so far
   * @throws UnsupportedOperationException if the clock knows of shares alone, as it does unless it says otherwise
   */
  default Optional<Instant> elapsed(Duration span) {
    throw new UnsupportedOperationException("knows of shares alone, and not of " + span);
  }
}
