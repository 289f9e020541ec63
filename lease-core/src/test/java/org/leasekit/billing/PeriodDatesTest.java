package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRolls;
import org.leasekit.calendar.HolidayTable;

/** The quick way to a schedule's dates gives those that {@link LocalDate} gives, one by one. */
class PeriodDatesTest {

  private static final BusinessCalendar CALENDAR =
      BusinessCalendar.of(
          "test",
          LocalDate.of(2024, 2, 1)
              .datesUntil(LocalDate.of(2027, 1, 1))
              .filter(day -> day.getDayOfMonth() < 5 && day.getMonthValue() % 2 == 0)
              .map(day -> new HolidayTable.Entry(day, HolidayTable.Kind.OFF))
              .toList());

  @Property(tries = 3000)
  void areThoseCountedOneByOne(@ForAll("schedules") ChargeSchedule schedule) {
    List<PeriodDates> expected = new ArrayList<>();
    List<LocalDate> bounds = bounds(schedule);
    for (int i = 1; i < bounds.size(); i++) {
      LocalDate due =
          (schedule.timing() == BillingTiming.ADVANCE ? bounds.get(i - 1) : bounds.get(i))
              .plusDays(schedule.dueOffsetDays());
      expected.add(
          new PeriodDates(
              bounds.get(i - 1),
              bounds.get(i),
              false,
              due,
              (int) ChronoUnit.DAYS.between(due, schedule.dueRoll().adjust(due, CALENDAR))));
    }
    assertThat(schedule.dates(CALENDAR))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("stub")
        .isEqualTo(expected);
    assertThat(schedule.dates(CALENDAR)).extracting(PeriodDates::range)
        .isEqualTo(schedule.cuts().stream().map(PeriodGrid.Cut::range).toList());
    assertThat(schedule.dates(CALENDAR)).extracting(PeriodDates::stub)
        .isEqualTo(schedule.cuts().stream().map(PeriodGrid.Cut::stub).toList());
  }

  /** A long stub takes in the regular period beside it, if there is one. */
  private static List<LocalDate> bounds(ChargeSchedule schedule) {
    TreeSet<LocalDate> regular = regularDays(schedule);
    TreeSet<LocalDate> bounds = new TreeSet<>(regular);
    boolean initial = schedule.stub().isInitial();
    LocalDate stubbed = initial ? schedule.term().start() : schedule.term().endExclusive();
    boolean isLong = schedule.stub() == StubRule.LONG_INITIAL || schedule.stub() == StubRule.LONG_FINAL;
    if (isLong && regular.size() > 1 && !regular.contains(stubbed)) {
      bounds.remove(initial ? regular.first() : regular.last());
    }
    bounds.addAll(List.of(schedule.term().start(), schedule.term().endExclusive()));
    return List.copyOf(bounds);
  }

  /** Where regular periods of the term begin or end, counted by {@link LocalDate} alone. */
  private static TreeSet<LocalDate> regularDays(ChargeSchedule schedule) {
    LocalDate start = schedule.term().start();
    LocalDate end = schedule.term().endExclusive();
    TreeSet<LocalDate> days = new TreeSet<>();
    boolean back = schedule.stub().isInitial();
    RollDay roll = schedule.rollDay();
    LocalDate anchor = back ? end : start;
    if (roll != null) {
      anchor = roll.anchor(anchor.getYear());
      long k = 0;
      while (back ? anchor.plusMonths(k).isAfter(end) : anchor.plusMonths(k).isBefore(start)) {
        k += back ? -1 : 1;
      }
      while (back ? !anchor.plusMonths(k + 1).isAfter(end) : !anchor.plusMonths(k - 1).isBefore(start)) {
        k += back ? 1 : -1;
      }
      for (long m = k; !anchor.plusMonths(m).isAfter(end) && !anchor.plusMonths(m).isBefore(start);
          m += back ? -schedule.frequency().count() : schedule.frequency().count()) {
        days.add(anchor.plusMonths(m));
      }
    } else {
      for (long k = 0; ; k++) {
        LocalDate day = schedule.frequency().from(anchor, back ? -k : k);
        if (day.isBefore(start) || day.isAfter(end)) {
          break;
        }
        days.add(day);
      }
    }
    return days;
  }

  @Provide
  Arbitrary<ChargeSchedule> schedules() {
    Arbitrary<Frequency> frequencies =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 13).map(Frequency::months),
            Arbitraries.integers().between(1, 5).map(Frequency::weeks),
            Arbitraries.integers().between(1, 40).map(Frequency::days));
    return Combinators.combine(
            BillingArbitraries.days(),
            Arbitraries.integers().between(1, 1200),
            frequencies,
            Arbitraries.of(StubRule.class),
            Arbitraries.integers().between(0, 31),
            Arbitraries.of(BillingTiming.class),
            Arbitraries.integers().between(-10, 10),
            Arbitraries.of(
                DayRolls.NONE,
                DayRolls.FOLLOWING,
                DayRolls.PRECEDING,
                DayRolls.MODIFIED_PRECEDING))
        .as(
            (start, days, frequency, stub, rollDay, timing, offset, roll) -> {
              ChargeSchedule.Builder builder =
                  ChargeSchedule.of(DateRange.of(start, start.plusDays(days)), 1000, "CNY")
                      .every(frequency)
                      .stub(stub)
                      .timing(timing)
                      .due(offset > 5 ? 0 : offset, roll);
              if (rollDay > 0 && frequency.unit() == Frequency.Unit.MONTHS) {
                builder.rollOn(new RollDay(rollDay));
              }
              return builder.build();
            });
  }
}
