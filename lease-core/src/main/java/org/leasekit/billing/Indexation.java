package org.leasekit.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reviews of a rate by a published series, such as a consumer price index. At each review the rate changes by as much as
 * the series did between the month that the last review looked at and the month that this one looks at, no less than the
 * floor and no more than the cap, and is rounded half up to the minor unit. A review whose figures are not published
 * leaves the rate alone; the one after it looks back to the last month that counted, within the floor and the cap of one
 * review.
 *
 * @param series the index by month, each above zero
 * @param base the month that the agreed rate stands for
 * @param firstReview the day the rate changes first
 * @param everyMonths from one review to the next, 1 to 120
 * @param lagMonths how many months before a review the month lies that it looks at, zero or more
 * @param floorBasisPoints the least change, in hundredths of a percent, above -10000; 0 for a rent that never falls
 * @param capBasisPoints the greatest change, not below the floor
 * @param later figures that only reviews from a day on look at, in the order in which they take effect
 */
public record Indexation(
    Map<YearMonth, BigDecimal> series,
    YearMonth base,
    LocalDate firstReview,
    int everyMonths,
    int lagMonths,
    int floorBasisPoints,
    int capBasisPoints,
    List<Published> later) {

  private static final int WHOLE = 10_000;

  /**
   * Figures that were published since.
   *
   * @param from the first day whose review looks at them
   * @param figures by month, each above zero; they replace those of the same month
   */
  public record Published(LocalDate from, Map<YearMonth, BigDecimal> figures) {

    /** @throws IllegalArgumentException if a figure is not above zero */
    public Published {
      Objects.requireNonNull(from, "from");
      figures = positive(figures);
    }
  }

  /** With no later figures. */
  public Indexation(
      Map<YearMonth, BigDecimal> series,
      YearMonth base,
      LocalDate firstReview,
      int everyMonths,
      int lagMonths,
      int floorBasisPoints,
      int capBasisPoints) {
    this(series, base, firstReview, everyMonths, lagMonths, floorBasisPoints, capBasisPoints, List.of());
  }

  /** @throws IllegalArgumentException if a figure is not above zero or a number is out of its range */
  public Indexation {
    series = positive(series);
    later = List.copyOf(later);
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(firstReview, "firstReview");
    if (everyMonths < 1 || everyMonths > 120 || lagMonths < 0) {
      throw new IllegalArgumentException(
          "everyMonths: 1 to 120, lagMonths: zero or more, but were " + everyMonths + ", " + lagMonths);
    }
    if (floorBasisPoints <= -WHOLE || capBasisPoints < floorBasisPoints) {
      throw new IllegalArgumentException(
          "floorBasisPoints: above -10000 and not above the cap, but was " + floorBasisPoints);
    }
  }

  private static Map<YearMonth, BigDecimal> positive(Map<YearMonth, BigDecimal> figures) {
    if (figures.values().stream().anyMatch(figure -> figure.signum() <= 0)) {
      throw new IllegalArgumentException("series: each figure must be above zero");
    }
    return Map.copyOf(figures);
  }

  /** The series as a review on that day looks at it. */
  Map<YearMonth, BigDecimal> seriesOn(LocalDate review) {
    Map<YearMonth, BigDecimal> figures = new HashMap<>(series);
    for (Published published : later) {
      if (!published.from().isAfter(review)) {
        figures.putAll(published.figures());
      }
    }
    return figures;
  }

  /** The day of a review, from 0. */
  LocalDate review(long index) {
    return firstReview.plusMonths(index * everyMonths);
  }

  /** The month a review on that day looks at. */
  YearMonth lookedAt(LocalDate review) {
    return YearMonth.from(review).minusMonths(lagMonths);
  }

  /**
   * A rate after the change of the series between two of its months, whose figures are there.
   *
   * @param figures the series as the review looks at it
   */
  RateOrigin reviewed(
      LocalDate day, long rateMinor, YearMonth since, YearMonth month, Map<YearMonth, BigDecimal> figures) {
    BigDecimal before = Objects.requireNonNull(figures.get(since), "before");
    BigDecimal after = Objects.requireNonNull(figures.get(month), "after");
    Ratio change = ratio(after).over(ratio(before));
    Ratio least = Ratio.of(WHOLE + (long) floorBasisPoints, WHOLE);
    Ratio most = Ratio.of(WHOLE + (long) capBasisPoints, WHOLE);
    RateOrigin.Bound bound =
        change.compareTo(least) < 0
            ? RateOrigin.Bound.FLOOR
            : change.compareTo(most) > 0 ? RateOrigin.Bound.CAP : RateOrigin.Bound.NONE;
    Ratio held =
        switch (bound) {
          case NONE -> change;
          case FLOOR -> least;
          case CAP -> most;
        };
    int points =
        switch (bound) {
          case NONE -> 0;
          case FLOOR -> floorBasisPoints;
          case CAP -> capBasisPoints;
        };
    return new RateOrigin(
        day,
        held.times(BigInteger.valueOf(rateMinor)).round(),
        new RateOrigin.Review(rateMinor, since, before, month, after, bound, points));
  }

  private static Ratio ratio(BigDecimal figure) {
    int scale = Math.max(figure.scale(), 0);
    BigInteger whole = figure.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    return new Ratio(whole, BigInteger.TEN.pow(scale));
  }
}
