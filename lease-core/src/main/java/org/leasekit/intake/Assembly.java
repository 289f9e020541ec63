package org.leasekit.intake;

import java.util.List;

/**
 * A table taken together.
 *
 * @param accepted leases to be stored, masters before what is below them
 * @param unchanged leases that are stored already, just as their rows say
 * @param quarantined rows that read well and cannot stand beside the others, by line
 */
public record Assembly(
    List<LeaseRow> accepted, List<LeaseRow> unchanged, List<QuarantinedRow> quarantined) {

  public Assembly {
    accepted = List.copyOf(accepted);
    unchanged = List.copyOf(unchanged);
    quarantined = quarantined.stream().sorted().toList();
  }

  /**
   * Judges rows among one another and beside what is stored.
   *
   * <ol>
   *   <li>Masters are judged first, from the top of the hierarchy down, wherever they stand in the
   *       table; then the other rows, in the order of the table.
   *   <li>A row whose number stands already is a duplicate, whatever else is wrong with it. Only an
   *       accepted row, or one that is stored, makes its number stand, holds its unit and has rows below
   *       it.
   *   <li>A parent is a master of the table or a stored one that has not ended, and its term holds the
   *       whole term of what is below it.
   *   <li>Two rows collide as {@link org.leasekit.contract.Contract#collidesWith} says; the first one
   *       stays.
   * </ol>
   *
   * <p>Rows that do not contend for a number or a unit may change places without changing the outcome.
   *
   * @param rows in the order of the table
   */
  public static Assembly of(List<LeaseRow> rows, StoredFacts stored) {
    Assembler assembler = new Assembler(stored);
    assembler.judgeMasters(rows.stream().filter(row -> row.contract().master()).toList());
    rows.stream().filter(row -> !row.contract().master()).forEach(assembler::judge);
    return assembler.assembled();
  }
}
