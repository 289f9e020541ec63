package org.leasekit.escalation;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * The hours of each day in which nothing fires, by the wall clock of the policy's zone: where clocks change, an hour
 * that is shown twice is quiet twice.
 *
 * @param from when they begin, inclusive
 * @param untilExclusive when they are over; before {@code from} on the following day, never equal to it
 */
public record QuietHours(LocalTime from, LocalTime untilExclusive) {

  public QuietHours {
    if (from.equals(untilExclusive)) {
      throw new IllegalArgumentException("quiet hours: a day is never quiet all through, but was " + from);
    }
  }

  /** Whether the wall clock shows a quiet time. */
  public boolean isQuiet(LocalTime time) {
    boolean afterFrom = !time.isBefore(from);
    boolean beforeEnd = time.isBefore(untilExclusive);
    return from.isBefore(untilExclusive) ? afterFrom && beforeEnd : afterFrom || beforeEnd;
  }

  /** Whether an instant is quiet. */
  public boolean isQuiet(Instant at, ZoneId zone) {
    return isQuiet(at.atZone(zone).toLocalTime());
  }

  /** The instant itself, or the first one after it that is not quiet. */
  public Instant end(Instant at, ZoneId zone) {
    Instant end = at;
    // a second round is needed only where the clock jumps over all that is loud
    while (isQuiet(end, zone)) {
      end = nextEnd(end.atZone(zone));
    }
    return end;
  }

  private Instant nextEnd(ZonedDateTime quiet) {
    ZonedDateTime end = quiet.toLocalDate().atTime(untilExclusive).atZone(quiet.getZone());
    if (!end.isAfter(quiet)) {
      end = end.withLaterOffsetAtOverlap();
    }
    if (!end.isAfter(quiet)) {
      end = quiet.toLocalDate().plusDays(1).atTime(untilExclusive).atZone(quiet.getZone());
    }
    ZoneOffsetTransition jump = quiet.getZone().getRules().nextTransition(quiet.toInstant());
    boolean jumpsOut =
        jump != null
            && jump.getInstant().isBefore(end.toInstant())
            && !isQuiet(jump.getInstant(), quiet.getZone());
    return jumpsOut ? jump.getInstant() : end.toInstant();
  }
}
