package org.leasekit.billing;

import java.time.LocalDate;
import java.util.ArrayList;
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
   * @param days ascending, the first so many of them
   * @param epochDays the same, counted from 1970-01-01
   * @param periods how many periods there are, one less than bounds
   * @param startIsRegular whether the first period begins on a regular day
   * @param endIsRegular whether the last one ends on a regular day
   */
  record Bounds(
      LocalDate[] days, long[] epochDays, int periods, boolean startIsRegular, boolean endIsRegular) {

    /** Whether the period is shorter or longer than a regular one. */
    boolean isStub(int index) {
      return (index == 0 && !startIsRegular) || (index == periods - 1 && !endIsRegular);
    }

    /** With two periods made one. */
    private Bounds without(int bound) {
      System.arraycopy(days, bound + 1, days, bound, periods - bound);
      System.arraycopy(epochDays, bound + 1, epochDays, bound, periods - bound);
      return new Bounds(days, epochDays, periods - 1, startIsRegular, endIsRegular);
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
    int most = Math.toIntExact(about(start, end) + 4);
    LocalDate[] days = new LocalDate[most];
    long[] epochDays = new long[most];
    days[0] = term.start();
    epochDays[0] = start;
    int count =
        frequency.unit() == Frequency.Unit.MONTHS
            ? fillMonths(days, epochDays, first, end)
            : fill(days, epochDays, first, end);
    // what was filled in last is the first regular day at or after the end
    boolean endIsRegular = epochDays[count] == end;
    days[count] = term.endExclusive();
    epochDays[count] = end;
    Bounds bounds = new Bounds(days, epochDays, count, startIsRegular, endIsRegular);
    return rule.isLong() ? merged(bounds) : bounds;
  }

  /** Fills in regular days from index 1 on, up to the first that is not before the end; answers with its index. */
  private int fill(LocalDate[] days, long[] epochDays, long first, long end) {
    int count = 0;
    do {
      count++;
      days[count] = regular(first + count - 1);
      epochDays[count] = days[count].toEpochDay();
    } while (epochDays[count] < end);
    return count;
  }

  /**
   * The same for months. They are counted here and not by {@link LocalDate}, which would work out year, month and epoch day
   * anew for each of them.
   */
  private int fillMonths(LocalDate[] days, long[] epochDays, long first, long end) {
    LocalDate day = regular(first);
    int wanted = anchor.getDayOfMonth();
    int step = frequency.count();
    int year = day.getYear();
    int month = day.getMonthValue();
    long epochDay = day.toEpochDay();
    long firstOfMonth = epochDay - day.getDayOfMonth() + 1;
    int count = 1;
    days[count] = day;
    epochDays[count] = epochDay;
    while (epochDay < end) {
      for (int i = 0; i < step; i++) {
        firstOfMonth += length(year, month);
        month = month == 12 ? 1 : month + 1;
        year = month == 1 ? year + 1 : year;
      }
      int dayOfMonth = Math.min(wanted, length(year, month));
      epochDay = firstOfMonth + dayOfMonth - 1;
      count++;
      days[count] = LocalDate.of(year, month, dayOfMonth);
      epochDays[count] = epochDay;
    }
    return count;
  }

  private static int length(int year, int month) {
    if (month == 2) {
      return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return 30 + (month + (month >> 3) & 1);
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

  /** With the stub at the rule's end added to the regular period beside it. */
  private Bounds merged(Bounds bounds) {
    int stub = rule.isInitial() ? 0 : bounds.periods() - 1;
    int beside = rule.isInitial() ? 1 : bounds.periods() - 2;
    boolean merges = bounds.periods() >= 2 && bounds.isStub(stub) && !bounds.isStub(beside);
    return merges ? bounds.without(rule.isInitial() ? 1 : bounds.periods() - 1) : bounds;
  }
}
