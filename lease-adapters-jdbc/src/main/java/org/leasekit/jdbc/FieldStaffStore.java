package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.FieldStaff;
import org.leasekit.servicedesk.Area;
import org.leasekit.servicedesk.GeoPoint;
import org.leasekit.servicedesk.Sighting;
import org.leasekit.servicedesk.Skill;
import org.leasekit.servicedesk.Technician;

final class FieldStaffStore implements FieldStaff {

  private static final String ALL =
      """
      SELECT lessor, id, name, skills, areas, shift, capacity, base_latitude, base_longitude
      FROM lk_technician WHERE lessor = :lessor ORDER BY lessor, id
      """;

  private static final String LOCK_ALL = ALL + " FOR UPDATE";

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          "SELECT id FROM lk_technician WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String INSERT =
      """
      INSERT INTO lk_technician (
        lessor, id, name, skills, areas, shift, capacity, base_latitude, base_longitude)
      VALUES (:lessor, :id, :name, :skills, :areas, :shift, :capacity, :latitude, :longitude)
      """;

  private static final String UPDATE =
      """
      UPDATE lk_technician SET
        name = :name, skills = :skills, areas = :areas, shift = :shift, capacity = :capacity,
        base_latitude = :latitude, base_longitude = :longitude
      WHERE lessor = :lessor AND id = :id
      """;

  private static final String ADD_SIGHTING =
      """
      INSERT INTO lk_sighting (lessor, technician, seen_at, latitude, longitude, accuracy_metres)
      VALUES (:lessor, :technician, :at, :latitude, :longitude, :accuracy)
      """;

  private static final String IS_SIGHTED =
      """
      SELECT technician FROM lk_sighting
      WHERE lessor = :lessor AND technician IN (<keys>) AND seen_at = :at <currentRead>
      """;

  private static final String SIGHTINGS =
      """
      SELECT technician, seen_at, latitude, longitude, accuracy_metres FROM lk_sighting
      WHERE lessor = :lessor AND technician = :technician AND seen_at >= :from AND seen_at < :until
      ORDER BY lessor, technician, seen_at
      """;

  private static final String LAST_SIGHTINGS =
      """
      SELECT s.technician, s.seen_at, s.latitude, s.longitude, s.accuracy_metres
      FROM lk_sighting s
      JOIN (
        SELECT technician, MAX(seen_at) AS last_at FROM lk_sighting
        WHERE lessor = :lessor AND seen_at <= :until
        GROUP BY technician) l
      ON s.technician = l.technician AND s.seen_at = l.last_at
      WHERE s.lessor = :lessor
      """;

  private final Session session;
  private final RowMapper<Technician> mapper;
  private final RowMapper<Sighting> sightings;

  FieldStaffStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), FieldStaffStore::read);
    this.sightings = Columns.mapper(session.dialect(), FieldStaffStore::readSighting);
  }

  @Override
  public void putAll(Collection<Technician> technicians) {
    // The last of those with one id is what shall be known.
    List<Technician> latestFirst = new ArrayList<>(technicians);
    Collections.reverse(latestFirst);
    session.run(
        handle ->
            NewRows.byKey(latestFirst, Technician::lessor, one -> one.id().value())
                .forEach((lessor, wanted) -> put(handle, lessor, wanted)));
  }

  private void put(Handle handle, LessorId lessor, Map<String, Technician> wanted) {
    Set<Technician> inserted =
        new HashSet<>(
            NewRows.insert(
                session, lessor, wanted, KNOWN,
                (h, rows) -> Batches.execute(h, INSERT, rows, FieldStaffStore::bind)));
    List<Technician> others =
        wanted.values().stream().filter(one -> !inserted.contains(one)).toList();
    Batches.execute(handle, UPDATE, others, FieldStaffStore::bind);
  }

  @Override
  public List<Technician> all(LessorId lessor) {
    return session.read(
        handle -> handle.createQuery(ALL).bind("lessor", lessor.value()).map(mapper).list());
  }

  @Override
  public List<Technician> lockAll(LessorId lessor) {
    return session.read(
        handle -> handle.createQuery(LOCK_ALL).bind("lessor", lessor.value()).map(mapper).list());
  }

  @Override
  public void addSighting(LessorId lessor, Sighting sighting) {
    session.call(
        handle ->
            NewRows.insertOne(
                session, lessor, sighting.technician().value(), sighting,
                NewRows.knownBy(IS_SIGHTED, query -> query.bind("at", sighting.at())),
                (h, rows) ->
                    h.createUpdate(ADD_SIGHTING)
                        .bind("lessor", lessor.value())
                        .bind("technician", sighting.technician().value())
                        .bind("at", sighting.at())
                        .bind("latitude", sighting.position().latitude())
                        .bind("longitude", sighting.position().longitude())
                        .bind("accuracy", sighting.accuracyMetres())
                        .execute()));
  }

  @Override
  public List<Sighting> sightings(
      LessorId lessor, StaffId technician, Instant from, Instant untilExclusive) {
    return session.read(
        handle ->
            handle
                .createQuery(SIGHTINGS)
                .bind("lessor", lessor.value())
                .bind("technician", technician.value())
                .bind("from", from)
                .bind("until", untilExclusive)
                .map(sightings)
                .list());
  }

  @Override
  public Map<StaffId, Sighting> lastSightings(LessorId lessor, Instant until) {
    return session.read(
        handle -> {
          Map<StaffId, Sighting> last = new HashMap<>();
          handle
              .createQuery(LAST_SIGHTINGS)
              .bind("lessor", lessor.value())
              .bind("until", until)
              .map(sightings)
              .forEach(sighting -> last.put(sighting.technician(), sighting));
          return last;
        });
  }

  private static <S extends SqlStatement<S>> void bind(S statement, Technician one) {
    GeoPoint base = one.base();
    statement
        .bind("lessor", one.lessor().value())
        .bind("id", one.id().value())
        .bind("name", one.name())
        .bind("skills", lines(one.skills().stream().map(Skill::value).sorted().toList()))
        .bind("areas", lines(one.areas().stream().map(Area::value).sorted().toList()))
        .bind("shift", one.shift())
        .bind("capacity", one.capacity())
        .bindByType("latitude", base == null ? null : base.latitude(), Double.class)
        .bindByType("longitude", base == null ? null : base.longitude(), Double.class);
  }

  private static String lines(List<String> values) {
    return Lines.write(values.stream().map(List::of).toList());
  }

  private static Technician read(Columns row) throws SQLException {
    return new Technician(
        row.lessor(),
        new StaffId(row.text("id")),
        row.text("name"),
        Lines.read(row.text("skills")).stream()
            .map(line -> new Skill(line.get(0)))
            .collect(Collectors.toUnmodifiableSet()),
        Lines.read(row.text("areas")).stream()
            .map(line -> new Area(line.get(0)))
            .collect(Collectors.toUnmodifiableSet()),
        row.text("shift"),
        row.integer("capacity"),
        point(row, "base_latitude", "base_longitude"));
  }

  private static Sighting readSighting(Columns row) throws SQLException {
    return new Sighting(
        new StaffId(row.text("technician")),
        new GeoPoint(row.real("latitude"), row.real("longitude")),
        row.real("accuracy_metres"),
        row.instant("seen_at"));
  }

  /** A position, or null where there is none. */
  static @Nullable GeoPoint point(Columns row, String latitude, String longitude)
      throws SQLException {
    return row.isNull(latitude) ? null : new GeoPoint(row.real(latitude), row.real(longitude));
  }
}
