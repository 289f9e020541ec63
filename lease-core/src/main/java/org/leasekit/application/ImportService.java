package org.leasekit.application;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.leasekit.access.Action;
import org.leasekit.intake.Assembly;
import org.leasekit.intake.ImportReport;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.StoredFacts;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;
import org.leasekit.port.TableSource;

/** Takes in spreadsheets. */
public final class ImportService {
  private final ImportFacts facts;
  private final ImportWriter writer;
  private final LessorId lessor;
  private final Gate gate;

  ImportService(Stores stores, LessorId lessor, InstantSource clock, Gate gate) {
    this.gate = gate;
    this.facts = new ImportFacts(stores, lessor);
    this.writer = new ImportWriter(stores, clock);
    this.lessor = lessor;
  }

  /**
   * Imports a portfolio of contracts. The whole table is judged before anything is stored; then accepted
   * rows are stored as active contracts, some hundred in one unit of work, each with its tenant and its
   * place on the agenda of billing. A row becomes a contract, is found stored already, or is
   * quarantined with everything that is wrong with it. Importing a table again changes nothing, and
   * completes an import that broke off.
   *
   * @return what became of every row; rejected with a {@link org.leasekit.intake.TableRejection} when
   *     the columns are not those of a portfolio, or when the actor may not
   * @throws org.leasekit.port.UnreadableTableException when the table cannot be read to its end;
   *     nothing is stored then
   */
  public Outcome<ImportReport> importPortfolio(TableSource source, ImportOptions options) {
    return gate.ask(Action.IMPORT)
        .then(allowed -> ImportTable.read(source, lessor, options))
        .map(table -> judgedAndStored(table, source.name(), options));
  }

  private ImportReport judgedAndStored(ImportTable table, String source, ImportOptions options) {
    StoredFacts stored = facts.about(table.leases(), options.progress());
    Assembly assembly = Assembly.of(table.leases(), stored);
    int unchanged = assembly.unchanged().size();
    List<QuarantinedRow> quarantined = new ArrayList<>(table.quarantined());
    quarantined.addAll(assembly.quarantined());
    int accepted = assembly.accepted().size();
    if (!options.dryRun()) {
      ImportWriter.Written written =
          writer.store(assembly.accepted(), source, options.progress());
      accepted = written.added();
      unchanged += written.unchanged();
      quarantined.addAll(written.refused());
    }
    return new ImportReport(table.rows(), accepted, unchanged, quarantined);
  }
}
