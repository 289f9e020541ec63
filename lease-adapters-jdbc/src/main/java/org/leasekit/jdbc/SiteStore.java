package org.leasekit.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.party.LessorId;
import org.leasekit.port.Sites;
import org.leasekit.servicedesk.Area;
import org.leasekit.servicedesk.GeoPoint;
import org.leasekit.servicedesk.Site;
import org.leasekit.servicedesk.SiteId;

final class SiteStore implements Sites {

  private static final String FIND =
      """
      SELECT lessor, id, name, area, latitude, longitude, fence_metres FROM lk_site
      WHERE lessor = :lessor AND id = :id
      """;

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          "SELECT id FROM lk_site WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String INSERT =
      """
      INSERT INTO lk_site (lessor, id, name, area, latitude, longitude, fence_metres)
      VALUES (:lessor, :id, :name, :area, :latitude, :longitude, :fence)
      """;

  private static final String UPDATE =
      """
      UPDATE lk_site SET
        name = :name, area = :area, latitude = :latitude, longitude = :longitude, fence_metres = :fence
      WHERE lessor = :lessor AND id = :id
      """;

  private final Session session;
  private final RowMapper<Site> mapper;

  SiteStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), SiteStore::read);
  }

  @Override
  public void putAll(Collection<Site> sites) {
    // The last of those with one id is what shall be known.
    List<Site> latestFirst = new ArrayList<>(sites);
    Collections.reverse(latestFirst);
    session.run(
        handle ->
            NewRows.byKey(latestFirst, Site::lessor, site -> site.id().value())
                .forEach((lessor, wanted) -> put(handle, lessor, wanted)));
  }

  private void put(Handle handle, LessorId lessor, Map<String, Site> wanted) {
    Set<Site> inserted =
        new HashSet<>(
            NewRows.insert(
                session, lessor, wanted, KNOWN,
                (h, rows) -> Batches.execute(h, INSERT, rows, SiteStore::bind)));
    List<Site> others = wanted.values().stream().filter(site -> !inserted.contains(site)).toList();
    Batches.execute(handle, UPDATE, others, SiteStore::bind);
  }

  @Override
  public Optional<Site> find(LessorId lessor, SiteId id) {
    return session.read(
        handle ->
            handle
                .createQuery(FIND)
                .bind("lessor", lessor.value())
                .bind("id", id.value())
                .map(mapper)
                .findOne());
  }

  private static <S extends SqlStatement<S>> void bind(S statement, Site site) {
    GeoPoint position = site.position();
    statement
        .bind("lessor", site.lessor().value())
        .bind("id", site.id().value())
        .bind("name", site.name())
        .bind("area", site.area().value())
        .bindByType("latitude", position == null ? null : position.latitude(), Double.class)
        .bindByType("longitude", position == null ? null : position.longitude(), Double.class)
        .bind("fence", site.fenceMetres());
  }

  private static Site read(Columns row) throws SQLException {
    return new Site(
        row.lessor(),
        new SiteId(row.text("id")),
        row.text("name"),
        new Area(row.text("area")),
        FieldStaffStore.point(row, "latitude", "longitude"),
        row.real("fence_metres"));
  }
}
