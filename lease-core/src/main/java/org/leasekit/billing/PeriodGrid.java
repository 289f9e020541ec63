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
    this.startIsRegular = regular(after).equals(term.start());
    this.endIsRegular = regular(before).equals(term.endExclusive());
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
    LocalDate roll = anchor.plusMonths(months);
    if (rule.isInitial()) {
      return roll.isAfter(wanted) ? months - 1 : months;
    }
    return roll.isBefore(wanted) ? months + 1 : months;
  }

  private static long month(LocalDate day) {
    return day.getYear() * MONTHS_A_YEAR + day.getMonthValue();
  }

  /** The last regular period that begins on the day or before it. */
  private long notAfter(LocalDate day) {
    return switch (frequency.unit()) {
      case MONTHS -> {
        long k = Math.floorDiv(month(day) - month(anchor) - shift, (long) frequency.count());
        // it begins in the month of the day at the latest, the one after it in a later month
        yield regular(k).isAfter(day) ? k - 1 : k;
      }
      case WEEKS -> Math.floorDiv(day.toEpochDay() - anchor.toEpochDay(), 7L * frequency.count());
      case DAYS -> Math.floorDiv(day.toEpochDay() - anchor.toEpochDay(), (long) frequency.count());
    };
  }

  /** The first day of regular period {@code k}; period 0 is the first, or with an initial stub ends the last. */
  private LocalDate regular(long k) {
    return frequency.unit() == Frequency.Unit.MONTHS
        ? anchor.plusMonths(shift + k * frequency.count())
        : frequency.from(anchor, k);
  }

  /** The periods, in order; they tile the term. */
  List<Cut> cuts() {
    List<Cut> cuts = new ArrayList<>(periods);
    Walk walk = new Walk();
    for (int i = 0; i < periods; i++) {
      LocalDate start = walk.day();
      walk.next();
      cuts.add(new Cut(DateRange.of(start, walk.day()), isStub(i)));
    }
    return cuts;
  }

  /** At the first day of the term. */
  Walk walk() {
    return new Walk();
  }

  /**
   * From the day on which one period begins to the next, and last to the end of the term. Months are counted here and
   * not by {@link LocalDate}, which would work out year, month and epoch day anew for each of them.
   */
  final class Walk {
    private LocalDate day = term.start();
    private long epochDay = day.toEpochDay();
    private int index;
    private int year;
    private int month;
    private int length;
    private long firstOfMonth;

    private Walk() {
      // the regular day before the first one within the term: months are counted on from there
      LocalDate before = regular(first - 1);
      year = before.getYear();
      month = before.getMonthValue();
      length = length(year, month);
      firstOfMonth = before.toEpochDay() - before.getDayOfMonth() + 1;
    }

    /** Where a period begins, or the last one ends. */
    LocalDate day() {
      return day;
    }

    /** The same, counted from 1970-01-01. */
    long epochDay() {
      return epochDay;
    }

    /** Goes to the end of the period; not beyond the end of the term. */
    void next() {
      index++;
      if (index == periods) {
        day = term.endExclusive();
        epochDay = day.toEpochDay();
      } else if (frequency.unit() == Frequency.Unit.MONTHS) {
        nextMonths();
      } else {
        day = regular(first + index - 1);
        epochDay = day.toEpochDay();
      }
    }

    private void nextMonths() {
      for (int i = frequency.count(); i > 0; i--) {
        firstOfMonth += length;
        month = month == 12 ? 1 : month + 1;
        year = month == 1 ? year + 1 : year;
        length = length(year, month);
      }
      int dayOfMonth = Math.min(anchor.getDayOfMonth(), length);
      day = LocalDate.of(year, month, dayOfMonth);
      epochDay = firstOfMonth + dayOfMonth - 1;
    }
  }

  private static int length(int year, int month) {
    if (month == 2) {
      return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return 30 + (month + (month >> 3) & 1);
  }
}
