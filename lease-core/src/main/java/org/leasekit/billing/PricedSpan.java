package org.leasekit.billing;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.leasekit.calendar.DateRange;

/**
 * Days that cost the same each. Within a span every day is worth an equal part of the span's share, so that a span may
 * be cut anywhere and its parts add up to it exactly.
 *
 * @param days the days
 * @param rateMinor what a whole month (week, day) costs, in minor units
 * @param numerator of the share of the rate's unit that all these days together are, not negative
 * @param denominator above zero
 * @param waived whether they are free of rent
 * @param discounts what is taken off; at most the whole rate in all
 */
public record PricedSpan(
    DateRange days,
    long rateMinor,
    long numerator,
    long denominator,
    boolean waived,
    List<Discount> discounts) {

  /** @throws IllegalArgumentException if the share is negative or its denominator not above zero */
  public PricedSpan {
    discounts = List.copyOf(discounts);
    if (numerator < 0 || denominator < 1) {
      throw new IllegalArgumentException(
          "numerator: not negative, denominator: above zero, but were " + numerator + "/" + denominator);
    }
  }

  /** The part of this span that lies in some days, which must overlap it. */
  PricedSpan within(DateRange part) {
    DateRange left = days.intersection(part).orElseThrow();
    if (left.equals(days)) {
      return this;
    }
    long all = days.days();
    if (numerator % all == 0) {
      // 10 of 17/31 reads as 10/31, whatever it could be reduced to
      return new PricedSpan(
          left, rateMinor, Math.multiplyExact(numerator / all, left.days()), denominator, waived, discounts);
    }
    if (denominator == 1) {
      return new PricedSpan(left, rateMinor, Math.multiplyExact(numerator, left.days()), all, waived, discounts);
    }
    Ratio share = Ratio.of(numerator, denominator).times(Ratio.of(left.days(), all));
    return of(left, rateMinor, share, waived, discounts);
  }

  static PricedSpan of(
      DateRange days, long rateMinor, Ratio share, boolean waived, List<Discount> discounts) {
    return new PricedSpan(
        days, rateMinor, share.above().longValueExact(), share.below().longValueExact(), waived, discounts);
  }

  /** The same share of another rate. */
  PricedSpan priced(long newRateMinor, boolean free, List<Discount> newDiscounts) {
    return new PricedSpan(days, newRateMinor, numerator, denominator, free, newDiscounts);
  }

  /** What the days cost before discounts, in minor units and exact; zero where they are free. */
  Ratio gross() {
    return waived
        ? Ratio.ZERO
        : Ratio.of(numerator, denominator).times(BigInteger.valueOf(rateMinor));
  }

  /** What the days cost, in minor units and exact; zero where they are free. */
  Ratio cost() {
    return gross().times(kept());
  }

  /** Adds what the days cost to a sum. */
  void addCost(ExactSum sum) {
    if (waived) {
      return;
    }
    if (discounts.isEmpty()) {
      sum.add(rateMinor, numerator, denominator);
    } else {
      sum.add(cost());
    }
  }

  /** The share of the rate that discounts leave, 0 to 1. */
  private Ratio kept() {
    int off = discounts.stream().mapToInt(Discount::basisPoints).sum();
    return Ratio.of(Math.max(0, Discount.WHOLE - off), Discount.WHOLE);
  }

  /** The days, and the share of the rate that is owed for them. */
  Derivation.Slice slice(long usualRate) {
    Long own = rateMinor == usualRate ? null : (Long) rateMinor;
    if (waived || numerator == 0) {
      return new Derivation.Slice(days, 0, 1, own);
    }
    if (discounts.isEmpty()) {
      return new Derivation.Slice(days, numerator, denominator, own);
    }
    Ratio share = Ratio.of(numerator, denominator).times(kept());
    return new Derivation.Slice(
        days,
        share.above().longValueExact(),
        share.below().longValueExact(),
        own);
  }

  /** Whether two spans follow each other and are whole months (weeks, days) at one price, so that they read as one. */
  boolean continues(PricedSpan before) {
    LocalDate end = before.days.endExclusive();
    return end.equals(days.start())
        && denominator == 1
        && before.denominator == 1
        && (numerator == 0) == (before.numerator == 0)
        && rateMinor == before.rateMinor
        && waived == before.waived
        && discounts.equals(before.discounts);
  }

  /** Both as one; {@code next} must continue this. */
  PricedSpan with(PricedSpan next) {
    return new PricedSpan(
        DateRange.of(days.start(), next.days.endExclusive()),
        rateMinor,
        Math.addExact(numerator, next.numerator),
        1,
        waived,
        discounts);
  }
}
