package org.leasekit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HeatScaleTest {

    @Test
    void cutsWhereAFifthOfTheAmountsLies() {
        HeatScale scale = HeatScale.of(amounts(LongStream.rangeClosed(1, 101).map(n -> n * 10).toArray()));
        assertThat(scale.upTo()).extracting(BigDecimal::toPlainString).containsExactly("210", "410", "610", "810");
        assertThat(List.of(210, 211, 410, 611, 810, 811, 5000))
                .extracting(n -> scale.darkness(BigDecimal.valueOf(n)))
                .containsExactly(1, 2, 2, 4, 4, 5, 5);
    }

    @Test
    void oneLargeDayDoesNotPaleAllOthers() {
        HeatScale scale = HeatScale.of(amounts(100, 200, 300, 400, 500, 100_000_000));
        assertThat(scale.darkness(BigDecimal.valueOf(100))).isEqualTo(1);
        assertThat(scale.darkness(BigDecimal.valueOf(300))).isEqualTo(2);
        assertThat(scale.darkness(BigDecimal.valueOf(500))).isEqualTo(4);
        assertThat(scale.darkness(BigDecimal.valueOf(100_000_000))).isEqualTo(5);
    }

    @Test
    void equalAmountsMakeOneStep() {
        HeatScale scale = HeatScale.of(amounts(700, 700, 700));
        assertThat(scale.upTo()).isEmpty();
        assertThat(scale.darkness(BigDecimal.valueOf(700))).isEqualTo(5);
    }

    @Property
    void moreMoneyIsNeverPaler(
            @ForAll @Size(max = 60) List<@LongRange(min = -1000, max = 1_000_000_000_000L) Long> cents,
            @ForAll @LongRange(min = -1000, max = 1_000_000_000_000L) long a,
            @ForAll @LongRange(min = -1000, max = 1_000_000_000_000L) long b) {
        HeatScale scale = HeatScale.of(cents.stream().map(c -> BigDecimal.valueOf(c, 2)).toList());
        int less = scale.darkness(BigDecimal.valueOf(Math.min(a, b), 2));
        int more = scale.darkness(BigDecimal.valueOf(Math.max(a, b), 2));
        assertThat(less).isLessThanOrEqualTo(more).isBetween(0, HeatScale.STEPS);
        assertThat(more == 0).isEqualTo(Math.max(a, b) <= 0);
        assertThat(scale.upTo()).isSorted().doesNotHaveDuplicates().hasSizeLessThan(HeatScale.STEPS);
    }

    @Property
    void theLargestDayIsTheDarkest(@ForAll @Size(min = 1, max = 60) List<@LongRange(min = 1, max = 1_000_000_000L) Long> cents) {
        HeatScale scale = HeatScale.of(cents.stream().map(c -> BigDecimal.valueOf(c, 2)).toList());
        long most = cents.stream().mapToLong(c -> c).max().orElseThrow();
        assertThat(scale.darkness(BigDecimal.valueOf(most, 2))).isEqualTo(HeatScale.STEPS);
    }

    private static List<BigDecimal> amounts(long... whole) {
        return LongStream.of(whole).mapToObj(BigDecimal::valueOf).toList();
    }
}
