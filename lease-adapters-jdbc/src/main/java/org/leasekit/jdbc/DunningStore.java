package org.leasekit.jdbc;

import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.escalation.Fired;
import org.leasekit.party.LessorId;
import org.leasekit.port.DunningLog;

final class DunningStore implements DunningLog {

  private static final String IS_FIRED =
      """
      SELECT stage FROM lk_dunned
      WHERE lessor = :lessor AND payer_no = :payer AND late_since = :since AND stage IN (<keys>) <currentRead>
      """;

  private static final String INSERT =
      """
      INSERT INTO lk_dunned (
        lessor, payer_no, late_since, stage, planned_for, fired_at, moved_by, policy_version, actions)
      VALUES (:lessor, :payer, :since, :stage, :plannedFor, :at, :movedBy, :version, :actions)
      """;

  private static final String FIRED =
      """
      SELECT stage, planned_for, fired_at, moved_by, policy_version, actions FROM lk_dunned
      WHERE lessor = :lessor AND payer_no = :payer AND late_since = :since
      ORDER BY fired_at, planned_for, stage
      """;

  private final Session session;

  DunningStore(Session session) {
    this.session = session;
  }

  @Override
  public boolean addFired(LessorId lessor, ArrearsId id, Fired fired) {
    return session.call(
        handle ->
            NewRows.insertOne(
                session, lessor, fired.stage(), fired,
                NewRows.knownBy(
                    IS_FIRED,
                    query -> query.bind("payer", id.payer().value()).bind("since", id.since())),
                (h, rows) ->
                    of(h.createUpdate(INSERT), lessor, id)
                        .bind("stage", fired.stage())
                        .bind("plannedFor", fired.plannedFor())
                        .bind("at", fired.at())
                        .bind("movedBy", fired.movedBy().name())
                        .bind("version", fired.policyVersion())
                        .bind("actions", Lines.write(fired.actions().stream().map(List::of).toList()))
                        .execute()));
  }

  @Override
  public List<Fired> fired(LessorId lessor, ArrearsId id) {
    return session.read(
        handle ->
            of(handle.createQuery(FIRED), lessor, id)
                .map(Columns.mapper(session.dialect(), CaseRows::readFired))
                .list());
  }

  private static <S extends SqlStatement<S>> S of(S statement, LessorId lessor, ArrearsId id) {
    return statement
        .bind("lessor", lessor.value())
        .bind("payer", id.payer().value())
        .bind("since", id.since());
  }
}
