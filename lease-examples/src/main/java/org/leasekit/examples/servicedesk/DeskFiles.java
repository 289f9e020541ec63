package org.leasekit.examples.servicedesk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.sla.TargetReading;

/** The files of the story: UTF-8, a header, RFC 4180, lines that end in a line feed, instants with the Shanghai offset. */
final class DeskFiles {

  private DeskFiles() {}

  /** A row for each target of a ticket that has started, by ticket, then in the order of its life. */
  static void clocks(Path file, List<Ticket> tickets) throws IOException {
    try (CsvWriter csv = csv(file)) {
      csv.writeRecord(
          "ticket", "target", "started", "due", "stopped", "elapsed_seconds", "paused_seconds",
          "state", "breached_at");
      for (Ticket ticket : tickets) {
        for (TargetReading reading : ticket.readings()) {
          csv.writeRecord(
              ticket.id(),
              reading.target().value(),
              text(reading.started()),
              text(reading.due()),
              text(reading.stopped()),
              String.valueOf(reading.elapsed().getSeconds()),
              String.valueOf(reading.paused().getSeconds()),
              reading.state().name(),
              text(reading.breachedAt()));
        }
      }
    }
  }

  /** What is kept aside, by line. */
  static void rejected(Path file, List<RejectedRow> rows) throws IOException {
    try (CsvWriter csv = csv(file)) {
      csv.writeRecord("line", "ticket", "code", "reason");
      for (RejectedRow row : rows) {
        csv.writeRecord(String.valueOf(row.line()), row.ticket(), row.code(), row.reason());
      }
    }
  }

  static void report(Path file, String page) throws IOException {
    Files.writeString(file, page, StandardCharsets.UTF_8);
  }

  /** An instant as the files and the report write it; empty for none. */
  static String text(@Nullable Instant instant) {
    return instant == null
        ? ""
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(DeskCalendar.ZONE));
  }

  private static CsvWriter csv(Path file) throws IOException {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8);
  }
}
