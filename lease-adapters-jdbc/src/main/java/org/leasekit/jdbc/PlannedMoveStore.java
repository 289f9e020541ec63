package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.party.LessorId;
import org.leasekit.port.PlannedMoves;
import org.leasekit.port.StaleVersionException;

final class PlannedMoveStore implements PlannedMoves {

  private static final String COLUMNS =
      """
      lessor, contract_no, plan_no, kind, to_no, effective, known_at, planned_by, reason, evidence, ending_master,
      fate, fate_at, fate_by, fate_reason, fate_evidence
      """;

  private static final String LAST =
      "SELECT COALESCE(MAX(plan_no), 0) FROM lk_planned_move WHERE lessor = :lessor AND contract_no = :no";

  private static final String ADD =
      """
      INSERT INTO lk_planned_move (
        lessor, contract_no, plan_no, kind, to_no, effective, known_at, planned_by, reason, evidence,
        ending_master, pending_on)
      VALUES (
        :lessor, :no, :number, :kind, :to, :effective, :known, :by, :reason, :evidence, :endingMaster, :effective)
      """;

  private static final String RESOLVE =
      """
      UPDATE lk_planned_move SET
        fate = :fate, fate_at = :known, fate_by = :by, fate_reason = :reason, fate_evidence = :evidence,
        pending_on = NULL
      WHERE lessor = :lessor AND contract_no = :no AND plan_no = :number AND pending_on IS NOT NULL
      """;

  private static final String OF_CONTRACTS =
      "SELECT " + COLUMNS + " FROM lk_planned_move WHERE lessor = :lessor AND contract_no IN (<contracts>)";

  private static final String DUE =
      "SELECT " + COLUMNS
          + """
           FROM lk_planned_move WHERE lessor = :lessor AND pending_on <= :through
          ORDER BY pending_on, contract_no, plan_no LIMIT :limit
          """;

  private final Session session;
  private final RowMapper<PlannedMove> mapper;

  PlannedMoveStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), PlannedMoveStore::read);
  }

  @Override
  public void append(PlannedMove plan) {
    session.run(
        handle -> {
          // Whoever was quicker holds the key of the next row: the second one waits there, and is told.
          boolean next = last(handle, plan) == plan.number() - 1;
          boolean added = next && session.attempt(() -> add(handle, plan));
          if (!added) {
            throw new StaleVersionException("planned moves of " + plan.contract());
          }
        });
  }

  private static int last(Handle handle, PlannedMove plan) {
    return handle
        .createQuery(LAST)
        .bind("lessor", plan.lessor().value())
        .bind("no", plan.contract().value())
        .mapTo(Integer.class)
        .one();
  }

  private static void add(Handle handle, PlannedMove plan) {
    handle
        .createUpdate(ADD)
        .bind("lessor", plan.lessor().value())
        .bind("no", plan.contract().value())
        .bind("number", plan.number())
        .bind("kind", plan.kind().name())
        .bind("to", value(plan.to()))
        .bind("effective", plan.effective())
        .bind("known", plan.known())
        .bind("by", plan.proof().by())
        .bind("reason", plan.proof().reason())
        .bind("evidence", plan.proof().evidence())
        .bind("endingMaster", value(plan.endingMaster()))
        .execute();
  }

  private static @Nullable String value(@Nullable ContractNo no) {
    return no == null ? null : no.value();
  }

  @Override
  public void resolve(PlannedMove plan) {
    PlannedMove.Resolution resolution = plan.resolution();
    if (resolution == null) {
      throw new IllegalArgumentException("pending: " + plan);
    }
    session.run(
        handle -> {
          int resolved =
              handle
                  .createUpdate(RESOLVE)
                  .bind("lessor", plan.lessor().value())
                  .bind("no", plan.contract().value())
                  .bind("number", plan.number())
                  .bind("fate", resolution.fate().name())
                  .bind("known", resolution.known())
                  .bind("by", resolution.proof().by())
                  .bind("reason", resolution.proof().reason())
                  .bind("evidence", resolution.proof().evidence())
                  .execute();
          if (resolved == 0) {
            throw new StaleVersionException("planned move " + plan.number() + " of " + plan.contract());
          }
        });
  }

  @Override
  public List<PlannedMove> ofContracts(LessorId lessor, Collection<ContractNo> contracts) {
    return session.read(
        handle -> {
          List<PlannedMove> found =
              OfContracts.list(handle, session.dialect(), OF_CONTRACTS, lessor, contracts, mapper);
          found.sort(
              Comparator.comparing(PlannedMove::contract).thenComparing(PlannedMove::number));
          return found;
        });
  }

  @Override
  public List<PlannedMove> due(LessorId lessor, LocalDate through, int limit) {
    return session.read(
        handle ->
            handle
                .createQuery(DUE)
                .bind("lessor", lessor.value())
                .bind("through", through)
                .bind("limit", limit)
                .map(mapper)
                .list());
  }

  private static PlannedMove read(Columns row) throws SQLException {
    return new PlannedMove(
        row.lessor(),
        row.contractNo("contract_no"),
        row.integer("plan_no"),
        row.constant("kind", Move.Kind.class),
        row.contractNoOrNull("to_no"),
        row.date("effective"),
        row.instant("known_at"),
        new Proof(row.text("planned_by"), row.text("reason"), row.text("evidence")),
        row.contractNoOrNull("ending_master"),
        resolution(row));
  }

  private static PlannedMove.@Nullable Resolution resolution(Columns row) throws SQLException {
    Instant known = row.instantOrNull("fate_at");
    return known == null
        ? null
        : new PlannedMove.Resolution(
            row.constant("fate", PlannedMove.Fate.class),
            known,
            new Proof(row.text("fate_by"), row.text("fate_reason"), row.text("fate_evidence")));
  }
}
