package org.leasekit.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leasekit.calendar.DateRange;

/**
 * Compares what a metered charge comes to by the readings that are known now with what was raised, as {@link Reckoning} does
 * for charges by time. An amount is raised for the days from one reading to the next; when a reading that it rests on is
 * replaced, an estimate by an actual one for instance, it is corrected.
 *
 * <p>What is counted between two readings is spread evenly over the days between them; the days that a lock suspends are
 * not owed. Each amount is rounded once, half up.
 */
public final class Metering {

  private final MeteredTerms terms;
  private final Consumption consumption;
  private final List<DateRange> suspended;

  private Metering(MeteredTerms terms, Consumption consumption, List<DateRange> suspended) {
    this.terms = terms;
    this.consumption = consumption;
    this.suspended = suspended;
  }

  /**
   * What is missing by the readings that are known.
   *
   * @param readings as known now, of any meter
   * @param locks as known now, of any contract
   * @param above the contracts above this one
   * @param raised all that was raised for the charge so far, in any order
   * @param zone the lessor's
   */
  public static Reckoning.Plan plan(
      MeteredTerms terms,
      Collection<MeterReading> readings,
      Collection<ReceivableLock> locks,
      Above above,
      Collection<Reckoning.Raised> raised,
      ZoneId zone) {
    Consumption consumption = new Consumption(terms, readings);
    List<DateRange> suspended =
        Locks.suspended(locks, terms.contract(), terms.charge(), above, terms.term(), zone);
    Metering metering = new Metering(terms, consumption, suspended);
    List<Reckoning.Correction> corrections = new ArrayList<>();
    List<DateRange> covered = new ArrayList<>();
    TreeMap<ReceivableKey, Account> accounts = Account.of(raised);
    for (Account account : accounts.values()) {
      DateRange days = account.key().period();
      List<DateRange> parts = Days.overlap(days, covered) ? List.of() : metering.partsOf(days);
      covered.add(days);
      Derivation derivation = metering.derivation(days, parts);
      if (derivation.totalMinor() != account.minor()) {
        CauseFinder causes = new CauseFinder(above, changes(terms, readings, days), zone, locks);
        corrections.add(
            new Reckoning.Correction(
                account.next(), account.minor(), derivation.totalMinor(), derivation, causes.of(account)));
      }
    }
    return new Reckoning.Plan(metering.amounts(covered), corrections, null);
  }

  /** The readings that an amount rests on: those of its first day and of the day after its last. */
  public static List<MeterReading> restsOn(
      MeteredTerms terms, Collection<MeterReading> readings, DateRange days) {
    Map<LocalDate, MeterReading> counting = new Consumption(terms, readings).readings();
    List<MeterReading> found = new ArrayList<>();
    for (LocalDate day : List.of(days.start(), days.endExclusive())) {
      MeterReading reading = counting.get(day);
      if (reading != null) {
        found.add(reading);
      }
    }
    return List.copyOf(found);
  }

  private static List<Reckoning.TermsChange> changes(
      MeteredTerms terms, Collection<MeterReading> readings, DateRange days) {
    return readings.stream()
        .filter(each -> each.meter().equals(terms.meter()))
        .filter(each -> !each.on().isBefore(days.start()) && !each.on().isAfter(days.endExclusive()))
        .map(each -> new Reckoning.TermsChange("reading " + each.id(), each.knownAt()))
        .toList();
  }

  private List<Reckoning.NewAmount> amounts(List<DateRange> covered) {
    List<Reckoning.NewAmount> amounts = new ArrayList<>();
    for (DateRange days : partsOf(terms.term())) {
      Derivation derivation = derivation(days, List.of(days));
      if (!Days.overlap(days, covered) && derivation.totalMinor() > 0) {
        ReceivableKey key = new ReceivableKey(terms.contract(), terms.charge(), days, 0);
        amounts.add(
            new Reckoning.NewAmount(key, days.endExclusive(), derivation.totalMinor(), derivation));
      }
    }
    return amounts;
  }

  /** From reading to reading, within some days. */
  private List<DateRange> partsOf(DateRange days) {
    List<DateRange> parts = new ArrayList<>();
    LocalDate from = null;
    for (LocalDate day : consumption.readings().subMap(days.start(), true, days.endExclusive(), true).keySet()) {
      if (from != null) {
        parts.add(DateRange.of(from, day));
      }
      from = day;
    }
    return parts;
  }

  private Derivation derivation(DateRange all, List<DateRange> parts) {
    List<Derivation.Slice> slices = new ArrayList<>();
    for (DateRange part : parts) {
      slices.add(slice(part));
    }
    if (slices.isEmpty()) {
      slices.add(new Derivation.Slice(all, 0, 1));
    }
    return new Derivation(Derivation.METERED, terms.rateMinor(), slices, terms.currency(), terms.tax());
  }

  private Derivation.Slice slice(DateRange part) {
    BigDecimal units = consumption.between(part.start(), part.endExclusive()).stripTrailingZeros();
    int scale = Math.max(units.scale(), 0);
    long owed = Days.minus(part, suspended).stream().mapToLong(DateRange::days).sum();
    long above = units.movePointRight(scale).longValueExact();
    long below = BigDecimal.valueOf(MeteredTerms.UNITS_OF_RATE).movePointRight(scale).longValueExact();
    return owed == part.days()
        ? new Derivation.Slice(part, above, below)
        : new Derivation.Slice(part, Math.multiplyExact(above, owed), Math.multiplyExact(below, part.days()));
  }
}
