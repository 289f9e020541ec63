package org.leasekit.application;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leasekit.intake.Columns;
import org.leasekit.intake.LeaseRow;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.RawRow;
import org.leasekit.intake.ReadRow;
import org.leasekit.intake.RowReader;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.port.TableSource;

/**
 * A table whose rows are each judged by themselves.
 *
 * @param leases rows that read well, in the order of the table
 * @param quarantined the others, in the order of the table
 */
record ImportTable(List<LeaseRow> leases, List<QuarantinedRow> quarantined) {

  private static final int ROWS_PER_REPORT = 500;

  static Outcome<ImportTable> read(TableSource source, LessorId lessor, ImportOptions options) {
    Collector collector = new Collector(lessor, options);
    source.read(collector::header, collector::row);
    return collector.table();
  }

  int rows() {
    return leases.size() + quarantined.size();
  }

  /** Takes what a source passes. Without the columns no row is looked at. */
  private static final class Collector {
    private final LessorId lessor;
    private final ImportOptions options;
    private final List<LeaseRow> leases = new ArrayList<>();
    private final List<QuarantinedRow> quarantined = new ArrayList<>();
    private @Nullable Outcome<RowReader> reader;

    Collector(LessorId lessor, ImportOptions options) {
      this.lessor = lessor;
      this.options = options;
    }

    void header(List<String> headings) {
      reader =
          Columns.bind(headings, options.columnMapping())
              .map(columns -> new RowReader(lessor, columns, options.currency()));
    }

    void row(TableSource.Row row) {
      if (!(reader instanceof Outcome.Accepted<RowReader> bound)) {
        return;
      }
      ReadRow read = bound.value().read(new RawRow(row.line(), row.cells()));
      if (read instanceof LeaseRow lease) {
        leases.add(lease);
      } else if (read instanceof QuarantinedRow bad) {
        quarantined.add(bad);
      }
      int done = leases.size() + quarantined.size();
      if (done % ROWS_PER_REPORT == 0) {
        tell(options.progress(), done);
      }
    }

    Outcome<ImportTable> table() {
      if (reader == null) {
        throw new IllegalStateException("a table source has to pass its header first");
      }
      tell(options.progress(), leases.size() + quarantined.size());
      return reader.map(
          columns -> new ImportTable(List.copyOf(leases), List.copyOf(quarantined)));
    }

    private static void tell(Consumer<ImportProgress> listener, int done) {
      listener.accept(
          new ImportProgress(ImportProgress.Phase.READING, done, OptionalInt.empty()));
    }
  }
}
