package org.leasekit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SortedTimesTest {

    /** Spread evenly, in clusters with wide gaps between, or all the same. */
    @Provide
    Arbitrary<List<Long>> times() {
        Arbitrary<Long> near = Arbitraries.longs().between(-50, 50);
        Arbitrary<Long> far = Arbitraries.longs().between(-8_000_000_000L, 8_000_000_000L);
        return Arbitraries.oneOf(near, far, Arbitraries.oneOf(near, far)).list().ofMinSize(1).ofMaxSize(200);
    }

    @Property
    void countsAsCountingDoes(@ForAll("times") List<Long> times, @ForAll("times") List<Long> asked) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        SortedTimes fast = new SortedTimes(sorted);
        for (long value : LongStream.concat(asked.stream().mapToLong(Long::longValue), LongStream.of(sorted)).toArray()) {
            assertThat(fast.countAtMost(value)).isEqualTo((int) LongStream.of(sorted).filter(it -> it <= value).count());
        }
    }
}
