package org.leasekit.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.leasekit.calendar.DateRange;

/**
 * What a meter has counted up to each day on which it was read, whoever pays for it: contracts that follow one another on a
 * meter share what it counts. A value below the one before means that the meter began again from zero in between; an estimate
 * never makes it count more than the next real reading shows. Nor does one that the meter begins with: when the first real
 * reading is lower, the estimate was too high, nothing was counted up to it, and it is counted from there.
 */
final class Consumption {

  private final TreeMap<LocalDate, MeterReading> readings = new TreeMap<>();
  private final TreeMap<LocalDate, BigDecimal> counted = new TreeMap<>();

  Consumption(MeteredTerms terms, Collection<MeterReading> all) {
    for (MeterReading each : all) {
      if (each.meter().equals(terms.meter())) {
        readings.merge(
            each.on(), each, (one, other) -> MeterReading.BY_WEIGHT.compare(one, other) < 0 ? other : one);
      }
    }
    count(terms);
  }

  /** The readings that count, by day. */
  NavigableMap<LocalDate, MeterReading> readings() {
    return readings;
  }

  /** Units between two days on which the meter was read, zero or more. */
  BigDecimal between(LocalDate from, LocalDate to) {
    return upTo(to).subtract(upTo(from));
  }

  /** Whether the meter was read on a day, or before and after it. */
  boolean isKnown(LocalDate day) {
    return readings.floorKey(day) != null && readings.ceilingKey(day) != null;
  }

  /**
   * From the last reading on the first of some days or before them to the first one after them or on the day that follows.
   *
   * @param days whose first day is known, and the day after them
   */
  DateRange around(DateRange days) {
    return DateRange.of(
        Objects.requireNonNull(readings.floorKey(days.start()), "no reading before"),
        Objects.requireNonNull(readings.ceilingKey(days.endExclusive()), "no reading after"));
  }

  private BigDecimal upTo(LocalDate day) {
    return Objects.requireNonNull(counted.get(day), "no reading on that day");
  }

  private void count(MeteredTerms terms) {
    MeterReading base = null;
    BigDecimal baseCount = BigDecimal.ZERO;
    for (MeterReading each : readings.values()) {
      BigDecimal count = base == null ? BigDecimal.ZERO : baseCount.add(step(base, each, terms));
      counted.put(each.on(), count);
      if (base == null || each.kind() != MeterReading.Kind.ESTIMATE) {
        holdBack(each.on(), count);
        base = each;
        baseCount = count;
      }
    }
    // no reading counts less than one before it
    BigDecimal least = BigDecimal.ZERO;
    for (Map.Entry<LocalDate, BigDecimal> each : counted.entrySet()) {
      least = least.max(each.getValue());
      each.setValue(least);
    }
  }

  /** Estimates before a real reading count no more than it. */
  private void holdBack(LocalDate day, BigDecimal count) {
    counted.headMap(day, false).replaceAll((before, value) -> value.min(count));
  }

  private static BigDecimal step(MeterReading from, MeterReading to, MeteredTerms terms) {
    BigDecimal step = to.value().subtract(from.value());
    if (step.signum() >= 0) {
      return step;
    }
    return from.kind() == MeterReading.Kind.ESTIMATE ? BigDecimal.ZERO : step.add(terms.limit());
  }
}
