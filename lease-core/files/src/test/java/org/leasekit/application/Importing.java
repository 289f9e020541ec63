package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.leasekit.access.Actor;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;

/** A service that imports what its files say, without the rest of a kit. */
final class Importing {
  private static final LessorId LESSOR = new LessorId("garage");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-01-20T02:00:00Z");

  private Importing() {}

  static ImportService into(Stores stores) {
    InstantSource clock = () -> NOW;
    LessorProfile profile =
        LessorProfile.standard(LESSOR, ZONE, Locale.ENGLISH, ShippedCalendars.china());
    Gate gate = new Gate(stores, LESSOR, ZONE, clock, Actor.HOST);
    Cashier cashier = new Cashier(stores, profile);
    BillingService billing = new BillingService(stores, profile, clock, gate, cashier);
    CaseDesk desk =
        new CaseDesk(stores, profile, new Succession(stores, profile, billing, cashier));
    Revisions revisions =
        new Revisions(stores, profile, desk, new SuspensionLocks(stores, profile));
    return new ImportService(
        stores, LESSOR, ZONE, clock, gate, new RowAmendments(stores, profile, clock, revisions));
  }
}
