package org.leasekit.intake;

import java.util.List;

/**
 * What became of every row of a table: {@code rows} is {@code accepted} and {@code unchanged} and the
 * quarantined ones together.
 *
 * @param rows data rows that are not empty throughout
 * @param accepted rows that became a contract, or would have in a dry run
 * @param unchanged rows whose contract is stored already, just as the row says
 * @param quarantined rows that became none, by line
 */
public record ImportReport(
    int rows, int accepted, int unchanged, List<QuarantinedRow> quarantined) {

  public ImportReport {
    quarantined = quarantined.stream().sorted().toList();
    if (rows != accepted + unchanged + quarantined.size()) {
      throw new IllegalArgumentException(
          "rows: every row is accepted, unchanged or quarantined, but there are " + rows);
    }
  }
}
