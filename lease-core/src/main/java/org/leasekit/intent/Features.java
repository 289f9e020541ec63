package org.leasekit.intent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dossier in numbers.
 *
 * @param values a finite one for each feature
 */
public record Features(Map<Feature, Double> values) {
  private static final double DAYS_PER_MONTH = 30;
  private static final double DAYS_PER_YEAR = 365.2425;
  private static final double MOST_MONTHS_LATE = 2;
  private static final double MOST_OVERDUE = 3;
  private static final double MOST_RENT_CHANGE = 0.5;
  private static final int MOST_DISPUTES = 3;

  public Features {
    values = Map.copyOf(values);
    for (Feature feature : Feature.values()) {
      Double value = values.get(feature);
      if (value == null || !Double.isFinite(value)) {
        throw new IllegalArgumentException("values: a finite one for " + feature + ", but was " + value);
      }
    }
  }

  /** The features of a dossier. */
  public static Features of(Dossier dossier) {
    LocalDate today = dossier.today();
    List<Bill> due =
        dossier.bills().stream()
            .filter(each -> each.due().isBefore(today) && each.due().isAfter(today.minusYears(1)))
            .toList();
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    values.put(Feature.LATE_SHARE, mean(due.stream().mapToDouble(each -> daysLate(each, dossier) > 0 ? 1 : 0).toArray()));
    values.put(
        Feature.MONTHS_LATE,
        Math.min(
            MOST_MONTHS_LATE,
            mean(due.stream().mapToDouble(each -> daysLate(each, dossier)).toArray()) / DAYS_PER_MONTH));
    values.put(Feature.OVERDUE_RENTS, overdueRents(dossier, today));
    values.put(Feature.PAID_BY_DAY_22, dossier.paidByDay22() ? 1.0 : 0.0);
    values.put(Feature.ASKED_BEFORE, dossier.asked().isEmpty() ? 0.0 : 1.0);
    values.put(
        Feature.ANSWER_LATENESS, mean(dossier.asked().stream().mapToDouble(Asked::lateness).toArray()));
    double years = Math.max(0, ChronoUnit.DAYS.between(dossier.since(), today)) / DAYS_PER_YEAR;
    values.put(Feature.TENURE, StrictMath.log1p(years));
    values.put(Feature.RENT_CHANGE, rentChange(dossier));
    values.put(Feature.TICKETS, StrictMath.log1p(lastYear(dossier.tickets(), dossier)));
    values.put(
        Feature.DISPUTES, (double) Math.min(MOST_DISPUTES, lastYear(dossier.disputes(), dossier)));
    return new Features(values);
  }

  /** The value of a feature. */
  public double value(Feature feature) {
    return values.getOrDefault(feature, 0.0);
  }

  /** Days from the due date to the day it was paid, or to today while it is not; zero when in time. */
  private static double daysLate(Bill bill, Dossier dossier) {
    Optional<LocalDate> paid = bill.paidOn(dossier.zone());
    return Math.max(0, ChronoUnit.DAYS.between(bill.due(), paid.orElse(dossier.today())));
  }

  private static double overdueRents(Dossier dossier, LocalDate today) {
    long overdue =
        dossier.bills().stream()
            .filter(each -> each.due().isBefore(today))
            .mapToLong(each -> each.unpaidAfter(today, dossier.zone()))
            .sum();
    return Math.min(MOST_OVERDUE, (double) overdue / Math.max(1, dossier.oldRentMinor()));
  }

  private static double rentChange(Dossier dossier) {
    if (dossier.oldRentMinor() == 0) {
      return 0;
    }
    double change = (double) dossier.offeredRentMinor() / dossier.oldRentMinor() - 1;
    return Math.max(-MOST_RENT_CHANGE, Math.min(MOST_RENT_CHANGE, change));
  }

  private static long lastYear(List<Instant> instants, Dossier dossier) {
    Instant from = dossier.today().minusYears(1).atStartOfDay(dossier.zone()).toInstant();
    return instants.stream().filter(each -> !each.isBefore(from)).count();
  }

  private static double mean(double[] numbers) {
    double sum = 0;
    for (double each : numbers) {
      sum += each;
    }
    return numbers.length == 0 ? 0 : sum / numbers.length;
  }
}
