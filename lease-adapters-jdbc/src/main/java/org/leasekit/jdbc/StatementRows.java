package org.leasekit.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.settlement.Claim;
import org.leasekit.settlement.Fund;
import org.leasekit.settlement.SettlementStatement;

/** Statements of settlements as rows: one of its own, and one for each line. */
final class StatementRows {

  private static final String SELECT =
      """
      SELECT lessor, contract_no, statement_no, currency, closed_by, evidence, closed_at
      FROM lk_settlement_statement WHERE lessor = :lessor AND contract_no = :no ORDER BY statement_no
      """;

  private static final String INSERT =
      """
      INSERT INTO lk_settlement_statement (
        lessor, contract_no, statement_no, currency, closed_by, evidence, closed_at)
      VALUES (:lessor, :no, :number, :currency, :by, :evidence, :at)
      """;

  private static final String KNOWN =
      """
      SELECT statement_no FROM lk_settlement_statement
      WHERE lessor = :lessor AND contract_no = :no <currentRead>
      """;

  private static final String CLAIMS =
      """
      SELECT statement_no, owed_by_no, charge, period_start, period_end, revision, payer_no, currency, owed_minor,
        credited_minor, money_minor, deposit_minor, frozen_minor
      FROM lk_settlement_claim WHERE lessor = :lessor AND contract_no = :no ORDER BY statement_no, line_no
      """;

  private static final String INSERT_CLAIM =
      """
      INSERT INTO lk_settlement_claim (
        lessor, contract_no, statement_no, line_no, owed_by_no, charge, period_start, period_end, revision,
        payer_no, currency, owed_minor, credited_minor, money_minor, deposit_minor, frozen_minor)
      VALUES (
        :lessor, :statementOf, :number, :line, :no, :charge, :periodStart, :periodEnd, :revision,
        :payer, :currency, :owed, :credited, :money, :deposit, :frozen)
      """;

  private static final String FUNDS =
      """
      SELECT f.statement_no, f.kind, f.reference, f.payer_no, f.amount_minor, f.applied_minor, f.held_minor, s.currency
      FROM lk_settlement_fund f JOIN lk_settlement_statement s
        ON s.lessor = f.lessor AND s.contract_no = f.contract_no AND s.statement_no = f.statement_no
      WHERE f.lessor = :lessor AND f.contract_no = :no ORDER BY f.statement_no, f.line_no
      """;

  private static final String INSERT_FUND =
      """
      INSERT INTO lk_settlement_fund (
        lessor, contract_no, statement_no, line_no, kind, reference, payer_no, amount_minor, applied_minor,
        held_minor)
      VALUES (:lessor, :no, :number, :line, :kind, :reference, :payer, :amount, :applied, :held)
      """;

  private final Session session;
  private final RowMapper<SettlementStatement> headers;
  private final RowMapper<Of<Claim>> claims;
  private final RowMapper<Of<Fund>> funds;

  /** A line of a statement, from 1. */
  private record Line<T>(SettlementStatement of, int number, T what) {}

  /** What belongs to the statement with a number. */
  private record Of<T>(int statement, T what) {}

  StatementRows(Session session) {
    this.session = session;
    this.headers = Columns.mapper(session.dialect(), StatementRows::read);
    this.claims = Columns.mapper(session.dialect(), StatementRows::readClaim);
    this.funds = Columns.mapper(session.dialect(), StatementRows::readFund);
  }

  boolean add(SettlementStatement statement) {
    return session.call(
        handle ->
            NewRows.<Integer, SettlementStatement>insertOne(
                session,
                statement.lessor(),
                statement.number(),
                statement,
                (unit, lessor, numbers, currentRead) -> known(unit, statement, currentRead),
                StatementRows::insert));
  }

  private static Set<Integer> known(Session session, SettlementStatement like, String currentRead) {
    return new HashSet<>(
        session
            .handle()
            .createQuery(KNOWN)
            .define("currentRead", currentRead)
            .bind("lessor", like.lessor().value())
            .bind("no", like.contract().value())
            .mapTo(Integer.class)
            .list());
  }

  private static void insert(Handle handle, List<SettlementStatement> statements) {
    Batches.execute(handle, INSERT, statements, StatementRows::bind);
    for (SettlementStatement each : statements) {
      if (!each.claims().isEmpty()) {
        Batches.execute(handle, INSERT_CLAIM, lines(each, each.claims()), StatementRows::bindClaim);
      }
      if (!each.funds().isEmpty()) {
        Batches.execute(handle, INSERT_FUND, lines(each, each.funds()), StatementRows::bindFund);
      }
    }
  }

  private static <T> List<Line<T>> lines(SettlementStatement of, List<T> parts) {
    return IntStream.range(0, parts.size())
        .mapToObj(i -> new Line<>(of, i + 1, parts.get(i)))
        .toList();
  }

  List<SettlementStatement> of(LessorId lessor, ContractNo contract) {
    return session.read(
        handle -> {
          Map<Integer, List<Claim>> owed = byStatement(select(handle, CLAIMS, lessor, contract, claims));
          Map<Integer, List<Fund>> here = byStatement(select(handle, FUNDS, lessor, contract, funds));
          return select(handle, SELECT, lessor, contract, new HeadersWith(headers, owed, here).mapper());
        });
  }

  /** Statements are checked as they are made, so they are made with their lines. */
  private record HeadersWith(
      RowMapper<SettlementStatement> headers, Map<Integer, List<Claim>> owed, Map<Integer, List<Fund>> here) {

    RowMapper<SettlementStatement> mapper() {
      return (row, context) -> {
        SettlementStatement header = headers.map(row, context);
        return new SettlementStatement(
            header.lessor(), header.contract(), header.number(), header.currency(),
            owed.getOrDefault(header.number(), List.of()), here.getOrDefault(header.number(), List.of()),
            header.by(), header.evidence(), header.at());
      };
    }
  }

  private static <T> List<T> select(
      Handle handle, String sql, LessorId lessor, ContractNo contract, RowMapper<T> mapper) {
    return handle
        .createQuery(sql)
        .bind("lessor", lessor.value())
        .bind("no", contract.value())
        .map(mapper)
        .list();
  }

  private static <T> Map<Integer, List<T>> byStatement(List<Of<T>> lines) {
    Map<Integer, List<T>> byStatement = new TreeMap<>();
    lines.forEach(
        line -> byStatement.computeIfAbsent(line.statement(), no -> new ArrayList<>()).add(line.what()));
    return byStatement;
  }

  private static <S extends SqlStatement<S>> void bind(S row, SettlementStatement statement) {
    row.bind("lessor", statement.lessor().value())
        .bind("no", statement.contract().value())
        .bind("number", statement.number())
        .bind("currency", statement.currency())
        .bind("by", statement.by())
        .bind("evidence", statement.evidence())
        .bind("at", statement.at());
  }

  private static <S extends SqlStatement<S>> void bindClaim(S row, Line<Claim> line) {
    Claim claim = line.what();
    ReceivableRows.bindKey(row, claim.key());
    row.bind("lessor", line.of().lessor().value())
        .bind("statementOf", line.of().contract().value())
        .bind("number", line.of().number())
        .bind("line", line.number())
        .bind("payer", claim.payer().value())
        .bind("currency", claim.owed().getCurrency().getCurrencyCode())
        .bind("owed", MinorUnits.of(claim.owed()))
        .bind("credited", MinorUnits.of(claim.credited()))
        .bind("money", MinorUnits.of(claim.fromMoney()))
        .bind("deposit", MinorUnits.of(claim.fromDeposit()))
        .bind("frozen", MinorUnits.of(claim.frozen()));
  }

  private static <S extends SqlStatement<S>> void bindFund(S row, Line<Fund> line) {
    Fund fund = line.what();
    row.bind("lessor", line.of().lessor().value())
        .bind("no", line.of().contract().value())
        .bind("number", line.of().number())
        .bind("line", line.number())
        .bind("kind", fund.kind().name())
        .bind("reference", fund.reference())
        .bind("payer", fund.payer().value())
        .bind("amount", MinorUnits.of(fund.amount()))
        .bind("applied", MinorUnits.of(fund.applied()))
        .bind("held", MinorUnits.of(fund.heldBack()));
  }

  private static SettlementStatement read(Columns row) throws SQLException {
    return new SettlementStatement(
        row.lessor(),
        row.contractNo("contract_no"),
        row.integer("statement_no"),
        row.text("currency"),
        List.of(),
        List.of(),
        row.text("closed_by"),
        row.text("evidence"),
        row.instant("closed_at"));
  }

  private static Of<Claim> readClaim(Columns row) throws SQLException {
    ReceivableKey key =
        new ReceivableKey(
            row.contractNo("owed_by_no"), new ChargeCode(row.text("charge")),
            row.range("period_start", "period_end"), row.integer("revision"));
    return new Of<>(
        row.integer("statement_no"),
        new Claim(
            key,
            row.contractNo("payer_no"),
            row.money("owed_minor", "currency"),
            row.money("credited_minor", "currency"),
            row.money("money_minor", "currency"),
            row.money("deposit_minor", "currency"),
            row.money("frozen_minor", "currency")));
  }

  private static Of<Fund> readFund(Columns row) throws SQLException {
    return new Of<>(
        row.integer("statement_no"),
        new Fund(
            Fund.Kind.valueOf(row.text("kind")),
            row.text("reference"),
            row.contractNo("payer_no"),
            row.money("amount_minor", "currency"),
            row.money("applied_minor", "currency"),
            row.money("held_minor", "currency")));
  }
}
