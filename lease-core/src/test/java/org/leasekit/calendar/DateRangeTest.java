package org.leasekit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @Test
    void statesItsEnds() {
        DateRange range = DateRange.ofClosed(LocalDate.of(2026, 2, 27), DAY);

        assertThat(range).isEqualTo(DateRange.of(LocalDate.of(2026, 2, 27), LocalDate.of(2026, 4, 1)));
        assertThat(range.lastDay()).isEqualTo(DAY);
        assertThat(range.days()).isEqualTo(33);
        assertThat(range).hasToString("[2026-02-27, 2026-04-01)");
        assertThat(range.contains(range.start())).isTrue();
        assertThat(range.contains(range.lastDay())).isTrue();
        assertThat(range.contains(range.endExclusive())).isFalse();
        assertThat(range.contains(range.start().minusDays(1))).isFalse();
    }

    @Test
    void mayBeASingleDay() {
        assertThat(DateRange.ofClosed(DAY, DAY).days()).isEqualTo(1);
    }

    @Test
    void isNeverEmptyAndSaysWhichEndIsWrong() {
        assertThatThrownBy(() -> DateRange.of(DAY, DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("endExclusive must be after start, but was 2026-03-31 for start 2026-03-31");
        assertThatThrownBy(() -> DateRange.of(DAY, DAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("endExclusive");
        assertThatThrownBy(() -> DateRange.ofClosed(DAY, DAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("lastDay");
    }

    @ParameterizedTest
    @CsvSource({
        // first and last day of the other range against March 10 to 20, both counted
        "9, 9, false, true, false",
        "8, 8, false, false, false",
        "9, 10, true, false, false",
        "10, 10, true, false, true",
        "10, 20, true, false, true",
        "12, 15, true, false, true",
        "20, 20, true, false, true",
        "20, 21, true, false, false",
        "21, 25, false, true, false",
        "22, 25, false, false, false",
        "1, 31, true, false, false",
    })
    void relatesToAnother(int first, int last, boolean overlaps, boolean abuts, boolean contains) {
        DateRange range = DateRange.ofClosed(DAY.withDayOfMonth(10), DAY.withDayOfMonth(20));
        DateRange other = DateRange.ofClosed(DAY.withDayOfMonth(first), DAY.withDayOfMonth(last));

        assertThat(range.overlaps(other)).isEqualTo(overlaps);
        assertThat(range.abuts(other)).isEqualTo(abuts);
        assertThat(range.contains(other)).isEqualTo(contains);
    }

    @Property
    void isTheSetOfItsDays(@ForAll("ranges") DateRange a, @ForAll("ranges") DateRange b) {
        Set<LocalDate> both = new TreeSet<>(daysOf(a));
        both.retainAll(daysOf(b));

        assertThat(a.days()).isEqualTo(daysOf(a).size());
        assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a)).isEqualTo(!both.isEmpty());
        assertThat(a.contains(b)).isEqualTo(daysOf(a).containsAll(daysOf(b)));
        assertThat(a.abuts(b)).isEqualTo(b.abuts(a));
        assertThat(a.intersection(b)).isEqualTo(b.intersection(a));
        assertThat(a.intersection(b).map(DateRangeTest::daysOf)).isEqualTo(Optional.of(both).filter(s -> !s.isEmpty()));
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        if (a.start().isBefore(b.start())) {
            assertThat(a).isLessThan(b);
        }
    }

    @Provide
    Arbitrary<DateRange> ranges() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30), Arbitraries.integers().between(1, 12))
                .as((start, days) -> DateRange.of(DAY.plusDays(start), DAY.plusDays(start + days)));
    }

    private static Set<LocalDate> daysOf(DateRange range) {
        return range.start().datesUntil(range.endExclusive()).collect(Collectors.toCollection(TreeSet::new));
    }
}
