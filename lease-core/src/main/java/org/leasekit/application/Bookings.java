package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.leasekit.contract.UnitRef;
import org.leasekit.occupancy.Booking;
import org.leasekit.occupancy.DayPackage;
import org.leasekit.occupancy.Occupancy;
import org.leasekit.occupancy.Packages;
import org.leasekit.port.Stores;

/** Ends packages sold by the day as soon as a lease takes their unit. Joins the caller's unit of work. */
final class Bookings {
  private final Stores stores;
  private final LessorProfile profile;

  Bookings(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** Cuts what no longer lies in a gap; the units are locked. */
  void close(Collection<UnitRef> units, Instant now) {
    LocalDate today = profile.day(now);
    List<Booking> running =
        stores.holds().bookings(profile.lessor(), units).stream()
            .filter(booking -> booking.keptUntil().isAfter(today) && booking.left().isPresent())
            .toList();
    if (running.isEmpty()) {
      return;
    }
    Occupancy occupancy = Occupancy.of(stores.holds().ofUnits(profile.lessor(), units));
    for (Booking booking : running) {
      List<DayPackage> left = booking.left().stream().toList();
      for (Packages.Cut cut : Packages.close(left, occupancy, today)) {
        stores.holds().update(booking.cut(cut.lost().start(), now));
      }
    }
  }
}
