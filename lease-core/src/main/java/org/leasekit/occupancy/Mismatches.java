package org.leasekit.occupancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Phase;
import org.leasekit.amendment.Standing;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.Occupant;

/**
 * Holds what was seen in the garage against the file. Whoever uses a unit by a lease may do so at the times of its slot and
 * on its days of the week. Of the guest of a daily package no badge is kept: on the days of the package everybody may be
 * the guest of whom the file does not know that he is somebody else.
 */
public final class Mismatches {
  private final Collection<ContractHistory> histories;
  private final Collection<DayPackage> packages;
  private final DayHours hours;
  private final Instant known;

  private Mismatches(
      Collection<ContractHistory> histories,
      Collection<DayPackage> packages,
      DayHours hours,
      Instant known) {
    this.histories = histories;
    this.packages = packages;
    this.hours = hours;
    this.known = known;
  }

  /**
   * The sightings that the file does not explain, in the order given.
   *
   * @param packages that stand, as far as they are known at the instant
   * @param hours when the halves of shared units begin
   * @param known as far as the contracts are known at this instant
   */
  public static List<Mismatch> find(
      Collection<Sighting> sightings,
      Collection<ContractHistory> histories,
      Collection<DayPackage> packages,
      DayHours hours,
      Instant known) {
    Mismatches file = new Mismatches(histories, packages, hours, known);
    return sightings.stream().flatMap(each -> file.check(each).stream()).toList();
  }

  /** The same where nothing is let by the day, and days are from eight to eight. */
  public static List<Mismatch> find(
      Collection<Sighting> sightings, Collection<ContractHistory> histories, Instant known) {
    return find(sightings, histories, List.of(), DayHours.STANDARD, known);
  }

  /** A contract on the day of a sighting, and whether it lets what it lets at that time. */
  private record Holder(Standing standing, boolean now) {
    private boolean uses() {
      return now && standing.phase() == Phase.RUNNING;
    }

    private boolean isIn(Sighting seen) {
      return seen.unit().equals(standing.unit());
    }

    private boolean isUser(String badge) {
      return badgeOf(standing).filter(plain(badge)::equals).isPresent();
    }
  }

  private Optional<Mismatch> check(Sighting seen) {
    List<Holder> holders = holders(seen.on(), seen.at());
    List<Holder> here = holders.stream().filter(each -> each.isIn(seen)).toList();
    List<Holder> elsewhere =
        holders.stream().filter(each -> !each.isIn(seen) && each.isUser(seen.badge())).toList();
    if (here.stream().anyMatch(each -> each.uses() && each.isUser(seen.badge()))
        || isGuest(seen, here, elsewhere)) {
      return Optional.empty();
    }
    return Optional.of(
        new Mismatch(seen, kind(seen, here), numbers(here), numbers(elsewhere)));
  }

  private static List<ContractNo> numbers(List<Holder> holders) {
    return holders.stream().map(each -> each.standing().contract()).distinct().toList();
  }

  private Mismatch.Kind kind(Sighting seen, List<Holder> here) {
    List<Holder> using = here.stream().filter(Holder::uses).toList();
    boolean otherTime =
        here.stream()
            .filter(each -> each.standing().phase() == Phase.RUNNING)
            .anyMatch(each -> each.isUser(seen.badge()));
    if (otherTime) {
      return Mismatch.Kind.OTHER_TIME;
    }
    if (isSold(seen)) {
      return here.stream().anyMatch(each -> each.isUser(seen.badge()))
          ? Mismatch.Kind.LEASE_RESTS
          : Mismatch.Kind.OTHER_USER;
    }
    if (here.stream().noneMatch(Holder::now)) {
      return Mismatch.Kind.UNIT_NOT_LET;
    }
    if (using.isEmpty()) {
      return Mismatch.Kind.LEASE_RESTS;
    }
    return using.stream().allMatch(each -> badgeOf(each.standing()).isEmpty())
        ? Mismatch.Kind.NO_BADGE_RECORDED
        : Mismatch.Kind.OTHER_USER;
  }

  private boolean isSold(Sighting seen) {
    return packages.stream().anyMatch(each -> isOf(each, seen));
  }

  private static boolean isOf(DayPackage sold, Sighting seen) {
    return sold.unit().equals(seen.unit()) && sold.days().contains(seen.on());
  }

  /** Nobody knows the guest's badge; who is known to be another tenant's user is not the guest. */
  private boolean isGuest(Sighting seen, List<Holder> here, List<Holder> elsewhere) {
    return packages.stream()
        .filter(each -> isOf(each, seen))
        .anyMatch(
            sold ->
                Stream.concat(here.stream().filter(each -> each.isUser(seen.badge())), elsewhere.stream())
                    .allMatch(each -> each.standing().tenant().equals(sold.guest())));
  }

  /** What is let on a day, and what was let for the night that began on the day before, by number. */
  private List<Holder> holders(LocalDate on, @Nullable LocalTime at) {
    List<Holder> holders = new ArrayList<>();
    LocalDate before = on.minusDays(1);
    for (ContractHistory history : histories) {
      Optional<Standing> today = holding(history, on);
      today.map(each -> new Holder(each, hours.lets(each.portion(), on, at))).ifPresent(holders::add);
      holding(history, before)
          .filter(each -> hours.letsTheMorningAfter(each.portion(), before, at))
          .map(each -> new Holder(each, true))
          .ifPresent(holders::add);
    }
    holders.sort(Comparator.comparing(each -> each.standing().contract()));
    return holders;
  }

  private Optional<Standing> holding(ContractHistory history, LocalDate on) {
    return history.asOf(on, known).filter(standing -> standing.phase().holdsUnit());
  }

  private static Optional<String> badgeOf(Standing standing) {
    return Optional.ofNullable(standing.occupant())
        .map(Occupant::badge)
        .map(Mismatches::plain)
        .filter(text -> !text.isEmpty());
  }

  /** Plates are read and written in many ways: 沪A·12345, 沪A 12345, 沪a-12345. */
  private static String plain(String badge) {
    return badge.replaceAll("[\\s.·•・_-]", "").toUpperCase(Locale.ROOT);
  }
}
