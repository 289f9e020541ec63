package org.leasekit.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rates of a schedule over time: agreed steps, and reviews by an index between them. */
final class RateTimeline {

  private final ChargeSchedule schedule;

  RateTimeline(ChargeSchedule schedule) {
    this.schedule = schedule;
  }

  /** From which day on which rate holds, by day; the first not after the start of the term. */
  List<RateStep> rates() {
    return origins().stream().map(each -> new RateStep(each.from(), each.rateMinor())).toList();
  }

  /** The same, and where each rate comes from. */
  List<RateOrigin> origins() {
    List<RateStep> agreed = new ArrayList<>(schedule.steps());
    agreed.sort(Comparator.comparing(RateStep::from));
    Indexation indexation = schedule.indexation();
    TreeSet<LocalDate> reviews = indexation == null ? new TreeSet<>() : reviews(indexation);
    TreeSet<LocalDate> changes = new TreeSet<>(reviews);
    agreed.forEach(step -> changes.add(step.from()));
    List<RateOrigin> rates = new ArrayList<>();
    RateOrigin rate = new RateOrigin(LocalDate.MIN, schedule.rateMinor(), null);
    rates.add(rate);
    YearMonth counted = indexation == null ? null : indexation.base();
    for (LocalDate day : changes) {
      RateStep step = on(agreed, day);
      RateOrigin before = rate;
      if (step != null) {
        rate = new RateOrigin(day, step.rateMinor(), null);
      }
      if (indexation != null && counted != null && reviews.contains(day)) {
        YearMonth month = indexation.lookedAt(day);
        Map<YearMonth, BigDecimal> series = indexation.seriesOn(day);
        if (step != null) {
          // what was agreed for the day of a review: the index counts from there, whether its figure is out yet or not
          counted = month;
        } else if (series.containsKey(counted) && series.containsKey(month)) {
          rate = indexation.reviewed(day, before.rateMinor(), counted, month, series);
          counted = month;
        }
      }
      if (rate != before) {
        rates.add(rate);
      }
    }
    return rates;
  }

  private static @Nullable RateStep on(List<RateStep> steps, LocalDate day) {
    return steps.stream().filter(step -> step.from().equals(day)).findFirst().orElse(null);
  }

  private TreeSet<LocalDate> reviews(Indexation indexation) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (long k = 0; indexation.review(k).isBefore(schedule.term().endExclusive()); k++) {
      days.add(indexation.review(k));
    }
    return days;
  }
}
