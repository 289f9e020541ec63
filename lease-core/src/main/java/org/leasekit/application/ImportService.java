package org.leasekit.application;

import java.time.InstantSource;
import java.time.ZoneId;
import org.leasekit.access.Action;
import org.leasekit.intake.ImportReport;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;
import org.leasekit.port.TableSource;

/** Takes in spreadsheets. */
public final class ImportService {
  private final Stores stores;
  private final LessorId lessor;
  private final ZoneId zone;
  private final InstantSource clock;
  private final Gate gate;
  private final AmendmentIntake amendments;

  ImportService(
      Stores stores,
      LessorId lessor,
      ZoneId zone,
      InstantSource clock,
      Gate gate,
      AmendmentIntake amendments) {
    this.stores = stores;
    this.lessor = lessor;
    this.zone = zone;
    this.clock = clock;
    this.gate = gate;
    this.amendments = amendments;
  }

  /**
   * Imports a portfolio of contracts. A row becomes an active contract with its tenant and its place on the agenda of
   * billing, amends a stored contract, is found stored already, or is quarantined with everything that is wrong with
   * it. Importing a table again changes nothing, and completes an import that broke off.
   *
   * <ol>
   *   <li>The table is read twice: to its end before anything is stored, and again while rows are stored, some hundred
   *       in one unit of work.
   *   <li>Masters are judged first, from the top of the hierarchy down, wherever they stand in the table; then the other
   *       rows, in the order of the table.
   *   <li>A row whose number stands already is a duplicate, whatever else is wrong with it. Only an accepted row, or one
   *       whose contract is stored, makes its number stand, holds its unit and has rows below it.
   *   <li>A parent is a master of the table or a stored one that has not ended, and its term holds the whole term of
   *       what is below it.
   *   <li>Two rows collide as {@link org.leasekit.contract.Contract#collidesWith} says; the first one stays.
   *   <li>A row whose contract is stored is held against that contract as its amendments leave it, see {@link
   *       org.leasekit.intake.RowChanges}. What differs is treated as {@link ImportOptions#changes()} says; the
   *       amendments of one row are recorded all together or not at all.
   * </ol>
   *
   * <p>Rows that do not contend for a number or a unit may change places without changing the outcome. The heap that is
   * needed grows with the number of master contracts, not with that of rows; long tables leave marks in a temporary file.
   *
   * @return what became of the rows; rejected with a {@link org.leasekit.intake.TableRejection} when the columns are not
   *     those of a portfolio, there are more than 20,000 master contracts, or the actor may not
   * @throws org.leasekit.port.UnreadableTableException when the table cannot be read to its end: nothing is stored then;
   *     or when it reads otherwise the second time: what was stored before that was noticed remains
   */
  public Outcome<ImportReport> importPortfolio(TableSource source, ImportOptions options) {
    return gate.ask(Action.IMPORT)
        .then(allowed -> TableSurvey.of(source, lessor, options))
        .map(
            survey -> {
              try (ImportRun run =
                  new ImportRun(
                      stores, lessor, zone, clock, amendments, options, source, survey)) {
                return run.run();
              }
            });
  }
}
