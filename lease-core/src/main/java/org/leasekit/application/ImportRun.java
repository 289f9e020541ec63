package org.leasekit.application;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.intake.ImportReport;
import org.leasekit.intake.LeaseRow;
import org.leasekit.intake.MasterQueue;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.RawRow;
import org.leasekit.intake.ReadRow;
import org.leasekit.intake.RowOutcome;
import org.leasekit.intake.RowReader;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;
import org.leasekit.port.TableFault;
import org.leasekit.port.TableSource;
import org.leasekit.port.UnreadableTableException;

/**
 * One import, after its table was surveyed. Masters first, from the top of the hierarchy down; then the table is read
 * again and the other rows are taken in its order, some hundred in a unit of work.
 */
final class ImportRun implements AutoCloseable {

  private static final int ROWS = 500;

  /** Rows may be long: a batch holds no more characters than that, but for its last row. */
  private static final int CHARACTERS = 1 << 21;

  private final Stores stores;
  private final LessorId lessor;
  private final ZoneId zone;
  private final InstantSource clock;
  private final AmendmentIntake amendments;
  private final ImportOptions options;
  private final TableSource source;
  private final TableSurvey survey;
  private final ImportTally tally;
  private final ImportScratch scratch;
  private final Map<ContractNo, Contract> masters = new HashMap<>();
  private final Map<Integer, RowOutcome> ofMasters = new HashMap<>();
  private Set<Integer> circles = Set.of();

  ImportRun(
      Stores stores,
      LessorId lessor,
      ZoneId zone,
      InstantSource clock,
      AmendmentIntake amendments,
      ImportOptions options,
      TableSource source,
      TableSurvey survey) {
    this.stores = stores;
    this.lessor = lessor;
    this.zone = zone;
    this.clock = clock;
    this.amendments = amendments;
    this.options = options;
    this.source = source;
    this.survey = survey;
    this.tally = new ImportTally(options, survey.rows());
    this.scratch = new ImportScratch(survey.rows());
  }

  LessorId lessor() {
    return lessor;
  }

  ImportOptions options() {
    return options;
  }

  AmendmentIntake amendments() {
    return amendments;
  }

  /** What earlier batches hold; not to be changed by a batch. */
  ImportScratch scratch() {
    return scratch;
  }

  /** Masters of the table that stand. */
  Map<ContractNo, Contract> masters() {
    return masters;
  }

  /** Whether following the row's masters leads back to it. */
  boolean isInCircle(LeaseRow row) {
    return circles.contains(row.line());
  }

  /** The lessor's day. */
  LocalDate today() {
    return clock.instant().atZone(zone).toLocalDate();
  }

  /** Where a row stands, as evidence. */
  String place(LeaseRow row) {
    return source.name() + " line " + row.line();
  }

  ImportReport run() {
    takeMasters();
    Rows rows = new Rows();
    source.read(rows::header, rows::row);
    rows.finish();
    return tally.report();
  }

  private void takeMasters() {
    MasterQueue queue = new MasterQueue(survey.masters(), storedParents());
    List<LeaseRow> ready = queue.take(ROWS);
    while (!ready.isEmpty()) {
      takeMasters(ready).keySet().forEach(queue::stands);
      ready = queue.take(ROWS);
    }
    circles = queue.circles();
    List<LeaseRow> stranded = queue.stranded();
    for (int from = 0; from < stranded.size(); from += ROWS) {
      takeMasters(stranded.subList(from, Math.min(from + ROWS, stranded.size())));
    }
  }

  private Map<ContractNo, Contract> takeMasters(List<LeaseRow> rows) {
    ImportBatch batch = take(rows);
    ofMasters.putAll(batch.outcomes());
    tally.progress(rows.size());
    return batch.masters();
  }

  private Set<ContractNo> storedParents() {
    List<ContractNo> parents =
        survey.masters().stream().flatMap(row -> row.contract().parent().stream()).distinct().toList();
    Set<ContractNo> found = new HashSet<>();
    for (int from = 0; from < parents.size(); from += ROWS) {
      List<ContractNo> some = parents.subList(from, Math.min(from + ROWS, parents.size()));
      found.addAll(
          stores.contracts().findAll(lessor, some).stream()
              .map(Contract::no)
              .collect(Collectors.toSet()));
    }
    return found;
  }

  private ImportBatch take(List<LeaseRow> rows) {
    ImportBatch batch =
        stores
            .unitOfWork()
            .required(() -> new ImportBatch(stores, this, clock.instant()).take(rows));
    batch.held().forEach(scratch::hold);
    return noted(batch);
  }

  /** Rows that were held back, and whose numbers are held therefore. */
  private Map<Integer, RowOutcome> takeTogether(List<LeaseRow> rows) {
    return noted(
            stores
                .unitOfWork()
                .required(() -> new ImportBatch(stores, this, clock.instant()).takeTogether(rows)))
        .outcomes();
  }

  private ImportBatch noted(ImportBatch batch) {
    batch.leaving().forEach(scratch::leaves);
    batch.let().forEach(scratch::let);
    masters.putAll(batch.masters());
    return batch;
  }

  /** The second reading. */
  private final class Rows {
    private final List<ReadRow> pending = new ArrayList<>();
    private @Nullable RowReader reader;
    private final List<ImportSwaps.Waiting> waiting = new ArrayList<>();
    private int characters;
    private int count;
    private long digest;

    void header(List<String> headings) {
      reader = TableSurvey.reader(headings, lessor, options).orElseThrow();
      digest = TableSurvey.digest(0, headings);
      options.rows().header(headings);
    }

    void row(TableSource.Row row) {
      if (reader == null || ++count > survey.rows()) {
        throw changed();
      }
      digest = TableSurvey.digest(digest, row.cells());
      characters += row.cells().stream().mapToInt(String::length).sum();
      pending.add(reader.read(new RawRow(row.line(), row.cells())));
      if (pending.size() == ROWS || characters > CHARACTERS) {
        flush();
      }
    }

    void finish() {
      flush();
      if (count != survey.rows() || digest != survey.digest()) {
        throw changed();
      }
      new ImportSwaps(waiting, ImportRun.this::takeTogether)
          .settle()
          .values()
          .forEach(tally::add);
    }

    private void flush() {
      List<LeaseRow> rows = new ArrayList<>();
      for (ReadRow each : pending) {
        if (each instanceof LeaseRow lease && !lease.contract().master()) {
          rows.add(lease);
        }
      }
      Map<Integer, RowOutcome> outcomes = Map.of();
      Map<Integer, ImportSwaps.Waiting> heldBack = Map.of();
      if (!rows.isEmpty()) {
        ImportBatch batch = take(rows);
        outcomes = batch.outcomes();
        heldBack = batch.waiting();
      }
      int further = 0;
      for (ReadRow each : pending) {
        RowOutcome outcome = outcome(each, outcomes);
        further += each instanceof LeaseRow lease && lease.contract().master() ? 0 : 1;
        ImportSwaps.Waiting waits = heldBack.get(outcome.line());
        if (waits != null && waiting.size() < ImportSwaps.MOST) {
          waiting.add(waits);
        } else {
          tally.add(outcome);
        }
      }
      if (further > 0) {
        tally.progress(further);
      }
      pending.clear();
      characters = 0;
    }

    private RowOutcome outcome(ReadRow row, Map<Integer, RowOutcome> outcomes) {
      if (row instanceof QuarantinedRow bad) {
        return bad;
      }
      LeaseRow lease = (LeaseRow) row;
      RowOutcome outcome =
          lease.contract().master() ? ofMasters.get(row.line()) : outcomes.get(row.line());
      if (outcome == null) {
        throw changed();
      }
      return outcome instanceof QuarantinedRow bad ? bad.withCells(lease.cells()) : outcome;
    }

    private UnreadableTableException changed() {
      return new UnreadableTableException(TableFault.FILE_CHANGED, null, source.name());
    }
  }

  @Override
  public void close() {
    scratch.close();
  }
}
