package org.leasekit.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.Payments;

final class PaymentStore implements Payments {

  static final String COLUMNS =
      "lessor, id, contract_no, reference, amount_minor, unapplied_minor, currency, received_at, version";

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy("SELECT id FROM lk_payment WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String INSERT =
      """
      INSERT INTO lk_payment (
        lessor, id, contract_no, reference, amount_minor, unapplied_minor, currency, received_at, version)
      VALUES (:lessor, :id, :no, :reference, :amount, :unapplied, :currency, :receivedAt, 1)
      """;

  private static final String UPDATE =
      """
      UPDATE lk_payment SET
        contract_no = :no, reference = :reference, amount_minor = :amount, unapplied_minor = :unapplied,
        currency = :currency, received_at = :receivedAt, version = version + 1
      WHERE lessor = :lessor AND id = :id AND version = :version
      """;

  private static final String UNAPPLIED =
      "SELECT "
          + COLUMNS
          + """
           FROM lk_payment
          WHERE lessor = :lessor AND contract_no = :value AND unapplied_minor > 0
          ORDER BY received_at, id
          """;

  private static final String WAITING =
      "SELECT "
          + COLUMNS
          + """
           FROM lk_payment
          WHERE lessor = :lessor AND unapplied_minor > 0 <after>
          ORDER BY lessor, unapplied_minor, id LIMIT :limit
          """;

  private static final String BY_REFERENCE =
      "SELECT "
          + COLUMNS
          + """
           FROM lk_payment
          WHERE lessor = :lessor AND reference = :value
          ORDER BY received_at, id
          """;

  private static final String ADD_ALLOCATION =
      """
      INSERT INTO lk_allocation (
        lessor, payment_id, seq_no, contract_no, charge, period_start, period_end, revision,
        amount_minor, currency, allocated_at)
      VALUES (
        :lessor, :payment, :seq, :no, :charge, :periodStart, :periodEnd, :revision,
        :amount, :currency, :at)
      """;

  private static final String ALLOCATED_TO =
      "SELECT lessor, payment_id, amount_minor, currency, allocated_at, "
          + ReceivableRows.KEY
          + " FROM lk_allocation WHERE lessor = :lessor AND contract_no = :no"
          + " ORDER BY allocated_at, payment_id, "
          + ReceivableRows.KEY;

  private static final String FIND =
      "SELECT " + COLUMNS + " FROM lk_payment WHERE lessor = :lessor AND id = :value";

  private static final String OF_RECEIVABLE =
      """
      SELECT lessor, payment_id, contract_no, charge, period_start, period_end, revision, amount_minor,
        currency, allocated_at
      FROM lk_allocation
      WHERE lessor = :lessor AND contract_no = :no AND charge = :charge AND period_start = :periodStart
        AND period_end = :periodEnd AND revision = :revision
      ORDER BY allocated_at, payment_id, seq_no
      """;

  private static final Numbering<Allocation> ALLOCATIONS =
      new Numbering<>(
          Allocation::lessor,
          allocation -> allocation.payment().value(),
          """
          SELECT payment_id, MAX(seq_no) FROM lk_allocation
          WHERE lessor = :lessor AND payment_id IN (<keys>)
          GROUP BY payment_id <currentRead>
          """);

  private final Session session;
  private final RowMapper<Payment> mapper;
  private final Pages.Table<Payment> waiting;

  PaymentStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), PaymentStore::read);
    this.waiting =
        new Pages.Table<>(
            WAITING,
            "AND unapplied_minor >= :unapplied AND (unapplied_minor, id) > (:unapplied, :id)",
            (query, last) ->
                query
                    .bind("unapplied", MinorUnits.of(last.unapplied()))
                    .bind("id", last.id().value()),
            query -> query.map(mapper).list());
  }

  @Override
  public boolean add(Payment payment) {
    return session.call(
        handle ->
            NewRows.insertOne(
                session, payment.lessor(), payment.id().value(), payment, KNOWN,
                PaymentStore::insert));
  }

  private static void insert(Handle handle, List<Payment> payments) {
    Batches.execute(handle, INSERT, payments, PaymentStore::bind);
  }

  @Override
  public void update(Payment payment) {
    session.run(
        handle ->
            Batches.updateVersions(
                handle, session.dialect(), UPDATE, List.of(payment), PaymentStore::bindVersioned,
                row -> "payment " + row.id()));
  }

  @Override
  public Optional<Payment> find(LessorId lessor, PaymentId id) {
    return list(FIND, lessor, id.value()).stream().findAny();
  }

  @Override
  public List<Allocation> allocations(LessorId lessor, ReceivableKey receivable) {
    return session.read(
        handle -> {
          Query query = handle.createQuery(OF_RECEIVABLE).bind("lessor", lessor.value());
          ReceivableRows.bindKey(query, receivable);
          return query.map(Columns.mapper(session.dialect(), PaymentStore::readAllocation)).list();
        });
  }

  @Override
  public List<Payment> unapplied(LessorId lessor, ContractNo contract) {
    return list(UNAPPLIED, lessor, contract.value());
  }

  @Override
  public void waiting(LessorId lessor, Consumer<Payment> each) {
    waiting.read(session, lessor, each);
  }

  @Override
  public List<Payment> byReference(LessorId lessor, String reference) {
    return list(BY_REFERENCE, lessor, reference);
  }

  private List<Payment> list(String sql, LessorId lessor, String value) {
    return session.read(
        handle ->
            handle.createQuery(sql).bind("lessor", lessor.value()).bind("value", value).map(mapper).list());
  }

  @Override
  public void addAllocations(List<Allocation> allocations) {
    if (allocations.isEmpty()) {
      return;
    }
    session.run(
        handle ->
            ALLOCATIONS.append(
                session, allocations,
                (h, numbered) ->
                    Batches.execute(h, ADD_ALLOCATION, numbered, PaymentStore::bindAllocation)));
  }

  @Override
  public List<Allocation> allocatedTo(LessorId lessor, ContractNo contract) {
    return session.read(
        handle ->
            handle
                .createQuery(ALLOCATED_TO)
                .bind("lessor", lessor.value())
                .bind("no", contract.value())
                .map(Columns.mapper(session.dialect(), PaymentStore::readAllocation))
                .list());
  }

  /** Everything but the version. */
  private static <S extends SqlStatement<S>> void bind(S statement, Payment payment) {
    statement
        .bind("lessor", payment.lessor().value())
        .bind("id", payment.id().value())
        .bind("no", payment.contract().value())
        .bind("reference", payment.reference())
        .bind("amount", MinorUnits.of(payment.amount()))
        .bind("unapplied", MinorUnits.of(payment.unapplied()))
        .bind("currency", payment.amount().getCurrency().getCurrencyCode())
        .bind("receivedAt", payment.receivedAt());
  }

  private static <S extends SqlStatement<S>> void bindVersioned(S statement, Payment payment) {
    bind(statement, payment);
    statement.bind("version", payment.version());
  }

  private static <S extends SqlStatement<S>> void bindAllocation(S statement, Numbering.Numbered<Allocation> numbered) {
    Allocation allocation = numbered.row();
    ReceivableRows.bindKey(statement, allocation.receivable());
    statement
        .bind("lessor", allocation.lessor().value())
        .bind("payment", allocation.payment().value())
        .bind("seq", numbered.number())
        .bind("amount", MinorUnits.of(allocation.amount()))
        .bind("currency", allocation.amount().getCurrency().getCurrencyCode())
        .bind("at", allocation.at());
  }

  private static Allocation readAllocation(Columns row) throws SQLException {
    return new Allocation(
        row.lessor(),
        new PaymentId(row.text("payment_id")),
        ReceivableRows.readKey(row),
        row.money("amount_minor", "currency"),
        row.instant("allocated_at"));
  }

  static Payment read(Columns row) throws SQLException {
    return new Payment(
        row.lessor(),
        new PaymentId(row.text("id")),
        row.contractNo("contract_no"),
        row.text("reference"),
        row.money("amount_minor", "currency"),
        row.money("unapplied_minor", "currency"),
        row.instant("received_at"),
        row.number("version"));
  }
}
