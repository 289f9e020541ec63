package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.party.Absence;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.Absences;

final class AbsenceStore implements Absences {

  private static final String AT =
      """
      SELECT lessor, staff, starts_at, ends_at, deputy FROM lk_absence
      WHERE lessor = :lessor AND ends_at > :at AND starts_at <= :at
      ORDER BY staff, starts_at
      """;

  private static final String IS_KNOWN =
      """
      SELECT staff FROM lk_absence
      WHERE lessor = :lessor AND staff IN (<keys>) AND starts_at = :from <currentRead>
      """;

  private static final String INSERT =
      """
      INSERT INTO lk_absence (lessor, staff, starts_at, ends_at, deputy)
      VALUES (:lessor, :staff, :from, :until, :deputy)
      """;

  private static final String UPDATE =
      """
      UPDATE lk_absence SET ends_at = :until, deputy = :deputy
      WHERE lessor = :lessor AND staff = :staff AND starts_at = :from
      """;

  private final Session session;

  AbsenceStore(Session session) {
    this.session = session;
  }

  @Override
  public void putAll(Collection<Absence> absences) {
    session.run(handle -> absences.forEach(absence -> put(handle, absence)));
  }

  private void put(Handle handle, Absence absence) {
    boolean inserted =
        NewRows.insertOne(
            session, absence.lessor(), absence.staff().value(), absence,
            NewRows.knownBy(IS_KNOWN, query -> query.bind("from", absence.from())),
            (h, rows) -> Batches.execute(h, INSERT, rows, AbsenceStore::bind));
    if (!inserted) {
      Batches.execute(handle, UPDATE, List.of(absence), AbsenceStore::bind);
    }
  }

  @Override
  public List<Absence> at(LessorId lessor, Instant at) {
    return session.read(
        handle ->
            handle
                .createQuery(AT)
                .bind("lessor", lessor.value())
                .bind("at", at)
                .map(Columns.mapper(session.dialect(), AbsenceStore::read))
                .list());
  }

  private static <S extends SqlStatement<S>> void bind(S statement, Absence absence) {
    StaffId deputy = absence.deputy();
    statement
        .bind("lessor", absence.lessor().value())
        .bind("staff", absence.staff().value())
        .bind("from", absence.from())
        .bind("until", absence.untilExclusive())
        .bind("deputy", deputy == null ? null : deputy.value());
  }

  private static Absence read(Columns row) throws SQLException {
    String deputy = row.textOrNull("deputy");
    return new Absence(
        row.lessor(),
        new StaffId(row.text("staff")),
        row.instant("starts_at"),
        row.instant("ends_at"),
        deputy == null ? null : new StaffId(deputy));
  }
}
