package org.leasekit.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Move;
import org.leasekit.party.LessorId;
import org.leasekit.port.Moves;
import org.leasekit.port.StaleVersionException;

final class MoveStore implements Moves {

  static final String COLUMNS =
      "lessor, contract_no, move_no, kind, from_no, to_no, effective, known_at, recorded_by, reason, evidence";

  private static final String LAST =
      "SELECT COALESCE(MAX(move_no), 0) FROM lk_move WHERE lessor = :lessor AND contract_no = :no";

  private static final String ADD =
      "INSERT INTO lk_move (" + COLUMNS + ") VALUES ("
          + ":lessor, :no, :number, :kind, :from, :to, :effective, :known, :by, :reason, :evidence)";

  private static final String FIND =
      "SELECT " + COLUMNS + " FROM lk_move"
          + " WHERE lessor = :lessor AND contract_no = :no ORDER BY move_no";

  private static final String OF_CONTRACTS =
      "SELECT " + COLUMNS + " FROM lk_move WHERE lessor = :lessor AND contract_no IN (<contracts>)";

  /** The last move about bills of each contract. */
  private static final String TAKING_BILLS =
      """
      SELECT m.contract_no FROM lk_move m
      WHERE m.lessor = :lessor AND m.contract_no IN (<contracts>) AND m.kind = :takes
        AND NOT EXISTS (
          SELECT 1 FROM lk_move later
          WHERE later.lessor = m.lessor AND later.contract_no = m.contract_no
            AND later.move_no > m.move_no AND later.kind = :passes)
      """;

  private static final String LEAVERS =
      "SELECT DISTINCT contract_no FROM lk_move WHERE lessor = :lessor AND from_no IN (<masters>)";

  private static final Turnstile HIERARCHY = new Turnstile("lk_hierarchy", "changes", List.of("lessor"));

  private final Session session;
  private final RowMapper<Move> mapper;

  MoveStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), MoveStore::read);
  }

  @Override
  public void append(Move move) {
    session.run(
        handle -> {
          // Whoever was quicker holds the key of the next row: the second one waits there, and is told.
          boolean next = last(handle, move) == move.number() - 1;
          boolean added = next && session.attempt(() -> add(handle, move));
          if (!added) {
            throw new StaleVersionException("moves of " + move.contract());
          }
        });
  }

  private static int last(Handle handle, Move move) {
    return handle
        .createQuery(LAST)
        .bind("lessor", move.lessor().value())
        .bind("no", move.contract().value())
        .mapTo(Integer.class)
        .one();
  }

  private static void add(Handle handle, Move move) {
    handle
        .createUpdate(ADD)
        .bind("lessor", move.lessor().value())
        .bind("no", move.contract().value())
        .bind("number", move.number())
        .bind("kind", move.kind().name())
        .bind("from", value(move.from()))
        .bind("to", value(move.to()))
        .bind("effective", move.effective())
        .bind("known", move.known())
        .bind("by", move.proof().by())
        .bind("reason", move.proof().reason())
        .bind("evidence", move.proof().evidence())
        .execute();
  }

  private static @Nullable String value(@Nullable ContractNo no) {
    return no == null ? null : no.value();
  }

  @Override
  public List<Move> ofContract(LessorId lessor, ContractNo contract) {
    return session.read(
        handle ->
            handle
                .createQuery(FIND)
                .bind("lessor", lessor.value())
                .bind("no", contract.value())
                .map(mapper)
                .list());
  }

  @Override
  public List<Move> ofContracts(LessorId lessor, Collection<ContractNo> contracts) {
    return session.read(
        handle -> {
          List<Move> found =
              OfContracts.list(handle, session.dialect(), OF_CONTRACTS, lessor, contracts, mapper);
          found.sort(Comparator.comparing(Move::contract).thenComparing(Move::number));
          return found;
        });
  }

  @Override
  public Set<ContractNo> takingBills(LessorId lessor, Collection<ContractNo> contracts) {
    return session.read(
        handle -> {
          Set<ContractNo> taking = new HashSet<>();
          for (List<ContractNo> some :
              NewRows.chunks(new HashSet<>(contracts), session.dialect().keysAtOnce())) {
            handle
                .createQuery(TAKING_BILLS)
                .bind("lessor", lessor.value())
                .bind("takes", Move.Kind.TAKES_BILLS.name())
                .bind("passes", Move.Kind.PASSES_BILLS_ON.name())
                .bindList("contracts", some.stream().map(ContractNo::value).toList())
                .map((row, context) -> new ContractNo(row.getString(1)))
                .forEach(taking::add);
          }
          return taking;
        });
  }

  @Override
  public Set<ContractNo> leavers(LessorId lessor, Collection<ContractNo> masters) {
    return session.read(
        handle -> {
          Set<ContractNo> left = new HashSet<>();
          for (List<ContractNo> some :
              NewRows.chunks(new HashSet<>(masters), session.dialect().keysAtOnce())) {
            handle
                .createQuery(LEAVERS)
                .bind("lessor", lessor.value())
                .bindList("masters", some.stream().map(ContractNo::value).toList())
                .map((row, context) -> new ContractNo(row.getString(1)))
                .forEach(left::add);
          }
          return left;
        });
  }

  @Override
  public void lock(LessorId lessor) {
    session.run(() -> HIERARCHY.pass(session, Map.of("lessor", lessor.value())));
  }

  static Move read(Columns row) throws SQLException {
    return new Move(
        row.lessor(),
        row.contractNo("contract_no"),
        row.integer("move_no"),
        row.constant("kind", Move.Kind.class),
        row.contractNoOrNull("from_no"),
        row.contractNoOrNull("to_no"),
        row.date("effective"),
        row.instant("known_at"),
        new Proof(row.text("recorded_by"), row.text("reason"), row.text("evidence")));
  }
}
