package org.leasekit.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A tax on what a period costs. Rounded half up to the minor unit, once a period; net and tax always make the total.
 *
 * @param basisPoints hundredths of a percent, 0 to 10000
 * @param included whether the rates hold it already
 */
public record Tax(int basisPoints, boolean included) {

  private static final int WHOLE = 10_000;

  /** No tax. */
  public static final Tax NONE = new Tax(0, true);

  /** @throws IllegalArgumentException if {@code basisPoints} is not within 0 to 10000 */
  public Tax {
    if (basisPoints < 0 || basisPoints > WHOLE) {
      throw new IllegalArgumentException("basisPoints: 0 to 10000, but was " + basisPoints);
    }
  }

  /** A tax that the rates hold already. */
  public static Tax included(int basisPoints) {
    return new Tax(basisPoints, true);
  }

  /** A tax that comes on top of the rates. */
  public static Tax added(int basisPoints) {
    return new Tax(basisPoints, false);
  }

  /** Hundredths of a percent as people write them, such as {@code 9%} and {@code 0.25%}. */
  static String percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
  }

  /**
   * An amount in its parts, in minor units.
   *
   * @param netMinor without tax
   * @param taxMinor the tax
   */
  public record Split(long netMinor, long taxMinor) {

    /** What is owed. */
    public long totalMinor() {
      return Math.addExact(netMinor, taxMinor);
    }
  }

  /**
   * Splits what is owed, tax and all; gives back the parts that {@link #split} made of it.
   *
   * @param totalMinor in minor units
   */
  public Split splitTotal(long totalMinor) {
    return new Tax(basisPoints, true).split(totalMinor);
  }

  /**
   * Splits what the rates come to.
   *
   * @param minor in minor units, with the tax or without as {@link #included} says
   * @throws ArithmeticException if a part does not fit a {@code long}
   */
  public Split split(long minor) {
    BigDecimal below = BigDecimal.valueOf(included ? WHOLE + basisPoints : WHOLE);
    long tax =
        BigDecimal.valueOf(minor)
            .multiply(BigDecimal.valueOf(basisPoints))
            .divide(below, 0, RoundingMode.HALF_UP)
            .longValueExact();
    return new Split(included ? Math.subtractExact(minor, tax) : minor, tax);
  }
}
