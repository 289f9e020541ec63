package org.leasekit.examples.servicedesk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.port.TableSource;
import org.leasekit.port.UnreadableTableException;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;

/**
 * Reads the columns ticket, at, event, value, place and asset, whatever their order, and keeps aside what cannot be
 * read. Blanks around a cell are nothing, and neither is the case of events and priorities.
 */
final class TicketFile {
  private static final List<String> COLUMNS =
      List.of("ticket", "at", "event", "value", "place", "asset");

  private static final Set<RequestEvent.Kind> EVENTS =
      Set.of(
          RequestEvent.Kind.OPENED,
          RequestEvent.Kind.ACCEPTED,
          RequestEvent.Kind.DISPATCHED,
          RequestEvent.Kind.ARRIVED,
          RequestEvent.Kind.PAUSED,
          RequestEvent.Kind.RESUMED,
          RequestEvent.Kind.PRIORITY,
          RequestEvent.Kind.RESOLVED,
          RequestEvent.Kind.REOPENED,
          RequestEvent.Kind.VERIFIED);

  /** Longest id of a ticket and longest reason of a pause that the library takes. */
  private static final int LONGEST_TICKET = 96;

  private static final int LONGEST_REASON = 64;

  private final List<TicketRow> rows = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();
  private Map<String, Integer> columns = Map.of();
  private Optional<Instant> last = Optional.empty();

  private TicketFile() {}

  /**
   * What is in a file.
   *
   * @param rows those that can be read, in the order of the file
   * @param rejected the others, in the order of the file
   * @param last the last instant that stands in the file, whatever else is wrong with its row; empty for none
   */
  record Content(List<TicketRow> rows, List<RejectedRow> rejected, Optional<Instant> last) {
    Content {
      rows = List.copyOf(rows);
      rejected = List.copyOf(rejected);
    }
  }

  /**
   * Reads a file.
   *
   * @throws DeskException when it is none of tickets
   */
  static Content read(TableSource source) throws DeskException {
    TicketFile file = new TicketFile();
    try {
      source.read(file::header, (Consumer<TableSource.Row>) file::row);
    } catch (UnreadableTableException e) {
      throw new DeskException(String.valueOf(e.getMessage()));
    }
    return new Content(file.rows, file.rejected, file.last);
  }

  private void header(List<String> names) {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip().toLowerCase(Locale.ROOT);
      if (COLUMNS.contains(name) && found.put(name, i) != null) {
        throw new UnreadableTableException("the tickets have two columns called " + name);
      }
    }
    for (String column : COLUMNS) {
      if (!found.containsKey(column)) {
        throw new UnreadableTableException(
            "the tickets have no column " + column + "; columns are " + String.join(",", COLUMNS));
      }
    }
    columns = Map.copyOf(found);
  }

  private void row(TableSource.Row row) {
    String ticket = cell(row, "ticket");
    String event = cell(row, "event").toUpperCase(Locale.ROOT);
    String value = cell(row, "value");
    Optional<Instant> at = instant(cell(row, "at"));
    last = Stream.concat(last.stream(), at.filter(TicketFile::isInRange).stream()).max(Instant::compareTo);
    Optional<RequestEvent.Kind> kind =
        EVENTS.stream().filter(known -> known.name().equals(event)).findFirst();
    if (ticket.isEmpty() || ticket.length() > LONGEST_TICKET) {
      reject(row, "NO_TICKET", "a ticket has 1 to " + LONGEST_TICKET + " characters");
    } else if (at.isEmpty()) {
      reject(
          row, "AT_NOT_AN_INSTANT",
          "not an instant with offset such as 2026-04-15T09:00:00+08:00: " + cell(row, "at"));
    } else if (!isInRange(at.get())) {
      reject(row, "AT_OUT_OF_RANGE", "no calendar has an answer for " + cell(row, "at"));
    } else if (kind.isEmpty()) {
      reject(row, "UNKNOWN_EVENT", "no such event: " + event);
    } else {
      event(row, new RequestId(ticket), at.get(), kind.get(), value);
    }
  }

  private void event(
      TableSource.Row row, RequestId ticket, Instant at, RequestEvent.Kind event, String value) {
    boolean setsPriority =
        event == RequestEvent.Kind.OPENED || event == RequestEvent.Kind.PRIORITY;
    String meant = setsPriority ? value.toUpperCase(Locale.ROOT) : value;
    if (setsPriority
        && Arrays.stream(Priority.values()).noneMatch(known -> known.name().equals(meant))) {
      reject(row, "UNKNOWN_PRIORITY", "a priority is one of P1 to P4, not: " + value);
    } else if (event == RequestEvent.Kind.PAUSED
        && (value.isEmpty() || value.length() > LONGEST_REASON)) {
      reject(row, "NO_REASON", "a pause has a reason of 1 to " + LONGEST_REASON + " characters");
    } else {
      rows.add(
          new TicketRow(
              row.line(), ticket, at, event, meant, cell(row, "place"), cell(row, "asset")));
    }
  }

  private void reject(TableSource.Row row, String code, String reason) {
    rejected.add(new RejectedRow(row.line(), cell(row, "ticket"), code, reason));
  }

  private String cell(TableSource.Row row, String column) {
    Integer index = columns.get(column);
    return index == null || index >= row.cells().size() ? "" : row.cells().get(index).strip();
  }

  /** An instant as the files write it; empty for anything else. */
  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether working time can be counted there. */
  static boolean isInRange(Instant at) {
    return !at.isBefore(WorkingCalendar.EARLIEST) && at.isBefore(WorkingCalendar.LATEST_EXCLUSIVE);
  }
}
