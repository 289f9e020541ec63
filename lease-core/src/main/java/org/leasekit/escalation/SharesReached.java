package org.leasekit.escalation;

import java.time.Instant;
import java.util.Optional;

/** When a clock reaches the shares of its target, as far as its record tells. A pure function. */
@FunctionalInterface
public interface SharesReached {

  /**
   * When the share is used up, in the past or, if nothing changes, in the future.
   *
   * @param percent of the target, at least 1
   * @return empty when the clock stands and has not come so far
   */
  Optional<Instant> at(int percent);
}
