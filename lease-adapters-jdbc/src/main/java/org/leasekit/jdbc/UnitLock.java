package org.leasekit.jdbc;

import java.util.List;
import java.util.Map;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.LessorId;
import org.leasekit.port.StaleVersionException;

/** Lets one transaction at a time add a contract for a unit. */
final class UnitLock {

  private static final Turnstile UNITS = new Turnstile("lk_unit", "lets", List.of("lessor", "project", "unit"));

  private UnitLock() {}

  /**
   * Waits until no other transaction holds the unit, and holds it until this one ends.
   *
   * @throws StaleVersionException if others hold or let it and this transaction cannot see how
   */
  static void take(Session session, LessorId lessor, UnitRef unit) {
    UNITS.pass(
        session, Map.of("lessor", lessor.value(), "project", unit.project(), "unit", unit.unit()));
  }
}
