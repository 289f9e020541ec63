package org.leasekit.occupancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leasekit.calendar.DateRange;
import org.leasekit.outcome.Outcome;

/** Daily packages: only on gaps, and ended at once when a gap closes. A lease always goes before a package. */
public final class Packages {

  private Packages() {}

  /**
   * What becomes of a package when a gap closes.
   *
   * @param left days that remain; empty when none does
   * @param lost booked days that are gone
   */
  public record Cut(DayPackage booked, Optional<DayPackage> left, DateRange lost) {}

  /**
   * Books a package.
   *
   * @param sold packages that stand already
   * @return the package, or {@link PackageRejection}
   */
  public static Outcome<DayPackage> book(
      DayPackage wanted, Occupancy occupancy, Collection<DayPackage> sold) {
    boolean inGap =
        occupancy.gaps(wanted.unit(), wanted.days()).contains(wanted.days());
    if (!inGap) {
      return Outcome.rejected(
          new PackageRejection.NotVacant(wanted.unit(), wanted.days()));
    }
    boolean taken =
        sold.stream()
            .anyMatch(other -> other.unit().equals(wanted.unit()) && other.days().overlaps(wanted.days()));
    return taken
        ? Outcome.rejected(new PackageRejection.Booked(wanted.unit(), wanted.days()))
        : Outcome.accepted(wanted);
  }

  /**
   * Ends packages whose gap has closed: each keeps its days up to the first that is not free, whatever comes after.
   *
   * @param today days before it are used up and are not taken back
   * @return one for each package that loses a day, in the order given
   */
  public static List<Cut> close(
      Collection<DayPackage> sold, Occupancy occupancy, LocalDate today) {
    List<Cut> cuts = new ArrayList<>();
    for (DayPackage each : sold) {
      if (each.days().endExclusive().isAfter(today)) {
        cut(each, occupancy, today).ifPresent(cuts::add);
      }
    }
    return List.copyOf(cuts);
  }

  private static Optional<Cut> cut(DayPackage sold, Occupancy occupancy, LocalDate today) {
    LocalDate start = sold.days().start();
    LocalDate end = sold.days().endExclusive();
    LocalDate open = today.isAfter(start) ? today : start;
    LocalDate freeUntil =
        occupancy.gaps(sold.unit(), DateRange.of(open, end)).stream()
            .filter(gap -> gap.start().equals(open))
            .map(DateRange::endExclusive)
            .findFirst()
            .orElse(open);
    if (freeUntil.equals(end)) {
      return Optional.empty();
    }
    Optional<DayPackage> left =
        freeUntil.isAfter(start)
            ? Optional.of(sold.lasting(DateRange.of(start, freeUntil)))
            : Optional.empty();
    return Optional.of(new Cut(sold, left, DateRange.of(freeUntil, end)));
  }
}
