package org.leasekit.benchmarks;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.BusinessDayAdjustment;
import com.opengamma.strata.basics.date.BusinessDayConventions;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import com.opengamma.strata.basics.schedule.Frequency;
import com.opengamma.strata.basics.schedule.PeriodicSchedule;
import com.opengamma.strata.basics.schedule.RollConventions;
import com.opengamma.strata.basics.schedule.Schedule;
import com.opengamma.strata.basics.schedule.StubConvention;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.leasekit.billing.ChargeSchedule;
import org.leasekit.billing.PeriodDates;
import org.leasekit.billing.RollDay;
import org.leasekit.billing.ScheduledPeriod;
import org.leasekit.billing.StubRule;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRolls;
import org.leasekit.calendar.HolidayTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Three years of monthly periods that begin on the last day of a month, with a stub at the beginning, their dates moved off
 * weekends and holidays: beside Strata's schedule, and a bare loop that knows neither stubs nor holidays. The library
 * also prices them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScheduleBenchmark {

  private static final LocalDate START = LocalDate.of(2026, 1, 15);
  private static final LocalDate END = LocalDate.of(2028, 12, 31);

  private ChargeSchedule schedule;
  private BusinessCalendar calendar;
  private PeriodicSchedule strata;
  private ReferenceData strataCalendars;

  /** Lays everything out. */
  @Setup
  public void layOut() {
    List<LocalDate> holidays = new ArrayList<>();
    for (int year = 2026; year <= 2029; year++) {
      for (int month : new int[] {1, 2, 4, 5, 6, 9, 10}) {
        for (int day = 1; day <= 4; day++) {
          holidays.add(LocalDate.of(year, month, day));
        }
      }
    }
    calendar =
        BusinessCalendar.of(
            "bench",
            holidays.stream().map(day -> new HolidayTable.Entry(day, HolidayTable.Kind.OFF)).toList());
    schedule =
        ChargeSchedule.of(DateRange.of(START, END), 310_000, "CNY")
            .rollOn(RollDay.END_OF_MONTH)
            .stub(StubRule.SHORT_INITIAL)
            .due(0, DayRolls.FOLLOWING)
            .build();
    HolidayCalendarId id = HolidayCalendarId.of("BENCH");
    strataCalendars =
        ReferenceData.of(
            Map.of(
                id, ImmutableHolidayCalendar.of(id, holidays, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
    strata =
        PeriodicSchedule.of(
            START,
            END,
            Frequency.P1M,
            BusinessDayAdjustment.of(BusinessDayConventions.FOLLOWING, id),
            StubConvention.SHORT_INITIAL,
            RollConventions.EOM);
    checkThatPeersAgree();
  }

  /** A race against somebody who does something else would mean nothing. */
  private void checkThatPeersAgree() {
    List<PeriodDates> ours = dates();
    Schedule theirs = strata();
    if (ours.size() != theirs.size() || ours.size() != 36) {
      throw new IllegalStateException(ours.size() + " periods here, " + theirs.size() + " there");
    }
    for (int i = 0; i < ours.size(); i++) {
      boolean same =
          ours.get(i).start().equals(theirs.getPeriod(i).getUnadjustedStartDate())
              && ours.get(i).endExclusive().equals(theirs.getPeriod(i).getUnadjustedEndDate())
              && ours.get(i).due().equals(theirs.getPeriod(i).getStartDate());
      if (!same) {
        throw new IllegalStateException(ours.get(i) + " here, " + theirs.getPeriod(i) + " there");
      }
    }
  }

  /** When the periods are and when they are due. */
  @Benchmark
  public List<PeriodDates> dates() {
    return schedule.dates(calendar);
  }

  /** The same with what each of them costs, and how. */
  @Benchmark
  public List<ScheduledPeriod> pricedAndExplained() {
    return schedule.resolve(calendar);
  }

  /** Strata's periods, adjusted and unadjusted. */
  @Benchmark
  public Schedule strata() {
    return strata.createSchedule(strataCalendars);
  }

  /** Thirty-six times a month later. */
  @Benchmark
  public LocalDate bareLoop() {
    LocalDate day = START;
    for (int month = 1; month <= 36; month++) {
      day = START.plusMonths(month);
    }
    return day;
  }

  /** The same, and a record for each. */
  @Benchmark
  public List<DateRange> loopWithRecords() {
    List<DateRange> periods = new ArrayList<>(36);
    LocalDate from = START;
    for (int month = 1; month <= 36; month++) {
      LocalDate to = START.plusMonths(month);
      periods.add(new DateRange(from, to));
      from = to;
    }
    return periods;
  }
}
