package org.leasekit.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
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
        lessor, payer_no, late_since, stage, planned_for, fired_at, moved_by, policy_version, actions, facts)
      VALUES (:lessor, :payer, :since, :stage, :plannedFor, :at, :movedBy, :version, :actions, :facts)
      """;

  private static final String FIRED =
      """
      SELECT stage, planned_for, fired_at, moved_by, policy_version, actions, facts FROM lk_dunned
      WHERE lessor = :lessor AND payer_no = :payer AND late_since = :since
      ORDER BY fired_at, planned_for, stage
      """;

  private static final String MATTERS =
      """
      SELECT DISTINCT late_since FROM lk_dunned
      WHERE lessor = :lessor AND payer_no = :payer
      ORDER BY late_since
      """;

  private static final String LATE =
      """
      SELECT DISTINCT r.payer_no FROM lk_receivable r
      WHERE r.lessor = :lessor AND r.open_due < :before
        AND NOT EXISTS (SELECT 1 FROM lk_dunning d WHERE d.lessor = r.lessor AND d.payer_no = r.payer_no)
      """;

  private static final String SETTLED =
      """
      SELECT d.payer_no FROM lk_dunning d
      WHERE d.lessor = :lessor AND d.next_due_at > :now
        AND NOT EXISTS (
          SELECT 1 FROM lk_receivable r
          WHERE r.lessor = d.lessor AND r.payer_no = d.payer_no AND r.open_due < :before)
      ORDER BY d.payer_no
      """;

  private static final NewRows.Known<String> LISTED =
      NewRows.knownBy(
          "SELECT payer_no FROM lk_dunning WHERE lessor = :lessor AND payer_no IN (<keys>) <currentRead>");

  private static final String PUT_ON_LIST =
      "INSERT INTO lk_dunning (lessor, payer_no, next_due_at) VALUES (:lessor, :payer, :at)";

  private static final String LOOK_AGAIN =
      "UPDATE lk_dunning SET next_due_at = :at WHERE lessor = :lessor AND payer_no = :payer";

  private static final String TAKE_OFF_LIST =
      "DELETE FROM lk_dunning WHERE lessor = :lessor AND payer_no = :payer";

  private static final String DUE =
      """
      SELECT payer_no, next_due_at FROM lk_dunning
      WHERE lessor = :lessor AND next_due_at <= :now <after>
      ORDER BY lessor, next_due_at, payer_no LIMIT :limit
      """;

  private static final String DUE_AFTER =
      "AND next_due_at >= :at AND (next_due_at, payer_no) > (:at, :payer)";

  private static final String CLAIM =
      """
      SELECT payer_no FROM lk_dunning
      WHERE lessor = :lessor AND payer_no = :payer AND next_due_at <= :now
      FOR UPDATE SKIP LOCKED
      """;

  private static final int LOOK_AT_ONCE = 100;

  /** A payer on the list, not locked yet. */
  private record Due(String payer, Instant at) {}

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
                        .bind("facts", FactsText.write(fired.facts()))
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

  @Override
  public List<ArrearsId> matters(LessorId lessor, ContractNo payer) {
    return session.read(
        handle ->
            handle
                .createQuery(MATTERS)
                .bind("lessor", lessor.value())
                .bind("payer", payer.value())
                .map(Columns.mapper(session.dialect(), row -> new ArrearsId(payer, row.date("late_since"))))
                .list());
  }

  @Override
  public void enlist(LessorId lessor, LocalDate before, Instant now) {
    session.run(
        handle -> {
          Map<String, Due> late = new LinkedHashMap<>();
          ofLessor(handle.createQuery(LATE), lessor)
              .bind("before", before)
              .mapTo(String.class)
              .forEach(payer -> late.put(payer, new Due(payer, now)));
          NewRows.insert(
              session, lessor, late, LISTED,
              (h, payers) -> {
                for (Due one : payers) {
                  ofLessor(h.createUpdate(PUT_ON_LIST), lessor)
                      .bind("payer", one.payer())
                      .bind("at", one.at())
                      .execute();
                }
              });
          for (String settled :
              ofLessor(handle.createQuery(SETTLED), lessor)
                  .bind("before", before)
                  .bind("now", now)
                  .mapTo(String.class)
                  .list()) {
            put(handle, lessor, settled, now);
          }
        });
  }

  /** Looks, then locks by key, one by one: whoever is held by somebody else is passed over. */
  @Override
  public List<ContractNo> claimDue(LessorId lessor, Instant now, int limit) {
    return session.call(
        handle -> {
          List<ContractNo> claimed = new ArrayList<>();
          Due last = null;
          boolean more = true;
          while (more && claimed.size() < limit) {
            List<Due> due = due(handle, lessor, now, last);
            for (Due one : due) {
              if (claimed.size() < limit && claim(handle, lessor, one, now)) {
                claimed.add(new ContractNo(one.payer()));
              }
              last = one;
            }
            more = due.size() == LOOK_AT_ONCE;
          }
          return claimed;
        });
  }

  private List<Due> due(Handle handle, LessorId lessor, Instant now, @Nullable Due after) {
    Query query =
        ofLessor(handle.createQuery(DUE), lessor)
            .define("after", after == null ? "" : DUE_AFTER)
            .bind("now", now)
            .bind("limit", LOOK_AT_ONCE);
    if (after != null) {
      query.bind("at", after.at()).bind("payer", after.payer());
    }
    return query
        .map(
            Columns.mapper(
                session.dialect(), row -> new Due(row.text("payer_no"), row.instant("next_due_at"))))
        .list();
  }

  private static boolean claim(Handle handle, LessorId lessor, Due due, Instant now) {
    return ofLessor(handle.createQuery(CLAIM), lessor)
        .bind("payer", due.payer())
        .bind("now", now)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  @Override
  public void lookAgain(LessorId lessor, ContractNo payer, @Nullable Instant at) {
    session.run(
        handle -> {
          if (at == null) {
            ofLessor(handle.createUpdate(TAKE_OFF_LIST), lessor).bind("payer", payer.value()).execute();
          } else {
            put(handle, lessor, payer.value(), at);
          }
        });
  }

  private static void put(Handle handle, LessorId lessor, String payer, Instant at) {
    ofLessor(handle.createUpdate(LOOK_AGAIN), lessor).bind("payer", payer).bind("at", at).execute();
  }

  private static <S extends SqlStatement<S>> S ofLessor(S statement, LessorId lessor) {
    return statement.bind("lessor", lessor.value());
  }
}
