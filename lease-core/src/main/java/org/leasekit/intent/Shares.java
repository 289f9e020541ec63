package org.leasekit.intent;

/** Intervals of 95 % for shares. */
final class Shares {
  /** The 97.5 % point of the normal distribution. */
  static final double Z = 1.959963984540054;

  private Shares() {}

  /** Wilson's interval; its centre, which is the best guess of a small sample, is the probability. */
  static Estimate wilson(long part, long whole) {
    double n = whole;
    double z2 = Z * Z;
    double centre = (part + z2 / 2) / (n + z2);
    double half = Z / (n + z2) * Math.sqrt(whole == 0 ? z2 / 4 : part * (n - part) / n + z2 / 4);
    // at the ends of the scale rounding must not keep the interval off them
    double low = part == 0 ? 0 : Math.max(0, centre - half);
    double high = part == whole ? 1 : Math.min(1, centre + half);
    return new Estimate(centre, low, high);
  }
}
