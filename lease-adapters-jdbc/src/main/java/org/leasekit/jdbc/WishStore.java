package org.leasekit.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.WishList;

final class WishStore implements WishList {

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          "SELECT tenant FROM lk_wishes WHERE lessor = :lessor AND tenant IN (<keys>) <currentRead>");

  private static final String INSERT =
      """
      INSERT INTO lk_wishes (lessor, tenant, opted_out, large_type, in_person, tags)
      VALUES (:lessor, :tenant, :optedOut, :largeType, :inPerson, :tags)
      """;

  private static final String UPDATE =
      """
      UPDATE lk_wishes SET
        opted_out = :optedOut, large_type = :largeType, in_person = :inPerson, tags = :tags
      WHERE lessor = :lessor AND tenant = :tenant
      """;

  private static final String FIND =
      """
      SELECT lessor, tenant, opted_out, large_type, in_person, tags FROM lk_wishes
      WHERE lessor = :lessor AND tenant IN (<ids>)
      """;

  private final Session session;

  WishStore(Session session) {
    this.session = session;
  }

  @Override
  public void put(Wishes wishes) {
    session.run(
        handle -> {
          boolean inserted =
              NewRows.insertOne(
                  session, wishes.lessor(), wishes.tenant().value(), wishes, KNOWN,
                  (h, rows) -> Batches.execute(h, INSERT, rows, WishStore::bind));
          if (!inserted) {
            Batches.execute(handle, UPDATE, List.of(wishes), WishStore::bind);
          }
        });
  }

  @Override
  public Map<TenantId, Wishes> findAll(LessorId lessor, Collection<TenantId> tenants) {
    return session.read(
        handle -> {
          Map<TenantId, Wishes> found = new HashMap<>();
          for (List<TenantId> some :
              NewRows.chunks(new HashSet<>(tenants), session.dialect().keysAtOnce())) {
            handle
                .createQuery(FIND)
                .bind("lessor", lessor.value())
                .bindList("ids", some.stream().map(TenantId::value).toList())
                .map(Columns.mapper(session.dialect(), WishStore::read))
                .forEach(wishes -> found.put(wishes.tenant(), wishes));
          }
          return found;
        });
  }

  private static <S extends SqlStatement<S>> void bind(S statement, Wishes wishes) {
    statement
        .bind("lessor", wishes.lessor().value())
        .bind("tenant", wishes.tenant().value())
        .bind("optedOut", lines(wishes.optedOut().stream().map(Channel::name).toList()))
        .bind("largeType", wishes.largeType())
        .bind("inPerson", wishes.inPerson())
        .bind("tags", lines(wishes.tags()));
  }

  private static String lines(Collection<String> values) {
    return Lines.write(values.stream().sorted().map(List::of).toList());
  }

  private static Set<String> values(String text) {
    return Lines.read(text).stream().map(fields -> fields.get(0)).collect(Collectors.toSet());
  }

  private static Wishes read(Columns row) throws SQLException {
    return new Wishes(
        row.lessor(),
        new TenantId(row.text("tenant")),
        values(row.text("opted_out")).stream().map(Channel::valueOf).collect(Collectors.toSet()),
        row.flag("large_type"),
        row.flag("in_person"),
        values(row.text("tags")));
  }
}
