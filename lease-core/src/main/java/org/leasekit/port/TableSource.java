package org.leasekit.port;

import java.util.List;
import java.util.function.Consumer;

/**
 * Rows of a spreadsheet, read from the first to the last.
 *
 * <ol>
 *   <li>Cells are passed as text exactly as stored, not cleaned; a spreadsheet's date cell is passed as
 *       its serial number, a number in plain decimals.
 *   <li>Rows that are empty throughout are passed over but counted.
 *   <li>A file that cannot be read throws {@link UnreadableTableException} with one clear sentence.
 *   <li>Memory does not grow with the number of rows.
 *   <li>It may be read again, and passes the same again as long as the file is the same.
 * </ol>
 */
public interface TableSource {

  /**
   * One data row.
   *
   * @param line counts data rows from 1, the header not counted
   * @param cells as many as the header has, missing ones empty; further ones are kept at the end
   */
  record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** What the file is called, for messages. */
  String name();

  /**
   * Reads the header, then passes every data row.
   *
   * @param header gets the column names, stripped
   * @param each gets every row
   */
  void read(Consumer<List<String>> header, Consumer<Row> each);
}
