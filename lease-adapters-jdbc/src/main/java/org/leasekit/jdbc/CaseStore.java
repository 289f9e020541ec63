package org.leasekit.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.Fired;
import org.leasekit.party.LessorId;
import org.leasekit.port.RenewalCases;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Touch;

final class CaseStore implements RenewalCases {

  private static final String SELECT = "SELECT " + CaseRows.COLUMNS + " FROM lk_renewal_case\n";

  private static final String FIND = SELECT + "WHERE lessor = :lessor AND id = :id";

  private static final String LOCK = FIND + " FOR UPDATE";

  private static final String DUE =
      """
      SELECT id, next_due_at FROM lk_renewal_case
      WHERE lessor = :lessor AND next_due_at <= :now <after>
      ORDER BY lessor, next_due_at, id LIMIT :limit
      """;

  private static final String DUE_AFTER = "AND next_due_at >= :at AND (next_due_at, id) > (:at, :id)";

  private static final String CLAIM =
      SELECT
          + """
          WHERE lessor = :lessor AND id IN (<ids>) AND next_due_at <= :now
          ORDER BY next_due_at, id
          FOR UPDATE SKIP LOCKED
          """;

  private static final int CLAIM_AT_ONCE = 500;

  /** A case that is due, not locked yet. */
  private record Due(String id, Instant at) {}

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          "SELECT id FROM lk_renewal_case WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String ADD_FIRED =
      """
      INSERT INTO lk_fired (
        lessor, case_id, stage, planned_for, fired_at, moved_by, policy_version, actions, facts)
      VALUES (:lessor, :id, :stage, :plannedFor, :at, :movedBy, :version, :actions, :facts)
      """;

  private static final String FIRED =
      """
      SELECT stage, planned_for, fired_at, moved_by, policy_version, actions, facts FROM lk_fired
      WHERE lessor = :lessor AND case_id = :id
      ORDER BY fired_at, planned_for, stage
      """;

  private static final String IS_FIRED =
      """
      SELECT stage FROM lk_fired
      WHERE lessor = :lessor AND case_id = :id AND stage IN (<keys>) <currentRead>
      """;

  private static final String ADD_TOUCH =
      """
      INSERT INTO lk_touch (
        lessor, case_id, seq_no, contract_no, touched_at, stage, channel, recipient, result, owner)
      VALUES (:lessor, :id, :seq, :no, :at, :stage, :channel, :recipient, :result, :owner)
      """;

  private static final Numbering<Touch> TOUCHES =
      new Numbering<>(
          Touch::lessor,
          touch -> touch.renewalCase().value(),
          """
          SELECT case_id, MAX(seq_no) FROM lk_touch
          WHERE lessor = :lessor AND case_id IN (<keys>)
          GROUP BY case_id <currentRead>
          """);

  private final Session session;
  private final RowMapper<RenewalCase> mapper;

  CaseStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), CaseRows::read);
  }

  @Override
  public boolean add(RenewalCase renewal) {
    return session.call(
        handle ->
            NewRows.insertOne(
                session, renewal.lessor(), renewal.id().value(), renewal, KNOWN,
                (h, rows) -> Batches.execute(h, CaseRows.INSERT, rows, CaseRows::bind)));
  }

  @Override
  public void update(RenewalCase renewal) {
    session.run(
        handle ->
            Batches.updateVersions(
                handle, session.dialect(), CaseRows.UPDATE, List.of(renewal), CaseRows::bindVersioned,
                row -> "renewal case " + row.id()));
  }

  @Override
  public Optional<RenewalCase> find(LessorId lessor, CaseId id) {
    return session.read(handle -> one(handle, FIND, lessor, id));
  }

  @Override
  public Optional<RenewalCase> lock(LessorId lessor, CaseId id) {
    return session.read(handle -> one(handle, LOCK, lessor, id));
  }

  private Optional<RenewalCase> one(Handle handle, String sql, LessorId lessor, CaseId id) {
    return handle
        .createQuery(sql)
        .bind("lessor", lessor.value())
        .bind("id", id.value())
        .map(mapper)
        .findOne();
  }

  /**
   * Looks, then locks by key: in one statement with a limit, a database that sorts before it counts would
   * lock every case that is due.
   */
  @Override
  public List<RenewalCase> claimDue(LessorId lessor, Instant now, int limit) {
    return session.call(
        handle -> {
          List<RenewalCase> claimed = new ArrayList<>();
          Due last = null;
          while (claimed.size() < limit) {
            int wanted = Math.min(limit - claimed.size(), CLAIM_AT_ONCE);
            List<Due> due = due(handle, lessor, now, wanted, last);
            if (!due.isEmpty()) {
              claimed.addAll(claim(handle, lessor, now, due));
              last = due.get(due.size() - 1);
            }
            if (due.size() < wanted) {
              break;
            }
          }
          return claimed;
        });
  }

  private List<Due> due(Handle handle, LessorId lessor, Instant now, int limit, @Nullable Due after) {
    Query query =
        handle
            .createQuery(DUE)
            .define("after", after == null ? "" : DUE_AFTER)
            .bind("lessor", lessor.value())
            .bind("now", now)
            .bind("limit", limit);
    if (after != null) {
      query.bind("at", after.at()).bind("id", after.id());
    }
    return query
        .map(
            Columns.mapper(
                session.dialect(), row -> new Due(row.text("id"), row.instant("next_due_at"))))
        .list();
  }

  private List<RenewalCase> claim(Handle handle, LessorId lessor, Instant now, List<Due> due) {
    List<RenewalCase> claimed = new ArrayList<>();
    for (List<Due> some : NewRows.chunks(due, session.dialect().keysAtOnce())) {
      handle
          .createQuery(CLAIM)
          .bind("lessor", lessor.value())
          .bind("now", now)
          .bindList("ids", some.stream().map(Due::id).toList())
          .map(mapper)
          .forEach(claimed::add);
    }
    return claimed;
  }

  @Override
  public boolean addFired(LessorId lessor, CaseId id, Fired fired) {
    return session.call(
        handle ->
            NewRows.insertOne(
                session, lessor, fired.stage(), fired,
                NewRows.knownBy(IS_FIRED, query -> query.bind("id", id.value())),
                (h, rows) ->
                    h.createUpdate(ADD_FIRED)
                        .bind("lessor", lessor.value())
                        .bind("id", id.value())
                        .bind("stage", fired.stage())
                        .bind("plannedFor", fired.plannedFor())
                        .bind("at", fired.at())
                        .bind("movedBy", fired.movedBy().name())
                        .bind("version", fired.policyVersion())
                        .bind("actions", Lines.write(fired.actions().stream().map(List::of).toList()))
                        .bind("facts", FactsText.write(fired.facts()))
                        .execute()));
  }

  @Override
  public List<Fired> fired(LessorId lessor, CaseId id) {
    return session.read(
        handle ->
            handle
                .createQuery(FIRED)
                .bind("lessor", lessor.value())
                .bind("id", id.value())
                .map(Columns.mapper(session.dialect(), CaseRows::readFired))
                .list());
  }

  @Override
  public void addTouch(Touch touch) {
    session.run(handle -> TOUCHES.append(session, List.of(touch), CaseStore::insertTouches));
  }

  private static void insertTouches(Handle handle, List<Numbering.Numbered<Touch>> touches) {
    Batches.execute(handle, ADD_TOUCH, touches, CaseStore::bindTouch);
  }

  private static <S extends SqlStatement<S>> void bindTouch(S statement, Numbering.Numbered<Touch> numbered) {
    Touch touch = numbered.row();
    statement
        .bind("lessor", touch.lessor().value())
        .bind("id", touch.renewalCase().value())
        .bind("seq", numbered.number())
        .bind("no", touch.contract().value())
        .bind("at", touch.at())
        .bind("stage", touch.stage())
        .bind("channel", touch.channel().name())
        .bind("recipient", touch.recipient())
        .bind("result", touch.result().name())
        .bind("owner", touch.owner().name());
  }
}
