package org.leasekit.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leasekit.intake.QuarantineSheet;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.RowListener;
import org.leasekit.intake.RowOutcome;

/**
 * Writes the rows that an import quarantines as CSV, to be corrected and imported in its turn: see {@link
 * QuarantineSheet}. UTF-8 with byte order mark, as spreadsheets expect it. Rows are written as they come and not kept.
 */
public final class QuarantineFile implements RowListener, AutoCloseable {
  private final Path file;
  private final Locale language;
  private final CsvWriter csv;
  private @Nullable QuarantineSheet sheet;
  private int rows;

  private QuarantineFile(Path file, Locale language, CsvWriter csv) {
    this.file = file;
    this.language = language;
    this.csv = csv;
  }

  /**
   * Begins a file.
   *
   * @param file must not exist: a file that somebody may be correcting is never overwritten
   * @param language of the sentences that say what is wrong: English or Chinese
   * @throws UncheckedIOException when it exists or cannot be written
   */
  public static QuarantineFile create(Path file, Locale language) {
    try {
      Writer text =
          Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      text.write('\uFEFF');
      return new QuarantineFile(
          file, language, CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text));
    } catch (IOException e) {
      throw new UncheckedIOException("no new quarantine file " + file, e);
    }
  }

  @Override
  public void header(List<String> headings) {
    sheet = QuarantineSheet.of(headings);
    csv.writeRecord(sheet.header());
  }

  @Override
  public void row(RowOutcome outcome) {
    if (outcome instanceof QuarantinedRow bad) {
      if (sheet == null) {
        throw new IllegalStateException("a row before the header");
      }
      csv.writeRecord(sheet.row(bad, language));
      rows++;
    }
  }

  /** How many rows were written so far. */
  public int rows() {
    return rows;
  }

  /** @throws UncheckedIOException when not everything could be written */
  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException("quarantine file " + file, e);
    }
  }
}
