package org.leasekit.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leasekit.port.TableFault;
import org.leasekit.port.TableSource;
import org.leasekit.port.UnreadableTableException;

/**
 * CSV in UTF-8, with or without byte order mark, or GB18030; cells separated by comma, semicolon or tab,
 * whichever the header has most of, and quoted where need be, line breaks within quotes included. Empty
 * lines before the header are passed over.
 */
public final class CsvTableSource implements TableSource {

  /** The most that a cell of a spreadsheet holds. */
  private static final int MAX_CELL = 32_767;

  private static final int MAX_CELLS = 16_384;
  private static final int MAX_ROW = 1_000_000;

  /** Some cells of a buffer, so that one that has no end is not read to its end. */
  private static final int MAX_BUFFER = 1 << 18;

  private static final String SEPARATORS = ",;\t";

  private static final Pattern LINE = Pattern.compile("(?:starting at|started in) line ([0-9]+)");

  private final Path file;

  /**
   * A source that reads the file anew each time.
   *
   * @param file CSV, whatever it is called
   */
  public CsvTableSource(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public void read(Consumer<List<String>> header, Consumer<Row> each) {
    TableSources.requireFile(file);
    try {
      Charset charset = Encodings.detect(file);
      try (BufferedReader text = open(charset);
          CsvReader<CsvRecord> records = records(text)) {
        RowSink sink = new RowSink(header, each);
        Iterator<CsvRecord> iterator = records.iterator();
        int line = 0;
        Optional<CsvRecord> next = next(iterator);
        while (next.isPresent()) {
          sink.accept(line++, next.get().getFields());
          next = next(iterator);
        }
        sink.finish(file);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private BufferedReader open(Charset charset) throws IOException {
    Reader strict =
        new InputStreamReader(
            Files.newInputStream(file),
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    BufferedReader text = new BufferedReader(strict);
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  private CsvReader<CsvRecord> records(BufferedReader text) throws IOException {
    char separator = separator(text);
    CsvRecordHandler handler =
        CsvRecordHandler.builder()
            .maxFields(MAX_CELLS)
            .maxFieldSize(MAX_CELL)
            .maxRecordSize(MAX_ROW)
            .build();
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(MAX_BUFFER)
        .build(handler, text);
  }

  /** Whichever separator stands oftenest outside quotes in the first line that has anything in it. */
  private static char separator(BufferedReader text) throws IOException {
    int[] counts = new int[SEPARATORS.length()];
    text.mark(MAX_ROW + 1);
    boolean quoted = false;
    boolean blank = true;
    for (int i = 0; i < MAX_ROW; i++) {
      int c = text.read();
      if (c < 0 || (!quoted && !blank && (c == '\n' || c == '\r'))) {
        break;
      }
      quoted ^= c == '"';
      blank &= Character.isWhitespace(c);
      int known = SEPARATORS.indexOf(c);
      if (known >= 0 && !quoted) {
        counts[known]++;
      }
    }
    text.reset();
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.charAt(best);
  }

  /** What goes wrong in here is the file's fault; what goes wrong with the row is the caller's. */
  private Optional<CsvRecord> next(Iterator<CsvRecord> records) throws IOException {
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (CsvParseException e) {
      throw malformed(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The reader's exceptions differ by nothing but their text, which is English and names the line. */
  private UnreadableTableException malformed(CsvParseException e) {
    Throwable cause = e.getCause();
    // what does not fit into the reader's buffer is wrapped once more
    String text = e.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    Matcher line = LINE.matcher(text);
    String place = line.find() ? line.group(1) : "1";
    if (text.startsWith("Unclosed quoted field")) {
      return new UnreadableTableException(TableFault.CSV_QUOTE_OPEN, e, file.toString(), place);
    }
    if (text.startsWith("Unexpected character after closing quote")) {
      return new UnreadableTableException(
          TableFault.CSV_TEXT_BEHIND_QUOTE, e, file.toString(), place);
    }
    return text.contains("max")
        ? new UnreadableTableException(TableFault.CSV_ROW_TOO_LARGE, e, file.toString(), place)
        : new UnreadableTableException(TableFault.CSV_MALFORMED, e, file.toString(), place, text);
  }

  private UnreadableTableException unreadable(IOException cause) {
    return new UnreadableTableException(TableFault.FILE_CANNOT_BE_READ, cause, file.toString());
  }
}
