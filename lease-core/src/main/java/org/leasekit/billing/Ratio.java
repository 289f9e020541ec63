package org.leasekit.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction in lowest terms.
 *
 * @param above negative for a negative fraction
 * @param below above zero
 */
record Ratio(BigInteger above, BigInteger below) implements Comparable<Ratio> {

  static final Ratio ZERO = of(0, 1);

  Ratio {
    if (below.signum() <= 0) {
      throw new IllegalArgumentException("below: above zero, but was " + below);
    }
    BigInteger common = above.gcd(below);
    above = above.divide(common);
    below = below.divide(common);
  }

  static Ratio of(long above, long below) {
    return new Ratio(BigInteger.valueOf(above), BigInteger.valueOf(below));
  }

  Ratio plus(Ratio other) {
    return new Ratio(
        above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
  }

  Ratio times(Ratio other) {
    return new Ratio(above.multiply(other.above), below.multiply(other.below));
  }

  Ratio times(BigInteger factor) {
    return new Ratio(above.multiply(factor), below);
  }

  Ratio over(Ratio positive) {
    return times(new Ratio(positive.below, positive.above));
  }

  /** To the nearest whole number, a tie away from zero; must fit a {@code long}. */
  long round() {
    return new BigDecimal(above)
        .divide(new BigDecimal(below), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  @Override
  public int compareTo(Ratio other) {
    return above.multiply(other.below).compareTo(other.above.multiply(below));
  }
}
