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
      for (DateRange period : periods) {
        if (period.overlaps(range)) {
          DateRange part = period.intersection(range).orElseThrow();
          long upToEnd = running(period.start(), part.endExclusive());
          minor = Math.addExact(minor, upToEnd - running(period.start(), part.start()));
        }
      }
    }
    return minor;
  }

  private long running(LocalDate start, LocalDate end) {
    if (!start.isBefore(end)) {
      return 0;
    }
    Ratio sum = Ratio.ZERO;
    for (DateRange owed : Days.minus(DateRange.of(start, end), suspended)) {
      for (PricedSpan span : ChargeSchedule.within(spans, owed)) {
        sum = sum.plus(span.cost());
      }
    }
    return schedule.tax().split(sum.round()).totalMinor();
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
