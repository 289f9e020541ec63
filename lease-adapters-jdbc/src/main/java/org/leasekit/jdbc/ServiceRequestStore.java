package org.leasekit.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.LessorId;
import org.leasekit.port.ServiceRequests;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.ServiceRequest;

final class ServiceRequestStore implements ServiceRequests {

  private static final String SELECT =
      "SELECT " + ServiceRequestRows.COLUMNS + " FROM lk_service_request\n";

  private static final String FIND = SELECT + "WHERE lessor = :lessor AND id = :id";

  private static final String LOCK = FIND + " FOR UPDATE";

  private static final String DUE =
      """
      SELECT id, next_due_at FROM lk_service_request
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

  /** Looked at at once: others may hold the first of them. */
  private static final int LOOK_AHEAD = 50;

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          "SELECT id FROM lk_service_request WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String KNOWN_KEY =
      """
      SELECT entry_key FROM lk_service_entry
      WHERE lessor = :lessor AND request_id = :id AND entry_key IN (<keys>) <currentRead>
      """;

  private static final String LAST_NUMBER =
      """
      SELECT COALESCE(MAX(seq_no), 0) FROM lk_service_entry
      WHERE lessor = :lessor AND request_id = :id <currentRead>
      """;

  private static final int ATTEMPTS = 20;

  /** A request that is due, not locked yet. */
  private record Due(String id, Instant at) {}

  private final Session session;
  private final RowMapper<ServiceRequest> mapper;

  ServiceRequestStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), ServiceRequestRows::read);
  }

  @Override
  public boolean add(ServiceRequest request, RequestEntry opened) {
    return session.required(
        () ->
            NewRows.insertOne(
                    session, request.lessor(), request.id().value(), request, KNOWN,
                    (h, rows) ->
                        Batches.execute(
                            h, ServiceRequestRows.INSERT, rows, ServiceRequestRows::bind))
                && append(request.lessor(), request.id(), opened));
  }

  @Override
  public void update(ServiceRequest request) {
    session.run(
        handle ->
            Batches.updateVersions(
                handle, session.dialect(), ServiceRequestRows.UPDATE, List.of(request),
                ServiceRequestRows::bindVersioned, row -> "service request " + row.id()));
  }

  @Override
  public Optional<ServiceRequest> find(LessorId lessor, RequestId id) {
    return session.read(handle -> one(handle, FIND, lessor, id));
  }

  @Override
  public Optional<ServiceRequest> lock(LessorId lessor, RequestId id) {
    return session.read(handle -> one(handle, LOCK, lessor, id));
  }

  private Optional<ServiceRequest> one(
      Handle handle, String sql, LessorId lessor, RequestId id) {
    return handle
        .createQuery(sql)
        .bind("lessor", lessor.value())
        .bind("id", id.value())
        .map(mapper)
        .findOne();
  }

  /**
   * Looks, then locks by key, one after the other: in one statement with a limit, a database that sorts before
   * it counts would lock every request that is due.
   */
  @Override
  public List<ServiceRequest> claimDue(LessorId lessor, Instant now, int limit) {
    return session.call(
        handle -> {
          List<ServiceRequest> claimed = new ArrayList<>();
          Due last = null;
          List<Due> due;
          do {
            due = due(handle, lessor, now, last);
            for (int i = 0; i < due.size() && claimed.size() < limit; i++) {
              last = due.get(i);
              claim(handle, lessor, now, last).ifPresent(claimed::add);
            }
          } while (claimed.size() < limit && due.size() == LOOK_AHEAD);
          return claimed;
        });
  }

  private List<Due> due(Handle handle, LessorId lessor, Instant now, @Nullable Due after) {
    Query query =
        handle
            .createQuery(DUE)
            .define("after", after == null ? "" : DUE_AFTER)
            .bind("lessor", lessor.value())
            .bind("now", now)
            .bind("limit", LOOK_AHEAD);
    if (after != null) {
      query.bind("at", after.at()).bind("id", after.id());
    }
    return query
        .map(
            Columns.mapper(
                session.dialect(), row -> new Due(row.text("id"), row.instant("next_due_at"))))
        .list();
  }

  private Optional<ServiceRequest> claim(
      Handle handle, LessorId lessor, Instant now, Due due) {
    return handle
        .createQuery(CLAIM)
        .bind("lessor", lessor.value())
        .bind("now", now)
        .bindList("ids", List.of(due.id()))
        .map(mapper)
        .findOne();
  }

  /** Looks, numbers and inserts, and looks again when somebody else was quicker. */
  @Override
  public boolean append(LessorId lessor, RequestId id, RequestEntry entry) {
    return session.call(
        handle -> {
          NewRows.Known<String> known =
              NewRows.knownBy(KNOWN_KEY, query -> query.bind("id", id.value()));
          for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String currentRead = attempt == 1 ? "" : session.currentRead();
            if (!known.among(session, lessor, List.of(entry.key()), currentRead).isEmpty()) {
              return false;
            }
            int next = 1 + lastNumber(handle, lessor, id, currentRead);
            ServiceEntryRows.Row row =
                new ServiceEntryRows.Row(lessor, id, entry.withSequence(next));
            if (session.attempt(
                () ->
                    Batches.execute(
                        handle, ServiceEntryRows.INSERT, List.of(row), ServiceEntryRows::bind))) {
              return true;
            }
          }
          throw new IllegalStateException("the entry could not be numbered: " + id);
        });
  }

  private static int lastNumber(
      Handle handle, LessorId lessor, RequestId id, String currentRead) {
    return handle
        .createQuery(LAST_NUMBER)
        .define("currentRead", currentRead)
        .bind("lessor", lessor.value())
        .bind("id", id.value())
        .map((row, context) -> row.getInt(1))
        .one();
  }

  @Override
  public Map<RequestId, List<RequestEntry>> entries(
      LessorId lessor, Collection<RequestId> ids) {
    return session.read(
        handle -> {
          Set<String> wanted = new HashSet<>();
          ids.forEach(id -> wanted.add(id.value()));
          Map<RequestId, List<RequestEntry>> found = new HashMap<>();
          for (List<String> some : NewRows.chunks(wanted, session.dialect().keysAtOnce())) {
            handle
                .createQuery(ServiceEntryRows.SELECT)
                .bind("lessor", lessor.value())
                .bindList("ids", some)
                .map(
                    Columns.mapper(
                        session.dialect(),
                        row ->
                            Map.entry(
                                ServiceEntryRows.readRequest(row),
                                ServiceEntryRows.readEntry(row))))
                .forEach(
                    row ->
                        found
                            .computeIfAbsent(row.getKey(), unknown -> new ArrayList<>())
                            .add(row.getValue()));
          }
          return found;
        });
  }
}
