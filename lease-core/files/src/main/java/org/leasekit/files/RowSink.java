package org.leasekit.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.leasekit.port.TableFault;
import org.leasekit.port.TableSource;
import org.leasekit.port.UnreadableTableException;

/** Passes rows on as the port asks for: header first, rows counted from it, as wide as it at least. */
final class RowSink {
  private final Consumer<List<String>> header;
  private final Consumer<TableSource.Row> each;
  private int width = -1;
  private int headerAt;

  RowSink(Consumer<List<String>> header, Consumer<TableSource.Row> each) {
    this.header = header;
    this.each = each;
  }

  /**
   * Takes a row of the file; the first that is not empty throughout is the header.
   *
   * @param index where it stands in the file
   */
  void accept(int index, List<String> cells) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (width < 0) {
      List<String> headings = headings(cells);
      width = headings.size();
      headerAt = index;
      header.accept(headings);
      return;
    }
    List<String> padded = cells;
    if (cells.size() < width) {
      padded = new ArrayList<>(cells);
      while (padded.size() < width) {
        padded.add("");
      }
    }
    each.accept(new TableSource.Row(index - headerAt, padded));
  }

  /** To be called when the file has been read to its end. */
  void finish(Path file) {
    if (width < 0) {
      throw new UnreadableTableException(TableFault.FILE_EMPTY, null, file.toString());
    }
  }

  /** Columns that nobody named are none when no named one stands behind them. */
  private static List<String> headings(List<String> cells) {
    List<String> headings = new ArrayList<>(cells.stream().map(String::strip).toList());
    while (headings.get(headings.size() - 1).isEmpty()) {
      headings.remove(headings.size() - 1);
    }
    return headings;
  }
}
