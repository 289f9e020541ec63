package org.leasekit.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;
import org.leasekit.money.Shares;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Twelve lines, each a share of a rent, rounded and summed: as the library does inside, and as others would. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LinesBenchmark {

  private final long[] rents = new long[12];
  private final int[] days = new int[12];
  private final int[] lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /** Rents and days that the compiler cannot know. */
  public LinesBenchmark() {
    for (int i = 0; i < rents.length; i++) {
      rents[i] = 310_000 + 777L * i;
      days[i] = 7 + i;
    }
  }

  /** Exact whatever the numbers, rounded half up. */
  @Benchmark
  public long exactShares() {
    long sum = 0;
    for (int i = 0; i < rents.length; i++) {
      sum += Shares.of(rents[i], days[i], lengths[i]);
    }
    return sum;
  }

  /** Whole cents, and a hope that nothing overflows. */
  @Benchmark
  public long plainLongs() {
    long sum = 0;
    for (int i = 0; i < rents.length; i++) {
      sum += (rents[i] * days[i] * 2 + lengths[i]) / (2L * lengths[i]);
    }
    return sum;
  }

  /** Decimals. */
  @Benchmark
  public BigDecimal decimals() {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < rents.length; i++) {
      sum =
          sum.add(
              BigDecimal.valueOf(rents[i], 2)
                  .multiply(BigDecimal.valueOf(days[i]))
                  .divide(BigDecimal.valueOf(lengths[i]), 2, RoundingMode.HALF_UP));
    }
    return sum;
  }
}
