package org.leasekit.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;

/** Occupancy against a table of days, halves and shares counted one by one. */
class OccupancyPropertyTest {

  private static final UnitRef UNIT = new UnitRef("garage", "A");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 60;

  @Provide
  Arbitrary<List<Hold>> holds() {
    return Combinators.combine(portions(), ranges(), Arbitraries.of(true, false))
        .as((portion, days, resting) -> new Hold(new ContractNo("C"), UNIT, portion, days, resting))
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<Portion> portions() {
    Arbitrary<Share> shares = Arbitraries.of(Share.WHOLE, Share.of(1, 2), Share.of(1, 3), Share.of(2, 3));
    return Combinators.combine(Arbitraries.of(Slot.class), Arbitraries.of(Week.class), shares).as(Portion::new);
  }

  @Provide
  Arbitrary<DateRange> ranges() {
    return Combinators.combine(
            Arbitraries.integers().between(0, DAYS - 1), Arbitraries.integers().between(1, 30))
        .as((from, length) -> DateRange.of(START.plusDays(from), START.plusDays(Math.min(DAYS, from + length))));
  }

  @Property
  void aPortionCollidesOnTheFirstDayOnWhichTheWholeIsExceeded(
      @ForAll("holds") List<Hold> holds, @ForAll("portions") Portion wanted, @ForAll("ranges") DateRange days) {
    Optional<LocalDate> expected =
        days.start().datesUntil(days.endExclusive()).filter(day -> {
          int weekend = day.getDayOfWeek().getValue() >= 6 ? 1 : 0;
          return IntStream.of(0, 1).anyMatch(half ->
              parts(wanted, weekend, half) > 0 && sixths(holds, day, half) + parts(wanted, weekend, half) > 6);
        }).findFirst();
    assertThat(Occupancy.of(holds).firstCollision(UNIT, wanted, days)).isEqualTo(expected);
  }

  @Property
  void aUnitIsLetTwiceWhereMoreThanTheWholeIsHeld(@ForAll("holds") List<Hold> holds) {
    Optional<LocalDate> expected =
        START.datesUntil(START.plusDays(DAYS))
            .filter(day -> sixths(holds, day, 0) > 6 || sixths(holds, day, 1) > 6)
            .findFirst();
    assertThat(Optional.ofNullable(Occupancy.of(holds).letTwice().get(UNIT))).isEqualTo(expected);
  }

  @Property
  void aGapIsADayOnWhichNobodyUsesTheUnit(@ForAll("holds") List<Hold> holds, @ForAll("ranges") DateRange days) {
    List<DateRange> gaps = Occupancy.of(holds).gaps(UNIT, days);
    List<LocalDate> found = new ArrayList<>();
    gaps.forEach(gap -> gap.start().datesUntil(gap.endExclusive()).forEach(found::add));
    assertThat(found)
        .isEqualTo(
            days.start().datesUntil(days.endExclusive())
                .filter(day -> holds.stream().noneMatch(hold -> !hold.resting() && hold.days().contains(day)))
                .toList());
    for (int i = 1; i < gaps.size(); i++) {
      assertThat(gaps.get(i).start()).isAfter(gaps.get(i - 1).endExclusive());
    }
  }

  @Property
  void vacancyCountsEveryUnitOnce(@ForAll("holds") List<Hold> holds) {
    UnitRef empty = new UnitRef("garage", "empty");
    DateRange days = DateRange.of(START, START.plusDays(DAYS));
    List<Vacancy> vacancies = Occupancy.of(holds).vacancy(List.of(UNIT, empty), days).get("garage");
    assertThat(vacancies).hasSize(DAYS);
    for (Vacancy vacancy : vacancies) {
      int day = sixths(holds, vacancy.day(), 0);
      int night = sixths(holds, vacancy.day(), 1);
      assertThat(vacancy.units()).isEqualTo(2);
      assertThat(vacancy.vacant()).isEqualTo(day + night == 0 ? 2 : 1);
      assertThat(vacancy.partlyLet()).isBetween(0, 1);
      if (vacancy.full() == 1) {
        assertThat(Math.min(day, night)).isGreaterThanOrEqualTo(6);
      }
    }
  }

  private static int sixths(List<Hold> holds, LocalDate day, int half) {
    int weekend = day.getDayOfWeek().getValue() >= 6 ? 1 : 0;
    return holds.stream()
        .filter(hold -> hold.days().contains(day))
        .mapToInt(hold -> parts(hold.portion(), weekend, half))
        .sum();
  }

  /** Sixths of the unit; half 0 is the day, 1 the night. */
  private static int parts(Portion portion, int weekend, int half) {
    boolean week = portion.week() == Week.ALL || (portion.week() == Week.WEEKENDS) == (weekend == 1);
    boolean slot = portion.slot() == Slot.ALL || (portion.slot() == Slot.NIGHT) == (half == 1);
    int sixths =
        switch (portion.share().toString()) {
          case "1/1" -> 6;
          case "2/3" -> 4;
          case "1/2" -> 3;
          default -> 2;
        };
    return week && slot ? sixths : 0;
  }
}
