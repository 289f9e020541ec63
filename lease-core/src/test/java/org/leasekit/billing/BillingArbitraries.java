package org.leasekit.billing;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRoll;
import org.leasekit.calendar.DayRolls;

/** Random terms with a liking for the ends of months and leap years. */
final class BillingArbitraries {

    private BillingArbitraries() {}

    static Arbitrary<ScheduleDefinition> definitions() {
        return Combinators.combine(terms(), cycles(), rents(), currencies(), prorations(), rolls(), offsets())
                .as(ScheduleDefinition::new)
                // Seven dimensions have more corners than a run has tries; the terms bring their own liking for corners.
                .withoutEdgeCases();
    }

    static Arbitrary<LocalDate> days() {
        Arbitrary<LocalDate> any = Combinators.combine(
                        Arbitraries.integers().between(2023, 2029),
                        Arbitraries.integers().between(1, 366))
                .as((year, day) -> LocalDate.of(year, 1, 1).plusDays(day - 1L));
        Arbitrary<LocalDate> endOfMonth = Combinators.combine(any, Arbitraries.integers().between(0, 3))
                .as((day, before) -> day.withDayOfMonth(day.lengthOfMonth() - before));
        return Arbitraries.oneOf(any, endOfMonth);
    }

    static Arbitrary<DateRange> terms() {
        return Combinators.combine(days(), days())
                .as((a, b) -> a.isBefore(b) ? DateRange.ofClosed(a, b) : DateRange.ofClosed(b, a));
    }

    static Arbitrary<Proration> prorations() {
        return Arbitraries.of(
                Prorations.ACTUAL_MONTH, Prorations.ACTUAL_365, Prorations.THIRTY_360, Prorations.WHOLE_PERIODS);
    }

    static Arbitrary<Long> rents() {
        return Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L);
    }

    static Arbitrary<BillingCycle> cycles() {
        return Arbitraries.integers().between(1, 24).map(BillingCycle::new);
    }

    private static Arbitrary<DayRoll> rolls() {
        return Arbitraries.of(
                DayRolls.NONE,
                DayRolls.FOLLOWING,
                DayRolls.MODIFIED_FOLLOWING,
                DayRolls.PRECEDING,
                DayRolls.MODIFIED_PRECEDING);
    }

    private static Arbitrary<String> currencies() {
        return Arbitraries.of("CNY", "JPY", "KWD");
    }

    private static Arbitrary<Integer> offsets() {
        return Arbitraries.integers().between(-31, 31);
    }
}
