package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractDraft;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Tenant;
import org.leasekit.port.Drafts;
import org.leasekit.port.StaleVersionException;

/** Drafts in a table of their own, so that no question about contracts can meet one. */
final class DraftStore implements Drafts {

  private static final String SELECT =
      "SELECT " + ContractRows.COLUMNS
          + ", k.tenant_name, k.tenant_kind, k.tenant_birth FROM lk_draft k WHERE k.lessor = :lessor ";

  private static final String INSERT =
      ContractRows.insertInto(
          "lk_draft", ", tenant_name, tenant_kind, tenant_birth", ", :tenantName, :tenantKind, :tenantBirth");

  private static final String UPDATE =
      ContractRows.update(
          "lk_draft", ", tenant_name = :tenantName, tenant_kind = :tenantKind, tenant_birth = :tenantBirth\n");

  private static final String REMOVE =
      "DELETE FROM lk_draft WHERE lessor = :lessor AND contract_no = :no AND version = :version";

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          """
          SELECT contract_no FROM lk_draft
          WHERE lessor = :lessor AND contract_no IN (<keys>) <currentRead>
          """);

  /** Numbers of which a draft was drawn up, or that were signed without one. */
  private static final Turnstile NUMBERS =
      new Turnstile("lk_contract_number", "uses", List.of("lessor", "contract_no"));

  private final Session session;
  private final RowMapper<ContractDraft> mapper;
  private final Pages.Table<ContractDraft> all;

  DraftStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), DraftStore::read);
    this.all =
        new Pages.Table<>(
            SELECT + "<after> ORDER BY k.lessor, k.contract_no LIMIT :limit",
            "AND k.contract_no > :no",
            (query, last) -> query.bind("no", last.no().value()),
            query -> query.map(mapper).list());
  }

  @Override
  public boolean add(ContractDraft draft) {
    return session.call(
        handle ->
            NewRows.insertOne(
                session, draft.contract().lessor(), draft.no().value(), draft, KNOWN,
                (h, rows) -> Batches.execute(h, INSERT, rows, DraftStore::bind)));
  }

  @Override
  public void update(ContractDraft draft) {
    session.run(
        handle ->
            Batches.updateVersions(
                handle, session.dialect(), UPDATE, List.of(draft), DraftStore::bindVersioned,
                DraftStore::name));
  }

  @Override
  public void remove(ContractDraft draft) {
    session.run(
        handle -> {
          int removed =
              handle
                  .createUpdate(REMOVE)
                  .bind("lessor", draft.contract().lessor().value())
                  .bind("no", draft.no().value())
                  .bind("version", draft.contract().version())
                  .execute();
          if (removed == 0) {
            throw new StaleVersionException(name(draft));
          }
        });
  }

  private static String name(ContractDraft draft) {
    return "draft " + draft.no();
  }

  @Override
  public List<ContractDraft> findAll(LessorId lessor, Collection<ContractNo> numbers) {
    return session.read(
        handle ->
            OfContracts.list(
                handle, session.dialect(), SELECT + "AND k.contract_no IN (<contracts>)", lessor, numbers,
                mapper));
  }

  @Override
  public Optional<ContractDraft> lock(LessorId lessor, ContractNo no) {
    return session.read(handle -> lock(handle, lessor, no));
  }

  private Optional<ContractDraft> lock(Handle handle, LessorId lessor, ContractNo no) {
    return handle
        .createQuery(SELECT + "AND k.contract_no = :no FOR UPDATE")
        .bind("lessor", lessor.value())
        .bind("no", no.value())
        .map(mapper)
        .findOne();
  }

  @Override
  public void reserve(LessorId lessor, ContractNo no) {
    session.run(handle -> NUMBERS.pass(session, Map.of("lessor", lessor.value(), "contract_no", no.value())));
  }

  @Override
  public void forEach(LessorId lessor, Consumer<ContractDraft> each) {
    all.read(session, lessor, each);
  }

  private static <S extends SqlStatement<S>> void bind(S statement, ContractDraft draft) {
    ContractRows.bind(statement, draft.contract());
    statement
        .bind("tenantName", draft.tenant().name())
        .bind("tenantKind", draft.tenant().kind().name())
        .bindByType("tenantBirth", draft.tenant().birthDate(), LocalDate.class);
  }

  private static <S extends SqlStatement<S>> void bindVersioned(S statement, ContractDraft draft) {
    bind(statement, draft);
    statement.bind("version", draft.contract().version());
  }

  private static ContractDraft read(Columns row) throws SQLException {
    Contract contract = ContractRows.read(row);
    return new ContractDraft(
        contract,
        new Tenant(
            contract.lessor(),
            contract.tenant(),
            row.text("tenant_name"),
            row.constant("tenant_kind", PartyKind.class),
            row.dateOrNull("tenant_birth")));
  }
}
