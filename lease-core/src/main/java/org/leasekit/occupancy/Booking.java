package org.leasekit.occupancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.party.LessorId;

/**
 * A package as it was sold, and what has become of it.
 *
 * @param id given by whoever sold it, 1 to 96 characters
 * @param sold as it was sold
 * @param keptUntil first day that the guest does not have: the end of the package, or earlier when its gap closed; the
 *     first day of the package when nothing of it is left
 * @param at when it was sold
 * @param cutAt when days were last taken from it; null while it is as it was sold
 */
public record Booking(
    LessorId lessor, String id, DayPackage sold, LocalDate keptUntil, Instant at, @Nullable Instant cutAt) {

  public Booking {
    if (id.isBlank() || id.length() > 96) {
      throw new IllegalArgumentException("id: 1 to 96 characters, but was '" + id + "'");
    }
    if (keptUntil.isBefore(sold.days().start()) || keptUntil.isAfter(sold.days().endExclusive())) {
      throw new IllegalArgumentException("keptUntil: within the package, but was " + keptUntil);
    }
  }

  /** A package that was just sold. */
  public static Booking of(LessorId lessor, String id, DayPackage sold, Instant at) {
    return new Booking(lessor, id, sold, sold.days().endExclusive(), at, null);
  }

  /** What is left of the package; empty when nothing is. */
  public Optional<DayPackage> left() {
    LocalDate start = sold.days().start();
    return keptUntil.isAfter(start)
        ? Optional.of(sold.lasting(DateRange.of(start, keptUntil)))
        : Optional.empty();
  }

  /** The package as it was known at an instant; of several cuts the last one is kept, and those before it are not. */
  public Optional<DayPackage> asKnownAt(Instant known) {
    if (at.isAfter(known)) {
      return Optional.empty();
    }
    return cutAt == null || !cutAt.isAfter(known) ? left() : Optional.of(sold);
  }

  /** The same booking over fewer days. */
  public Booking cut(LocalDate newEnd, Instant when) {
    return new Booking(lessor, id, sold, newEnd, at, when);
  }
}
