package org.leasekit.jdbc;

import org.leasekit.contract.UnitRef;
import org.leasekit.party.LessorId;
import org.leasekit.port.StaleVersionException;

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

  /**
   * Waits until no other transaction holds the unit, and holds it until this one ends.
   *
   * @throws StaleVersionException if others hold or let it and this transaction cannot see how
   */
  static void take(Session session, LessorId lessor, UnitRef unit) {
    session.requireSight();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (execute(session, WRITE, lessor, unit) > 0
          || session.attempt(() -> execute(session, INSERT, lessor, unit))) {
        return;
      }
    }
    throw new StaleVersionException("unit " + unit);
  }

  private static int execute(Session session, String sql, LessorId lessor, UnitRef unit) {
    return session
        .handle()
        .createUpdate(sql)
        .bind("lessor", lessor.value())
        .bind("project", unit.project())
        .bind("unit", unit.unit())
        .execute();
  }
}
