package org.leasekit.intake;

import java.util.List;

/**
 * What became of the rows of a table: {@code rows} is {@code accepted}, {@code amended}, {@code unchanged} and {@code
 * refused} together. All is counted; of what was refused or amended the first rows are kept, so that a report stays
 * small however long the table: a {@link RowListener} is told of every row.
 *
 * @param rows data rows that are not empty throughout
 * @param accepted rows that became a contract, or would have in a dry run
 * @param amended rows whose stored contract became what they say by amendments, or would have in a dry run
 * @param unchanged rows whose contract is stored already, just as the row says
 * @param refused rows that were put into quarantine
 * @param quarantined the first of them, by line
 * @param amendments the first of the amended, by line
 */
public record ImportReport(
    int rows,
    int accepted,
    int amended,
    int unchanged,
    int refused,
    List<QuarantinedRow> quarantined,
    List<RowOutcome.Amended> amendments) {

  public ImportReport {
    quarantined = List.copyOf(quarantined);
    amendments = List.copyOf(amendments);
    if (rows != accepted + amended + unchanged + refused) {
      throw new IllegalArgumentException(
          "rows: every row is accepted, amended, unchanged or refused, but there are " + rows);
    }
    if (quarantined.size() > refused || amendments.size() > amended) {
      throw new IllegalArgumentException("quarantined, amendments: no more than are counted");
    }
  }

  /** Whether {@link #quarantined} and {@link #amendments} name every row that was counted. */
  public boolean namesAll() {
    return quarantined.size() == refused && amendments.size() == amended;
  }
}
