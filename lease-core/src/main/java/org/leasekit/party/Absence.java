package org.leasekit.party;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff is away for a time.
 *
 * @param from when it begins
 * @param untilExclusive when it is over, after {@code from}
 * @param deputy who does their work meanwhile; null when nobody was named
 */
public record Absence(
    LessorId lessor,
    StaffId staff,
    Instant from,
    Instant untilExclusive,
    @Nullable StaffId deputy) {

  public Absence {
    if (!from.isBefore(untilExclusive)) {
      throw new IllegalArgumentException(
          "untilExclusive: after from, but was " + from + ", " + untilExclusive);
    }
    if (staff.equals(deputy)) {
      throw new IllegalArgumentException("deputy: somebody else than " + staff);
    }
  }

  /** True when it holds at an instant. */
  public boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(untilExclusive);
  }
}
