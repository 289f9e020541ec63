package org.leasekit.insight;

import java.util.Arrays;
import java.util.List;

/**
 * By how much a figure differs between two seasons or policies, on the same tenants.
 *
 * @param pairs tenants that are in both
 * @param first mean of the figure in the first; 0 without pairs, as are the others
 * @param second mean in the second
 * @param difference second less first
 * @param low the true difference lies in [low, high] with 95 % confidence: the percentile interval of a bootstrap over
 *     pairs
 * @param high see {@code low}
 */
public record Paired(
    int pairs, double first, double second, double difference, double low, double high) {
  private static final double TAIL = 0.025;

  /**
   * Compares two figures of each tenant. The same figures in the same order and the same seed give the same interval.
   *
   * @param first of each tenant
   * @param second of the same tenants in the same order
   * @param resamples of the bootstrap, at least 1; 2000 are usual
   */
  static Paired of(List<Double> first, List<Double> second, int resamples, long seed) {
    if (first.size() != second.size() || resamples < 1) {
      throw new IllegalArgumentException("first, second: as many of either; resamples: at least 1");
    }
    int n = first.size();
    if (n == 0) {
      return new Paired(0, 0, 0, 0, 0, 0);
    }
    double[] differences = new double[n];
    for (int i = 0; i < n; i++) {
      differences[i] = second.get(i) - first.get(i);
    }
    double[] means = new double[resamples];
    Draws draws = new Draws(seed);
    for (int sample = 0; sample < resamples; sample++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += differences[draws.below(n)];
      }
      means[sample] = sum / n;
    }
    Arrays.sort(means);
    double mean = Arrays.stream(differences).sum() / n;
    return new Paired(n, mean(first), mean(second), mean, quantile(means, TAIL), quantile(means, 1 - TAIL));
  }

  private static double mean(List<Double> figures) {
    double sum = 0;
    for (double each : figures) {
      sum += each;
    }
    return sum / figures.size();
  }

  private static double quantile(double[] sorted, double share) {
    int index = (int) Math.round(share * (sorted.length - 1));
    return sorted[index];
  }

  /** True when the interval leaves out zero. */
  public boolean isClear() {
    return low > 0 || high < 0;
  }

  /** Numbers that look drawn by lot and hang on the seed alone. */
  private static final class Draws {
    private long state;

    Draws(long seed) {
      state = seed;
    }

    int below(int bound) {
      state += 0x9E3779B97F4A7C15L;
      long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
      mixed ^= mixed >>> 31;
      return (int) ((mixed >>> 33) * bound >>> 31);
    }
  }
}
