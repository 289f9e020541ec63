package org.leasekit.billing;

import java.math.BigInteger;
import org.leasekit.money.Shares;

/** Adds up shares of rates exactly: in longs while they hold what is added, in big numbers from then on. */
final class ExactSum {

  private long above;
  private long below = 1;
  private Ratio beyond = Ratio.ZERO;

  /** Adds {@code rate * numerator / denominator}, the denominator above zero. */
  void add(long rate, long numerator, long denominator) {
    long high = Math.multiplyHigh(rate, numerator);
    long product = rate * numerator;
    if (high != product >> 63 || !addFast(product, denominator)) {
      beyond = beyond.plus(Ratio.of(numerator, denominator).times(BigInteger.valueOf(rate)));
    }
  }

  void add(Ratio ratio) {
    beyond = beyond.plus(ratio);
  }

  /** False, and nothing is added, when the sum would not fit. */
  private boolean addFast(long product, long denominator) {
    if (denominator == below) {
      long sum = above + product;
      if (((above ^ sum) & (product ^ sum)) < 0) {
        return false;
      }
      above = sum;
      return true;
    }
    // with small numbers no product below can leave the range: 2^31 * 2^31 + 2^31 * 2^31
    if (isSmall(above) && isSmall(product) && isSmall(below) && isSmall(denominator)) {
      above = above * denominator + product * below;
      below = below * denominator;
      return true;
    }
    return false;
  }

  private static boolean isSmall(long value) {
    return value == (int) value;
  }

  /** The sum, to the nearest whole number, a tie away from zero; must fit a {@code long}. */
  long round() {
    if (beyond.above().signum() != 0) {
      return beyond.plus(Ratio.of(above, below)).round();
    }
    return Shares.rounded(above, below);
  }
}
