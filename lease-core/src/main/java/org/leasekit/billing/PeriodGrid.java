package org.leasekit.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;

/** Where the periods of a term begin and end, before any of them is priced. */
final class PeriodGrid {

  /**
   * One period.
   *
   * @param stub whether it is shorter or longer than a regular one
   */
  record Cut(DateRange range, boolean stub) {}

  private final DateRange term;
  private final Frequency frequency;
  private final StubRule rule;
  private final LocalDate anchor;
  private final long shift;

  /**
   * The grid of a term.
   *
   * @param rollDay null to count from the end of the term that the stub is not at
   */
  PeriodGrid(DateRange term, Frequency frequency, StubRule rule, @Nullable RollDay rollDay) {
    this.term = term;
    this.frequency = frequency;
    this.rule = rule;
    if (rollDay == null) {
      this.anchor = rule.isInitial() ? term.endExclusive() : term.start();
      this.shift = 0;
    } else {
      this.anchor = rollDay.anchor(term.start().getYear());
      this.shift = shift(anchor, term, rule);
    }
  }

  /** The day from which months are counted when a part of one is priced. */
  LocalDate anchor() {
    return anchor;
  }

  /** Months from the anchor to the roll day at which regular periods are set out. */
  private static long shift(LocalDate anchor, DateRange term, StubRule rule) {
    LocalDate wanted = rule.isInitial() ? term.endExclusive() : term.start();
    long months =
        (wanted.getYear() - anchor.getYear()) * 12L + wanted.getMonthValue() - anchor.getMonthValue();
    LocalDate roll = anchor.plusMonths(months);
    if (rule.isInitial()) {
      return roll.isAfter(wanted) ? months - 1 : months;
    }
    return roll.isBefore(wanted) ? months + 1 : months;
  }

  /** The first day of regular period {@code k}; period 0 is the first, or with an initial stub ends the last. */
  private LocalDate regular(long k) {
    return frequency.unit() == Frequency.Unit.MONTHS
        ? anchor.plusMonths(shift + k * frequency.count())
        : frequency.from(anchor, k);
  }

  /**
   * Where periods begin, and last where the last one ends.
   *
   * @param days ascending, two or more
   * @param epochDays the same, counted from 1970-01-01
   * @param startIsRegular whether the first period begins on a regular day
   * @param endIsRegular whether the last one ends on a regular day
   */
  record Bounds(LocalDate[] days, long[] epochDays, boolean startIsRegular, boolean endIsRegular) {

    int periods() {
      return days.length - 1;
    }

    /** Whether the period is shorter or longer than a regular one. */
    boolean isStub(int index) {
      return (index == 0 && !startIsRegular) || (index == days.length - 2 && !endIsRegular);
    }

    /** With two periods made one. */
    private Bounds without(int bound) {
      LocalDate[] fewer = new LocalDate[days.length - 1];
      long[] fewerDays = new long[days.length - 1];
      System.arraycopy(days, 0, fewer, 0, bound);
      System.arraycopy(days, bound + 1, fewer, bound, fewer.length - bound);
      System.arraycopy(epochDays, 0, fewerDays, 0, bound);
      System.arraycopy(epochDays, bound + 1, fewerDays, bound, fewer.length - bound);
      return new Bounds(fewer, fewerDays, startIsRegular, endIsRegular);
    }
  }

  /** The periods, in order; they tile the term. */
  List<Cut> cuts() {
    Bounds bounds = bounds();
    List<Cut> cuts = new ArrayList<>(bounds.periods());
    for (int i = 0; i < bounds.periods(); i++) {
      cuts.add(new Cut(DateRange.of(bounds.days()[i], bounds.days()[i + 1]), bounds.isStub(i)));
    }
    return cuts;
  }

  Bounds bounds() {
    long start = term.start().toEpochDay();
    long end = term.endExclusive().toEpochDay();
    // regular days strictly within the term, first to last
    long first = rule.isInitial() ? -Math.max(0, about(start, end) - 2) : 0;
    while (regularDay(first) > start) {
      first--;
    }
    while (regularDay(first) <= start) {
      first++;
    }
    boolean startIsRegular = regularDay(first - 1) == start;
    int most = Math.toIntExact(about(start, end) + 3);
    LocalDate[] days = new LocalDate[most];
    long[] epochDays = new long[most];
    days[0] = term.start();
    epochDays[0] = start;
    int count = 1;
    Walk walk = new Walk(first);
    while (walk.epochDay() < end) {
      days[count] = walk.day();
      epochDays[count++] = walk.epochDay();
      walk.next();
    }
    days[count] = term.endExclusive();
    epochDays[count++] = end;
    Bounds bounds =
        new Bounds(
            Arrays.copyOf(days, count), Arrays.copyOf(epochDays, count), startIsRegular, walk.epochDay() == end);
    return rule.isLong() ? merged(bounds) : bounds;
  }

  private long regularDay(long k) {
    return regular(k).toEpochDay();
  }

  /** Regular periods in a term, at most one more than there are. */
  private long about(long start, long end) {
    long shortest =
        switch (frequency.unit()) {
          case MONTHS -> 28L * frequency.count();
          case WEEKS -> 7L * frequency.count();
          case DAYS -> frequency.count();
        };
    return (end - start) / shortest + 1;
  }

  /**
   * From one regular day to the next. Months are counted here and not by {@link LocalDate}, which would work out year,
   * month and epoch day anew for each of them.
   */
  private final class Walk {
    private final boolean byMonth = frequency.unit() == Frequency.Unit.MONTHS;
    private final int wanted = anchor.getDayOfMonth();
    private long k;
    private int year;
    private int month;
    private long firstOfMonth;
    private int dayOfMonth;

    Walk(long first) {
      this.k = first;
      LocalDate day = regular(first);
      this.year = day.getYear();
      this.month = day.getMonthValue();
      this.dayOfMonth = day.getDayOfMonth();
      this.firstOfMonth = day.toEpochDay() - dayOfMonth + 1;
    }

    long epochDay() {
      return firstOfMonth + dayOfMonth - 1;
    }

    LocalDate day() {
      return byMonth ? LocalDate.of(year, month, dayOfMonth) : regular(k);
    }

    void next() {
      k++;
      if (!byMonth) {
        dayOfMonth = 1;
        firstOfMonth = regular(k).toEpochDay();
        return;
      }
      for (int i = 0; i < frequency.count(); i++) {
        firstOfMonth += length();
        month++;
        if (month > 12) {
          month = 1;
          year++;
        }
      }
      dayOfMonth = Math.min(wanted, length());
    }

    private int length() {
      if (month == 2) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      }
      return 30 + (month + (month >> 3) & 1);
    }
  }

  /** With the stub at the rule's end added to the regular period beside it. */
  private Bounds merged(Bounds bounds) {
    int stub = rule.isInitial() ? 0 : bounds.periods() - 1;
    int beside = rule.isInitial() ? 1 : bounds.periods() - 2;
    boolean merges = bounds.periods() >= 2 && bounds.isStub(stub) && !bounds.isStub(beside);
    return merges ? bounds.without(rule.isInitial() ? 1 : bounds.periods() - 1) : bounds;
  }
}
