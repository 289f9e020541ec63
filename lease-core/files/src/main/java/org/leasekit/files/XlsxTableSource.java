package org.leasekit.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.leasekit.port.TableFault;
import org.leasekit.port.TableSource;
import org.leasekit.port.UnreadableTableException;

/**
 * The first visible sheet of an XLSX workbook. A date is passed as its serial number in the 1900 system, a
 * number in plain decimals with the 15 digits that spreadsheets vouch for, a formula as its last result.
 * Rows are streamed; the workbook's table of texts is held in memory. Empty rows before the header are
 * passed over.
 */
public final class XlsxTableSource implements TableSource {

  /** A cell that should be a number and is none is passed as an error rather than ending the table. */
  private static final ReadingOptions LENIENT = new ReadingOptions(false, true);

  private static final MathContext SPREADSHEET_DIGITS = new MathContext(15);

  /** More zeros than any number of a spreadsheet has. */
  private static final int LONGEST_PLAIN = 400;

  private final Path file;

  /**
   * A source that reads the file anew each time.
   *
   * @param file a workbook on the default file system, whatever it is called
   */
  public XlsxTableSource(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public void read(Consumer<List<String>> header, Consumer<Row> each) {
    TableSources.requireFile(file);
    XlsxGuard.check(file);
    try (ReadableWorkbook workbook = open();
        Stream<org.dhatim.fastexcel.reader.Row> rows = rows(workbook)) {
      RowSink sink = new RowSink(header, each);
      Iterator<org.dhatim.fastexcel.reader.Row> iterator = rows.iterator();
      Optional<org.dhatim.fastexcel.reader.Row> next = next(iterator);
      while (next.isPresent()) {
        sink.accept(next.get().getRowNum(), cells(next.get()));
        next = next(iterator);
      }
      sink.finish(file);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private ReadableWorkbook open() throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), LENIENT);
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  private Sheet sheet(ReadableWorkbook workbook) {
    if (workbook.isDate1904()) {
      throw new UnreadableTableException(
          TableFault.WORKBOOK_COUNTS_FROM_1904, null, file.toString());
    }
    return workbook
        .getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .orElseThrow(() ->
                new UnreadableTableException(
                    TableFault.WORKBOOK_WITHOUT_SHEET, null, file.toString()));
  }

  private Stream<org.dhatim.fastexcel.reader.Row> rows(ReadableWorkbook workbook)
      throws IOException {
    Sheet sheet = sheet(workbook);
    try {
      return sheet.openStream();
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** What goes wrong in here is the file's fault; what goes wrong with the row is the caller's. */
  private Optional<org.dhatim.fastexcel.reader.Row> next(
      Iterator<org.dhatim.fastexcel.reader.Row> rows) {
    try {
      return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  private static List<String> cells(org.dhatim.fastexcel.reader.Row row) {
    List<String> cells = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(row.getOptionalCell(i).map(XlsxTableSource::text).orElse(""));
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.ERROR) {
      return cell.getRawValue();
    }
    return cell.getValue() instanceof BigDecimal number ? plain(number) : cell.getText();
  }

  private static String plain(BigDecimal number) {
    if (Math.abs((long) number.precision() - number.scale()) > LONGEST_PLAIN) {
      return number.toString();
    }
    BigDecimal vouched = number.scale() > 0 ? number.round(SPREADSHEET_DIGITS) : number;
    return vouched.signum() == 0 ? "0" : vouched.stripTrailingZeros().toPlainString();
  }

  private UnreadableTableException unreadable(Exception cause) {
    return new UnreadableTableException(TableFault.WORKBOOK_DAMAGED, cause, file.toString());
  }
}
