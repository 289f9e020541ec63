package org.leasekit.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.leasekit.party.StaffId;
import org.leasekit.servicedesk.CheckIn;
import org.leasekit.servicedesk.CheckInFlag;
import org.leasekit.servicedesk.Evidence;
import org.leasekit.servicedesk.GeoPoint;
import org.leasekit.servicedesk.OnCallRoster;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.sla.PauseReason;
import org.leasekit.sla.PolicyId;
import org.leasekit.sla.TargetId;

/**
 * What the kinds of events have beside their kind, in lines: the fields of the event in the first, lists in
 * those after it. Instants are ISO 8601 in UTC, numbers as Java writes them.
 */
final class ServiceEventDetails {

  private ServiceEventDetails() {}

  static List<List<String>> write(RequestEvent event) {
    List<String> fields = fields(event);
    List<List<String>> lines = new ArrayList<>();
    if (!fields.isEmpty()) {
      lines.add(fields);
    }
    if (event instanceof RequestEvent.Resolved resolved) {
      resolved.evidence().photos().forEach(photo -> lines.add(List.of(photo)));
    } else if (event instanceof RequestEvent.CheckedIn checkedIn) {
      checkedIn.flags().stream().sorted().forEach(flag -> lines.add(List.of(flag.name())));
    } else if (event instanceof RequestEvent.Escalated escalated) {
      escalated
          .reached()
          .forEach(one -> lines.add(List.of(one.staff().value(), String.valueOf(one.level()))));
    }
    return lines;
  }

  private static List<String> fields(RequestEvent event) {
    if (event instanceof RequestEvent.Prioritised it) {
      return List.of(it.priority().name(), it.reason());
    } else if (event instanceof RequestEvent.Offered it) {
      return List.of(it.technician().value(), it.answerBy().toString(), it.why());
    } else if (event instanceof RequestEvent.Refused it) {
      return List.of(it.technician().value(), it.reason());
    } else if (event instanceof RequestEvent.Preempted it) {
      return List.of(it.technician().value(), it.by().value());
    } else if (event instanceof RequestEvent.CheckedIn it) {
      return checkIn(it.technician(), it.checkIn());
    } else if (event instanceof RequestEvent.Arrived it) {
      return List.of(it.technician().value(), it.override());
    } else if (event instanceof RequestEvent.Waited it) {
      return List.of(it.reason().value(), it.untilExclusive().toString());
    } else if (event instanceof RequestEvent.Resolved it) {
      return List.of(it.technician().value(), it.evidence().note());
    } else if (event instanceof RequestEvent.Reopened it) {
      return List.of(it.reason());
    } else if (event instanceof RequestEvent.Rated it) {
      return List.of(String.valueOf(it.stars()), it.comment());
    } else if (event instanceof RequestEvent.Breached it) {
      return List.of(it.target().value(), it.since().toString());
    } else if (event instanceof RequestEvent.Escalated it) {
      return List.of(it.target().value(), it.stage(), it.plannedFor().toString());
    } else if (event instanceof RequestEvent.Cancelled it) {
      return List.of(it.reason());
    }
    // the rest have one field at most, and that is their subject
    return event.value().isEmpty() ? List.of() : List.of(event.value());
  }

  private static List<String> checkIn(StaffId technician, CheckIn it) {
    return List.of(
        technician.value(),
        String.valueOf(it.position().latitude()),
        String.valueOf(it.position().longitude()),
        String.valueOf(it.accuracyMetres()),
        it.deviceAt().toString(),
        it.sentAt().toString(),
        it.receivedAt().toString(),
        String.valueOf(it.simulated()));
  }

  static RequestEvent read(RequestEvent.Kind kind, List<List<String>> lines) {
    List<String> first = lines.isEmpty() ? List.of() : lines.get(0);
    List<List<String>> rest = lines.isEmpty() ? List.of() : lines.subList(1, lines.size());
    return switch (kind) {
      case OPENED -> new RequestEvent.Opened(Priority.valueOf(first.get(0)));
      case POLICY -> new RequestEvent.PolicySet(new PolicyId(first.get(0)));
      case PRIORITY ->
          new RequestEvent.Prioritised(Priority.valueOf(first.get(0)), first.get(1));
      case ACCEPTED -> new RequestEvent.Accepted();
      case PAUSED -> new RequestEvent.Paused(new PauseReason(first.get(0)));
      case RESUMED ->
          new RequestEvent.Resumed(first.isEmpty() ? null : new PauseReason(first.get(0)));
      case WAITED ->
          new RequestEvent.Waited(new PauseReason(first.get(0)), Instant.parse(first.get(1)));
      case REOPENED -> new RequestEvent.Reopened(first.get(0));
      case VERIFIED -> new RequestEvent.Verified();
      case RATED -> new RequestEvent.Rated(Integer.parseInt(first.get(0)), first.get(1));
      case MERGED -> new RequestEvent.Merged(new RequestId(first.get(0)));
      case CANCELLED -> new RequestEvent.Cancelled(first.get(0));
      case BREACHED -> new RequestEvent.Breached(new TargetId(first.get(0)), Instant.parse(first.get(1)));
      case ESCALATED ->
          new RequestEvent.Escalated(
              new TargetId(first.get(0)), first.get(1), Instant.parse(first.get(2)),
              rest.stream().map(ServiceEventDetails::readReached).toList());
      default -> readOfTechnician(kind, first, rest);
    };
  }

  private static RequestEvent readOfTechnician(
      RequestEvent.Kind kind, List<String> first, List<List<String>> rest) {
    StaffId technician = new StaffId(first.get(0));
    return switch (kind) {
      case OFFERED ->
          new RequestEvent.Offered(technician, Instant.parse(first.get(1)), first.get(2));
      case REFUSED -> new RequestEvent.Refused(technician, first.get(1));
      case UNANSWERED -> new RequestEvent.Unanswered(technician);
      case PREEMPTED -> new RequestEvent.Preempted(technician, new RequestId(first.get(1)));
      case DISPATCHED -> new RequestEvent.Dispatched(technician);
      case CHECKED_IN ->
          new RequestEvent.CheckedIn(
              technician, readCheckIn(first),
              rest.stream()
                  .map(line -> CheckInFlag.valueOf(line.get(0)))
                  .collect(Collectors.toUnmodifiableSet()));
      case ARRIVED -> new RequestEvent.Arrived(technician, first.get(1));
      case RESOLVED ->
          new RequestEvent.Resolved(
              technician,
              new Evidence(first.get(1), rest.stream().map(line -> line.get(0)).toList()));
      default -> throw new IllegalStateException("kind without a reader: " + kind);
    };
  }

  private static CheckIn readCheckIn(List<String> fields) {
    return new CheckIn(
        new GeoPoint(Double.parseDouble(fields.get(1)), Double.parseDouble(fields.get(2))),
        Double.parseDouble(fields.get(3)),
        Instant.parse(fields.get(4)),
        Instant.parse(fields.get(5)),
        Instant.parse(fields.get(6)),
        Boolean.parseBoolean(fields.get(7)));
  }

  private static OnCallRoster.Reached readReached(List<String> fields) {
    return new OnCallRoster.Reached(new StaffId(fields.get(0)), Integer.parseInt(fields.get(1)));
  }
}
