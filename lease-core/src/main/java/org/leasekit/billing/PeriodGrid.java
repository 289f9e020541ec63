package org.leasekit.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;

/** Where the periods of a term begin and end, before any of them is priced. */
final class PeriodGrid {

  /**
   * One period.
   *
   * @param stub whether it is shorter or longer than a regular one
   */
  record Cut(DateRange range, boolean stub) {}

  private static final long MONTHS_A_YEAR = 12;

  private final DateRange term;
  private final Frequency frequency;
  private final LocalDate anchor;
  private final long shift;
  private final long first;
  private final int periods;
  private final boolean startIsRegular;
  private final boolean endIsRegular;

  /**
   * The grid of a term.
   *
   * @param rollDay null to count from the end of the term that the stub is not at
   */
  PeriodGrid(DateRange term, Frequency frequency, StubRule rule, @Nullable RollDay rollDay) {
    this.term = term;
    this.frequency = frequency;
    LocalDate counted = rule.isInitial() ? term.endExclusive() : term.start();
    this.anchor = rollDay == null ? counted : rollDay.anchor(term.start().getYear());
    this.shift = rollDay == null ? 0 : shift(anchor, counted, rule);
    // regular days strictly within the term, first to last
    long after = notAfter(term.start());
    long before = notAfter(term.endExclusive());
    this.startIsRegular = isRegular(term.start(), after);
    this.endIsRegular = isRegular(term.endExclusive(), before);
    int cuts = Math.toIntExact((endIsRegular ? before - 1 : before) - after);
    // a long stub is one with the regular period beside it
    boolean oneIsRegular = cuts > 1 || (cuts == 1 && (startIsRegular || endIsRegular));
    boolean stubAtRulesEnd = rule.isInitial() ? !startIsRegular : !endIsRegular;
    boolean merges = rule.isLong() && oneIsRegular && stubAtRulesEnd;
    this.first = merges && rule.isInitial() ? after + 2 : after + 1;
    this.periods = merges ? cuts : cuts + 1;
  }

  /** The day from which months are counted when a part of one is priced. */
  LocalDate anchor() {
    return anchor;
  }

  /** How many periods there are. */
  int periods() {
    return periods;
  }

  /** Whether the period is shorter or longer than a regular one. */
  boolean isStub(int index) {
    return (index == 0 && !startIsRegular) || (index == periods - 1 && !endIsRegular);
  }

  /** Months from the anchor to the roll day at which regular periods are set out. */
  private static long shift(LocalDate anchor, LocalDate wanted, StubRule rule) {
    long months = month(wanted) - month(anchor);
    int roll = dayOfMonth(anchor, wanted);
    if (rule.isInitial()) {
      return roll > wanted.getDayOfMonth() ? months - 1 : months;
    }
    return roll < wanted.getDayOfMonth() ? months + 1 : months;
  }

  /** The day of the month on which months counted from the anchor begin, in the month of another day. */
  private static int dayOfMonth(LocalDate anchor, LocalDate inMonth) {
    return Math.min(anchor.getDayOfMonth(), inMonth.lengthOfMonth());
  }

  private static long month(LocalDate day) {
    return day.getYear() * MONTHS_A_YEAR + day.getMonthValue();
  }

  /** The last regular period that begins on the day or before it. */
  private long notAfter(LocalDate day) {
    return switch (frequency.unit()) {
      case MONTHS -> {
        long months = month(day) - month(anchor) - shift;
        long k = frequency.count() == 1 ? months : Math.floorDiv(months, (long) frequency.count());
        // it begins in the month of the day at the latest, the one after it in a later month
        boolean sameMonth = k * frequency.count() == months;
        yield sameMonth && dayOfMonth(anchor, day) > day.getDayOfMonth() ? k - 1 : k;
      }
      case WEEKS -> Math.floorDiv(day.toEpochDay() - anchor.toEpochDay(), 7L * frequency.count());
      case DAYS -> Math.floorDiv(day.toEpochDay() - anchor.toEpochDay(), (long) frequency.count());
    };
  }

  /** Whether regular period {@code k}, the last that begins on the day or before it, begins on it. */
  private boolean isRegular(LocalDate day, long k) {
    if (frequency.unit() != Frequency.Unit.MONTHS) {
      return regular(k).equals(day);
    }
    return month(anchor) + shift + k * frequency.count() == month(day)
        && dayOfMonth(anchor, day) == day.getDayOfMonth();
  }

  /** The first day of regular period {@code k}; period 0 is the first, or with an initial stub ends the last. */
  private LocalDate regular(long k) {
    return frequency.unit() == Frequency.Unit.MONTHS
        ? anchor.plusMonths(shift + k * frequency.count())
        : frequency.from(anchor, k);
  }

  /** Where period {@code index} begins, or at the number of periods where the last one ends. */
  private LocalDate bound(int index) {
    if (index == 0) {
      return term.start();
    }
    return index == periods ? term.endExclusive() : regular(first + index - 1);
  }

  /** The periods, in order; they tile the term. */
  List<Cut> cuts() {
    List<Cut> cuts = new ArrayList<>(periods);
    for (int i = 0; i < periods; i++) {
      cuts.add(new Cut(DateRange.of(bound(i), bound(i + 1)), isStub(i)));
    }
    return cuts;
  }

  /** The same periods with the days they are due. */
  PeriodDates[] dates(ChargeSchedule schedule, BusinessCalendar calendar) {
    PeriodDates[] dates = new PeriodDates[periods];
    LocalDate start = term.start();
    int done = 0;
    if (frequency.unit() == Frequency.Unit.MONTHS && frequency.count() == 1) {
      done = periods - 1;
      start = months(dates, schedule, calendar);
    }
    for (int i = done; i < periods; i++) {
      LocalDate end = bound(i + 1);
      dates[i] = schedule.dates(start, end, isStub(i), start.toEpochDay(), end.toEpochDay(), calendar);
      start = end;
    }
    return dates;
  }

  /**
   * All but the last of the single months. They are counted here and not by {@link LocalDate}, which would work out year,
   * month and epoch day anew for each of them; in locals, which cost no memory.
   *
   * @return where the last one begins
   */
  private LocalDate months(PeriodDates[] dates, ChargeSchedule schedule, BusinessCalendar calendar) {
    LocalDate start = term.start();
    if (periods == 1) {
      return start;
    }
    LocalDate first = regular(this.first);
    int wanted = anchor.getDayOfMonth();
    int year = first.getYear();
    int month = first.getMonthValue();
    long end = first.toEpochDay();
    long firstOfMonth = end - first.getDayOfMonth() + 1;
    dates[0] = schedule.dates(start, first, isStub(0), start.toEpochDay(), end, calendar);
    start = first;
    for (int i = 1; i < dates.length - 1; i++) {
      long before = end;
      firstOfMonth += length(year, month);
      year = month == 12 ? year + 1 : year;
      month = month == 12 ? 1 : month + 1;
      int dayOfMonth = Math.min(wanted, length(year, month));
      end = firstOfMonth + dayOfMonth - 1;
      LocalDate next = LocalDate.of(year, month, dayOfMonth);
      dates[i] = schedule.dates(start, next, false, before, end, calendar);
      start = next;
    }
    return start;
  }

  private static int length(int year, int month) {
    if (month == 2) {
      return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return 30 + (month + (month >> 3) & 1);
  }
}
