package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.AdjustmentCause;
import org.leasekit.billing.LockId;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.port.Adjustments;

final class AdjustmentStore implements Adjustments {

  static final String COLUMNS =
      """
      lessor, contract_no, charge, period_start, period_end, revision, payer_no, due, side,
      amount_minor, after_minor, currency, cause_locks, cause_terms, convention, monthly_minor,
      monthly_currency, slices, tax_points, tax_included, made_at
      """;

  private static final String INSERT =
      """
      INSERT INTO lk_adjustment (
        lessor, contract_no, charge, period_start, period_end, revision, payer_no, due, side,
        amount_minor, after_minor, currency, cause_locks, cause_terms, convention, monthly_minor,
        monthly_currency, slices, tax_points, tax_included, made_at)
      VALUES (
        :lessor, :no, :charge, :periodStart, :periodEnd, :revision, :payer, :due, :side,
        :amount, :after, :currency, :locks, :terms, :convention, :monthly,
        :monthlyCurrency, :slices, :taxPoints, :taxIncluded, :at)
      """;

  private static final String KEYS =
      "SELECT "
          + ReceivableRows.KEY
          + " FROM lk_adjustment WHERE lessor = :lessor AND contract_no IN (<keys>) <currentRead>";

  private static final String OF =
      "SELECT " + COLUMNS + " FROM lk_adjustment WHERE lessor = :lessor AND contract_no IN (<contracts>)";

  private final Session session;
  private final RowMapper<Adjustment> mapper;

  AdjustmentStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), AdjustmentStore::read);
  }

  @Override
  public List<Adjustment> addAll(List<Adjustment> adjustments) {
    if (adjustments.isEmpty()) {
      return List.of();
    }
    return session.call(
        handle -> {
          List<Adjustment> added = new ArrayList<>();
          NewRows.byKey(adjustments, Adjustment::lessor, Adjustment::key)
              .forEach(
                  (lessor, wanted) ->
                      added.addAll(
                          NewRows.insert(
                              session, lessor, wanted, AdjustmentStore::known,
                              (h, rows) -> Batches.execute(h, INSERT, rows, AdjustmentStore::bind))));
          return added.stream().map(AdjustmentStore::stored).toList();
        });
  }

  private static Set<ReceivableKey> known(
      Session session, LessorId lessor, Collection<ReceivableKey> wanted, String currentRead) {
    Set<ReceivableKey> known = new HashSet<>();
    Set<String> contracts = new HashSet<>();
    wanted.forEach(key -> contracts.add(key.contract().value()));
    for (List<String> some : NewRows.chunks(contracts, session.dialect().keysAtOnce())) {
      session
          .handle()
          .createQuery(KEYS)
          .define("currentRead", currentRead)
          .bind("lessor", lessor.value())
          .bindList("keys", some)
          .map(Columns.mapper(session.dialect(), ReceivableRows::readKey))
          .forEach(known::add);
    }
    return known;
  }

  @Override
  public List<Adjustment> of(LessorId lessor, Collection<ContractNo> contracts) {
    return session.read(
        handle ->
            OfContracts.list(handle, session.dialect(), OF, lessor, contracts, mapper).stream()
                .sorted(Comparator.comparing(Adjustment::key))
                .toList());
  }

  private static <S extends SqlStatement<S>> void bind(S statement, Adjustment adjustment) {
    ReceivableRows.bindKey(statement, adjustment.key());
    ReceivableRows.bindDerivation(statement, adjustment.derivation());
    statement
        .bind("lessor", adjustment.lessor().value())
        .bind("payer", adjustment.payer().value())
        .bind("due", adjustment.due())
        .bind("side", adjustment.side().name())
        .bind("amount", MinorUnits.of(adjustment.amount()))
        .bind("after", MinorUnits.of(adjustment.after()))
        .bind("currency", adjustment.amount().getCurrency().getCurrencyCode())
        .bind("locks", lines(adjustment.cause().locks().stream().map(LockId::value).toList()))
        .bind("terms", lines(adjustment.cause().terms()))
        .bind("at", adjustment.at());
  }

  private static String lines(List<String> values) {
    return Lines.write(values.stream().map(List::of).toList());
  }

  private static List<String> values(String lines) {
    return Lines.read(lines).stream().map(fields -> fields.get(0)).toList();
  }

  static Adjustment read(Columns row) throws SQLException {
    return new Adjustment(
        row.lessor(),
        ReceivableRows.readKey(row),
        row.contractNo("payer_no"),
        row.date("due"),
        row.constant("side", Adjustment.Side.class),
        row.money("amount_minor", "currency"),
        row.money("after_minor", "currency"),
        new AdjustmentCause(
            values(row.text("cause_locks")).stream().map(LockId::new).toList(), values(row.text("cause_terms"))),
        ReceivableRows.readDerivation(row),
        row.instant("made_at"));
  }

  /** A new adjustment as storage cuts its instant. */
  private static Adjustment stored(Adjustment of) {
    return new Adjustment(
        of.lessor(), of.key(), of.payer(), of.due(), of.side(), of.amount(), of.after(), of.cause(),
        of.derivation(), of.at().truncatedTo(ChronoUnit.MICROS));
  }
}
