package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.event.EventId;
import org.leasekit.event.LeaseEvent;
import org.leasekit.event.Recorded;
import org.leasekit.party.LessorId;
import org.leasekit.port.EventLog;

final class EventStore implements EventLog {

  private static final Numbering<LeaseEvent> NUMBERS =
      new Numbering<>(
          event -> event.head().lessor(),
          event -> event.head().contract().value(),
          """
          SELECT contract_no, MAX(event_no) FROM lk_event
          WHERE lessor = :lessor AND contract_no IN (<keys>)
          GROUP BY contract_no <currentRead>
          """);

  private static final String INSERT =
      """
      INSERT INTO lk_event (
        lessor, contract_no, event_no, happening, happened_at, details, attempts, next_due_at)
      VALUES (:lessor, :no, :number, :happening, :at, :details, 0, :at)
      """;

  private static final String DUE =
      """
      SELECT e.contract_no, e.event_no FROM lk_event e
      WHERE e.lessor = :lessor AND e.next_due_at <= :now
        AND NOT EXISTS (
          SELECT 1 FROM lk_event f
          WHERE f.lessor = e.lessor AND f.contract_no = e.contract_no AND f.event_no < e.event_no
            AND f.next_due_at IS NOT NULL)
      ORDER BY e.next_due_at, e.contract_no LIMIT :limit
      """;

  private static final String CLAIM =
      """
      SELECT lessor, contract_no, event_no, happening, happened_at, details, attempts FROM lk_event
      WHERE lessor = :lessor AND contract_no = :no AND event_no = :number AND next_due_at <= :now
      FOR UPDATE SKIP LOCKED
      """;

  private static final String TOLD =
      """
      UPDATE lk_event SET next_due_at = NULL
      WHERE lessor = :lessor AND contract_no = :no AND event_no = :number
      """;

  /** By number, one row: whoever claims that one has told all before it. */
  private static final String FORGET =
      "DELETE FROM lk_event WHERE lessor = :lessor AND contract_no = :no AND event_no = :number - 1";

  private static final String RETRY =
      """
      UPDATE lk_event SET next_due_at = :at, attempts = attempts + 1
      WHERE lessor = :lessor AND contract_no = :no AND event_no = :number
      """;

  /** More than there are ever nodes that tell events at once. */
  private static final int HELD_BY_OTHERS = 20;

  private final Session session;
  private final RowMapper<Recorded> mapper;

  EventStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), EventStore::read);
  }

  @Override
  public void append(List<LeaseEvent> events) {
    if (!events.isEmpty()) {
      session.run(handle -> NUMBERS.append(session, events, EventStore::insert));
    }
  }

  private static void insert(Handle handle, List<Numbering.Numbered<LeaseEvent>> events) {
    Batches.execute(handle, INSERT, events, EventStore::bind);
  }

  private static <S extends SqlStatement<S>> void bind(S statement, Numbering.Numbered<LeaseEvent> numbered) {
    LeaseEvent event = numbered.row();
    statement
        .bind("lessor", event.head().lessor().value())
        .bind("no", event.head().contract().value())
        .bind("number", numbered.number())
        .bind("happening", event.type())
        .bind("at", event.head().at())
        .bind(
            "details",
            Lines.write(
                new TreeMap<>(event.data())
                    .entrySet().stream().map(each -> List.of(each.getKey(), each.getValue())).toList()));
  }

  /** Looks, then locks by key, one by one: what is held by others is passed over, with all that follows it. */
  @Override
  public List<Recorded> claimDue(LessorId lessor, Instant now, int limit) {
    return session.call(
        handle -> {
          List<Recorded> claimed = new ArrayList<>();
          for (EventId id : due(handle, lessor, now, limit + HELD_BY_OTHERS)) {
            if (claimed.size() < limit) {
              claim(handle, id, now).ifPresent(claimed::add);
            }
          }
          return claimed;
        });
  }

  private List<EventId> due(Handle handle, LessorId lessor, Instant now, int limit) {
    return handle
        .createQuery(DUE)
        .bind("lessor", lessor.value())
        .bind("now", now)
        .bind("limit", limit)
        .map(
            Columns.mapper(
                session.dialect(),
                row -> new EventId(lessor, row.contractNo("contract_no"), row.integer("event_no"))))
        .list();
  }

  private Optional<Recorded> claim(Handle handle, EventId id, Instant now) {
    return of(handle.createQuery(CLAIM), id).bind("now", now).map(mapper).findOne();
  }

  @Override
  public void told(EventId id) {
    session.run(
        handle -> {
          of(handle.createUpdate(TOLD), id).execute();
          of(handle.createUpdate(FORGET), id).execute();
        });
  }

  @Override
  public void retryAt(EventId id, Instant at) {
    session.run(handle -> of(handle.createUpdate(RETRY), id).bind("at", at).execute());
  }

  private static <S extends SqlStatement<S>> S of(S statement, EventId id) {
    return statement
        .bind("lessor", id.lessor().value())
        .bind("no", id.contract().value())
        .bind("number", id.number());
  }

  private static Recorded read(Columns row) throws SQLException {
    Map<String, String> data = new TreeMap<>();
    Lines.read(row.text("details")).forEach(each -> data.put(each.get(0), each.get(1)));
    LeaseEvent.Head head =
        new LeaseEvent.Head(row.lessor(), row.contractNo("contract_no"), row.instant("happened_at"));
    return new Recorded(
        new EventId(row.lessor(), row.contractNo("contract_no"), row.integer("event_no")),
        LeaseEvent.of(head, row.text("happening"), data),
        row.integer("attempts"));
  }
}
