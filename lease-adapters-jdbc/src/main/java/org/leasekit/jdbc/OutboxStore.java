package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Person;
import org.leasekit.port.Outbox;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;

final class OutboxStore implements Outbox {

  private static final String SELECT =
      """
      SELECT lessor, id, case_id, contract_no, stage, channel, address, state, attempts, next_attempt_at,
        expires_at, template, owner
      FROM lk_notice
      """;

  private static final String LOCK = SELECT + "WHERE lessor = :lessor AND id = :id FOR UPDATE";

  private static final String DUE =
      SELECT
          + """
          WHERE lessor = :lessor AND state = :pending AND next_attempt_at <= :now
          ORDER BY lessor, state, next_attempt_at, id LIMIT :limit
          """;

  private static final String DUE_TO =
      SELECT
          + """
          WHERE lessor = :lessor AND state = :pending AND next_attempt_at <= :now
            AND channel = :channel AND address = :address AND owner = :owner
          ORDER BY id
          """;

  private static final String IS_SENT =
      """
      SELECT notice_id FROM lk_sent_to
      WHERE lessor = :lessor AND tenant = :tenant AND role = :role AND name = :name AND sent_at = :at
        AND notice_id IN (<keys>) <currentRead>
      """;

  private static final String INSERT_SENT =
      """
      INSERT INTO lk_sent_to (lessor, tenant, role, name, sent_at, notice_id)
      VALUES (:lessor, :tenant, :role, :name, :at, :id)
      """;

  private static final String SENT_SINCE =
      """
      SELECT sent_at, notice_id FROM lk_sent_to
      WHERE lessor = :lessor AND tenant = :tenant AND role = :role AND name = :name AND sent_at >= :since
      ORDER BY sent_at, notice_id <currentRead>
      """;

  private static final String OF_CASE = SELECT + "WHERE lessor = :lessor AND case_id = :case ORDER BY id";

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy("SELECT id FROM lk_notice WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String INSERT =
      """
      INSERT INTO lk_notice (
        lessor, id, case_id, contract_no, stage, channel, address, state, attempts, next_attempt_at,
        expires_at, template, owner)
      VALUES (
        :lessor, :id, :case, :no, :stage, :channel, :address, :state, :attempts, :nextAttemptAt,
        :expiresAt, :template, :owner)
      """;

  private static final String UPDATE =
      """
      UPDATE lk_notice SET
        case_id = :case, contract_no = :no, stage = :stage, channel = :channel, address = :address,
        state = :state, attempts = :attempts, next_attempt_at = :nextAttemptAt, expires_at = :expiresAt,
        template = :template, owner = :owner
      WHERE lessor = :lessor AND id = :id
      """;

  private static final Turnstile PEOPLE =
      new Turnstile("lk_person", "turns", List.of("lessor", "tenant", "role", "name"));

  private final Session session;
  private final RowMapper<Notice> mapper;

  OutboxStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), OutboxStore::read);
  }

  @Override
  public void addAll(List<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    session.run(
        handle ->
            NewRows.byKey(notices, Notice::lessor, notice -> notice.id().value())
                .forEach(
                    (lessor, wanted) ->
                        NewRows.insert(session, lessor, wanted, KNOWN, OutboxStore::insert)));
  }

  private static void insert(Handle handle, List<Notice> notices) {
    Batches.execute(handle, INSERT, notices, OutboxStore::bind);
  }

  @Override
  public void update(Notice notice) {
    session.run(
        handle -> {
          var update = handle.createUpdate(UPDATE);
          bind(update, notice);
          // A driver may count a row that stays as it is as not met, so a count of zero proves nothing.
          if (update.execute() == 0
              && KNOWN.among(session, notice.lessor(), List.of(notice.id().value()), "").isEmpty()) {
            throw new IllegalArgumentException("no such notice: " + notice.id());
          }
        });
  }

  @Override
  public List<Notice> due(LessorId lessor, Instant now, int limit) {
    return session.read(
        handle ->
            handle
                .createQuery(DUE)
                .bind("lessor", lessor.value())
                .bind("pending", Notice.State.PENDING.name())
                .bind("now", now)
                .bind("limit", limit)
                .map(mapper)
                .list());
  }

  @Override
  public List<Notice> dueTo(LessorId lessor, Contact contact, Instant now) {
    return session.read(
        handle ->
            handle
                .createQuery(DUE_TO)
                .bind("lessor", lessor.value())
                .bind("channel", contact.channel().name())
                .bind("address", contact.address())
                .bind("owner", contact.owner().name())
                .bind("pending", Notice.State.PENDING.name())
                .bind("now", now)
                .map(mapper)
                .list());
  }

  @Override
  public void lockPerson(LessorId lessor, Person person) {
    session.run(
        () ->
            PEOPLE.pass(
                session,
                Map.of(
                    "lessor", lessor.value(), "tenant", person.tenant().value(), "role", person.role().name(),
                    "name", person.name())));
  }

  @Override
  public void sent(LessorId lessor, Person person, NoticeId id, Instant at) {
    session.run(
        handle ->
            NewRows.insertOne(
                session, lessor, id.value(), person,
                NewRows.knownBy(
                    IS_SENT,
                    query -> to(query, lessor, person).bind("at", at)),
                (h, rows) ->
                    to(h.createUpdate(INSERT_SENT), lessor, person)
                        .bind("at", at)
                        .bind("id", id.value())
                        .execute()));
  }

  @Override
  public List<Sent> sentSince(LessorId lessor, Person person, Instant since) {
    return session.call(
        handle ->
            to(handle.createQuery(SENT_SINCE), lessor, person)
                .define("currentRead", session.currentRead())
                .bind("since", since)
                .map(Columns.mapper(session.dialect(), row -> new Sent(new NoticeId(row.text("notice_id")), row.instant("sent_at"))))
                .list());
  }

  private static <S extends SqlStatement<S>> S to(S statement, LessorId lessor, Person person) {
    return statement
        .bind("lessor", lessor.value())
        .bind("tenant", person.tenant().value())
        .bind("role", person.role().name())
        .bind("name", person.name());
  }

  @Override
  public Optional<Notice> lock(LessorId lessor, NoticeId id) {
    return session.read(
        handle ->
            handle
                .createQuery(LOCK)
                .bind("lessor", lessor.value())
                .bind("id", id.value())
                .map(mapper)
                .findOne());
  }

  @Override
  public List<Notice> ofCase(LessorId lessor, CaseId id) {
    return session.read(
        handle ->
            handle
                .createQuery(OF_CASE)
                .bind("lessor", lessor.value())
                .bind("case", id.value())
                .map(mapper)
                .list());
  }

  private static <S extends SqlStatement<S>> void bind(S statement, Notice notice) {
    statement
        .bind("lessor", notice.lessor().value())
        .bind("id", notice.id().value())
        .bind("case", notice.renewalCase().value())
        .bind("no", notice.contract().value())
        .bind("stage", notice.stage())
        .bind("channel", notice.contact().channel().name())
        .bind("address", notice.contact().address())
        .bind("state", notice.state().name())
        .bind("attempts", notice.attempts())
        .bindByType("nextAttemptAt", notice.nextAttemptAt(), Instant.class)
        .bind("expiresAt", notice.expiresAt())
        .bind("template", notice.template())
        .bind("owner", notice.contact().owner().name());
  }

  private static Notice read(Columns row) throws SQLException {
    return new Notice(
        row.lessor(),
        new NoticeId(row.text("id")),
        new CaseId(row.text("case_id")),
        row.contractNo("contract_no"),
        row.text("stage"),
        new Contact(
            row.constant("channel", Channel.class), row.text("address"), row.constant("owner", PartyRole.class)),
        row.constant("state", Notice.State.class),
        row.integer("attempts"),
        row.instantOrNull("next_attempt_at"),
        row.instant("expires_at"),
        row.text("template"));
  }
}
