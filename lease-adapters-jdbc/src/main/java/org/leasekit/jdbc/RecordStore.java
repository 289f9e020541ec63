package org.leasekit.jdbc;

import java.util.function.Consumer;
import org.leasekit.access.AuditEntry;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.Contract;
import org.leasekit.contract.StatusChange;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.Move;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.occupancy.Hold;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Payment;
import org.leasekit.port.Records;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * Every page is read along an index, which takes some spelling out: conditions on several columns begin with
 * one on the first alone, and orders begin with the lessor, although there is but one.
 */
final class RecordStore implements Records {

  /** A step of a contract's life with its number there, which the page after it needs. */
  private record Change(int number, StatusChange change) {}

  /** A decision with the id by which the page after it begins. */
  private record Decided(String id, AuditEntry entry) {}

  private final Session session;
  private final Pages.Table<Contract> contracts;
  private final Pages.Table<Change> changes;
  private final Pages.Table<ContractHistory> amendments;
  private final Pages.Table<Hold> holds;
  private final Pages.Table<Receivable> receivables;
  private final Pages.Table<Adjustment> adjustments;
  private final Pages.Table<ReceivableLock> locks;
  private final Pages.Table<MeteredTerms> meteredCharges;
  private final Pages.Table<MeterEnd> meterEnds;
  private final Pages.Table<MeterReading> readings;
  private final Pages.Table<JournalEntry> journal;
  private final Pages.Table<Payment> payments;
  private final Pages.Table<RenewalCase> cases;
  private final Pages.Table<Touch> touches;
  private final Pages.Table<StageDecision> stages;
  private final Pages.Table<StewardTask> tasks;
  private final Pages.Table<Move> moves;
  private final Pages.Table<Grant> grants;
  private final Pages.Table<Decided> decisions;

  RecordStore(Session session, LockStore lockStore) {
    this.session = session;
    this.contracts = contracts();
    this.changes = changes();
    this.amendments = amendments();
    this.holds = holds();
    this.receivables = receivables();
    this.adjustments = adjustments();
    this.locks = locks(lockStore);
    this.meteredCharges = meteredCharges();
    this.meterEnds = meterEnds();
    this.readings = readings();
    this.journal = journal();
    this.payments = payments();
    this.cases = cases();
    this.touches = touches();
    this.stages = stages();
    this.tasks = tasks();
    this.moves = moves();
    this.grants = grants();
    this.decisions = decisions();
  }

  private Pages.Table<Contract> contracts() {
    return new Pages.Table<>(
        "SELECT " + ContractRows.COLUMNS + " FROM lk_contract k"
            + " WHERE k.lessor = :lessor <after> ORDER BY k.lessor, k.contract_no LIMIT :limit",
        "AND k.contract_no > :no",
        (query, last) -> query.bind("no", last.no().value()),
        rows(ContractRows::read));
  }

  private Pages.Table<Change> changes() {
    return new Pages.Table<>(
        "SELECT " + ContractRows.CHANGE_COLUMNS + " FROM lk_contract_change"
            + " WHERE lessor = :lessor <after> ORDER BY lessor, contract_no, seq_no LIMIT :limit",
        "AND contract_no >= :no AND (contract_no, seq_no) > (:no, :seq)",
        (query, last) -> query.bind("no", last.change().contract().value()).bind("seq", last.number()),
        rows(row -> new Change(row.integer("seq_no"), ContractRows.readChange(row))));
  }

  private Pages.Table<ContractHistory> amendments() {
    return new Pages.Table<>(
        "SELECT " + AmendmentStore.ORIGIN_COLUMNS + " FROM lk_origin"
            + " WHERE lessor = :lessor <after> ORDER BY lessor, contract_no LIMIT :limit",
        "AND contract_no > :no",
        (query, last) -> query.bind("no", last.origin().contract().value()),
        query -> AmendmentStore.histories(query, session.dialect()));
  }

  private Pages.Table<Hold> holds() {
    return new Pages.Table<>(
        "SELECT " + HoldRows.COLUMNS + " FROM lk_hold WHERE lessor = :lessor AND " + HoldRows.ONCE
            + " <after> ORDER BY lessor, contract_no, start_day LIMIT :limit",
        "AND contract_no >= :no AND (contract_no, start_day) > (:no, :start)",
        (query, last) -> query.bind("no", last.contract().value()).bind("start", last.days().start()),
        rows(HoldRows::read));
  }

  private Pages.Table<Receivable> receivables() {
    return new Pages.Table<>(
        "SELECT " + ReceivableRows.COLUMNS + " FROM lk_receivable"
            + " WHERE lessor = :lessor <after> ORDER BY lessor, " + ReceivableRows.KEY + " LIMIT :limit",
        "AND contract_no >= :no AND (" + ReceivableRows.KEY + ")"
            + " > (:no, :charge, :periodStart, :periodEnd, :revision)",
        (query, last) -> ReceivableRows.bindKey(query, last.key()),
        rows(ReceivableRows::read));
  }

  private Pages.Table<Adjustment> adjustments() {
    return new Pages.Table<>(
        "SELECT " + AdjustmentStore.COLUMNS + " FROM lk_adjustment"
            + " WHERE lessor = :lessor <after> ORDER BY lessor, " + ReceivableRows.KEY + " LIMIT :limit",
        "AND contract_no >= :no AND (" + ReceivableRows.KEY + ")"
            + " > (:no, :charge, :periodStart, :periodEnd, :revision)",
        (query, last) -> ReceivableRows.bindKey(query, last.key()),
        rows(AdjustmentStore::read));
  }

  private static Pages.Table<ReceivableLock> locks(LockStore lockStore) {
    return new Pages.Table<>(
        "SELECT " + LockRows.COLUMNS + " FROM lk_lock"
            + " WHERE lessor = :lessor <after> ORDER BY lessor, id LIMIT :limit",
        "AND id > :id",
        (query, last) -> query.bind("id", last.id().value()),
        lockStore::page);
  }

  private Pages.Table<MeteredTerms> meteredCharges() {
    return new Pages.Table<>(
        MeterStore.TERMS + " <after> ORDER BY lessor, contract_no, charge LIMIT :limit",
        "AND contract_no >= :no AND (contract_no, charge) > (:no, :charge)",
        (query, last) -> query.bind("no", last.contract().value()).bind("charge", last.charge().value()),
        rows(MeterStore::readTerms));
  }

  private Pages.Table<MeterEnd> meterEnds() {
    return new Pages.Table<>(
        MeterStore.ENDS + " <after> ORDER BY lessor, contract_no, charge, end_no LIMIT :limit",
        "AND contract_no >= :no AND (contract_no, charge, end_no) > (:no, :charge, :number)",
        (query, last) ->
            query
                .bind("no", last.contract().value())
                .bind("charge", last.charge().value())
                .bind("number", last.number()),
        rows(MeterStore::readEnd));
  }

  private Pages.Table<MeterReading> readings() {
    return new Pages.Table<>(
        MeterStore.READINGS + " <after> ORDER BY lessor, meter, id LIMIT :limit",
        "AND meter >= :meter AND (meter, id) > (:meter, :id)",
        (query, last) -> query.bind("meter", last.meter().value()).bind("id", last.id()),
        rows(MeterStore::readReading));
  }

  private Pages.Table<JournalEntry> journal() {
    return new Pages.Table<>(
        JournalStore.PAGE,
        "AND posted_at >= :at AND (posted_at, id) > (:at, :id)",
        (query, last) -> query.bind("at", last.at()).bind("id", last.id().value()),
        query -> JournalStore.entries(query, session.dialect()));
  }

  private Pages.Table<Payment> payments() {
    return new Pages.Table<>(
        "SELECT " + PaymentStore.COLUMNS + " FROM lk_payment"
            + " WHERE lessor = :lessor <after> ORDER BY lessor, received_at, id LIMIT :limit",
        "AND received_at >= :at AND (received_at, id) > (:at, :id)",
        (query, last) -> query.bind("at", last.receivedAt()).bind("id", last.id().value()),
        rows(PaymentStore::read));
  }

  private Pages.Table<RenewalCase> cases() {
    return new Pages.Table<>(
        "SELECT " + CaseRows.COLUMNS + " FROM lk_renewal_case"
            + " WHERE lessor = :lessor <after> ORDER BY lessor, id LIMIT :limit",
        "AND id > :id",
        (query, last) -> query.bind("id", last.id().value()),
        rows(CaseRows::read));
  }

  private Pages.Table<Touch> touches() {
    return new Pages.Table<>(
        "SELECT " + CaseRows.TOUCH_COLUMNS + " FROM lk_touch"
            + " WHERE lessor = :lessor <after> ORDER BY lessor, touched_at, case_id, seq_no LIMIT :limit",
        "AND touched_at >= :at AND (touched_at, case_id, seq_no) > (:at, :id, :seq)",
        (query, last) ->
            query
                .bind("at", last.at())
                .bind("id", last.renewalCase().value())
                .bind("seq", last.sequence()),
        rows(CaseRows::readTouch));
  }

  private Pages.Table<StageDecision> stages() {
    return new Pages.Table<>(
        "SELECT f.case_id, k.contract_no, k.term_end, f.stage, f.planned_for, f.fired_at, f.moved_by,"
            + " f.policy_version, f.actions, f.facts FROM lk_fired f"
            + " JOIN lk_renewal_case k ON k.lessor = f.lessor AND k.id = f.case_id"
            + " WHERE f.lessor = :lessor <after>"
            + " ORDER BY f.lessor, f.fired_at, f.case_id, f.stage LIMIT :limit",
        "AND f.fired_at >= :at AND (f.fired_at, f.case_id, f.stage) > (:at, :id, :stage)",
        (query, last) ->
            query
                .bind("at", last.fired().at())
                .bind("id", last.renewalCase().value())
                .bind("stage", last.fired().stage()),
        rows(CaseRows::readDecision));
  }

  private Pages.Table<StewardTask> tasks() {
    return new Pages.Table<>(
        "SELECT " + TaskStore.COLUMNS + " FROM lk_task"
            + " WHERE lessor = :lessor <after> ORDER BY lessor, id LIMIT :limit",
        "AND id > :id",
        (query, last) -> query.bind("id", last.id().value()),
        rows(TaskStore::read));
  }

  private Pages.Table<Move> moves() {
    return new Pages.Table<>(
        "SELECT " + MoveStore.COLUMNS + " FROM lk_move"
            + " WHERE lessor = :lessor <after> ORDER BY lessor, contract_no, move_no LIMIT :limit",
        "AND contract_no >= :no AND (contract_no, move_no) > (:no, :number)",
        (query, last) ->
            query.bind("no", last.contract().value()).bind("number", last.number()),
        rows(MoveStore::read));
  }

  private Pages.Table<Grant> grants() {
    return new Pages.Table<>(
        "SELECT " + GrantStore.COLUMNS + " FROM lk_grant"
            + " WHERE lessor = :lessor <after> ORDER BY lessor, account_no, grant_no LIMIT :limit",
        "AND account_no >= :no AND (account_no, grant_no) > (:no, :number)",
        (query, last) ->
            query.bind("no", last.id().account().value()).bind("number", last.id().number()),
        rows(GrantStore::read));
  }

  private Pages.Table<Decided> decisions() {
    return new Pages.Table<>(
        "SELECT " + AuditStore.COLUMNS + " FROM lk_decision"
            + " WHERE lessor = :lessor <after> ORDER BY lessor, decided_at, id LIMIT :limit",
        "AND decided_at >= :at AND (decided_at, id) > (:at, :id)",
        (query, last) -> query.bind("at", last.entry().at()).bind("id", last.id()),
        rows(row -> new Decided(row.text("id"), AuditStore.read(row))));
  }

  private <T> Pages.Page<T> rows(Columns.Reader<T> reader) {
    return query -> query.map(Columns.mapper(session.dialect(), reader)).list();
  }

  @Override
  public void contracts(LessorId lessor, Consumer<Contract> each) {
    contracts.read(session, lessor, each);
  }

  @Override
  public void statusChanges(LessorId lessor, Consumer<StatusChange> each) {
    changes.read(session, lessor, change -> each.accept(change.change()));
  }

  @Override
  public void amendments(LessorId lessor, Consumer<ContractHistory> each) {
    amendments.read(session, lessor, each);
  }

  @Override
  public void holds(LessorId lessor, Consumer<Hold> each) {
    holds.read(session, lessor, each);
  }

  @Override
  public void receivables(LessorId lessor, Consumer<Receivable> each) {
    receivables.read(session, lessor, each);
  }

  @Override
  public void adjustments(LessorId lessor, Consumer<Adjustment> each) {
    adjustments.read(session, lessor, each);
  }

  @Override
  public void locks(LessorId lessor, Consumer<ReceivableLock> each) {
    locks.read(session, lessor, each);
  }

  @Override
  public void meteredCharges(LessorId lessor, Consumer<MeteredTerms> each) {
    meteredCharges.read(session, lessor, each);
  }

  @Override
  public void meterEnds(LessorId lessor, Consumer<MeterEnd> each) {
    meterEnds.read(session, lessor, each);
  }

  @Override
  public void readings(LessorId lessor, Consumer<MeterReading> each) {
    readings.read(session, lessor, each);
  }

  @Override
  public void journal(LessorId lessor, Consumer<JournalEntry> each) {
    journal.read(session, lessor, each);
  }

  @Override
  public void payments(LessorId lessor, Consumer<Payment> each) {
    payments.read(session, lessor, each);
  }

  @Override
  public void cases(LessorId lessor, Consumer<RenewalCase> each) {
    cases.read(session, lessor, each);
  }

  @Override
  public void touches(LessorId lessor, Consumer<Touch> each) {
    touches.read(session, lessor, each);
  }

  @Override
  public void stages(LessorId lessor, Consumer<StageDecision> each) {
    stages.read(session, lessor, each);
  }

  @Override
  public void tasks(LessorId lessor, Consumer<StewardTask> each) {
    tasks.read(session, lessor, each);
  }

  @Override
  public void decisions(LessorId lessor, Consumer<AuditEntry> each) {
    decisions.read(session, lessor, decided -> each.accept(decided.entry()));
  }

  @Override
  public void moves(LessorId lessor, Consumer<Move> each) {
    moves.read(session, lessor, each);
  }

  @Override
  public void grants(LessorId lessor, Consumer<Grant> each) {
    grants.read(session, lessor, each);
  }
}
