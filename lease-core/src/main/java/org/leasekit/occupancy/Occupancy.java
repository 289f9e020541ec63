package org.leasekit.occupancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;

/**
 * What contracts hold of which unit, as known at one instant. An immutable value.
 *
 * <p>A suspended lease holds its unit against other leases; only daily packages may use it, see {@link Packages}.
 */
public final class Occupancy {

  private static final List<Slot> HALVES = List.of(Slot.DAY, Slot.NIGHT);

  private final Map<UnitRef, List<Hold>> byUnit = new HashMap<>();

  private Occupancy(Collection<Hold> holds) {
    for (Hold hold : holds) {
      byUnit.computeIfAbsent(hold.unit(), unit -> new ArrayList<>()).add(hold);
    }
    Comparator<Hold> order =
        Comparator.comparing(Hold::days).thenComparing(Hold::contract);
    byUnit.values().forEach(list -> list.sort(order));
  }

  /** The occupancy by these holds, legal or not. */
  public static Occupancy of(Collection<Hold> holds) {
    return new Occupancy(holds);
  }

  /** The occupancy by these contracts, as far as they are known at an instant. */
  public static Occupancy of(Collection<ContractHistory> histories, Instant known) {
    return new Occupancy(
        histories.stream().flatMap(history -> Hold.of(history, known).stream()).toList());
  }

  /** What is held of a unit, by first day. */
  public List<Hold> of(UnitRef unit) {
    return List.copyOf(byUnit.getOrDefault(unit, List.of()));
  }

  /**
   * How much of a unit is held, resting or not.
   *
   * @param half {@link Slot#DAY} or {@link Slot#NIGHT}
   * @return parts of {@link Share#PARTS_OF_WHOLE}, more than all when the unit is let twice
   */
  public int partsHeld(UnitRef unit, LocalDate day, Slot half) {
    return parts(unit, day, half, false);
  }

  private int parts(UnitRef unit, LocalDate day, Slot half, boolean usedOnly) {
    int parts = 0;
    for (Hold hold : byUnit.getOrDefault(unit, List.of())) {
      if (hold.days().contains(day) && !(usedOnly && hold.resting())) {
        parts += hold.portion().partsIn(day, half);
      }
    }
    return parts;
  }

  /**
   * The first day on which a unit would be let beyond the whole, were a portion of it let as well.
   *
   * @return empty when the portion is free throughout
   */
  public Optional<LocalDate> firstCollision(UnitRef unit, Portion portion, DateRange days) {
    return stretches(unit, days).stream()
        .flatMap(Occupancy::week)
        .filter(day -> exceeds(unit, portion, day))
        .findFirst();
  }

  /**
   * The first of some holds of one contract, not in this occupancy, that finds no room.
   *
   * @return from the first day on which there is none; empty when there is room for all
   */
  public Optional<Hold> firstTaken(List<Hold> wanted) {
    for (Hold hold : wanted) {
      Optional<LocalDate> day = firstCollision(hold.unit(), hold.portion(), hold.days());
      if (day.isPresent()) {
        return Optional.of(hold.over(DateRange.of(day.get(), hold.days().endExclusive())));
      }
    }
    return Optional.empty();
  }

  private boolean exceeds(UnitRef unit, Portion portion, LocalDate day) {
    for (Slot half : HALVES) {
      int wanted = portion.partsIn(day, half);
      if (wanted > 0 && partsHeld(unit, day, half) > Share.PARTS_OF_WHOLE - wanted) {
        return true;
      }
    }
    return false;
  }

  /** Every unit that is let beyond the whole, with the first such day; empty when all is well. */
  public NavigableMap<UnitRef, LocalDate> letTwice() {
    NavigableMap<UnitRef, LocalDate> found = new TreeMap<>();
    for (UnitRef unit : byUnit.keySet()) {
      days(unit).filter(day -> isLetTwice(unit, day)).findFirst().ifPresent(day -> found.put(unit, day));
    }
    return found;
  }

  /** The days that can differ from all days before them, of those on which anything is held, in the order of time. */
  private Stream<LocalDate> days(UnitRef unit) {
    List<Hold> holds = of(unit);
    LocalDate start = holds.get(0).days().start();
    LocalDate end =
        holds.stream().map(hold -> hold.days().endExclusive()).reduce(start, Occupancy::later);
    return stretches(unit, DateRange.of(start, end)).stream().flatMap(Occupancy::week);
  }

  /** Within a stretch nothing begins or ends, so that its first seven days show every day of the week. */
  private static Stream<LocalDate> week(DateRange stretch) {
    LocalDate end = stretch.start().plusDays(Math.min(7, stretch.days()));
    return stretch.start().datesUntil(end);
  }

  private boolean isLetTwice(UnitRef unit, LocalDate day) {
    return HALVES.stream().anyMatch(half -> partsHeld(unit, day, half) > Share.PARTS_OF_WHOLE);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** The days, cut wherever something begins or ends in the unit. */
  private List<DateRange> stretches(UnitRef unit, DateRange days) {
    NavigableSet<LocalDate> cuts = new TreeSet<>();
    cuts.add(days.start());
    for (Hold hold : byUnit.getOrDefault(unit, List.of())) {
      cuts.add(hold.days().start());
      cuts.add(hold.days().endExclusive());
    }
    List<DateRange> stretches = new ArrayList<>();
    LocalDate from = days.start();
    for (LocalDate cut : cuts.subSet(days.start(), false, days.endExclusive(), false)) {
      stretches.add(DateRange.of(from, cut));
      from = cut;
    }
    stretches.add(DateRange.of(from, days.endExclusive()));
    return stretches;
  }

  /**
   * Days on which a unit can be let by the day as a whole: nobody holds any of it, or all who do let it rest.
   *
   * @return without gaps of their own, in the order of time
   */
  public List<DateRange> gaps(UnitRef unit, DateRange days) {
    List<DateRange> gaps = new ArrayList<>();
    for (DateRange stretch : stretches(unit, days)) {
      boolean used =
          byUnit.getOrDefault(unit, List.of()).stream()
              .anyMatch(hold -> !hold.resting() && hold.days().overlaps(stretch));
      if (used) {
        continue;
      }
      DateRange last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
      if (last != null && last.abuts(stretch)) {
        gaps.set(gaps.size() - 1, DateRange.of(last.start(), stretch.endExclusive()));
      } else {
        gaps.add(stretch);
      }
    }
    return List.copyOf(gaps);
  }

  /**
   * Vacancy by project and day.
   *
   * @param units every unit there is, let or not
   */
  public NavigableMap<String, List<Vacancy>> vacancy(Collection<UnitRef> units, DateRange days) {
    NavigableMap<String, List<UnitRef>> byProject = new TreeMap<>();
    new TreeSet<>(units)
        .forEach(unit -> byProject.computeIfAbsent(unit.project(), p -> new ArrayList<>()).add(unit));
    NavigableMap<String, List<Vacancy>> found = new TreeMap<>();
    byProject.forEach(
        (project, theirs) ->
            found.put(
                project,
                days.start().datesUntil(days.endExclusive()).map(day -> vacancy(theirs, day)).toList()));
    return found;
  }

  private Vacancy vacancy(List<UnitRef> units, LocalDate day) {
    int vacant = 0;
    int resting = 0;
    int full = 0;
    for (UnitRef unit : units) {
      boolean anyHeld = HALVES.stream().anyMatch(half -> partsHeld(unit, day, half) > 0);
      boolean anyUsed = HALVES.stream().anyMatch(half -> parts(unit, day, half, true) > 0);
      boolean allHeld =
          HALVES.stream().allMatch(half -> partsHeld(unit, day, half) >= Share.PARTS_OF_WHOLE);
      if (!anyHeld) {
        vacant++;
      } else if (!anyUsed) {
        resting++;
      } else if (allHeld) {
        full++;
      }
    }
    return new Vacancy(day, units.size(), vacant, resting, full);
  }
}
