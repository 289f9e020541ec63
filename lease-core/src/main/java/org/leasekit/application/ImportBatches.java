package org.leasekit.application;

import java.util.ArrayList;
import java.util.List;
import org.leasekit.intake.LeaseRow;

/** Parts of a table that are looked up or stored at once. */
final class ImportBatches {

  private static final int ROWS = 500;

  private ImportBatches() {}

  static List<List<LeaseRow>> of(List<LeaseRow> rows) {
    List<List<LeaseRow>> batches = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += ROWS) {
      batches.add(rows.subList(from, Math.min(from + ROWS, rows.size())));
    }
    return batches;
  }
}
