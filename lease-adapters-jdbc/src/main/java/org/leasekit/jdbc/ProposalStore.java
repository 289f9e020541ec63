package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.Estimate;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.Proposals;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.OfferLimits;
import org.leasekit.renewal.Proposal;

final class ProposalStore implements Proposals {

  private static final String COLUMNS =
      """
      lessor, case_id, contract_no, old_minor, list_minor, now_minor, currency, price_rule, model, intent,
      intent_low, intent_high, intent_group, asked_old_minor, asked_minor, asked_at,
      early_until, discount_code, code_redeemed, early_basis_points, code_basis_points, offer_changed,
      approval, breaches, proposed_by, decided_by, decided_at, drafted_at, next_due_at, version
      """;

  private static final String SELECT = "SELECT " + COLUMNS + " FROM lk_proposal\n";

  private static final String FIND_ALL = SELECT + "WHERE lessor = :lessor AND case_id IN (<ids>)";

  private static final String DUE =
      SELECT
          + """
          WHERE lessor = :lessor AND next_due_at <= :now
          ORDER BY next_due_at, case_id LIMIT :limit
          """;

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          "SELECT case_id FROM lk_proposal WHERE lessor = :lessor AND case_id IN (<keys>) <currentRead>");

  private static final String INSERT =
      """
      INSERT INTO lk_proposal (
        lessor, case_id, contract_no, old_minor, list_minor, now_minor, currency, price_rule, model, intent,
        intent_low, intent_high, intent_group, asked_old_minor, asked_minor, asked_at,
        early_until, discount_code, code_redeemed, early_basis_points, code_basis_points, offer_changed,
        approval, breaches, proposed_by, decided_by, decided_at, drafted_at, next_due_at, version)
      VALUES (
        :lessor, :id, :no, :old, :list, :now, :currency, :rule, :model, :intent,
        :low, :high, :group, :askedOld, :asked, :askedAt,
        :earlyUntil, :code, :redeemed, :earlyPoints, :codePoints, :changed,
        :approval, :breaches, :proposedBy, :decidedBy, :decidedAt, :draftedAt, :nextDueAt, 1)
      """;

  private static final String UPDATE =
      """
      UPDATE lk_proposal SET
        contract_no = :no, old_minor = :old, list_minor = :list, now_minor = :now, currency = :currency,
        price_rule = :rule, model = :model, intent = :intent, intent_low = :low, intent_high = :high,
        intent_group = :group, asked_old_minor = :askedOld, asked_minor = :asked, asked_at = :askedAt,
        early_until = :earlyUntil, discount_code = :code, code_redeemed = :redeemed,
        early_basis_points = :earlyPoints, code_basis_points = :codePoints, offer_changed = :changed,
        approval = :approval, breaches = :breaches, proposed_by = :proposedBy, decided_by = :decidedBy,
        decided_at = :decidedAt, drafted_at = :draftedAt, next_due_at = :nextDueAt, version = version + 1
      WHERE lessor = :lessor AND case_id = :id AND version = :version
      """;

  private final Session session;
  private final RowMapper<Proposal> mapper;
  private final Pages.Table<Proposal> all;

  ProposalStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), ProposalStore::read);
    this.all =
        new Pages.Table<>(
            SELECT + "WHERE lessor = :lessor <after> ORDER BY lessor, case_id LIMIT :limit",
            "AND case_id > :id",
            (query, last) -> query.bind("id", last.renewalCase().value()),
            query -> query.map(mapper).list());
  }

  @Override
  public boolean add(Proposal proposal) {
    return session.call(
        handle ->
            NewRows.insertOne(
                session, proposal.lessor(), proposal.renewalCase().value(), proposal, KNOWN,
                ProposalStore::insert));
  }

  private static void insert(Handle handle, List<Proposal> proposals) {
    Batches.execute(handle, INSERT, proposals, ProposalStore::bind);
  }

  @Override
  public void update(Proposal proposal) {
    session.run(
        handle ->
            Batches.updateVersions(
                handle, session.dialect(), UPDATE, List.of(proposal), ProposalStore::bindVersioned,
                row -> "proposal " + row.renewalCase()));
  }

  @Override
  public List<Proposal> findAll(LessorId lessor, Collection<CaseId> cases) {
    List<String> ids = cases.stream().map(CaseId::value).distinct().toList();
    return session.read(
        handle -> {
          List<Proposal> found = new ArrayList<>();
          for (List<String> some : NewRows.chunks(ids, session.dialect().keysAtOnce())) {
            handle
                .createQuery(FIND_ALL)
                .bind("lessor", lessor.value())
                .bindList("ids", some)
                .map(mapper)
                .forEach(found::add);
          }
          found.sort(Comparator.comparing(Proposal::renewalCase));
          return List.copyOf(found);
        });
  }

  @Override
  public List<Proposal> due(LessorId lessor, Instant now, int limit) {
    return session.read(
        handle ->
            handle
                .createQuery(DUE)
                .bind("lessor", lessor.value())
                .bind("now", now)
                .bind("limit", limit)
                .map(mapper)
                .list());
  }

  @Override
  public void forEach(LessorId lessor, Consumer<Proposal> each) {
    all.read(session, lessor, each);
  }

  private static <S extends SqlStatement<S>> void bindVersioned(S statement, Proposal proposal) {
    bind(statement, proposal);
    statement.bind("version", proposal.version());
  }

  /** Everything but the version. */
  private static <S extends SqlStatement<S>> void bind(S statement, Proposal proposal) {
    Proposal.Price price = proposal.price();
    Proposal.Chance chance = proposal.chance();
    statement
        .bind("lessor", proposal.lessor().value())
        .bind("id", proposal.renewalCase().value())
        .bind("no", proposal.contract().value())
        .bind("old", MinorUnits.of(price.old()))
        .bind("list", MinorUnits.of(price.list()))
        .bind("now", MinorUnits.of(price.now()))
        .bind("currency", price.now().getCurrency().getCurrencyCode())
        .bind("rule", price.rule())
        .bind("model", chance.model())
        .bind("intent", chance.intent().probability())
        .bind("low", chance.intent().low())
        .bind("high", chance.intent().high())
        .bind("group", chance.group().name())
        .bind("askedOld", MinorUnits.of(chance.question().oldRent()))
        .bind("asked", MinorUnits.of(chance.question().offeredRent()))
        .bind("askedAt", chance.question().at())
        .bindByType("earlyUntil", proposal.earlyUntil(), Instant.class)
        .bind("code", proposal.code())
        .bind("redeemed", proposal.codeRedeemed())
        .bind("earlyPoints", proposal.promised().early())
        .bind("codePoints", proposal.promised().code())
        .bind("changed", proposal.promised().changed())
        .bind("draftedAt", proposal.draftedAt())
        .bindByType("nextDueAt", proposal.nextDueAt(), Instant.class);
    bindApproval(statement, proposal.approval());
  }

  private static <S extends SqlStatement<S>> void bindApproval(S statement, Proposal.Approval approval) {
    statement
        .bind("approval", approval.state().name())
        .bind("breaches", approval.breaches().stream().map(Enum::name).collect(Collectors.joining(" ")))
        .bind("proposedBy", name(approval.proposedBy()))
        .bind("decidedBy", name(approval.decidedBy()))
        .bindByType("decidedAt", approval.decidedAt(), Instant.class);
  }

  private static @Nullable String name(@Nullable StaffId staff) {
    return staff == null ? null : staff.value();
  }

  private static Proposal read(Columns row) throws SQLException {
    return new Proposal(
        row.lessor(),
        new CaseId(row.text("case_id")),
        row.contractNo("contract_no"),
        new Proposal.Price(
            row.money("old_minor", "currency"),
            row.money("list_minor", "currency"),
            row.money("now_minor", "currency"),
            row.text("price_rule")),
        new Proposal.Chance(
            row.text("model"),
            new Estimate(row.real("intent"), row.real("intent_low"), row.real("intent_high")),
            row.constant("intent_group", EarlyBird.Group.class),
            new Proposal.Question(
                row.money("asked_old_minor", "currency"), row.money("asked_minor", "currency"), row.instant("asked_at"))),
        row.instantOrNull("early_until"),
        row.textOrNull("discount_code"),
        row.flag("code_redeemed"),
        new Proposal.Promised(
            Math.toIntExact(row.number("early_basis_points")),
            Math.toIntExact(row.number("code_basis_points")),
            row.flag("offer_changed")),
        readApproval(row),
        row.instant("drafted_at"),
        row.instantOrNull("next_due_at"),
        row.number("version"));
  }

  private static Proposal.Approval readApproval(Columns row) throws SQLException {
    return new Proposal.Approval(
        row.constant("approval", Proposal.ApprovalState.class),
        Stream.of(row.text("breaches").split(" "))
            .filter(name -> !name.isEmpty())
            .map(OfferLimits.Breach::valueOf)
            .toList(),
        staff(row.textOrNull("proposed_by")),
        staff(row.textOrNull("decided_by")),
        row.instantOrNull("decided_at"));
  }

  private static @Nullable StaffId staff(@Nullable String id) {
    return id == null ? null : new StaffId(id);
  }
}
