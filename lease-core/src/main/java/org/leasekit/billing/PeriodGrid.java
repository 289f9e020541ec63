package org.leasekit.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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

  /** The periods, in order; they tile the term. */
  List<Cut> cuts() {
    TreeSet<LocalDate> regular = new TreeSet<>();
    long step = rule.isInitial() ? -1 : 1;
    long k = -step;
    LocalDate day;
    do {
      day = regular(k);
      regular.add(day);
      k += step;
    } while (rule.isInitial() ? day.isAfter(term.start()) : day.isBefore(term.endExclusive()));
    List<Cut> cuts = new ArrayList<>();
    LocalDate at = term.start();
    while (at.isBefore(term.endExclusive())) {
      LocalDate next = regular.higher(at);
      LocalDate end =
          next == null || next.isAfter(term.endExclusive()) ? term.endExclusive() : next;
      cuts.add(new Cut(DateRange.of(at, end), !regular.contains(at) || !end.equals(next)));
      at = end;
    }
    return rule.isLong() ? merged(cuts) : cuts;
  }

  /** With the stub at the rule's end added to the regular period beside it. */
  private List<Cut> merged(List<Cut> cuts) {
    int stub = rule.isInitial() ? 0 : cuts.size() - 1;
    int beside = rule.isInitial() ? 1 : cuts.size() - 2;
    if (cuts.size() < 2 || !cuts.get(stub).stub() || cuts.get(beside).stub()) {
      return cuts;
    }
    int first = Math.min(stub, beside);
    DateRange whole =
        DateRange.of(cuts.get(first).range().start(), cuts.get(first + 1).range().endExclusive());
    List<Cut> merged = new ArrayList<>(cuts);
    merged.remove(first + 1);
    merged.set(first, new Cut(whole, true));
    return merged;
  }
}
