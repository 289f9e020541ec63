package org.leasekit.servicedesk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * One line in the record of a service request; never changed and never taken away.
 *
 * @param sequence counts the lines of a request in the order in which they were learnt, from 1; 0 before
 *     storage has numbered it
 * @param at when it happened, cut to the microsecond: as exact as any storage keeps it
 * @param recordedAt when it was learnt, not before {@code at}, cut to the microsecond
 * @param by who did it
 * @param event what happened
 */
public record RequestEntry(
    int sequence, Instant at, Instant recordedAt, Actor by, RequestEvent event) {

  /** As it happened; what happened at one instant in the order in which it was learnt. */
  static final Comparator<RequestEntry> AS_IT_HAPPENED =
      Comparator.comparing(RequestEntry::at).thenComparing(RequestEntry::sequence);

  public RequestEntry {
    at = at.truncatedTo(ChronoUnit.MICROS);
    recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    if (recordedAt.isBefore(at)) {
      throw new IllegalArgumentException(
          "recordedAt: not before " + at + ", but was " + recordedAt);
    }
    if (event instanceof RequestEvent.Waited waited && !at.isBefore(waited.untilExclusive())) {
      throw new IllegalArgumentException(
          "untilExclusive: after " + at + ", but was " + waited.untilExclusive());
    }
  }

  /** A line that was learnt at an instant, not yet numbered. */
  public static RequestEntry learnt(RequestEvent event, Instant at, Actor by, Instant recordedAt) {
    return new RequestEntry(0, at, recordedAt, by, event);
  }

  /** A line that was learnt as it happened, not yet numbered. */
  public static RequestEntry now(RequestEvent event, Actor by, Instant now) {
    return learnt(event, now, by, now);
  }

  /**
   * What may be in the record of a request once only: two reports of one thing that happened are one. A
   * stage fires once, and a target is breached once, whenever that is.
   */
  public String key() {
    boolean once = event instanceof RequestEvent.Escalated || event instanceof RequestEvent.Breached;
    String when = once ? "" : at + " ";
    return event.kind() + " " + when + event.value();
  }

  /** The same line as storage numbers it. */
  public RequestEntry withSequence(int number) {
    return new RequestEntry(number, at, recordedAt, by, event);
  }
}
