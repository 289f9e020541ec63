package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.Proposal;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.contract.UnitRef;
import org.leasekit.intake.LeaseRow;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.RowChanges;
import org.leasekit.intake.RowOutcome;
import org.leasekit.intake.RowRejection;
import org.leasekit.intake.RowRule;
import org.leasekit.intake.UnitOccupancy;
import org.leasekit.occupancy.Hold;
import org.leasekit.occupancy.Occupancy;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;

/**
 * Rows that are judged, and stored, in one unit of work. It only reads what earlier rows hold: a unit of work may be
 * run again from its start, and what it collects is its own.
 */
final class ImportBatch {

  /** Who causes the first step in the life of an imported contract. */
  static final String IMPORT = "import";

  private static final Set<ChangeKind> LEAVING =
      EnumSet.of(ChangeKind.UNIT_SWAP, ChangeKind.EARLY_TERMINATION);

  private static final Comparator<LeaseRow> BY_UNIT =
      Comparator.comparing(row -> row.contract().unit(), Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Stores stores;
  private final ImportRun run;
  private final Instant now;
  private final Map<Integer, RowOutcome> outcomes = new HashMap<>();
  private final Set<ContractNo> drafted = new HashSet<>();
  private final Set<ContractNo> held = new HashSet<>();
  private final UnitOccupancy units = new UnitOccupancy();
  private final List<Contract> let = new ArrayList<>();
  private final Map<ContractNo, Contract> masters = new HashMap<>();
  private final Map<ContractNo, Contract> stored = new HashMap<>();
  private final Map<ContractNo, LocalDate> leaving = new HashMap<>();
  private final Map<Integer, ImportSwaps.Waiting> waiting = new HashMap<>();
  private ImportChanges changes;

  /** A batch yet to be judged. */
  ImportBatch(Stores stores, ImportRun run, Instant now) {
    this.stores = stores;
    this.run = run;
    this.now = now;
    this.changes = new ImportChanges(stores, run, Map.of(), this::left);
  }

  /** Judges rows, and stores them unless the run is dry. */
  ImportBatch take(List<LeaseRow> rows) {
    look(rows);
    List<LeaseRow> additions = new ArrayList<>();
    for (LeaseRow row : rows) {
      RowOutcome outcome = judge(row);
      outcomes.put(row.line(), outcome);
      if (outcome instanceof RowOutcome.Added) {
        additions.add(row);
      }
    }
    if (!run.options().dryRun()) {
      store(additions);
      storeLanguages(rows);
    }
    return this;
  }

  private void storeLanguages(List<LeaseRow> rows) {
    ImportLanguages languages = new ImportLanguages(stores, run.lessor());
    for (LeaseRow row : rows) {
      Contract known = stored.get(row.contract().no());
      Locale language = row.language();
      RowOutcome outcome = outcomes.get(row.line());
      if (language != null && !(outcome instanceof QuarantinedRow)) {
        languages.note(ImportChanges.tenantAfter(row, known, outcome), language);
      }
    }
    languages.store();
  }

  /**
   * Takes rows of stored contracts, all of them or none, or a single row of a new one; a row that is quarantined means that none
   * was taken.
   */
  ImportBatch takeTogether(List<LeaseRow> rows) {
    look(rows);
    if (rows.size() == 1 && !stored.containsKey(rows.get(0).contract().no())) {
      return takeNew(rows.get(0));
    }
    List<RowOutcome> answers = changes.together(rows, stored, this::amendmentConflict);
    answers.forEach(answer -> outcomes.put(answer.line(), answer));
    if (answers.stream().noneMatch(QuarantinedRow.class::isInstance)) {
      for (LeaseRow row : rows) {
        hold(row, Objects.requireNonNull(outcomes.get(row.line())));
      }
      if (!run.options().dryRun()) {
        storeLanguages(rows);
      }
    }
    return this;
  }

  private ImportBatch takeNew(LeaseRow row) {
    RowOutcome outcome = addition(row);
    outcomes.put(row.line(), outcome);
    if (outcome instanceof RowOutcome.Added) {
      hold(row, outcome);
      if (!run.options().dryRun()) {
        store(List.of(row));
        storeLanguages(List.of(row));
      }
    }
    return this;
  }

  private void look(List<LeaseRow> rows) {
    Set<ContractNo> numbers =
        rows.stream()
            .map(LeaseRow::contract)
            .flatMap(each -> Stream.concat(Stream.of(each.no()), each.parent().stream()))
            .collect(Collectors.toSet());
    stores.contracts().findAll(run.lessor(), numbers).forEach(each -> stored.put(each.no(), each));
    stores.drafts().findAll(run.lessor(), numbers).forEach(each -> drafted.add(each.no()));
    if (run.options().changes() == ImportOptions.Changes.AMEND && !run.options().dryRun()) {
      lockWhatChanges(rows);
    }
    changes = new ImportChanges(stores, run, tenants(stored.values()), this::left);
  }

  private void lockWhatChanges(List<LeaseRow> rows) {
    Set<ContractNo> changing = new HashSet<>();
    Set<UnitRef> wanted = new TreeSet<>();
    for (LeaseRow row : rows) {
      Contract known = stored.get(row.contract().no());
      if (known == null || !row.saysTheSameAs(known)) {
        Optional.ofNullable(row.contract().unit()).ifPresent(wanted::add);
      }
      if (known != null && !row.saysTheSameAs(known)) {
        changing.add(known.no());
      }
    }
    if (!changing.isEmpty()) {
      run.amendments().lock(changing, wanted);
      stores.contracts().findAll(run.lessor(), changing).forEach(each -> stored.put(each.no(), each));
    }
  }

  private Map<TenantId, Tenant> tenants(Collection<Contract> contracts) {
    Set<TenantId> ids = contracts.stream().map(Contract::tenant).collect(Collectors.toSet());
    return ids.isEmpty() ? Map.of() : stores.tenants().findAll(run.lessor(), ids);
  }

  /** By line. */
  Map<Integer, RowOutcome> outcomes() {
    return outcomes;
  }

  /** Numbers that stand now. */
  Set<ContractNo> held() {
    return held;
  }

  /** What rows let and the stores do not know of. */
  List<Contract> let() {
    return let;
  }

  /** Masters that stand now. */
  Map<ContractNo, Contract> masters() {
    return masters;
  }

  /** Of contracts that were amended, in a dry run, the day from which on what is stored of their holds is no more. */
  Map<ContractNo, LocalDate> leaving() {
    return leaving;
  }

  /** Rows that are not settled yet, by line: their outcomes are only for now. */
  Map<Integer, ImportSwaps.Waiting> waiting() {
    return waiting;
  }

  /** What is left of a stored hold after all that a dry run has tried. */
  private Optional<Hold> left(Hold hold) {
    LocalDate here = leaving.get(hold.contract());
    LocalDate from = here == null ? run.scratch().leftFrom(hold.contract()).orElse(null) : here;
    if (from == null || !hold.days().endExclusive().isAfter(from)) {
      return Optional.of(hold);
    }
    return hold.days().start().isBefore(from)
        ? Optional.of(hold.over(DateRange.of(hold.days().start(), from)))
        : Optional.empty();
  }

  private RowOutcome judge(LeaseRow row) {
    ContractNo no = row.contract().no();
    boolean isDrafted = drafted.contains(no) && !stored.containsKey(no);
    if (isDrafted || held.contains(no) || run.scratch().holds(no)) {
      return QuarantinedRow.of(row, new ContractRejection.DuplicateNumber(no));
    }
    if (run.isInCircle(row)) {
      return QuarantinedRow.of(row, parentRule(RowRule.HIERARCHY_CYCLE, row));
    }
    Contract known = stored.get(no);
    RowOutcome outcome = known == null ? addition(row) : changes.between(row, known, found -> amendmentConflict(row, found));
    if (!(outcome instanceof QuarantinedRow bad)) {
      hold(row, outcome);
    } else if (run.options().changes() == ImportOptions.Changes.AMEND && isTaken(bad)) {
      // whoever has the unit may leave it further down in the table
      held.add(no);
      UnitRef leaves = known == null ? null : changes.agreed(known).unit();
      waiting.put(row.line(), new ImportSwaps.Waiting(row, leaves, bad));
    }
    return outcome;
  }

  private static boolean isTaken(QuarantinedRow bad) {
    return bad.findings().stream()
        .allMatch(finding -> finding.rejection() instanceof ContractRejection.UnitAlreadyLeased);
  }

  private void hold(LeaseRow row, RowOutcome outcome) {
    Contract contract = row.contract();
    held.add(contract.no());
    if (contract.master()) {
      Contract known = stored.get(contract.no());
      boolean ended = known != null && known.status().isEnded();
      masters.put(contract.no(), known == null || !ended ? contract : known);
    }
    // a store that was changed answers for itself, unless a contract got another unit or term
    boolean unknown = run.options().dryRun() && outcome instanceof RowOutcome.Added;
    if (unknown || outcome instanceof RowOutcome.Amended) {
      let.add(contract);
    }
    if (run.options().dryRun() && outcome instanceof RowOutcome.Amended amended) {
      amended.proposals().stream()
          .filter(each -> LEAVING.contains(each.change().kind()))
          .map(Proposal::effective)
          .min(Comparator.naturalOrder())
          .ifPresent(from -> leaving.put(contract.no(), from));
    }
    if (!(outcome instanceof RowOutcome.Unchanged) && units.holder(contract).isEmpty()) {
      units.add(contract);
    }
  }

  private RowOutcome addition(LeaseRow row) {
    List<Rejection> conflicts = new ArrayList<>();
    parentConflict(row).ifPresent(conflicts::add);
    Contract contract = row.contract();
    UnitRef unit = contract.unit();
    if (unit != null
        && (isTakenByRow(contract)
            || !isFree(contract, unit))) {
      conflicts.add(new ContractRejection.UnitAlreadyLeased(contract.no(), unit, contract.term()));
    }
    return conflicts.isEmpty()
        ? new RowOutcome.Added(row.line(), contract.no())
        : QuarantinedRow.of(row, conflicts);
  }

  private boolean isFree(Contract contract, UnitRef unit) {
    return stores.contracts().isFree(run.lessor(), unit, contract.portion(), contract.term())
        || run.options().dryRun() && isLeft(contract, unit);
  }

  /** Whether whoever has the unit would have left it by the rows that were tried. */
  private boolean isLeft(Contract contract, UnitRef unit) {
    List<Hold> taken =
        stores.holds().ofUnits(run.lessor(), List.of(unit)).stream()
            .flatMap(hold -> left(hold).stream())
            .toList();
    return Occupancy.of(taken).firstTaken(Hold.of(contract)).isEmpty();
  }

  private boolean isTakenByRow(Contract contract) {
    return units.holder(contract).isPresent() || run.scratch().collides(contract);
  }

  private Optional<RowRejection> parentConflict(LeaseRow row) {
    Optional<ContractNo> parent = row.contract().parent();
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    Contract inTable = run.masters().get(parent.get());
    Optional<Contract> master =
        Optional.ofNullable(inTable == null ? stored.get(parent.get()) : inTable)
            .filter(contract -> contract.master() && !contract.status().isEnded());
    if (master.isEmpty()) {
      return Optional.of(parentRule(RowRule.NO_SUCH_MASTER, row));
    }
    return master.get().term().contains(row.contract().term())
        ? Optional.empty()
        : Optional.of(parentRule(RowRule.TERM_OUTSIDE_MASTER, row));
  }

  /** What a contract with another unit or a longer term would come into conflict with, beside what is stored. */
  private Optional<Rejection> amendmentConflict(LeaseRow row, RowChanges found) {
    Contract contract = row.contract();
    UnitRef unit = contract.unit();
    boolean extended = found.has(ChangeKind.EXTENSION);
    if (unit != null && (extended || found.has(ChangeKind.UNIT_SWAP)) && isTakenByRow(contract)) {
      return Optional.of(
          new ContractRejection.UnitAlreadyLeased(contract.no(), unit, contract.term()));
    }
    return extended ? parentConflict(row).map(rejection -> rejection) : Optional.empty();
  }

  private static RowRejection parentRule(RowRule rule, LeaseRow row) {
    return rule.brokenBy(row.contract().parent().map(ContractNo::value).orElse(""));
  }

  private void store(List<LeaseRow> additions) {
    Map<TenantId, Tenant> tenants = new LinkedHashMap<>();
    additions.forEach(row -> tenants.putIfAbsent(row.tenant().id(), row.tenant()));
    if (!tenants.isEmpty()) {
      stores.tenants().putAll(tenants.values());
    }
    // units are locked in their order, as everybody does
    Set<UnitRef> taken = new TreeSet<>();
    additions.stream().sorted(BY_UNIT).forEach(row -> store(row).ifPresent(taken::add));
    if (!taken.isEmpty()) {
      run.amendments().closeGaps(taken, now);
    }
  }

  /** The unit that the row has taken, if it takes one. */
  private Optional<UnitRef> store(LeaseRow row) {
    Contract draft = row.contract();
    Lifecycle.Step step =
        Lifecycle.move(
                draft, ContractStatus.ACTIVE, IMPORT, "imported", run.place(row), now)
            .orElseThrow();
    switch (stores.contracts().add(step.contract(), List.of(step.change()))) {
      case ADDED -> {
        putOnAgenda(draft);
        return Optional.ofNullable(draft.unit());
      }
      // somebody else stored it since the batch began
      case DUPLICATE_NUMBER ->
          stores
              .contracts()
              .find(run.lessor(), draft.no())
              .filter(row::saysTheSameAs)
              .ifPresentOrElse(
                  same ->
                      outcomes.put(row.line(), new RowOutcome.Unchanged(row.line(), draft.no())),
                  () -> fall(row, new ContractRejection.DuplicateNumber(draft.no())));
      case UNIT_TAKEN -> fall(row, unitTaken(draft));
    }
    return Optional.empty();
  }

  private static Rejection unitTaken(Contract draft) {
    UnitRef unit = draft.unit();
    if (unit == null) {
      throw new IllegalStateException("a contract without unit cannot collide: " + draft.no());
    }
    return new ContractRejection.UnitAlreadyLeased(draft.no(), unit, draft.term());
  }

  private void fall(LeaseRow row, Rejection why) {
    outcomes.put(row.line(), QuarantinedRow.of(row, why));
    held.remove(row.contract().no());
    masters.remove(row.contract().no());
  }

  /** A contract that charges nothing, as a framework may, is never billed. */
  private void putOnAgenda(Contract contract) {
    if (contract.terms().chargesAnything()) {
      stores.receivables().schedule(contract.lessor(), contract.no(), contract.term().start());
    }
  }
}
