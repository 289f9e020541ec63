package org.leasekit.examples.season;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One output file: UTF-8, a header, RFC 4180, lines that end in a line feed on every machine. */
final class CsvFile implements AutoCloseable {
  private final CsvWriter writer;
  private final ZoneId zone;

  CsvFile(Path file, String header, ZoneId zone) throws IOException {
    this.zone = zone;
    this.writer =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8);
    writer.writeRecord(header.split(","));
  }

  /** Writes a row; null is an empty cell, an instant has the zone's offset. */
  void row(@Nullable Object... cells) {
    String[] texts = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      texts[i] = text(cells[i]);
    }
    writer.writeRecord(texts);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** A row of any table as one line of CSV, without the end of the line. */
  static String line(List<String> cells) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      writer.writeRecord(cells);
    } catch (IOException e) {
      throw new IllegalStateException("text in memory can always be written", e);
    }
    String line = text.toString();
    return line.substring(0, line.length() - 1);
  }

  private String text(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    return cell instanceof Instant instant
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone))
        : cell.toString();
  }
}
