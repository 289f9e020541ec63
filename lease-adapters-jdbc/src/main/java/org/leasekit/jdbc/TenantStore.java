package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.party.LessorId;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Tenants;

final class TenantStore implements Tenants {

  private static final String INSERT =
      """
      INSERT INTO lk_tenant (lessor, id, name, kind, birth_date)
      VALUES (:lessor, :id, :name, :kind, :birthDate)
      """;

  private static final String UPDATE =
      """
      UPDATE lk_tenant SET name = :name, kind = :kind, birth_date = :birthDate
      WHERE lessor = :lessor AND id = :id
      """;

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy("SELECT id FROM lk_tenant WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String FIND =
      """
      SELECT lessor, id, name, kind, birth_date FROM lk_tenant
      WHERE lessor = :lessor AND id IN (<ids>)
      """;

  private final Session session;
  private final RowMapper<Tenant> mapper;

  TenantStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), TenantStore::read);
  }

  @Override
  public void putAll(Collection<Tenant> tenants) {
    // The last of those with one id is what shall be known.
    List<Tenant> latestFirst = new ArrayList<>(tenants);
    Collections.reverse(latestFirst);
    session.run(
        handle ->
            NewRows.byKey(latestFirst, Tenant::lessor, tenant -> tenant.id().value())
                .forEach((lessor, wanted) -> put(handle, lessor, wanted)));
  }

  private void put(Handle handle, LessorId lessor, Map<String, Tenant> wanted) {
    Set<Tenant> inserted =
        new HashSet<>(
            NewRows.insert(
                session, lessor, wanted, KNOWN,
                (h, rows) -> Batches.execute(h, INSERT, rows, TenantStore::bind)));
    List<Tenant> others = wanted.values().stream().filter(tenant -> !inserted.contains(tenant)).toList();
    Batches.execute(handle, UPDATE, others, TenantStore::bind);
  }

  @Override
  public Optional<Tenant> find(LessorId lessor, TenantId id) {
    return Optional.ofNullable(findAll(lessor, List.of(id)).get(id));
  }

  @Override
  public Map<TenantId, Tenant> findAll(LessorId lessor, Collection<TenantId> ids) {
    return session.read(
        handle -> {
          Map<TenantId, Tenant> found = new HashMap<>();
          for (List<TenantId> some : NewRows.chunks(new HashSet<>(ids), session.dialect().keysAtOnce())) {
            handle
                .createQuery(FIND)
                .bind("lessor", lessor.value())
                .bindList("ids", some.stream().map(TenantId::value).toList())
                .map(mapper)
                .forEach(tenant -> found.put(tenant.id(), tenant));
          }
          return found;
        });
  }

  private static <S extends SqlStatement<S>> void bind(S statement, Tenant tenant) {
    statement
        .bind("lessor", tenant.lessor().value())
        .bind("id", tenant.id().value())
        .bind("name", tenant.name())
        .bind("kind", tenant.kind().name())
        .bindByType("birthDate", tenant.birthDate(), LocalDate.class);
  }

  private static Tenant read(Columns row) throws SQLException {
    return new Tenant(
        row.lessor(),
        new TenantId(row.text("id")),
        row.text("name"),
        row.constant("kind", PartyKind.class),
        row.dateOrNull("birth_date"));
  }
}
