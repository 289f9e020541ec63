package org.leasekit.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a meter has counted up to each day on which it was read. A value below the one before means that the meter began
 * again from zero in between; an estimate never makes it count more than the next real reading shows.
 */
final class Consumption {

  private final TreeMap<LocalDate, MeterReading> readings = new TreeMap<>();
  private final TreeMap<LocalDate, BigDecimal> counted = new TreeMap<>();

  Consumption(MeteredTerms terms, Collection<MeterReading> all) {
    for (MeterReading each : all) {
      boolean within = !each.on().isBefore(terms.term().start()) && !each.on().isAfter(terms.term().endExclusive());
      if (within && each.meter().equals(terms.meter())) {
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
    return step.signum() < 0 ? step.add(terms.limit()) : step;
  }
}
