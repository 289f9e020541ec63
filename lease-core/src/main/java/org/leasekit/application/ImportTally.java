package org.leasekit.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.leasekit.intake.ImportReport;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.RowOutcome;

/** Counts what becomes of rows, keeps the first of each kind, and passes every one on. */
final class ImportTally {

  private static final int MOST_ROWS = 1000;

  /** Rows may be long: what is kept has no more characters than that. */
  private static final int MOST_CHARACTERS = 1 << 20;

  private final ImportOptions options;
  private final int total;
  private final List<QuarantinedRow> quarantined = new ArrayList<>();
  private final List<RowOutcome.Amended> amendments = new ArrayList<>();
  private int characters;
  private int done;
  private int accepted;
  private int amended;
  private int unchanged;
  private int refused;

  ImportTally(ImportOptions options, int total) {
    this.options = options;
    this.total = total;
  }

  /** Takes the final outcome of the next row. */
  void add(RowOutcome outcome) {
    if (outcome instanceof RowOutcome.Added) {
      accepted++;
    } else if (outcome instanceof RowOutcome.Unchanged) {
      unchanged++;
    } else if (outcome instanceof RowOutcome.Amended amendment) {
      amended++;
      if (amendments.size() < MOST_ROWS) {
        amendments.add(amendment);
      }
    } else if (outcome instanceof QuarantinedRow bad) {
      refused++;
      keep(bad);
    }
    options.rows().row(outcome);
  }

  private void keep(QuarantinedRow row) {
    // once one was left out no later one is kept: they are the first
    if (quarantined.size() == refused - 1 && quarantined.size() < MOST_ROWS) {
      characters += row.cells().stream().mapToInt(String::length).sum();
      if (characters <= MOST_CHARACTERS) {
        quarantined.add(row);
      }
    }
  }

  /** Tells how far the import is. */
  void progress(int further) {
    done += further;
    ImportProgress.Phase phase =
        options.dryRun() ? ImportProgress.Phase.CHECKING : ImportProgress.Phase.STORING;
    options.progress().accept(new ImportProgress(phase, done, OptionalInt.of(total)));
  }

  ImportReport report() {
    return new ImportReport(
        accepted + amended + unchanged + refused,
        accepted, amended, unchanged, refused, quarantined.stream().sorted().toList(),
        amendments.stream().sorted(Comparator.comparingInt(RowOutcome.Amended::line)).toList());
  }
}
