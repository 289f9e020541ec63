package org.leasekit.application;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.leasekit.intake.Columns;
import org.leasekit.intake.LeaseRow;
import org.leasekit.intake.RawRow;
import org.leasekit.intake.ReadRow;
import org.leasekit.intake.RowReader;
import org.leasekit.intake.TableRejection;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.port.TableSource;

/**
 * What has to be known of a table before its first row is judged. The table has been read to its end, and can be.
 *
 * @param rows how many there are
 * @param masters the master contracts among them, in the order of the table, without their cells
 * @param digest of all headings and cells, by which a second reading knows that it reads the same
 */
record TableSurvey(int rows, List<LeaseRow> masters, long digest) {

  /** Masters are sorted in memory, where each may take some kilobytes. */
  static final int MOST_MASTERS = 20_000;

  private static final int ROWS_PER_REPORT = 500;

  static Outcome<TableSurvey> of(TableSource source, LessorId lessor, ImportOptions options) {
    Surveyor surveyor = new Surveyor(lessor, options);
    source.read(surveyor::header, surveyor::row);
    return surveyor.survey();
  }

  /** Binds a row reader to the headings of a table. */
  static Outcome<RowReader> reader(
      List<String> headings, LessorId lessor, ImportOptions options) {
    return Columns.bind(headings, options.columnMapping())
        .map(columns -> new RowReader(lessor, columns, options.currency()));
  }

  /** A digest, continued. */
  static long digest(long before, List<String> cells) {
    return before * 1_000_003 + cells.hashCode();
  }

  /** Takes what a source passes. Without the columns no row is looked at. */
  private static final class Surveyor {
    private final LessorId lessor;
    private final ImportOptions options;
    private final List<LeaseRow> masters = new ArrayList<>();
    private @Nullable Outcome<RowReader> reader;
    private int rows;
    private long digest;
    private boolean tooMany;

    Surveyor(LessorId lessor, ImportOptions options) {
      this.lessor = lessor;
      this.options = options;
    }

    void header(List<String> headings) {
      reader = reader(headings, lessor, options);
      digest = digest(0, headings);
    }

    void row(TableSource.Row row) {
      if (!(reader instanceof Outcome.Accepted<RowReader> bound)) {
        return;
      }
      rows++;
      digest = digest(digest, row.cells());
      ReadRow read = bound.value().read(new RawRow(row.line(), row.cells()));
      if (read instanceof LeaseRow lease && lease.contract().master()) {
        tooMany |= masters.size() == MOST_MASTERS;
        if (!tooMany) {
          masters.add(lease.withoutCells());
        }
      }
      if (rows % ROWS_PER_REPORT == 0) {
        tell();
      }
    }

    Outcome<TableSurvey> survey() {
      if (reader == null) {
        throw new IllegalStateException("a table source has to pass its header first");
      }
      tell();
      return tooMany
          ? Outcome.rejected(new TableRejection.TooManyMasters(MOST_MASTERS))
          : reader.map(bound -> new TableSurvey(rows, List.copyOf(masters), digest));
    }

    private void tell() {
      options
          .progress()
          .accept(new ImportProgress(ImportProgress.Phase.READING, rows, OptionalInt.empty()));
    }
  }
}
