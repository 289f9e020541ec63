package org.leasekit.servicedesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.sla.PauseReason;
import org.leasekit.sla.PolicyId;
import org.leasekit.sla.TargetId;

/** Short ways to write down what happened at a service desk. */
final class Desk {
  static final LessorId LESSOR = new LessorId("lessor-1");
  static final RequestId ID = new RequestId("R-1");
  static final StaffId ANN = new StaffId("ann");
  static final StaffId BOB = new StaffId("bob");

  /** 09:00 in Shanghai on a Monday. */
  static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private Desk() {}

  static Instant minute(long minutes) {
    return START.plusSeconds(60 * minutes);
  }

  /**
   * Entries from words such as {@code OPENED:P3 5 ACCEPTED 20 PAUSED:WAITING_PARTS}: an event, then how many
   * minutes after the start it happened; without a number, at the same instant as the one before. They are
   * learnt in the order in which they are written. {@code WAITED:PARTS/90} lasts until minute 90.
   */
  static List<RequestEntry> entries(String story) {
    List<RequestEntry> entries = new ArrayList<>();
    long minute = 0;
    for (String word : story.strip().split("\\s+")) {
      if (word.matches("[0-9]+")) {
        minute = Long.parseLong(word);
      } else {
        String[] parts = word.split(":", 2);
        entries.add(
            entry(entries.size() + 1, event(parts[0], parts.length > 1 ? parts[1] : ""), minute));
      }
    }
    return entries;
  }

  static RequestEntry entry(int sequence, RequestEvent event, long minute) {
    return RequestEntry.now(event, Actor.DESK, minute(minute)).withSequence(sequence);
  }

  static RequestHistory history(String story) {
    return RequestHistory.of(ID, entries(story));
  }

  static RequestEvent event(String kind, String value) {
    StaffId staff = value.isEmpty() ? ANN : new StaffId(value.split("/")[0]);
    return switch (RequestEvent.Kind.valueOf(kind)) {
      case OPENED -> new RequestEvent.Opened(Priority.valueOf(value));
      case PRIORITY -> new RequestEvent.Prioritised(Priority.valueOf(value), "because");
      case ACCEPTED -> new RequestEvent.Accepted();
      case OFFERED -> new RequestEvent.Offered(staff, START.plusSeconds(86_400), "nearest");
      case REFUSED -> new RequestEvent.Refused(staff, "busy");
      case UNANSWERED -> new RequestEvent.Unanswered(staff);
      case PREEMPTED -> new RequestEvent.Preempted(staff, new RequestId("R-9"));
      case DISPATCHED -> new RequestEvent.Dispatched(staff);
      case CHECKED_IN ->
          new RequestEvent.CheckedIn(
              staff,
              new CheckIn(new GeoPoint(31.2, 121.5), 10, START, START, START, false),
              Set.of(CheckInFlag.TOO_FAR));
      case ARRIVED -> new RequestEvent.Arrived(staff, "");
      case PAUSED -> new RequestEvent.Paused(new PauseReason(value));
      case RESUMED -> new RequestEvent.Resumed(value.isEmpty() ? null : new PauseReason(value));
      case WAITED -> {
        String[] parts = value.split("/");
        yield new RequestEvent.Waited(
            new PauseReason(parts[0]), minute(Long.parseLong(parts[1])));
      }
      case POLICY -> new RequestEvent.PolicySet(new PolicyId(value));
      case RESOLVED -> new RequestEvent.Resolved(staff, new Evidence("done", List.of("p-1")));
      case REOPENED -> new RequestEvent.Reopened("still warm");
      case VERIFIED -> new RequestEvent.Verified();
      case RATED ->
          new RequestEvent.Rated(value.isEmpty() ? 5 : Integer.parseInt(value), "");
      case BREACHED -> new RequestEvent.Breached(TargetId.RESOLVE, START);
      case ESCALATED ->
          new RequestEvent.Escalated(
              TargetId.RESOLVE, value, START,
              List.of(new OnCallRoster.Reached(new StaffId("boss"), 1)));
      case MERGED -> new RequestEvent.Merged(new RequestId("R-2"));
      case CANCELLED -> new RequestEvent.Cancelled("sold");
    };
  }
}
