package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.DutyRoster;
import org.leasekit.port.DutyTasks;
import org.leasekit.servicedesk.Duty;
import org.leasekit.servicedesk.DutyTask;
import org.leasekit.servicedesk.DutyTaskId;
import org.leasekit.servicedesk.RequestId;

final class DutyStore implements DutyRoster, DutyTasks {

  private static final String AT =
      """
      SELECT lessor, level_no, staff, starts_at, ends_at FROM lk_duty
      WHERE lessor = :lessor AND ends_at > :at AND starts_at <= :at
      ORDER BY level_no, starts_at, staff
      """;

  private static final String IS_KNOWN =
      """
      SELECT staff FROM lk_duty
      WHERE lessor = :lessor AND level_no = :level AND staff IN (<keys>) AND starts_at = :from <currentRead>
      """;

  private static final String INSERT_DUTY =
      """
      INSERT INTO lk_duty (lessor, level_no, staff, starts_at, ends_at)
      VALUES (:lessor, :level, :staff, :from, :until)
      """;

  private static final String UPDATE_DUTY =
      """
      UPDATE lk_duty SET ends_at = :until
      WHERE lessor = :lessor AND level_no = :level AND staff = :staff AND starts_at = :from
      """;

  private static final String SELECT =
      """
      SELECT lessor, id, request_id, kind, detail, channel, assignee, level_no, opened_at, closed_at
      FROM lk_duty_task
      """;

  private static final String FIND = SELECT + "WHERE lessor = :lessor AND id = :id";

  private static final String OPEN =
      SELECT + "WHERE lessor = :lessor AND closed_at IS NULL ORDER BY opened_at, id";

  private static final String OPEN_OF =
      SELECT
          + """
          WHERE lessor = :lessor AND request_id = :request AND closed_at IS NULL
          ORDER BY opened_at, id
          """;

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          "SELECT id FROM lk_duty_task WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String INSERT =
      """
      INSERT INTO lk_duty_task (
        lessor, id, request_id, kind, detail, channel, assignee, level_no, opened_at, closed_at)
      VALUES (
        :lessor, :id, :request, :kind, :detail, :channel, :assignee, :level, :openedAt, :closedAt)
      """;

  private static final String UPDATE =
      """
      UPDATE lk_duty_task SET
        request_id = :request, kind = :kind, detail = :detail, channel = :channel, assignee = :assignee,
        level_no = :level, opened_at = :openedAt, closed_at = :closedAt
      WHERE lessor = :lessor AND id = :id
      """;

  private final Session session;
  private final RowMapper<Duty> duties;
  private final RowMapper<DutyTask> tasks;

  DutyStore(Session session) {
    this.session = session;
    this.duties = Columns.mapper(session.dialect(), DutyStore::readDuty);
    this.tasks = Columns.mapper(session.dialect(), DutyStore::readTask);
  }

  @Override
  public void putAll(Collection<Duty> all) {
    session.run(handle -> all.forEach(duty -> put(handle, duty)));
  }

  private void put(Handle handle, Duty duty) {
    boolean inserted =
        NewRows.insertOne(
            session, duty.lessor(), duty.staff().value(), duty,
            NewRows.knownBy(
                IS_KNOWN,
                query -> query.bind("level", duty.level()).bind("from", duty.from())),
            (h, rows) -> Batches.execute(h, INSERT_DUTY, rows, DutyStore::bindDuty));
    if (!inserted) {
      Batches.execute(handle, UPDATE_DUTY, List.of(duty), DutyStore::bindDuty);
    }
  }

  @Override
  public List<Duty> at(LessorId lessor, Instant at) {
    return session.read(
        handle ->
            handle
                .createQuery(AT)
                .bind("lessor", lessor.value())
                .bind("at", at)
                .map(duties)
                .list());
  }

  @Override
  public void add(DutyTask task) {
    session.call(
        handle ->
            NewRows.insertOne(
                session, task.lessor(), task.id().value(), task, KNOWN,
                (h, rows) -> Batches.execute(h, INSERT, rows, DutyStore::bindTask)));
  }

  @Override
  public void update(DutyTask task) {
    session.run(
        handle -> {
          var update = handle.createUpdate(UPDATE);
          bindTask(update, task);
          // A driver may count a row that stays as it is as not met, so a count of zero proves nothing.
          if (update.execute() == 0
              && KNOWN.among(session, task.lessor(), List.of(task.id().value()), "").isEmpty()) {
            throw new IllegalArgumentException("no such task: " + task.id());
          }
        });
  }

  @Override
  public Optional<DutyTask> find(LessorId lessor, DutyTaskId id) {
    return session.read(
        handle ->
            handle
                .createQuery(FIND)
                .bind("lessor", lessor.value())
                .bind("id", id.value())
                .map(tasks)
                .findOne());
  }

  @Override
  public List<DutyTask> open(LessorId lessor) {
    return session.read(
        handle -> handle.createQuery(OPEN).bind("lessor", lessor.value()).map(tasks).list());
  }

  @Override
  public List<DutyTask> openOf(LessorId lessor, RequestId request) {
    return session.read(
        handle ->
            handle
                .createQuery(OPEN_OF)
                .bind("lessor", lessor.value())
                .bind("request", request.value())
                .map(tasks)
                .list());
  }

  private static <S extends SqlStatement<S>> void bindDuty(S statement, Duty duty) {
    statement
        .bind("lessor", duty.lessor().value())
        .bind("level", duty.level())
        .bind("staff", duty.staff().value())
        .bind("from", duty.from())
        .bind("until", duty.untilExclusive());
  }

  private static Duty readDuty(Columns row) throws SQLException {
    return new Duty(
        row.lessor(),
        row.integer("level_no"),
        new StaffId(row.text("staff")),
        row.instant("starts_at"),
        row.instant("ends_at"));
  }

  private static <S extends SqlStatement<S>> void bindTask(S statement, DutyTask task) {
    statement
        .bind("lessor", task.lessor().value())
        .bind("id", task.id().value())
        .bind("request", task.request().value())
        .bind("kind", task.kind().name())
        .bind("detail", task.detail())
        .bind("channel", task.channel().name())
        .bind("assignee", task.assignee().value())
        .bind("level", task.level())
        .bind("openedAt", task.openedAt())
        .bindByType("closedAt", task.closedAt(), Instant.class);
  }

  private static DutyTask readTask(Columns row) throws SQLException {
    return new DutyTask(
        row.lessor(),
        new DutyTaskId(row.text("id")),
        new RequestId(row.text("request_id")),
        row.constant("kind", DutyTask.Kind.class),
        row.text("detail"),
        row.constant("channel", Channel.class),
        new StaffId(row.text("assignee")),
        row.integer("level_no"),
        row.instant("opened_at"),
        row.instantOrNull("closed_at"));
  }
}
