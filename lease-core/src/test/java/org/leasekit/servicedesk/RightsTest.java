package org.leasekit.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;

class RightsTest {

  /** What leads there, who does what (t: technician, s: supervisor, c: customer), and the rule against it. */
  @ParameterizedTest(name = "{0} | {1} {2} -> {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OPENED:P3 | desk | ACCEPTED | ok
          OPENED:P3 | s:boss | ACCEPTED | ok
          OPENED:P3 | c:T-1 | ACCEPTED | NOT_ENTITLED
          OPENED:P3 | t:ann | ACCEPTED | NOT_ENTITLED
          OPENED:P3 | s:boss | PRIORITY:P1 | ok
          OPENED:P3 | c:T-1 | PRIORITY:P1 | NOT_ENTITLED
          OPENED:P3 | t:ann | PRIORITY:P1 | NOT_ENTITLED
          OPENED:P3 | s:boss | POLICY:gold | ok
          OPENED:P3 | desk | POLICY:gold | NOT_ENTITLED
          OPENED:P3 | s:boss | MERGED | ok
          OPENED:P3 | c:T-1 | MERGED | NOT_ENTITLED
          OPENED:P3 | s:boss | CANCELLED | ok
          OPENED:P3 | c:T-1 | CANCELLED | ok
          OPENED:P3 | c:T-2 | CANCELLED | NOT_ENTITLED
          OPENED:P3 1 ACCEPTED | desk | OFFERED:ann | ok
          OPENED:P3 1 ACCEPTED | s:boss | OFFERED:ann | NOT_ENTITLED
          OPENED:P3 1 ACCEPTED | s:boss | DISPATCHED:ann | ok
          OPENED:P3 1 ACCEPTED | t:ann | DISPATCHED:ann | NOT_THEIR_REQUEST
          OPENED:P3 1 ACCEPTED OFFERED:ann | t:ann | DISPATCHED:ann | ok
          OPENED:P3 1 ACCEPTED OFFERED:ann | t:ann | DISPATCHED:bob | NOT_THEIR_REQUEST
          OPENED:P3 1 ACCEPTED OFFERED:ann | t:bob | DISPATCHED:bob | NOT_THEIR_REQUEST
          OPENED:P3 1 ACCEPTED OFFERED:ann | t:ann | REFUSED:ann | ok
          OPENED:P3 1 ACCEPTED OFFERED:ann | t:bob | REFUSED:ann | NOT_THEIR_REQUEST
          OPENED:P3 1 ACCEPTED OFFERED:ann | s:boss | REFUSED:ann | NOT_ENTITLED
          OPENED:P3 1 ACCEPTED OFFERED:ann | desk | UNANSWERED:ann | ok
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | t:ann | CHECKED_IN:ann | ok
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | t:bob | CHECKED_IN:bob | NOT_THEIR_REQUEST
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | t:ann | CHECKED_IN:bob | NOT_THEIR_REQUEST
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | t:ann | ARRIVED:ann | ok
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | t:bob | ARRIVED:ann | NOT_THEIR_REQUEST
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | s:boss | ARRIVED:ann | NOT_ENTITLED
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | t:ann | PAUSED:A | ok
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | t:bob | PAUSED:A | NOT_THEIR_REQUEST
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | s:boss | PAUSED:A | ok
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | c:T-1 | PAUSED:A | NOT_ENTITLED
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | s:boss | WAITED:A/90 | ok
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | t:ann | RESOLVED:ann | ok
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | t:ann | RESOLVED:bob | NOT_THEIR_REQUEST
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | t:bob | RESOLVED:bob | NOT_THEIR_REQUEST
          OPENED:P3 1 ACCEPTED DISPATCHED:ann | s:boss | RESOLVED:ann | NOT_ENTITLED
          OPENED:P3 1 ACCEPTED DISPATCHED:ann 2 RESOLVED:ann | c:T-1 | VERIFIED | ok
          OPENED:P3 1 ACCEPTED DISPATCHED:ann 2 RESOLVED:ann | c:T-2 | VERIFIED | NOT_ENTITLED
          OPENED:P3 1 ACCEPTED DISPATCHED:ann 2 RESOLVED:ann | s:boss | VERIFIED | ok
          OPENED:P3 1 ACCEPTED DISPATCHED:ann 2 RESOLVED:ann | s:ann | VERIFIED | VERIFIED_BY_WORKER
          OPENED:P3 1 ACCEPTED DISPATCHED:ann 2 RESOLVED:ann | t:ann | VERIFIED | VERIFIED_BY_WORKER
          OPENED:P3 1 ACCEPTED DISPATCHED:ann 2 RESOLVED:ann | t:bob | VERIFIED | NOT_ENTITLED
          OPENED:P3 1 ACCEPTED DISPATCHED:ann 2 PREEMPTED:ann DISPATCHED:bob 3 RESOLVED:bob | s:ann | VERIFIED | VERIFIED_BY_WORKER
          OPENED:P3 1 ACCEPTED DISPATCHED:ann 2 RESOLVED:ann | s:ann | REOPENED | ok
          OPENED:P3 1 ACCEPTED DISPATCHED:ann 2 RESOLVED:ann | c:T-1 | REOPENED | ok
          OPENED:P3 1 ACCEPTED DISPATCHED:ann 2 RESOLVED:ann | c:T-1 | RATED:5 | ok
          OPENED:P3 1 ACCEPTED DISPATCHED:ann 2 RESOLVED:ann | t:ann | RATED:5 | VERIFIED_BY_WORKER
          OPENED:P3 1 ACCEPTED DISPATCHED:ann 2 RESOLVED:ann | s:boss | RATED:5 | NOT_ENTITLED
          """)
  void whoMayDoWhat(String before, String who, String step, String expected) {
    String[] parts = step.split(":", 2);
    RequestEvent event = Desk.event(parts[0], parts.length > 1 ? parts[1] : "");
    RequestEntry entry = RequestEntry.now(event, actor(who), Desk.minute(60));
    assertThat(
            Rights.objection(request(), Desk.history(before), entry)
                .map(ServiceRejection::rule)
                .orElse("ok"))
        .isEqualTo(expected);
  }

  /** What is reported late is judged by who had the request then. */
  @ParameterizedTest(name = "{0} at minute {1}: {2}")
  @CsvSource({"ann, 5, ok", "ann, 15, NOT_THEIR_REQUEST", "bob, 15, ok", "bob, 5, NOT_THEIR_REQUEST"})
  void whatIsReportedLateIsJudgedByThen(String who, long minute, String expected) {
    RequestHistory history =
        Desk.history(
            "OPENED:P3 1 ACCEPTED 2 DISPATCHED:ann 10 PREEMPTED:ann 11 DISPATCHED:bob 20 RESOLVED:bob");
    RequestEntry late =
        RequestEntry.learnt(
            Desk.event("WAITED", "A/16"), Desk.minute(minute), actor("t:" + who),
            Desk.minute(60));
    assertThat(
            Rights.objection(request(), history, late).map(ServiceRejection::rule).orElse("ok"))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} with reason [{1}]: {2}")
  @CsvSource({"boss, seen, ok", "boss, '', NOT_ENTITLED", "ann, seen, NOT_ENTITLED"})
  void aCheckInIsLetCountBySomebodyElseWithAReason(String who, String reason, String expected) {
    RequestEntry entry =
        RequestEntry.now(
            new RequestEvent.Arrived(Desk.ANN, reason),
            new Actor.Supervisor(new StaffId(who)),
            Desk.minute(60));
    RequestHistory sent = Desk.history("OPENED:P3 1 ACCEPTED DISPATCHED:ann");
    assertThat(
            Rights.objection(request(), sent, entry).map(ServiceRejection::rule).orElse("ok"))
        .isEqualTo(expected);
  }

  private static Actor actor(String who) {
    String id = who.substring(who.indexOf(':') + 1);
    return switch (who.charAt(0)) {
      case 't' -> new Actor.Technician(new StaffId(id));
      case 's' -> new Actor.Supervisor(new StaffId(id));
      case 'c' -> new Actor.Customer(new TenantId(id));
      default -> Actor.DESK;
    };
  }

  private static ServiceRequest request() {
    ServiceRequest.Report report =
        new ServiceRequest.Report(
            new AssetId("AC-1"), new SiteId("S-1"), "12F", new FaultKind("COOLING"), Impact.SINGLE,
            Urgency.LOW, "", List.of("p-1"), null, new TenantId("T-1"));
    return new ServiceRequest(
        Desk.LESSOR, Desk.ID, report, Desk.START,
        new ServiceRequest.Standing(RequestState.RECEIVED, Priority.P3, null), null, 1);
  }
}
