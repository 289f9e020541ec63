package org.leasekit.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.leasekit.calendar.DateRange;

/** What each day of a schedule's term costs, by spans that tile the term. */
final class Accrual {

  private final ChargeSchedule schedule;
  private final LocalDate anchor;

  Accrual(ChargeSchedule schedule, LocalDate anchor) {
    this.schedule = schedule;
    this.anchor = anchor;
  }

  List<PricedSpan> spans() {
    List<RateStep> rates = new RateTimeline(schedule).rates();
    TreeSet<LocalDate> cuts = new TreeSet<>();
    rates.forEach(step -> cuts.add(step.from()));
    schedule.rentFree().forEach(days -> addEnds(cuts, days));
    schedule.discounts().forEach(discount -> addEnds(cuts, discount.days()));
    List<PricedSpan> spans = new ArrayList<>();
    for (PricedSpan whole : shares()) {
      for (DateRange days : cut(whole.days(), cuts)) {
        spans.add(priced(whole.within(days), rates));
      }
    }
    return List.copyOf(spans);
  }

  private static void addEnds(TreeSet<LocalDate> cuts, DateRange days) {
    cuts.add(days.start());
    cuts.add(days.endExclusive());
  }

  private static List<DateRange> cut(DateRange days, TreeSet<LocalDate> cuts) {
    List<DateRange> parts = new ArrayList<>();
    LocalDate at = days.start();
    for (LocalDate cut : cuts.subSet(days.start(), false, days.endExclusive(), false)) {
      parts.add(DateRange.of(at, cut));
      at = cut;
    }
    parts.add(DateRange.of(at, days.endExclusive()));
    return parts;
  }

  private PricedSpan priced(PricedSpan span, List<RateStep> rates) {
    LocalDate day = span.days().start();
    long rate = 0;
    for (RateStep step : rates) {
      if (!step.from().isAfter(day)) {
        rate = step.rateMinor();
      }
    }
    boolean free = schedule.rentFree().stream().anyMatch(days -> days.contains(day));
    List<Discount> held =
        schedule.discounts().stream().filter(discount -> discount.days().contains(day)).toList();
    return span.priced(rate, free, held);
  }

  /** The term in units of the rate; no span is longer than a month of the grid. */
  private List<PricedSpan> shares() {
    DateRange term = schedule.term();
    return switch (schedule.per()) {
      case DAY -> List.of(share(term, Ratio.of(term.days(), 1)));
      case WEEK -> List.of(share(term, Ratio.of(term.days(), 7)));
      case MONTH -> months(term);
    };
  }

  private List<PricedSpan> months(DateRange term) {
    List<PricedSpan> spans = new ArrayList<>();
    for (Derivation.Slice slice : schedule.proration().prorate(0, anchor, term).slices()) {
      if (slice.denominator() == 1 && slice.numerator() > 1) {
        addMonths(spans, slice.days());
      } else {
        spans.add(new PricedSpan(slice.days(), 0, slice.numerator(), slice.denominator(), false, List.of()));
      }
    }
    return spans;
  }

  /** Several whole months: a day of February is worth more than one of March. */
  private void addMonths(List<PricedSpan> spans, DateRange days) {
    LocalDate at = days.start();
    long month =
        (at.getYear() - anchor.getYear()) * 12L + at.getMonthValue() - anchor.getMonthValue();
    while (at.isBefore(days.endExclusive())) {
      LocalDate next = anchor.plusMonths(++month);
      if (next.isAfter(at)) {
        spans.add(share(DateRange.of(at, next), Ratio.of(1, 1)));
        at = next;
      }
    }
  }

  private static PricedSpan share(DateRange days, Ratio share) {
    return PricedSpan.of(days, 0, share, false, List.of());
  }
}
