package org.leasekit.intake;

import java.util.List;
import org.leasekit.outcome.Rejection;

/**
 * A row that became no contract.
 *
 * @param line counts data rows from 1, the header not counted
 * @param findings everything that is wrong with it, at least one
 * @param cells the row as it stands in the table
 */
public record QuarantinedRow(int line, List<Finding> findings, List<String> cells)
    implements ReadRow, RowOutcome, Comparable<QuarantinedRow> {

  public QuarantinedRow {
    findings = List.copyOf(findings);
    cells = List.copyOf(cells);
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("findings: at least one");
    }
  }

  /** By line. */
  @Override
  public int compareTo(QuarantinedRow other) {
    return Integer.compare(line, other.line);
  }

  /** A row that reads well and yet breaks those rules. */
  public static QuarantinedRow of(LeaseRow row, List<? extends Rejection> rejections) {
    return new QuarantinedRow(
        row.line(), rejections.stream().map(Finding::of).toList(), row.cells());
  }

  /** A row that reads well and yet cannot become a contract. */
  public static QuarantinedRow of(LeaseRow row, Rejection rejection) {
    return of(row, List.of(rejection));
  }

  /** The same with the cells as they stand in the table. */
  public QuarantinedRow withCells(List<String> original) {
    return new QuarantinedRow(line, findings, original);
  }
}
