package org.leasekit.intent;

/**
 * Who gets an early-bird offer. Some who would get one are held back by lot, so that what it does can be measured; the
 * lot is drawn from the key and the seed alone, so that it falls the same way whenever and wherever it is drawn.
 *
 * @param threshold estimated probability from which intent is high, 0 to 1
 * @param daysEarlier by how many days such a case opens before its first stage, at least 1
 * @param heldBack share of those with high intent that are held back, 0 to 1
 * @param discountBasisPoints what the early bird gets off the rent, in hundredths of a percent, 0 to 10000
 * @param openDays days for which it holds from the opening of the case, the day of opening included, at least 1
 * @param seed of the lots
 */
public record EarlyBird(
    double threshold,
    int daysEarlier,
    double heldBack,
    int discountBasisPoints,
    int openDays,
    long seed) {
  private static final int WHOLE = 10_000;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** Which group a case belongs to. */
  public enum Group {
    /** Intent is not high enough. */
    NOT_ELIGIBLE,
    EARLY_BIRD,
    /** Intent is high, and the lot fell on being treated as everybody else. */
    HELD_BACK
  }

  public EarlyBird {
    boolean shares = 0 <= threshold && threshold <= 1 && 0 <= heldBack && heldBack <= 1;
    if (!shares || daysEarlier < 1 || openDays < 1) {
      throw new IllegalArgumentException(
          "threshold, heldBack: 0 to 1; daysEarlier, openDays: at least 1, but was " + threshold + ", "
              + heldBack + ", " + daysEarlier + ", " + openDays);
    }
    if (discountBasisPoints < 0 || discountBasisPoints > WHOLE) {
      throw new IllegalArgumentException("discountBasisPoints: 0 to 10000, but was " + discountBasisPoints);
    }
  }

  /** Seven days earlier from 0.85 on, one in five held back, 3 % off for a fortnight. */
  public static EarlyBird standard(long seed) {
    return new EarlyBird(0.85, 7, 0.2, 300, 14, seed);
  }

  /**
   * The group of a case.
   *
   * @param key that stays the same for the case, such as its id
   */
  public Group groupOf(String key, Estimate intent) {
    if (intent.probability() < threshold) {
      return Group.NOT_ELIGIBLE;
    }
    return lot(key) < heldBack ? Group.HELD_BACK : Group.EARLY_BIRD;
  }

  /** Evenly spread over [0, 1). */
  private double lot(String key) {
    long hash = mix(seed + GOLDEN);
    for (int i = 0; i < key.length(); i++) {
      hash = mix(hash + GOLDEN + key.charAt(i));
    }
    return (hash >>> 11) * 0x1.0p-53;
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
