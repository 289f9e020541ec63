package org.leasekit.examples.servicedesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.AssetId;
import org.leasekit.servicedesk.Evidence;
import org.leasekit.servicedesk.FaultKind;
import org.leasekit.servicedesk.Impact;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestHistory;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.servicedesk.SiteId;
import org.leasekit.servicedesk.Urgency;
import org.leasekit.sla.PauseReason;
import org.leasekit.sla.SlaTerms;

/** Puts rows in order, ticket by ticket, and reads the clocks. */
final class TicketDesk {

  /** Stands for a technician whom the file does not name. */
  static final StaffId UNNAMED = new StaffId("-");

  /** Stands for a place or an asset that the file does not name. */
  private static final String NONE = "-";

  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
  private static final LessorId OPERATOR = new LessorId("office");
  private static final FaultKind FAULT = new FaultKind("TICKET");
  private static final int LONGEST_NAME = 64;

  private TicketDesk() {}

  /**
   * What the rows come to.
   *
   * @param tickets by id
   * @param rejected rows that are kept aside, by line
   */
  record Month(List<Ticket> tickets, List<RejectedRow> rejected) {
    Month {
      tickets = List.copyOf(tickets);
      rejected = List.copyOf(rejected);
    }
  }

  /** Reads the clocks at an instant; what happened later changes nothing. */
  static Month month(TicketFile.Content content, SlaTerms terms, Instant at) {
    Map<RequestId, List<TicketRow>> byTicket = new TreeMap<>();
    content.rows()
        .forEach(row -> byTicket.computeIfAbsent(row.ticket(), id -> new ArrayList<>()).add(row));
    List<RejectedRow> rejected = new ArrayList<>(content.rejected());
    List<Ticket> tickets = new ArrayList<>();
    byTicket.forEach(
        (id, rows) -> {
          rows.sort(TicketRow.AS_IT_HAPPENED);
          RequestHistory.Arranged arranged = RequestHistory.arrange(id, entries(rows));
          arranged
              .aside()
              .forEach(
                  aside ->
                      rejected.add(rejected(rows.get(aside.entry().sequence() - 1), aside)));
          arranged
              .history()
              .filter(history -> !history.openedAt().isAfter(at))
              .map(history -> ServiceFile.of(request(id, rows, history), history, terms))
              .ifPresent(file -> tickets.add(new Ticket(file, file.clock().at(at))));
        });
    rejected.sort(Comparator.comparingInt(RejectedRow::line));
    return new Month(tickets, rejected);
  }

  private static RejectedRow rejected(TicketRow row, RequestHistory.Aside aside) {
    return new RejectedRow(
        row.line(),
        row.ticket().value(),
        aside.why().rule(),
        inShanghai(aside.why().message(Locale.ENGLISH)));
  }

  /** The library speaks of instants in UTC; the office's clocks show Shanghai time. */
  private static String inShanghai(String message) {
    return INSTANT
        .matcher(message)
        .replaceAll(found -> DeskFiles.text(Instant.parse(found.group())));
  }

  /** An entry for each row, numbered from 1 as the rows are. */
  private static List<RequestEntry> entries(List<TicketRow> rows) {
    List<RequestEntry> entries = new ArrayList<>();
    StaffId named = UNNAMED;
    for (TicketRow row : rows) {
      named = isOfTechnician(row) && !row.value().isEmpty() ? new StaffId(name(row.value())) : named;
      entries.add(
          RequestEntry.now(event(row, named), Actor.DESK, row.at())
              .withSequence(entries.size() + 1));
    }
    return entries;
  }

  private static boolean isOfTechnician(TicketRow row) {
    return switch (row.event()) {
      case DISPATCHED, ARRIVED, RESOLVED -> true;
      default -> false;
    };
  }

  private static RequestEvent event(TicketRow row, StaffId technician) {
    return switch (row.event()) {
      case OPENED -> new RequestEvent.Opened(Priority.valueOf(row.value()));
      case PRIORITY -> new RequestEvent.Prioritised(Priority.valueOf(row.value()), "");
      case ACCEPTED -> new RequestEvent.Accepted();
      case DISPATCHED -> new RequestEvent.Dispatched(technician);
      case ARRIVED -> new RequestEvent.Arrived(technician, "");
      case PAUSED -> new RequestEvent.Paused(new PauseReason(row.value()));
      case RESUMED -> new RequestEvent.Resumed(null);
      case RESOLVED -> new RequestEvent.Resolved(technician, new Evidence("", List.of()));
      case REOPENED -> new RequestEvent.Reopened("");
      case VERIFIED -> new RequestEvent.Verified();
      default -> throw new IllegalArgumentException("not an event of tickets: " + row.event());
    };
  }

  private static ServiceRequest request(
      RequestId id, List<TicketRow> rows, RequestHistory history) {
    ServiceRequest.Report report =
        new ServiceRequest.Report(
            new AssetId(first(rows, TicketRow::asset)),
            new SiteId(first(rows, TicketRow::place)),
            "", FAULT, Impact.SINGLE, Urgency.LOW, "", List.of(), null, null);
    return new ServiceRequest(
        OPERATOR, id, report, history.openedAt(), history.standing(), null, 1);
  }

  private static String first(List<TicketRow> rows, Function<TicketRow, String> cell) {
    return rows.stream()
        .map(cell)
        .filter(text -> !text.isEmpty())
        .map(TicketDesk::name)
        .findFirst()
        .orElse(NONE);
  }

  private static String name(String text) {
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME).strip();
  }
}
