package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.port.TableSource;
import org.leasekit.port.TableSource.Row;
import org.leasekit.port.UnreadableTableException;

/** The rules of {@link TableSource}, shown on files of the adapter's format that its test writes. */
public abstract class TableSourceContract {

  private static final List<String> HEADER = List.of("contract_no", "名称", "rent");
  private static final int MANY = 100_000;
  private static final long BOUND = 4L << 20;

  /** For the test of an adapter. */
  protected TableSourceContract() {}

  /**
   * Writes a file and opens it.
   *
   * @param rows the header first; each cell is to be stored as this very text, an empty one as nothing. The list
   *     may make its rows as they are asked for, and they may be many
   */
  protected abstract TableSource source(List<List<String>> rows);

  /** Sources that cannot be read: no such file, not a file of the format, a damaged one; at least one. */
  protected abstract List<TableSource> unreadable();

  /**
   * Writes a file with one column and one row whose cell is a date as the format stores dates; null, the default,
   * when the format stores texts alone.
   */
  protected @Nullable TableSource sourceWithDate(LocalDate date) {
    return null;
  }

  private record Table(List<String> header, List<Row> rows) {}

  private static Table read(TableSource source) {
    List<List<String>> headers = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    source.read(
        header -> {
          assertThat(rows).as("rows before the header").isEmpty();
          headers.add(List.copyOf(header));
        },
        rows::add);
    assertThat(headers).as("headers").hasSize(1);
    return new Table(headers.get(0), rows);
  }

  private Table readRows(List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(List.of(HEADER));
    all.addAll(rows);
    return read(source(all));
  }

  private List<String> onlyRow(List<String> cells) {
    List<Row> rows = readRows(List.of(cells)).rows();
    assertThat(rows).extracting(Row::line).containsExactly(1);
    return rows.get(0).cells();
  }

  @Test
  @DisplayName("TableSource rule 1: cells are passed exactly as stored")
  void passesCellsAsStored() {
    List<List<String>> stored =
        List.of(
            List.of(" C-1 ", "王晓明\u3000", "￥１，２００．００"),
            List.of("007", "a,b;c\td", "\"quoted\" 'text'"),
            List.of("2026年3月31日", "first line\nsecond line", "-0.50"),
            List.of("1E5", "=1+1", "TRUE"),
            List.of("#remark", "\u00a0", "𠮷野家 é"));
    Table table = readRows(stored);
    assertThat(table.header()).isEqualTo(HEADER);
    assertThat(table.rows()).extracting(Row::cells).isEqualTo(stored);
    assertThat(table.rows()).extracting(Row::line).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  @DisplayName("TableSource rule 1: a date cell is passed as its serial number in plain decimals")
  void passesDatesAsNumbers() {
    TableSource source = sourceWithDate(LocalDate.of(2026, 3, 31));
    assumeThat(source).as("the format stores dates").isNotNull();
    assertThat(read(Objects.requireNonNull(source)).rows())
        .containsExactly(new Row(1, List.of("46112")));
  }

  @Test
  @DisplayName("TableSource.read: column names are stripped")
  void stripsHeader() {
    assertThat(read(source(List.of(List.of(" a ", "\tb", "c\u3000")))).header())
        .containsExactly("a", "b", "c");
  }

  @Test
  @DisplayName("TableSource.Row: missing cells are empty, further ones are kept at the end")
  void fillsUpRows() {
    assertThat(onlyRow(List.of("C-1"))).containsExactly("C-1", "", "");
    assertThat(onlyRow(List.of("", "x", ""))).containsExactly("", "x", "");
    assertThat(onlyRow(List.of("", "", "x"))).containsExactly("", "", "x");
    assertThat(onlyRow(List.of("C-1", "x", "1", "more", "", "still more")))
        .containsExactly("C-1", "x", "1", "more", "", "still more");
  }

  @Test
  @DisplayName("TableSource rule 2: rows that are empty throughout are passed over but counted")
  void countsEmptyRows() {
    List<String> empty = List.of("", "", "");
    List<Row> rows =
        readRows(
                List.of(
                    empty, List.of("C-1", "", ""), empty, empty, List.of("", "", "C-2"), empty))
            .rows();
    assertThat(rows)
        .containsExactly(new Row(2, List.of("C-1", "", "")), new Row(5, List.of("", "", "C-2")));
  }

  @Test
  @DisplayName("TableSource rule 2: a table without data rows has a header alone")
  void readsHeaderAlone() {
    assertThat(readRows(List.of())).isEqualTo(new Table(HEADER, List.of()));
  }

  @Test
  @DisplayName("TableSource rule 3: a file that cannot be read is refused with one clear sentence")
  void refusesUnreadable() {
    assertThat(unreadable()).isNotEmpty();
    for (TableSource source : unreadable()) {
      assertThatThrownBy(() -> source.read(header -> {}, row -> {}))
          .as(source.name())
          .isInstanceOf(UnreadableTableException.class)
          .message()
          .isNotBlank()
          .doesNotContain("\n", "\r", "Exception", "null");
    }
  }

  @Test
  @DisplayName("TableSource rule 4: memory does not grow with the number of rows")
  void readsRowByRow() {
    List<List<String>> rows =
        new AbstractList<>() {
          @Override
          public List<String> get(int index) {
            return index == 0 ? HEADER : List.of("C-" + index % 10, "王晓明", "1200.00");
          }

          @Override
          public int size() {
            return MANY + 1;
          }
        };
    read(source(rows.subList(0, 1000)));
    TableSource source = source(rows);
    long before = usedMemory();
    long[] peak = new long[1];
    int[] count = new int[1];
    source.read(
        header -> {},
        row -> {
          count[0]++;
          if (row.line() == 1 || row.line() == MANY / 2 || row.line() == MANY) {
            peak[0] = Math.max(peak[0], usedMemory());
          }
        });
    assertThat(count[0]).isEqualTo(MANY);
    assertThat(peak[0] - before).as("bytes held while %d rows are read", MANY).isLessThan(BOUND);
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  @DisplayName("TableSource rule 5: it may be read again and passes the same again")
  void readsAgain() {
    TableSource source = source(List.of(HEADER, List.of("C-1", "王晓明", "1"), List.of("C-2", "", "2")));
    Table first = read(source);
    assertThat(first.rows()).hasSize(2);
    assertThat(read(source)).isEqualTo(first);
  }

  @Test
  @DisplayName("TableSource.name: the source has a name for messages")
  void hasAName() {
    assertThat(source(List.of(HEADER)).name()).isNotBlank();
  }
}
