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
   * @param startIsRegular whether the first period begins on a regular day
   * @param endIsRegular whether the last one ends on a regular day
   */
  record Bounds(LocalDate[] days, boolean startIsRegular, boolean endIsRegular) {

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
      System.arraycopy(days, 0, fewer, 0, bound);
      System.arraycopy(days, bound + 1, fewer, bound, fewer.length - bound);
      return new Bounds(fewer, startIsRegular, endIsRegular);
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
    Bounds bounds = rule.isInitial() ? countedBack() : countedOn();
    return rule.isLong() ? merged(bounds) : bounds;
  }

  private Bounds countedOn() {
    LocalDate[] days = new LocalDate[most()];
    LocalDate end = term.endExclusive();
    int count = 0;
    days[count++] = term.start();
    LocalDate day = regular(0);
    boolean startIsRegular = day.equals(term.start());
    long k = 0;
    if (startIsRegular) {
      day = regular(++k);
    }
    while (day.isBefore(end)) {
      days[count++] = day;
      day = regular(++k);
    }
    days[count++] = end;
    return new Bounds(Arrays.copyOf(days, count), startIsRegular, day.equals(end));
  }

  private Bounds countedBack() {
    LocalDate[] days = new LocalDate[most()];
    LocalDate start = term.start();
    int at = days.length;
    days[--at] = term.endExclusive();
    LocalDate day = regular(0);
    boolean endIsRegular = day.equals(term.endExclusive());
    long k = 0;
    if (endIsRegular) {
      day = regular(--k);
    }
    while (day.isAfter(start)) {
      days[--at] = day;
      day = regular(--k);
    }
    days[--at] = start;
    return new Bounds(Arrays.copyOfRange(days, at, days.length), day.equals(start), endIsRegular);
  }

  /** No term has more bounds than that. */
  private int most() {
    long shortest =
        switch (frequency.unit()) {
          case MONTHS -> 28L * frequency.count();
          case WEEKS -> 7L * frequency.count();
          case DAYS -> frequency.count();
        };
    long days = term.endExclusive().toEpochDay() - term.start().toEpochDay();
    return Math.toIntExact(days / shortest + 3);
  }

  /** With the stub at the rule's end added to the regular period beside it. */
  private Bounds merged(Bounds bounds) {
    int stub = rule.isInitial() ? 0 : bounds.periods() - 1;
    int beside = rule.isInitial() ? 1 : bounds.periods() - 2;
    boolean merges = bounds.periods() >= 2 && bounds.isStub(stub) && !bounds.isStub(beside);
    return merges ? bounds.without(rule.isInitial() ? 1 : bounds.periods() - 1) : bounds;
  }
}
