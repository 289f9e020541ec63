package org.leasekit.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.leasekit.billing.LockId;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.billing.ReceivableLock.Release;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.ReceivableLocks;
import org.leasekit.port.StaleVersionException;

final class LockStore implements ReceivableLocks {

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy("SELECT id FROM lk_lock WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String FIND =
      "SELECT " + LockRows.COLUMNS + " FROM lk_lock WHERE lessor = :lessor AND id = :id";

  private static final String OF =
      "SELECT " + LockRows.COLUMNS + " FROM lk_lock WHERE lessor = :lessor AND contract_no IN (<contracts>)";

  private static final String RELEASES =
      """
      SELECT lock_id, released_at, released_by, reason, known_at FROM lk_lock_release
      WHERE lessor = :lessor AND lock_id IN (<ids>)
      ORDER BY lock_id, seq_no
      """;

  private static final String LAST =
      """
      SELECT COALESCE(MAX(seq_no), 0) FROM lk_lock_release WHERE lessor = :lessor AND lock_id = :id
      """;

  private static final String RELEASE =
      """
      INSERT INTO lk_lock_release (lessor, lock_id, seq_no, released_at, released_by, reason, known_at)
      VALUES (:lessor, :id, :seq, :at, :by, :reason, :known)
      """;

  private final Session session;
  private final RowMapper<ReceivableLock> mapper;

  LockStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), LockRows::read);
  }

  @Override
  public boolean add(ReceivableLock lock) {
    return session.call(
        handle -> {
          boolean added =
              NewRows.insertOne(
                  session, lock.lessor(), lock.id().value(), lock, KNOWN,
                  (h, rows) -> Batches.execute(h, LockRows.INSERT, rows, LockRows::bind));
          for (int seq = 1; added && seq <= lock.releases().size(); seq++) {
            insertRelease(handle, lock, seq);
          }
          return added;
        });
  }

  @Override
  public void release(ReceivableLock lock) {
    int seq = lock.releases().size();
    if (seq == 0) {
      throw new IllegalArgumentException("no release: " + lock.id());
    }
    session.run(
        handle -> {
          // Whoever was quicker holds the key of the next row: the second one waits there, and is told.
          boolean next =
              last(handle, lock) == seq - 1 && find(lock.lessor(), lock.id()).isPresent();
          if (!next || !session.attempt(() -> insertRelease(handle, lock, seq))) {
            throw new StaleVersionException("lock " + lock.id());
          }
        });
  }

  private static int last(Handle handle, ReceivableLock lock) {
    return handle
        .createQuery(LAST)
        .bind("lessor", lock.lessor().value())
        .bind("id", lock.id().value())
        .mapTo(Integer.class)
        .one();
  }

  private static void insertRelease(Handle handle, ReceivableLock lock, int seq) {
    Release release = lock.releases().get(seq - 1);
    try (Update insert = handle.createUpdate(RELEASE)) {
      insert
          .bind("lessor", lock.lessor().value())
          .bind("id", lock.id().value())
          .bind("seq", seq)
          .bind("by", release.by())
          .bind("reason", release.reason())
          .bindByType("at", release.at(), Instant.class)
          .bind("known", release.knownAt())
          .execute();
    }
  }

  @Override
  public Optional<ReceivableLock> find(LessorId lessor, LockId id) {
    return session.read(
        handle -> {
          Query query = handle.createQuery(FIND).bind("lessor", lessor.value()).bind("id", id.value());
          return withReleases(handle, lessor, query.map(mapper).list()).stream().findAny();
        });
  }

  @Override
  public List<ReceivableLock> of(LessorId lessor, Collection<ContractNo> contracts) {
    return session.read(
        handle ->
            withReleases(
                handle, lessor,
                OfContracts.list(handle, session.dialect(), OF, lessor, contracts, mapper).stream()
                    .sorted(
                        Comparator.comparing(ReceivableLock::knownAt).thenComparing(ReceivableLock::id))
                    .toList()));
  }

  /** A page of locks, by the query for it, with their releases. */
  List<ReceivableLock> page(Query query) {
    List<ReceivableLock> locks = query.map(mapper).list();
    return locks.isEmpty()
        ? locks
        : session.read(handle -> withReleases(handle, locks.get(0).lessor(), locks));
  }

  private List<ReceivableLock> withReleases(Handle handle, LessorId lessor, List<ReceivableLock> locks) {
    Map<LockId, ReceivableLock> found = new HashMap<>();
    locks.forEach(lock -> found.put(lock.id(), lock));
    List<String> ids = locks.stream().map(lock -> lock.id().value()).toList();
    for (List<String> some : NewRows.chunks(ids, session.dialect().keysAtOnce())) {
      handle
          .createQuery(RELEASES)
          .bind("lessor", lessor.value())
          .bindList("ids", some)
          .map(
              Columns.mapper(
                  session.dialect(),
                  row ->
                      Map.entry(
                          new LockId(row.text("lock_id")),
                          new Release(
                              row.instantOrNull("released_at"), row.text("released_by"), row.text("reason"),
                              row.instant("known_at")))))
          .forEach(
              release ->
                  found.computeIfPresent(release.getKey(), (id, lock) -> lock.released(release.getValue())));
    }
    return locks.stream().map(lock -> found.getOrDefault(lock.id(), lock)).toList();
  }
}
