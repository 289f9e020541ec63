package org.leasekit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

    @ParameterizedTest
    @CsvSource({
        // total, weights, parts
        "100, 1 1 1, 34 33 33",
        "101, 1 1 1, 34 34 33",
        "-100, 1 1 1, -34 -33 -33",
        "0, 3 4, 0 0",
        "1, 1 1, 1 0",
        "-1, 1 1, -1 0",
        "10, 0 1 0, 0 10 0",
        "1, 0 0 7, 0 0 1",
        "2, 0 1 0 1 1, 0 1 0 1 0",
        "100, 50 30 20, 50 30 20",
        // exact shares 4.5, 3, 1.5: the tie of the two halves goes to the earlier
        "9, 3 2 1, 5 3 1",
        // exact shares 1.43, 2.86, 5.71
        "10, 1 2 4, 1 3 6",
        "7, 9223372036854775807 9223372036854775807, 4 3",
        "9223372036854775807, 9223372036854775807 9223372036854775807, 4611686018427387904 4611686018427387903",
        "-9223372036854775808, 1 1, -4611686018427387904 -4611686018427387904",
        "-9223372036854775808, 5, -9223372036854775808",
        "9223372036854775807, 5, 9223372036854775807",
    })
    void dividesByLargestRemainder(long total, String weights, String parts) {
        assertThat(Shares.largestRemainder(total, longs(weights))).containsExactly(longs(parts));
    }

    @Test
    void refusesWeightsThatDivideNothing() {
        assertThatThrownBy(() -> Shares.largestRemainder(1, new long[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shares.largestRemainder(1, new long[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one above zero");
        assertThatThrownBy(() -> Shares.largestRemainder(1, new long[] {1, -2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights[1] is negative: -2");
    }

    @Test
    void leavesTheWeightsAlone() {
        long[] weights = {3, 2, 1};

        Shares.largestRemainder(9, weights);

        assertThat(weights).containsExactly(3, 2, 1);
    }

    @Property
    void addsUpAndStaysWithinOneUnitOfTheExactShare(@ForAll long total, @ForAll("weights") long[] weights) {
        long[] parts = Shares.largestRemainder(total, weights);

        BigInteger sumOfWeights = sum(weights);
        assertThat(sum(parts)).isEqualTo(BigInteger.valueOf(total));
        for (int i = 0; i < parts.length; i++) {
            // |part * weights - total * weight| < weights
            BigInteger off = BigInteger.valueOf(parts[i])
                    .multiply(sumOfWeights)
                    .subtract(BigInteger.valueOf(total).multiply(BigInteger.valueOf(weights[i])));
            assertThat(off.abs()).isLessThan(sumOfWeights);
            if (weights[i] == 0) {
                assertThat(parts[i]).isZero();
            }
        }
    }

    @Property
    void mirrorsNegativeTotals(@ForAll long total, @ForAll("weights") long[] weights) {
        Assume.that(total != Long.MIN_VALUE);

        long[] mirrored = Arrays.stream(Shares.largestRemainder(-total, weights)).map(part -> -part).toArray();

        assertThat(Shares.largestRemainder(total, weights)).containsExactly(mirrored);
    }

    @Property
    void amongEqualWeightsTheEarlierNeverGetsLess(@ForAll long total, @ForAll("weights") long[] weights) {
        long[] parts = Shares.largestRemainder(total, weights);

        for (int i = 1; i < parts.length; i++) {
            if (weights[i] == weights[i - 1]) {
                assertThat(Math.abs((double) parts[i - 1])).isGreaterThanOrEqualTo(Math.abs((double) parts[i]));
            }
        }
    }

    @Provide
    Arbitrary<long[]> weights() {
        Arbitrary<Long> small = Arbitraries.longs().between(0, 5);
        Arbitrary<Long> any = Arbitraries.longs().greaterOrEqual(0);
        return Arbitraries.oneOf(small, any)
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(20)
                .filter(weights -> Arrays.stream(weights).anyMatch(weight -> weight > 0));
    }

    private static BigInteger sum(long[] values) {
        return LongStream.of(values).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static long[] longs(String words) {
        return Arrays.stream(words.split(" ")).mapToLong(Long::parseLong).toArray();
    }

  @Property
  void aShareIsTheExactOneRoundedHalfAwayFromZero(
      @ForAll long total, @ForAll @IntRange(max = 5000) int numerator, @ForAll @IntRange(min = 1, max = 5000) int denominator) {
    BigDecimal exact =
        BigDecimal.valueOf(total)
            .multiply(BigDecimal.valueOf(numerator))
            .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP);
    if (exact.toBigInteger().bitLength() < Long.SIZE) {
      assertThat(Shares.of(total, numerator, denominator)).isEqualTo(exact.longValueExact());
    } else {
      assertThatThrownBy(() -> Shares.of(total, numerator, denominator)).isInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void tiesGoAwayFromZero() {
    assertThat(new long[] {Shares.of(1, 1, 2), Shares.of(-1, 1, 2), Shares.of(5, 1, 3), Shares.of(0, 7, 3)})
        .containsExactly(1, -1, 2, 0);
  }
}
