package org.leasekit.examples.servicedesk;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.sla.SlaPolicies;
import org.leasekit.sla.SlaTerms;
import org.leasekit.sla.TargetReading;

/**
 * The story, as it came out.
 *
 * @param file what the tickets were called
 * @param rows how many data rows the file has that are not empty
 * @param hours the working hours
 * @param at when the clocks are read
 * @param month the tickets, and what is kept aside
 */
record DeskStory(
    String file, int rows, DeskCalendar hours, Instant at, TicketDesk.Month month) {

  /** Reads the clocks at an instant, or at the last of the file when it is null. */
  static DeskStory of(
      String file, TicketFile.Content content, DeskCalendar hours, @Nullable Instant asked) {
    WorkingCalendar calendar = hours.calendar();
    SlaTerms terms = SlaTerms.of(SlaPolicies.serviceDesk(calendar.name()), calendar);
    Instant at =
        Optional.ofNullable(asked).or(content::last).orElse(Instant.EPOCH);
    return new DeskStory(
        file,
        content.rows().size() + content.rejected().size(),
        hours,
        at,
        TicketDesk.month(content, terms, at));
  }

  /** When the first ticket was opened; only asked when there is one. */
  Instant openedFirst() {
    return month.tickets().stream()
        .map(ticket -> ticket.file().history().openedAt())
        .min(Instant::compareTo)
        .orElseThrow(() -> new IllegalStateException("no tickets"));
  }

  /** Whether a clock rests on years whose holidays nobody has entered. */
  boolean restsOnUnknownYears() {
    return month.tickets().stream()
        .anyMatch(
            ticket ->
                ticket.readings().stream()
                    .map(TargetReading::target)
                    .anyMatch(target -> !ticket.file().clock().isKnown(at, target)));
  }

  /** Sums up what came out, in a few lines. */
  void tell(PrintStream console, Path folder) {
    long breached =
        month.tickets().stream()
            .flatMap(ticket -> ticket.readings().stream())
            .filter(reading -> Objects.nonNull(reading.breachedAt()))
            .count();
    long clocks = month.tickets().stream().mapToLong(ticket -> ticket.readings().size()).sum();
    console.println(
        file + ": " + rows + " rows, " + month.tickets().size() + " tickets, " + clocks
            + " clocks read at " + DeskFiles.text(at) + " (" + hours.word() + ")");
    console.println(
        breached + " breached, " + month.rejected().size() + " rows kept aside");
    if (restsOnUnknownYears()) {
      console.println(
          "note: some clocks rest on years whose holidays are not known; there, only weekends are off");
    }
    console.println("report: " + folder.resolve("report.html"));
  }
}
