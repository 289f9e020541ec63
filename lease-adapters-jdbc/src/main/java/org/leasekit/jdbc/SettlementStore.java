package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Settlements;
import org.leasekit.settlement.ChecklistItem;
import org.leasekit.settlement.ItemCode;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementStatement;

/** Settlements with their checklists; {@link StatementRows} has the statements. */
final class SettlementStore implements Settlements {

  private static final String SELECT =
      "SELECT lessor, contract_no, opened_by, opened_at, statements, version FROM lk_settlement\n";

  private static final String FIND = SELECT + "WHERE lessor = :lessor AND contract_no = :no";

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          "SELECT contract_no FROM lk_settlement WHERE lessor = :lessor AND contract_no IN (<keys>) <currentRead>");

  private static final String INSERT =
      """
      INSERT INTO lk_settlement (lessor, contract_no, opened_by, opened_at, statements, version)
      VALUES (:lessor, :no, :by, :at, :statements, 1)
      """;

  private static final String UPDATE =
      """
      UPDATE lk_settlement SET opened_by = :by, opened_at = :at, statements = :statements, version = version + 1
      WHERE lessor = :lessor AND contract_no = :no AND version = :version
      """;

  private static final String ITEMS =
      """
      SELECT item, waived, settled_by, reason, evidence, charge_id, settled_at
      FROM lk_settlement_item WHERE lessor = :lessor AND contract_no = :no ORDER BY line_no
      """;

  private static final String DELETE_ITEMS =
      "DELETE FROM lk_settlement_item WHERE lessor = :lessor AND contract_no = :no";

  private static final String INSERT_ITEM =
      """
      INSERT INTO lk_settlement_item (
        lessor, contract_no, line_no, item, waived, settled_by, reason, evidence, charge_id, settled_at)
      VALUES (:lessor, :no, :line, :item, :waived, :by, :reason, :evidence, :charge, :at)
      """;

  private final Session session;
  private final StatementRows statements;
  private final RowMapper<Settlement> mapper;
  private final RowMapper<ChecklistItem> itemMapper;
  private final Pages.Table<Settlement> all;

  /** An item of a settlement in its place. */
  private record Line(Settlement of, int number, ChecklistItem item) {}

  SettlementStore(Session session) {
    this.session = session;
    this.statements = new StatementRows(session);
    this.mapper = Columns.mapper(session.dialect(), SettlementStore::read);
    this.itemMapper = Columns.mapper(session.dialect(), SettlementStore::readItem);
    this.all =
        new Pages.Table<>(
            SELECT + "WHERE lessor = :lessor <after> ORDER BY lessor, contract_no LIMIT :limit",
            "AND contract_no > :no",
            (query, last) -> query.bind("no", last.contract().value()),
            query -> query.map(mapper).list());
  }

  @Override
  public boolean add(Settlement settlement) {
    return session.call(
        handle ->
            NewRows.insertOne(
                session, settlement.lessor(), settlement.contract().value(), settlement, KNOWN,
                SettlementStore::insert));
  }

  private static void insert(Handle handle, List<Settlement> settlements) {
    Batches.execute(handle, INSERT, settlements, SettlementStore::bind);
    settlements.forEach(each -> insertItems(handle, each));
  }

  private static void insertItems(Handle handle, Settlement settlement) {
    List<Line> lines = new ArrayList<>();
    for (ChecklistItem item : settlement.items()) {
      lines.add(new Line(settlement, lines.size() + 1, item));
    }
    if (!lines.isEmpty()) {
      Batches.execute(handle, INSERT_ITEM, lines, SettlementStore::bindItem);
    }
  }

  @Override
  public void update(Settlement settlement) {
    session.run(
        handle -> {
          Batches.updateVersions(
              handle, session.dialect(), UPDATE, List.of(settlement), SettlementStore::bindVersioned,
              row -> "settlement of " + row.contract());
          handle
              .createUpdate(DELETE_ITEMS)
              .bind("lessor", settlement.lessor().value())
              .bind("no", settlement.contract().value())
              .execute();
          insertItems(handle, settlement);
        });
  }

  @Override
  public Optional<Settlement> find(LessorId lessor, ContractNo contract) {
    return session.read(
        handle ->
            handle
                .createQuery(FIND)
                .bind("lessor", lessor.value())
                .bind("no", contract.value())
                .map(mapper)
                .findOne()
                .map(header -> withItems(handle, header)));
  }

  private Settlement withItems(Handle handle, Settlement header) {
    List<ChecklistItem> items =
        handle
            .createQuery(ITEMS)
            .bind("lessor", header.lessor().value())
            .bind("no", header.contract().value())
            .map(itemMapper)
            .list();
    return new Settlement(
        header.lessor(), header.contract(), items, header.openedBy(), header.openedAt(),
        header.statements(), header.version());
  }

  @Override
  public boolean addStatement(SettlementStatement statement) {
    return statements.add(statement);
  }

  @Override
  public List<SettlementStatement> statements(LessorId lessor, ContractNo contract) {
    return statements.of(lessor, contract);
  }

  @Override
  public void forEach(LessorId lessor, Consumer<Settlement> each) {
    all.read(
        session,
        lessor,
        header -> each.accept(session.read(handle -> withItems(handle, header))));
  }

  private static <S extends SqlStatement<S>> void bindVersioned(S statement, Settlement settlement) {
    bind(statement, settlement);
    statement.bind("version", settlement.version());
  }

  /** Everything but the version and the items. */
  private static <S extends SqlStatement<S>> void bind(S statement, Settlement settlement) {
    statement
        .bind("lessor", settlement.lessor().value())
        .bind("no", settlement.contract().value())
        .bind("by", settlement.openedBy())
        .bind("at", settlement.openedAt())
        .bind("statements", settlement.statements());
  }

  private static <S extends SqlStatement<S>> void bindItem(S statement, Line line) {
    ChecklistItem.Settled settled = line.item().settled();
    Instant at = settled == null ? null : settled.at();
    statement
        .bind("lessor", line.of().lessor().value())
        .bind("no", line.of().contract().value())
        .bind("line", line.number())
        .bind("item", line.item().code().value())
        .bind("waived", settled == null ? null : settled.waived())
        .bind("by", settled == null ? null : settled.by())
        .bind("reason", settled == null ? null : settled.reason())
        .bind("evidence", settled == null ? null : settled.evidence())
        .bind("charge", settled == null ? null : settled.charge())
        .bind("at", at);
  }

  private static Settlement read(Columns row) throws SQLException {
    return new Settlement(
        row.lessor(),
        row.contractNo("contract_no"),
        List.of(),
        row.text("opened_by"),
        row.instant("opened_at"),
        row.integer("statements"),
        row.number("version"));
  }

  private static ChecklistItem readItem(Columns row) throws SQLException {
    ItemCode code = new ItemCode(row.text("item"));
    return row.isNull("waived")
        ? ChecklistItem.open(code)
        : new ChecklistItem(
            code,
            new ChecklistItem.Settled(
                row.flag("waived"),
                row.text("settled_by"),
                row.text("reason"),
                row.text("evidence"),
                row.text("charge_id"),
                row.instant("settled_at")));
  }
}
