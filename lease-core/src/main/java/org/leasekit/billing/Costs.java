package org.leasekit.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.leasekit.calendar.DateRange;

/** What days cost once suspended ones are taken out, tax and all: exact by day and rounded by period. */
final class Costs {

  private final ChargeSchedule schedule;
  private final List<DateRange> suspended;
  private final List<PricedSpan> spans;
  private final List<DateRange> periods;

  Costs(ChargeSchedule schedule, List<DateRange> suspended) {
    this.schedule = schedule;
    this.suspended = suspended;
    this.spans = schedule.spans();
    this.periods = schedule.cuts().stream().map(PeriodGrid.Cut::range).toList();
  }

  /** What some days cost, in minor units: differences of each period's running total, rounded half up and taxed. */
  long minor(List<DateRange> days) {
    long minor = 0;
    for (DateRange range : days) {
      for (int i = firstPeriodAt(range.start()); i < periods.size(); i++) {
        DateRange period = periods.get(i);
        if (!period.start().isBefore(range.endExclusive())) {
          break;
        }
        if (period.overlaps(range)) {
          DateRange part = period.intersection(range).orElseThrow();
          long upToEnd = running(period.start(), part.endExclusive());
          minor = Math.addExact(minor, upToEnd - running(period.start(), part.start()));
        }
      }
    }
    return minor;
  }

  private int firstPeriodAt(LocalDate day) {
    int low = 0;
    int high = periods.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (periods.get(middle).endExclusive().isAfter(day)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private long running(LocalDate start, LocalDate end) {
    if (!start.isBefore(end)) {
      return 0;
    }
    ExactSum sum = new ExactSum();
    if (suspended.isEmpty()) {
      addAll(sum, start, end);
    } else {
      for (DateRange owed : Days.minus(DateRange.of(start, end), suspended)) {
        addAll(sum, owed.start(), owed.endExclusive());
      }
    }
    return schedule.tax().split(sum.round()).totalMinor();
  }

  private void addAll(ExactSum sum, LocalDate start, LocalDate end) {
    for (int i = firstSpanAt(start); i < spans.size() && spans.get(i).days().start().isBefore(end); i++) {
      PricedSpan span = spans.get(i);
      boolean whole = !span.days().start().isBefore(start) && !span.days().endExclusive().isAfter(end);
      (whole ? span : span.within(DateRange.of(start, end))).addCost(sum);
    }
  }

  /** The span that has the day, by halving: spans are in order and tile the term. */
  private int firstSpanAt(LocalDate day) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).days().endExclusive().isAfter(day)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** How some days of a period came to their cost; the other days of it have a share of zero. */
  Derivation derivation(List<DateRange> days, DateRange period) {
    List<PricedSpan> all = new ArrayList<>();
    List<DateRange> priced = new ArrayList<>();
    for (DateRange range : days) {
      for (DateRange owed : Days.minus(range, suspended)) {
        ChargeSchedule.within(spans, owed).forEach(all::add);
      }
    }
    all.forEach(span -> priced.add(span.days()));
    long rate = all.isEmpty() ? schedule.rateMinor() : all.get(0).rateMinor();
    for (DateRange nothing : Days.minus(period, priced)) {
      all.add(PricedSpan.of(nothing, rate, Ratio.ZERO, false, List.of()));
    }
    all.sort(Comparator.comparing(PricedSpan::days));
    return schedule.derivation(all);
  }
}
