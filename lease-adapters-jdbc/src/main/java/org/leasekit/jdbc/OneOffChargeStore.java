package org.leasekit.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.port.OneOffCharges;

final class OneOffChargeStore implements OneOffCharges {

  private static final String SELECT =
      """
      SELECT lessor, id, contract_no, kind, charge, period_start, period_end, revision, amount_minor, currency,
        reason, evidence, raised_by, raised_at
      FROM lk_one_off_charge
      """;

  private static final String FIND = SELECT + "WHERE lessor = :lessor AND id = :id";

  private static final String OF =
      SELECT + "WHERE lessor = :lessor AND contract_no = :no ORDER BY raised_at, id";

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          "SELECT id FROM lk_one_off_charge WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String INSERT =
      """
      INSERT INTO lk_one_off_charge (
        lessor, id, contract_no, kind, charge, period_start, period_end, revision, amount_minor, currency,
        reason, evidence, raised_by, raised_at)
      VALUES (
        :lessor, :id, :no, :kind, :charge, :periodStart, :periodEnd, :revision, :amount, :currency,
        :reason, :evidence, :by, :at)
      """;

  private final Session session;
  private final RowMapper<OneOffCharge> mapper;

  OneOffChargeStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), OneOffChargeStore::read);
  }

  @Override
  public boolean add(OneOffCharge charge) {
    return session.call(
        handle ->
            NewRows.insertOne(
                session, charge.lessor(), charge.id(), charge, KNOWN, OneOffChargeStore::insert));
  }

  private static void insert(Handle handle, List<OneOffCharge> charges) {
    Batches.execute(handle, INSERT, charges, OneOffChargeStore::bind);
  }

  @Override
  public Optional<OneOffCharge> find(LessorId lessor, String id) {
    return session.read(
        handle ->
            handle
                .createQuery(FIND)
                .bind("lessor", lessor.value())
                .bind("id", id)
                .map(mapper)
                .findOne());
  }

  @Override
  public List<OneOffCharge> of(LessorId lessor, ContractNo contract) {
    return session.read(
        handle ->
            handle
                .createQuery(OF)
                .bind("lessor", lessor.value())
                .bind("no", contract.value())
                .map(mapper)
                .list());
  }

  private static <S extends SqlStatement<S>> void bind(S statement, OneOffCharge charge) {
    ReceivableRows.bindKey(statement, charge.key());
    statement
        .bind("lessor", charge.lessor().value())
        .bind("id", charge.id())
        .bind("kind", charge.kind())
        .bind("amount", MinorUnits.of(charge.amount()))
        .bind("currency", charge.amount().getCurrency().getCurrencyCode())
        .bind("reason", charge.reason())
        .bind("evidence", charge.evidence())
        .bind("by", charge.raisedBy())
        .bind("at", charge.at());
  }

  private static OneOffCharge read(Columns row) throws SQLException {
    return new OneOffCharge(
        row.lessor(),
        row.text("id"),
        row.text("kind"),
        ReceivableRows.readKey(row),
        row.money("amount_minor", "currency"),
        row.text("reason"),
        row.text("evidence"),
        row.text("raised_by"),
        row.instant("raised_at"));
  }
}
