package org.leasekit.servicedesk;

import java.time.Instant;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;

/**
 * Somebody can be reached about service requests for a time.
 *
 * @param level of the on-call chain, zero or more; higher is further up
 * @param from when it begins
 * @param untilExclusive when it is over, after {@code from}
 */
public record Duty(
    LessorId lessor, int level, StaffId staff, Instant from, Instant untilExclusive) {

  public Duty {
    if (level < 0 || !from.isBefore(untilExclusive)) {
      throw new IllegalArgumentException(
          "level: zero or more; untilExclusive: after from, but was " + level + ", " + from + ", "
              + untilExclusive);
    }
  }

  /** True when it holds at an instant. */
  public boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(untilExclusive);
  }
}
