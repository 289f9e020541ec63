package org.leasekit.jdbc;

import org.jdbi.v3.core.Handle;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.LessorId;

/**
 * Lets one transaction at a time add a contract for a unit. The row of the unit is written, not only locked:
 * where the host runs at a higher isolation level, a second writer that could not see the first one's
 * contract then fails, instead of letting the unit twice.
 */
final class UnitLock {

  private static final String WRITE =
      """
      UPDATE lk_unit SET lets = lets + 1
      WHERE lessor = :lessor AND project = :project AND unit = :unit
      """;

  private static final String INSERT =
      """
      INSERT INTO lk_unit (lessor, project, unit, lets)
      VALUES (:lessor, :project, :unit, 1)
      """;

  private static final int ATTEMPTS = 5;

  private UnitLock() {}

  /** Waits until no other transaction holds the unit, and holds it until this one ends. */
  static void take(Session session, LessorId lessor, UnitRef unit) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (execute(session.handle(), WRITE, lessor, unit) > 0
          || session.attempt(() -> execute(session.handle(), INSERT, lessor, unit))) {
        return;
      }
    }
    throw new IllegalStateException("the unit could not be locked: " + unit);
  }

  private static int execute(Handle handle, String sql, LessorId lessor, UnitRef unit) {
    return handle
        .createUpdate(sql)
        .bind("lessor", lessor.value())
        .bind("project", unit.project())
        .bind("unit", unit.unit())
        .execute();
  }
}
