package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.leasekit.access.Action;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.UnitRef;
import org.leasekit.occupancy.Booking;
import org.leasekit.occupancy.DayPackage;
import org.leasekit.occupancy.Occupancy;
import org.leasekit.occupancy.PackageRejection;
import org.leasekit.occupancy.Packages;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;

/**
 * Sells units by the day where no lease uses them. A lease always goes before a package: whatever closes the gap cuts the
 * package in the same unit of work.
 */
public final class PackageService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;

  PackageService(Stores stores, LessorProfile profile, InstantSource clock, Door door, Gate gate) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
  }

  /**
   * Books a package. Of several that want the same days at once, exactly one has them.
   *
   * @return the booking, also when it was made before; or {@link PackageRejection}, or {@link
   *     ContractRejection.NoSuchTenant}
   */
  public Outcome<Booking> book(BookPackage command) {
    return door.check(command).then(this::wanted).then(this::inUnitOfWork);
  }

  private record Wanted(String id, DayPackage days) {}

  private Outcome<Wanted> wanted(BookPackage command) {
    String id = command.bookingId().strip();
    UnitRef unit = new UnitRef(command.project().strip(), command.unit().strip());
    if (!command.endExclusive().isAfter(command.start())) {
      return Outcome.rejected(
          new PackageRejection.WithoutDays(unit, command.start(), command.endExclusive()));
    }
    DateRange days = DateRange.of(command.start(), command.endExclusive());
    return Outcome.accepted(new Wanted(id, new DayPackage(unit, new TenantId(command.guest().strip()), days)));
  }

  private Outcome<Booking> inUnitOfWork(Wanted wanted) {
    return stores
        .unitOfWork()
        .required(() -> gate.ask(Action.AMEND).then(allowed -> book(wanted, clock.instant())));
  }

  private Outcome<Booking> book(Wanted wanted, Instant now) {
    UnitRef unit = wanted.days().unit();
    if (stores.tenants().find(profile.lessor(), wanted.days().guest()).isEmpty()) {
      return Outcome.rejected(new ContractRejection.NoSuchTenant(wanted.days().guest()));
    }
    stores.holds().lock(profile.lessor(), List.of(unit));
    Optional<Booking> known = stores.holds().findBooking(profile.lessor(), wanted.id());
    if (known.isPresent()) {
      return same(known.get(), wanted);
    }
    List<UnitRef> units = List.of(unit);
    List<DayPackage> sold =
        stores.holds().bookings(profile.lessor(), units).stream()
            .flatMap(booking -> booking.left().stream())
            .toList();
    return Packages.book(
            wanted.days(), Occupancy.of(stores.holds().ofUnits(profile.lessor(), units)), sold)
        .then(
            booked -> {
              Booking booking = Booking.of(profile.lessor(), wanted.id(), booked, now);
              return stores.holds().book(booking)
                  ? Outcome.accepted(booking)
                  : same(
                      stores.holds().findBooking(profile.lessor(), wanted.id()).orElse(booking), wanted);
            });
  }

  private static Outcome<Booking> same(Booking known, Wanted wanted) {
    return known.sold().equals(wanted.days())
        ? Outcome.accepted(known)
        : Outcome.rejected(new PackageRejection.IdTaken(known.id(), known.sold().unit(), known.sold().days()));
  }

  /** Every package of a unit, by first day, with what is left of each; rejected for the tenant's side. */
  public Outcome<List<Booking>> of(UnitRef unit) {
    return gate.ask(Action.VIEW)
        .map(allowed -> stores.holds().bookings(profile.lessor(), List.of(unit)));
  }

  /** A booking by its id, empty when there is none; rejected for the tenant's side. */
  public Outcome<Optional<Booking>> find(String bookingId) {
    return gate.ask(Action.VIEW)
        .map(allowed -> stores.holds().findBooking(profile.lessor(), bookingId));
  }
}
