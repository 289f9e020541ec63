package org.leasekit.jdbc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Receivables;

final class ReceivableStore implements Receivables {

  private static final String KNOWN =
      "SELECT "
          + ReceivableRows.KEY
          + """
           FROM lk_receivable
          WHERE lessor = :lessor AND contract_no IN (<contracts>)
            AND period_start >= :from AND period_start <= :to
          <currentRead>
          """;

  /** Two reads of one index each: an "or" over both would read every receivable of the lessor. */
  private static final String OPEN =
      "SELECT "
          + ReceivableRows.COLUMNS
          + """
           FROM lk_receivable
          WHERE lessor = :lessor AND contract_no = :no AND allocated_minor + credited_minor < amount_minor
          UNION ALL
          SELECT
          """
          + ReceivableRows.COLUMNS
          + """
           FROM lk_receivable
          WHERE lessor = :lessor AND payer_no = :no AND contract_no != :no AND allocated_minor + credited_minor < amount_minor
          ORDER BY
          """
          + ReceivableRows.KEY;

  private static final String LOCK =
      "SELECT "
          + ReceivableRows.COLUMNS
          + """
           FROM lk_receivable
          WHERE lessor = :lessor AND contract_no = :no AND charge = :charge AND period_start = :periodStart
            AND period_end = :periodEnd AND revision = :revision
          FOR UPDATE
          """;

  private static final String OF =
      "SELECT "
          + ReceivableRows.COLUMNS
          + " FROM lk_receivable WHERE lessor = :lessor AND contract_no IN (<contracts>)";

  private static final String BILLABLE =
      """
      SELECT contract_no FROM lk_agenda
      WHERE lessor = :lessor AND next_on <= :through
      ORDER BY contract_no LIMIT :limit
      """;

  private static final String PUT_ON_AGENDA =
      "INSERT INTO lk_agenda (lessor, contract_no, next_on) VALUES (:lessor, :no, :next)";

  private static final String MOVE_ON_AGENDA =
      "UPDATE lk_agenda SET next_on = :next WHERE lessor = :lessor AND contract_no = :no";

  private static final String TAKE_OFF_AGENDA =
      "DELETE FROM lk_agenda WHERE lessor = :lessor AND contract_no = :no";

  private static final NewRows.Known<String> ON_AGENDA =
      NewRows.knownBy(
          """
          SELECT contract_no FROM lk_agenda
          WHERE lessor = :lessor AND contract_no IN (<keys>) <currentRead>
          """);

  private final Session session;
  private final RowMapper<Receivable> mapper;

  ReceivableStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), ReceivableRows::read);
  }

  @Override
  public List<Receivable> addAll(List<Receivable> receivables) {
    if (receivables.isEmpty()) {
      return List.of();
    }
    return session.call(
        handle -> {
          List<Receivable> added = new ArrayList<>();
          NewRows.byKey(receivables, Receivable::lessor, Receivable::key)
              .forEach((lessor, wanted) -> added.addAll(insertNew(lessor, wanted)));
          return added.stream().map(ReceivableRows::stored).toList();
        });
  }

  private List<Receivable> insertNew(LessorId lessor, Map<ReceivableKey, Receivable> wanted) {
    return NewRows.insert(
        session, lessor, wanted, ReceivableStore::known,
        (h, rows) -> Batches.execute(h, ReceivableRows.INSERT, rows, ReceivableRows::bind));
  }

  private static Set<ReceivableKey> known(
      Session session, LessorId lessor, Collection<ReceivableKey> wanted, String currentRead) {
    Set<ReceivableKey> known = new HashSet<>();
    if (wanted.isEmpty()) {
      return known;
    }
    Set<String> contracts = new TreeSet<>();
    List<LocalDate> starts = new ArrayList<>();
    for (ReceivableKey key : wanted) {
      contracts.add(key.contract().value());
      starts.add(key.period().start());
    }
    for (List<String> some : NewRows.chunks(contracts, session.dialect().keysAtOnce())) {
      session
          .handle()
          .createQuery(KNOWN)
          .define("currentRead", currentRead)
          .bind("lessor", lessor.value())
          .bindList("contracts", some)
          .bind("from", Collections.min(starts))
          .bind("to", Collections.max(starts))
          .map(Columns.mapper(session.dialect(), ReceivableRows::readKey))
          .forEach(known::add);
    }
    return known;
  }

  @Override
  public void updateAll(List<Receivable> receivables) {
    if (receivables.isEmpty()) {
      return;
    }
    session.run(
        handle ->
            Batches.updateVersions(
                handle, session.dialect(), ReceivableRows.UPDATE, receivables, ReceivableRows::bindVersioned,
                row -> "receivable " + row.key()));
  }

  @Override
  public List<Receivable> of(LessorId lessor, Collection<ContractNo> contracts) {
    return session.read(
        handle ->
            OfContracts.list(handle, session.dialect(), OF, lessor, contracts, mapper).stream()
                .sorted(Comparator.comparing(Receivable::key))
                .toList());
  }

  @Override
  public List<Receivable> open(LessorId lessor, ContractNo contractOrPayer) {
    return session.read(
        handle ->
            handle
                .createQuery(OPEN)
                .bind("lessor", lessor.value())
                .bind("no", contractOrPayer.value())
                .map(mapper)
                .list());
  }

  /**
   * Looks, then locks by key, in order: whatever else a database reads on its way to a row it may lock as well, and two who
   * lock different debts would wait for each other.
   */
  @Override
  public List<Receivable> lockOpen(LessorId lessor, ContractNo contractOrPayer) {
    return session.read(
        handle ->
            open(lessor, contractOrPayer).stream()
                .flatMap(one -> lock(handle, lessor, one.key()).stream())
                .filter(locked -> locked.outstanding().isPositive())
                .toList());
  }

  private Optional<Receivable> lock(Handle handle, LessorId lessor, ReceivableKey key) {
    Query query = handle.createQuery(LOCK).bind("lessor", lessor.value());
    ReceivableRows.bindKey(query, key);
    return query.map(mapper).findOne();
  }

  @Override
  public List<ContractNo> billable(LessorId lessor, LocalDate through, int limit) {
    return session.read(
        handle ->
            handle
                .createQuery(BILLABLE)
                .bind("lessor", lessor.value())
                .bind("through", through)
                .bind("limit", limit)
                .map((row, context) -> new ContractNo(row.getString(1)))
                .list());
  }

  @Override
  public void schedule(LessorId lessor, ContractNo contract, @Nullable LocalDate next) {
    session.run(
        handle -> {
          if (next == null) {
            onAgenda(handle, TAKE_OFF_AGENDA, lessor, contract, null);
          } else {
            put(handle, lessor, contract, next);
          }
        });
  }

  private void put(Handle handle, LessorId lessor, ContractNo contract, LocalDate next) {
    if (onAgenda(handle, MOVE_ON_AGENDA, lessor, contract, next) == 0
        && !NewRows.insertOne(
            session, lessor, contract.value(), next, ON_AGENDA,
            (h, rows) -> onAgenda(h, PUT_ON_AGENDA, lessor, contract, next))) {
      onAgenda(handle, MOVE_ON_AGENDA, lessor, contract, next);
    }
  }

  private static int onAgenda(
      Handle handle, String sql, LessorId lessor, ContractNo contract, @Nullable LocalDate next) {
    var update = handle.createUpdate(sql).bind("lessor", lessor.value()).bind("no", contract.value());
    return (next == null ? update : update.bind("next", next)).execute();
  }
}
