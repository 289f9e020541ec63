package org.leasekit.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.leasekit.calendar.DateRange;

/**
 * Compares what a metered charge comes to by the readings that are known now with what was raised, as {@link Reckoning} does
 * for charges by time. An amount is raised for the days from one reading to the next; when a reading that it rests on is
 * replaced, an estimate by an actual one for instance, it is corrected.
 *
 * <p>What is counted between two readings is spread evenly over the days between them. The days that a lock suspends are not
 * owed, nor are those that are another contract's: when a charge begins or ends between two readings, the contract owes its
 * days' share once the second one is known, on whose day it is due. Each amount is rounded once, half up.
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
   * @param terms for the days that are owed, see {@link ContractCharges#metered}
   * @param readings as known now, of any meter; of this one all, also those of other contracts' days
   * @param termsChanges what else was recorded about those days, see {@link ContractCharges}
   * @param locks as known now, of any contract
   * @param above the contracts above this one
   * @param raised all that was raised for the charge so far, in any order
   * @param zone the lessor's
   */
  public static Reckoning.Plan plan(
      MeteredTerms terms,
      Collection<MeterReading> readings,
      Collection<Reckoning.TermsChange> termsChanges,
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
      List<DateRange> parts = Days.overlap(days, covered) ? List.of() : metering.owed(days);
      covered.add(days);
      Derivation derivation = metering.derivation(days, parts);
      if (derivation.totalMinor() != account.minor()) {
        CauseFinder causes = new CauseFinder(above, metering.changes(readings, termsChanges, days), zone, locks);
        corrections.add(
            new Reckoning.Correction(
                account.next(), account.minor(), derivation.totalMinor(), derivation, causes.of(account)));
      }
    }
    return new Reckoning.Plan(metering.amounts(covered), corrections, null);
  }

  /**
   * What a meter is reckoned to when no day is owed any more: all that was raised is credited.
   *
   * @param terms as they were agreed; for the others see {@link #plan}
   */
  public static Reckoning.Plan nothing(
      MeteredTerms terms,
      Collection<Reckoning.TermsChange> termsChanges,
      Collection<ReceivableLock> locks,
      Above above,
      Collection<Reckoning.Raised> raised,
      ZoneId zone) {
    return plan(terms, List.of(), termsChanges, locks, above, raised, zone);
  }

  /**
   * The readings that an amount rests on: those of its first day and of the day after its last, or the next ones before
   * and after where the meter was not read on those.
   */
  public static List<MeterReading> restsOn(
      MeteredTerms terms, Collection<MeterReading> readings, DateRange days) {
    NavigableMap<LocalDate, MeterReading> counting = new Consumption(terms, readings).readings();
    return Stream.of(counting.floorEntry(days.start()), counting.ceilingEntry(days.endExclusive()))
        .filter(Objects::nonNull)
        .map(Map.Entry::getValue)
        .toList();
  }

  private List<Reckoning.TermsChange> changes(
      Collection<MeterReading> readings, Collection<Reckoning.TermsChange> termsChanges, DateRange days) {
    LocalDate first = consumption.readings().floorKey(days.start());
    LocalDate last = consumption.readings().ceilingKey(days.endExclusive());
    List<Reckoning.TermsChange> changes = new ArrayList<>(termsChanges);
    readings.stream()
        .filter(each -> each.meter().equals(terms.meter()))
        .filter(each -> first == null || !each.on().isBefore(first))
        .filter(each -> last == null || !each.on().isAfter(last))
        .map(each -> new Reckoning.TermsChange("reading " + each.id(), each.knownAt()))
        .forEach(changes::add);
    return changes;
  }

  private List<Reckoning.NewAmount> amounts(List<DateRange> covered) {
    List<Reckoning.NewAmount> amounts = new ArrayList<>();
    for (DateRange free : Days.minus(terms.term(), covered)) {
      for (DateRange days : partsOf(free)) {
        Derivation derivation = derivation(days, List.of(days));
        if (derivation.totalMinor() > 0) {
          ReceivableKey key = new ReceivableKey(terms.contract(), terms.charge(), days, 0);
          LocalDate due = consumption.around(days).endExclusive();
          amounts.add(new Reckoning.NewAmount(key, due, derivation.totalMinor(), derivation));
        }
      }
    }
    return amounts;
  }

  /** From reading to reading, of those of some days that are owed. */
  private List<DateRange> owed(DateRange days) {
    return days.intersection(terms.term()).map(this::partsOf).orElse(List.of());
  }

  /** From reading to reading, within some days; from their first and up to their last where that is between two readings. */
  private List<DateRange> partsOf(DateRange days) {
    TreeSet<LocalDate> marks =
        new TreeSet<>(
            consumption.readings().subMap(days.start(), true, days.endExclusive(), true).keySet());
    Stream.of(days.start(), days.endExclusive()).filter(consumption::isKnown).forEach(marks::add);
    List<DateRange> parts = new ArrayList<>();
    LocalDate from = null;
    for (LocalDate day : marks) {
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
    DateRange counted = consumption.around(part);
    BigDecimal units = consumption.between(counted.start(), counted.endExclusive()).stripTrailingZeros();
    int scale = Math.max(units.scale(), 0);
    long owed = Days.minus(part, suspended).stream().mapToLong(DateRange::days).sum();
    long above = units.movePointRight(scale).longValueExact();
    long below = BigDecimal.valueOf(MeteredTerms.UNITS_OF_RATE).movePointRight(scale).longValueExact();
    return owed == counted.days()
        ? new Derivation.Slice(part, above, below)
        : new Derivation.Slice(part, Math.multiplyExact(above, owed), Math.multiplyExact(below, counted.days()));
  }
}
