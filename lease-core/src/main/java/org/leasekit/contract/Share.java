package org.leasekit.contract;

/**
 * A declared part of a unit, more than nothing and at most the whole. Counted in fixed parts, so that shares add up
 * exactly: three thirds are the whole.
 *
 * @param parts how many of {@link #PARTS_OF_WHOLE}, 1 to all
 */
public record Share(int parts) implements Comparable<Share> {

  /** Divisible by every number up to 16, and by 100. */
  public static final int PARTS_OF_WHOLE = 3_603_600;

  /** The whole unit. */
  public static final Share WHOLE = new Share(PARTS_OF_WHOLE);

  public Share {
    if (parts < 1 || parts > PARTS_OF_WHOLE) {
      throw new IllegalArgumentException("parts: 1 to " + PARTS_OF_WHOLE + ", but was " + parts);
    }
  }

  /**
   * The share of that many out of so many, {@code of(1, 3)} for a third.
   *
   * @throws IllegalArgumentException if it is not more than nothing and at most the whole, or cannot be counted
   *     exactly: denominators up to 16 and 100 can
   */
  public static Share of(int numerator, int denominator) {
    long scaled = (long) numerator * PARTS_OF_WHOLE;
    if (denominator < 1 || numerator < 1 || numerator > denominator || scaled % denominator != 0) {
      throw new IllegalArgumentException("no share that can be counted: " + numerator + "/" + denominator);
    }
    return new Share((int) (scaled / denominator));
  }

  @Override
  public int compareTo(Share other) {
    return Integer.compare(parts, other.parts);
  }

  /** The fraction in lowest terms, such as {@code 1/3}. */
  @Override
  public String toString() {
    int a = parts;
    int b = PARTS_OF_WHOLE;
    while (b != 0) {
      int rest = a % b;
      a = b;
      b = rest;
    }
    return parts / a + "/" + PARTS_OF_WHOLE / a;
  }
}
