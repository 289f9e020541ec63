package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sums in longs are those in big numbers. */
class ExactSumTest {

  record Share(long rate, long numerator, long denominator) {}

  @Property(tries = 2000)
  void sumsAreThoseOfExactFractions(@ForAll("shares") List<Share> shares) {
    ExactSum sum = new ExactSum();
    Ratio exact = Ratio.ZERO;
    for (Share share : shares) {
      sum.add(share.rate(), share.numerator(), share.denominator());
      exact =
          exact.plus(
              Ratio.of(share.numerator(), share.denominator()).times(BigInteger.valueOf(share.rate())));
    }
    assertThat(sum.round()).isEqualTo(exact.round());
  }

  @Provide
  Arbitrary<List<Share>> shares() {
    Arbitrary<Long> rates =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-400_000, 400_000),
            Arbitraries.longs().between(-5_000_000_000_000L, 5_000_000_000_000L));
    return Combinators.combine(
            rates, Arbitraries.longs().between(0, 10_000), Arbitraries.longs().between(1, 40_000))
        .as(Share::new)
        .list()
        .ofMaxSize(14);
  }
}
