package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.AmendmentId;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.UnitRef;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Amendments;
import org.leasekit.port.StaleVersionException;

final class AmendmentStore implements Amendments {

  private static final String LAST =
      """
      SELECT COALESCE(MAX(amendment_no), 0) FROM lk_amendment
      WHERE lessor = :lessor AND contract_no = :no
      """;

  private static final String ADD_ORIGIN =
      """
      INSERT INTO lk_origin (
        lessor, contract_no, project, unit_project, unit, slot, days_of_week, share_parts, tenant,
        occupant_name, occupant_badge, payer, contacts, term_start, term_end, rent_minor, currency,
        charge_rules, known_at)
      VALUES (
        :lessor, :no, :project, :unitProject, :unit, :slot, :week, :share, :tenant,
        :occupantName, :occupantBadge, :payer, :contacts, :termStart, :termEnd, :rent, :currency, :rules, :known)
      """;

  private static final String ADD =
      """
      INSERT INTO lk_amendment (
        lessor, contract_no, amendment_no, effective, known_at, recorded_by, reason, evidence, kind, details)
      VALUES (:lessor, :no, :number, :effective, :known, :by, :reason, :evidence, :kind, :details)
      """;

  static final String ORIGIN_COLUMNS =
      """
      lessor, contract_no, project, unit_project, unit, slot, days_of_week, share_parts, tenant,
      occupant_name, occupant_badge, payer, contacts, term_start, term_end, rent_minor, currency, charge_rules, known_at
      """;

  private static final String FIND_ORIGIN =
      "SELECT " + ORIGIN_COLUMNS + " FROM lk_origin WHERE lessor = :lessor AND contract_no = :no";

  private static final String FIND =
      """
      SELECT contract_no, amendment_no, effective, known_at, recorded_by, reason, evidence, kind, details
      FROM lk_amendment WHERE lessor = :lessor AND contract_no = :no
      ORDER BY amendment_no
      """;

  private static final String FIND_ORIGINS =
      "SELECT " + ORIGIN_COLUMNS + " FROM lk_origin WHERE lessor = :lessor AND contract_no IN (<numbers>)";

  private static final String FIND_ALL =
      """
      SELECT contract_no, amendment_no, effective, known_at, recorded_by, reason, evidence, kind, details
      FROM lk_amendment WHERE lessor = :lessor AND contract_no IN (<numbers>)
      ORDER BY contract_no, amendment_no
      """;

  private static final String MOVE_ON_AGENDA =
      "UPDATE lk_amendment_agenda SET changes_on = :day WHERE lessor = :lessor AND contract_no = :no";

  private static final String PUT_ON_AGENDA =
      "INSERT INTO lk_amendment_agenda (lessor, contract_no, changes_on) VALUES (:lessor, :no, :day)";

  private static final String TAKE_OFF_AGENDA =
      "DELETE FROM lk_amendment_agenda WHERE lessor = :lessor AND contract_no = :no";

  private static final String CHANGING =
      """
      SELECT contract_no FROM lk_amendment_agenda
      WHERE lessor = :lessor AND changes_on <= :through
      ORDER BY contract_no LIMIT :limit
      """;

  private final Session session;
  private final RowMapper<Origin> originMapper;
  private final RowMapper<Amendment> mapper;

  AmendmentStore(Session session) {
    this.session = session;
    this.originMapper = Columns.mapper(session.dialect(), AmendmentStore::readOrigin);
    this.mapper = Columns.mapper(session.dialect(), AmendmentStore::read);
  }

  @Override
  public void append(ContractHistory history) {
    List<Amendment> recorded = history.recorded();
    if (recorded.isEmpty()) {
      throw new IllegalArgumentException("no amendment: " + history);
    }
    Amendment latest = recorded.get(recorded.size() - 1);
    Origin origin = history.origin();
    session.run(
        handle -> {
          // Whoever was quicker holds the key of the next row: the second one waits there, and is told.
          boolean next = last(handle, origin) == recorded.size() - 1;
          boolean added = next && session.attempt(() -> add(handle, origin, latest));
          if (!added) {
            throw new StaleVersionException("amendments of " + origin.contract());
          }
        });
  }

  private static int last(Handle handle, Origin origin) {
    return handle
        .createQuery(LAST)
        .bind("lessor", origin.lessor().value())
        .bind("no", origin.contract().value())
        .mapTo(Integer.class)
        .one();
  }

  private static void add(Handle handle, Origin origin, Amendment amendment) {
    if (amendment.id().number() == 1) {
      addOrigin(handle, origin);
    }
    handle
        .createUpdate(ADD)
        .bind("lessor", origin.lessor().value())
        .bind("no", origin.contract().value())
        .bind("number", amendment.id().number())
        .bind("effective", amendment.effective())
        .bind("known", amendment.known())
        .bind("by", amendment.proof().by())
        .bind("reason", amendment.proof().reason())
        .bind("evidence", amendment.proof().evidence())
        .bind("kind", amendment.change().kind().name())
        .bind("details", ChangeText.write(amendment.change()))
        .execute();
  }

  private static void addOrigin(Handle handle, Origin origin) {
    UnitRef unit = origin.unit();
    Occupant occupant = origin.occupant();
    Update insert = handle.createUpdate(ADD_ORIGIN);
    insert
        .bind("lessor", origin.lessor().value())
        .bind("no", origin.contract().value())
        .bind("project", origin.project())
        .bind("unitProject", unit == null ? null : unit.project())
        .bind("unit", unit == null ? null : unit.unit())
        .bind("slot", origin.portion().slot().name())
        .bind("week", origin.portion().week().name())
        .bind("share", origin.portion().share().parts())
        .bind("tenant", origin.tenant().value())
        .bind("occupantName", occupant == null ? null : occupant.name())
        .bind("occupantBadge", occupant == null ? null : occupant.badge())
        .bind("payer", PayerText.write(origin.payer()))
        .bind("contacts", ContractRows.contacts(origin.contacts()))
        .bind("termStart", origin.term().start())
        .bind("termEnd", origin.term().endExclusive())
        .bind("rent", MinorUnits.of(origin.monthlyRent()))
        .bind("currency", origin.monthlyRent().getCurrency().getCurrencyCode())
        .bind("rules", RulesText.write(origin.rules()))
        .bind("known", origin.known())
        .execute();
  }

  @Override
  public Optional<ContractHistory> find(LessorId lessor, ContractNo no) {
    return session.read(
        handle ->
            handle
                .createQuery(FIND_ORIGIN)
                .bind("lessor", lessor.value())
                .bind("no", no.value())
                .map(originMapper)
                .findOne()
                .map(origin -> ContractHistory.of(origin, recorded(handle, origin))));
  }

  @Override
  public List<ContractHistory> findAll(LessorId lessor, Collection<ContractNo> numbers) {
    return session.read(
        handle -> {
          List<ContractHistory> found = new ArrayList<>();
          for (List<ContractNo> some : NewRows.chunks(new TreeSet<>(numbers), session.dialect().keysAtOnce())) {
            Query query =
                handle
                    .createQuery(FIND_ORIGINS)
                    .bind("lessor", lessor.value())
                    .bindList("numbers", some.stream().map(ContractNo::value).toList());
            found.addAll(histories(query, session.dialect()));
          }
          return found;
        });
  }

  /** The histories of the origins that a query asks for, in its order; all of one lessor. */
  static List<ContractHistory> histories(Query query, Dialect dialect) {
    List<Origin> origins = query.map(Columns.mapper(dialect, AmendmentStore::readOrigin)).list();
    Map<ContractNo, List<Amendment>> recorded = new HashMap<>();
    List<String> numbers = origins.stream().map(origin -> origin.contract().value()).toList();
    for (List<String> some : NewRows.chunks(numbers, dialect.keysAtOnce())) {
      query
          .getHandle()
          .createQuery(FIND_ALL)
          .bind("lessor", origins.get(0).lessor().value())
          .bindList("numbers", some)
          .map(Columns.mapper(dialect, AmendmentStore::read))
          .forEach(
              amendment ->
                  recorded.computeIfAbsent(amendment.id().contract(), no -> new ArrayList<>()).add(amendment));
    }
    return origins.stream()
        .map(origin -> ContractHistory.of(origin, recorded.getOrDefault(origin.contract(), List.of())))
        .toList();
  }

  @Override
  public void schedule(LessorId lessor, ContractNo contract, @Nullable LocalDate next) {
    session.run(
        handle -> {
          if (next == null) {
            agenda(handle, TAKE_OFF_AGENDA, lessor, contract, null);
          } else if (agenda(handle, MOVE_ON_AGENDA, lessor, contract, next) == 0
              && !session.attempt(() -> agenda(handle, PUT_ON_AGENDA, lessor, contract, next))) {
            agenda(handle, MOVE_ON_AGENDA, lessor, contract, next);
          }
        });
  }

  private static int agenda(
      Handle handle, String sql, LessorId lessor, ContractNo contract, @Nullable LocalDate day) {
    Update update = handle.createUpdate(sql).bind("lessor", lessor.value()).bind("no", contract.value());
    return (day == null ? update : update.bind("day", day)).execute();
  }

  @Override
  public List<ContractNo> changing(LessorId lessor, LocalDate through, int limit) {
    return session.read(
        handle ->
            handle
                .createQuery(CHANGING)
                .bind("lessor", lessor.value())
                .bind("through", through)
                .bind("limit", limit)
                .map((row, context) -> new ContractNo(row.getString(1)))
                .list());
  }

  private List<Amendment> recorded(Handle handle, Origin origin) {
    return handle
        .createQuery(FIND)
        .bind("lessor", origin.lessor().value())
        .bind("no", origin.contract().value())
        .map(mapper)
        .list();
  }

  private static Amendment read(Columns row) throws SQLException {
    return new Amendment(
        new AmendmentId(row.contractNo("contract_no"), row.integer("amendment_no")),
        row.date("effective"),
        row.instant("known_at"),
        new Proof(row.text("recorded_by"), row.text("reason"), row.text("evidence")),
        ChangeText.read(row.constant("kind", ChangeKind.class), row.text("details")));
  }

  private static Origin readOrigin(Columns row) throws SQLException {
    String unit = row.textOrNull("unit");
    String occupant = row.textOrNull("occupant_name");
    return new Origin(
        row.lessor(),
        row.contractNo("contract_no"),
        row.text("project"),
        unit == null ? null : new UnitRef(row.text("unit_project"), unit),
        ContractRows.portion(row),
        new TenantId(row.text("tenant")),
        occupant == null ? null : new Occupant(occupant, row.textOrNull("occupant_badge")),
        PayerText.read(row.textOrNull("payer")),
        ContractRows.contacts(row.text("contacts")),
        row.range("term_start", "term_end"),
        row.money("rent_minor", "currency"),
        RulesText.read(row.text("charge_rules")),
        row.instant("known_at"));
  }
}
