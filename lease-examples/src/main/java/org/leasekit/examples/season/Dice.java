package org.leasekit.examples.season;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Chance that repeats: the same seed and name throw the same numbers on every machine and JDK. Each
 * simulated person has dice of their own, so that what one does changes nothing for another.
 */
final class Dice {
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final double UNIT = 0x1.0p-53;
  private static final int SPARE_BITS = 11;

  private final SplittableRandom random;

  Dice(long seed, String name) {
    this.random = new SplittableRandom(hash(seed, name));
  }

  /** A number in [0, 1) that hangs on the seed and the name alone. */
  static double share(long seed, String name) {
    return new Dice(seed, name).share();
  }

  /** A number in [0, 1). */
  double share() {
    return (random.nextLong() >>> SPARE_BITS) * UNIT;
  }

  /** True in a share of all throws. */
  boolean chance(double probability) {
    return share() < probability;
  }

  /** A number from {@code from} to {@code to}, both included. */
  int between(int from, int to) {
    return from + (int) (share() * (to - from + 1));
  }

  /** A time from {@code from} to {@code to}, in whole seconds. */
  Duration between(Duration from, Duration to) {
    long spread = to.minus(from).toSeconds();
    return from.plusSeconds((long) (share() * (spread + 1)));
  }

  private static long hash(long seed, String name) {
    long hash = FNV_START ^ seed * 0x9e3779b97f4a7c15L;
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ each) * FNV_PRIME;
    }
    return hash;
  }
}
