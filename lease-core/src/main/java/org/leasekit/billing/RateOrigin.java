package org.leasekit.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Where a rate comes from: it was agreed for a day, or a review by the index made it of the one before.
 *
 * @param from the first day at that rate
 * @param rateMinor in minor units, of the unit of time that the charge has
 * @param review what made it; null for a rate that was agreed
 */
public record RateOrigin(LocalDate from, long rateMinor, @Nullable Review review) {

  /**
   * A review by an index.
   *
   * @param beforeMinor the rate before, in minor units
   * @param since the month that the rate before stands for
   * @param figureSince its figure of the index
   * @param month the month that was looked at
   * @param figure its figure of the index
   * @param bound how the change was held back
   * @param boundBasisPoints the floor or cap that held it, in hundredths of a percent; zero when neither did
   */
  public record Review(
      long beforeMinor,
      YearMonth since,
      BigDecimal figureSince,
      YearMonth month,
      BigDecimal figure,
      Bound bound,
      int boundBasisPoints) {}

  /** Whether a change of the index was held back. */
  public enum Bound {
    /** Neither by floor nor by cap. */
    NONE,
    /** It was less than the least. */
    FLOOR,
    /** It was more than the greatest. */
    CAP
  }
}
