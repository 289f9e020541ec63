package org.leasekit.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Amendment;
import org.leasekit.calendar.DateRange;
import org.leasekit.money.MinorUnits;

/**
 * Where an amount comes from: the terms and days, the convention, the locks and amendments, as they were known when it was
 * raised or corrected. A person can compute it again from the text alone.
 *
 * @param key of the amount; with a revision of 1 or more it is a correction
 * @param amount what was raised, debited or credited, greater than zero
 * @param unadjustedDue the day the terms name
 * @param due that day moved by the calendar
 * @param derivation how the amount came about; of a correction, how the amount after it did
 * @param rates where the rates of the days come from, steps and reviews by an index; without the rate the contract began with
 * @param discounts what was taken off on some of the days
 * @param suspended which of the days locks suspended, and by which lock; of two that overlap both are named
 * @param amendments of the terms that had been recorded and bear on the days, in the order of effect
 * @param readings of the meter, at the first day and the day after the last; empty for a charge by time
 * @param adjustment the correction itself; null for an amount with revision 0
 * @param oneOff who raised it and why; null for what is not a charge that somebody raised once
 */
public record AmountExplanation(
    ReceivableKey key,
    MonetaryAmount amount,
    LocalDate unadjustedDue,
    LocalDate due,
    Derivation derivation,
    List<RateOrigin> rates,
    List<Discount> discounts,
    List<Suspended> suspended,
    List<Amendment> amendments,
    List<MeterReading> readings,
    @Nullable Adjustment adjustment,
    @Nullable OneOffCharge oneOff) {

  public AmountExplanation {
    rates = List.copyOf(rates);
    discounts = List.copyOf(discounts);
    suspended = List.copyOf(suspended);
    amendments = List.copyOf(amendments);
    readings = List.copyOf(readings);
  }

  /**
   * Days that a lock suspends.
   *
   * @param days within the period of the amount
   */
  public record Suspended(DateRange days, ReceivableLock lock) {}

  /**
   * What the amount is made of: for days at each price, and for days that are free or suspended, a part in whole minor
   * units by largest remainder; of a correction, the parts of the amount after it. They add up to it to the last unit.
   */
  public List<Derivation.Part> parts() {
    return derivation.parts(MinorUnits.of(adjustment == null ? amount : adjustment.after()));
  }

  /**
   * All of it in words, a line for each matter.
   *
   * @param locale Chinese for any {@code zh}, else English; numbers and dates are written the same in both
   */
  public String text(Locale locale) {
    return new AmountText(this).in(locale);
  }
}
