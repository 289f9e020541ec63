package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.Tasks;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;

final class TaskStore implements Tasks {

  static final String COLUMNS =
      "lessor, id, case_id, contract_no, kind, stage, assignee, opened_at, closed_at, outcome,"
          + " staff_role, accepted_at, snoozed_until, snoozes, note";

  private static final String SELECT = "SELECT " + COLUMNS + " FROM lk_task\n";

  private static final String FIND = SELECT + "WHERE lessor = :lessor AND id = :id";

  private static final String LOCK = FIND + " FOR UPDATE";

  private static final String OPEN =
      SELECT + "WHERE lessor = :lessor AND closed_at IS NULL ORDER BY opened_at, id";

  private static final String OPEN_OF_CASE =
      SELECT + "WHERE lessor = :lessor AND case_id = :case AND closed_at IS NULL ORDER BY opened_at, id";

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy("SELECT id FROM lk_task WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String INSERT =
      """
      INSERT INTO lk_task (
        lessor, id, case_id, contract_no, kind, stage, assignee, opened_at, closed_at, outcome,
        staff_role, accepted_at, snoozed_until, snoozes, note)
      VALUES (
        :lessor, :id, :case, :no, :kind, :stage, :assignee, :openedAt, :closedAt, :outcome,
        :role, :acceptedAt, :snoozedUntil, :snoozes, :note)
      """;

  private static final String UPDATE =
      """
      UPDATE lk_task SET
        case_id = :case, contract_no = :no, kind = :kind, stage = :stage, assignee = :assignee,
        opened_at = :openedAt, closed_at = :closedAt, outcome = :outcome,
        staff_role = :role, accepted_at = :acceptedAt, snoozed_until = :snoozedUntil, snoozes = :snoozes,
        note = :note
      WHERE lessor = :lessor AND id = :id AND closed_at IS NULL
      """;

  private final Session session;
  private final RowMapper<StewardTask> mapper;

  TaskStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), TaskStore::read);
  }

  @Override
  public void add(StewardTask task) {
    session.call(
        handle ->
            NewRows.insertOne(
                session, task.lessor(), task.id().value(), task, KNOWN, TaskStore::insert));
  }

  private static void insert(Handle handle, List<StewardTask> tasks) {
    Batches.execute(handle, INSERT, tasks, TaskStore::bind);
  }

  @Override
  public boolean update(StewardTask task) {
    return session.call(
        handle -> {
          var update = handle.createUpdate(UPDATE);
          bind(update, task);
          // A driver may count a row that stays as it is as not met, so a count of zero proves nothing.
          return update.execute() > 0
              || one(LOCK, task.lessor(), task.id())
                  .orElseThrow(() -> new IllegalArgumentException("no such task: " + task.id()))
                  .isOpen();
        });
  }

  @Override
  public Optional<StewardTask> find(LessorId lessor, TaskId id) {
    return one(FIND, lessor, id);
  }

  @Override
  public Optional<StewardTask> lock(LessorId lessor, TaskId id) {
    return one(LOCK, lessor, id);
  }

  private Optional<StewardTask> one(String sql, LessorId lessor, TaskId id) {
    return session.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("lessor", lessor.value())
                .bind("id", id.value())
                .map(mapper)
                .findOne());
  }

  @Override
  public List<StewardTask> open(LessorId lessor) {
    return session.read(
        handle -> handle.createQuery(OPEN).bind("lessor", lessor.value()).map(mapper).list());
  }

  @Override
  public List<StewardTask> openOfCase(LessorId lessor, CaseId id) {
    return session.read(
        handle ->
            handle
                .createQuery(OPEN_OF_CASE)
                .bind("lessor", lessor.value())
                .bind("case", id.value())
                .map(mapper)
                .list());
  }

  private static <S extends SqlStatement<S>> void bind(S statement, StewardTask task) {
    StaffId assignee = task.assignee();
    StewardTask.Outcome outcome = task.outcome();
    statement
        .bind("lessor", task.lessor().value())
        .bind("id", task.id().value())
        .bind("case", task.renewalCase().value())
        .bind("no", task.contract().value())
        .bind("kind", task.kind().name())
        .bind("stage", task.stage())
        .bind("assignee", assignee == null ? null : assignee.value())
        .bind("openedAt", task.openedAt())
        .bindByType("closedAt", task.closedAt(), Instant.class)
        .bind("outcome", outcome == null ? null : outcome.name())
        .bind("role", task.role())
        .bindByType("acceptedAt", task.handling().acceptedAt(), Instant.class)
        .bindByType("snoozedUntil", task.handling().snoozedUntil(), Instant.class)
        .bind("snoozes", task.handling().snoozes())
        .bind("note", task.handling().note());
  }

  static StewardTask read(Columns row) throws SQLException {
    String outcome = row.textOrNull("outcome");
    return new StewardTask(
        row.lessor(),
        new TaskId(row.text("id")),
        new CaseId(row.text("case_id")),
        row.contractNo("contract_no"),
        row.constant("kind", StewardTask.Kind.class),
        row.text("stage"),
        row.text("staff_role"),
        assignee(row.textOrNull("assignee")),
        row.instant("opened_at"),
        row.instantOrNull("closed_at"),
        outcome == null ? null : StewardTask.Outcome.valueOf(outcome),
        new StewardTask.Handling(
            row.instantOrNull("accepted_at"),
            row.instantOrNull("snoozed_until"),
            row.integer("snoozes"),
            row.textOrNull("note") == null ? "" : row.text("note")));
  }

  private static @Nullable StaffId assignee(@Nullable String id) {
    return id == null ? null : new StaffId(id);
  }
}
