package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javax.money.Monetary;
import org.javamoney.moneta.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRolls;
import org.leasekit.money.MinorUnits;

/** Schedules worked by hand: the term's first and last day, and what it must come to. */
class ScheduleTableTest {

    /**
     * Columns: first day, last day, cycle, monthly rent, currency, convention; how many whole periods and the amount of
     * each; then the stub's first day, its shares of a month, and its amount, or {@code -} where there is none.
     */
    @ParameterizedTest(name = "{0}..{1} {2} {3} {4} {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # one term in every cycle: February 28, 2026, then March 29; three days are left of a month of 31
            2025-03-29|2026-03-31|monthly   |1000.00|CNY|ACTUAL_MONTH |12|1000.00 |2026-03-29|3/31       |96.77
            2025-03-29|2026-03-31|quarterly |1000.00|CNY|ACTUAL_MONTH |4 |3000.00 |2026-03-29|3/31       |96.77
            2025-03-29|2026-03-31|semiannual|1000.00|CNY|ACTUAL_MONTH |2 |6000.00 |2026-03-29|3/31       |96.77
            2025-03-29|2026-03-31|annual    |1000.00|CNY|ACTUAL_MONTH |1 |12000.00|2026-03-29|3/31       |96.77
            2025-03-29|2026-03-31|4-monthly |1000.00|CNY|ACTUAL_MONTH |3 |4000.00 |2026-03-29|3/31       |96.77
            2025-03-29|2026-03-31|5-monthly |1000.00|CNY|ACTUAL_MONTH |2 |5000.00 |2026-01-29|2 + 3/31   |2096.77
            2025-03-29|2026-03-31|60-monthly|1000.00|CNY|ACTUAL_MONTH |0 |-       |2025-03-29|12 + 3/31  |12096.77
            # whole calendar years and quarters leave nothing over
            2025-01-01|2025-12-31|monthly   |1000.00|CNY|ACTUAL_MONTH |12|1000.00 |-         |-          |-
            2025-01-01|2025-12-31|annual    |1000.00|CNY|ACTUAL_MONTH |1 |12000.00|-         |-          |-
            2024-01-01|2024-12-31|quarterly |1000.00|CNY|ACTUAL_MONTH |4 |3000.00 |-         |-          |-
            # ends of month: January 31 is followed by February 28 or 29, then by March 31
            2025-01-31|2025-03-30|monthly   |1000.00|CNY|ACTUAL_MONTH |2 |1000.00 |-         |-          |-
            2025-01-31|2025-04-29|monthly   |1000.00|CNY|ACTUAL_MONTH |3 |1000.00 |-         |-          |-
            2025-01-31|2025-02-26|monthly   |1000.00|CNY|ACTUAL_MONTH |0 |-       |2025-01-31|1/31 + 26/28|960.83
            2025-01-31|2025-02-27|monthly   |1000.00|CNY|ACTUAL_MONTH |1 |1000.00 |-         |-          |-
            2024-01-31|2024-02-28|monthly   |1000.00|CNY|ACTUAL_MONTH |1 |1000.00 |-         |-          |-
            2024-01-31|2024-02-27|monthly   |1000.00|CNY|ACTUAL_MONTH |0 |-       |2024-01-31|1/31 + 27/29|963.29
            2025-08-31|2025-09-29|monthly   |1000.00|CNY|ACTUAL_MONTH |1 |1000.00 |-         |-          |-
            2025-08-31|2025-09-30|monthly   |1000.00|CNY|ACTUAL_MONTH |1 |1000.00 |2025-09-30|1/30       |33.33
            2025-12-31|2026-02-28|quarterly |1000.00|CNY|ACTUAL_MONTH |0 |-       |2025-12-31|2 + 1/28   |2035.71
            2025-11-30|2026-02-28|quarterly |1000.00|CNY|ACTUAL_MONTH |1 |3000.00 |2026-02-28|1/28       |35.71
            2025-01-31|2025-12-30|4-monthly |999.99 |USD|ACTUAL_MONTH |2 |3999.96 |2025-09-30|3          |2999.97
            # leap years, and a century that is none
            2024-02-29|2025-02-27|annual    |1000.00|CNY|ACTUAL_MONTH |1 |12000.00|-         |-          |-
            2024-02-29|2025-02-28|annual    |1000.00|CNY|ACTUAL_MONTH |1 |12000.00|2025-02-28|1/28       |35.71
            2024-02-29|2025-02-28|monthly   |1000.00|CNY|ACTUAL_MONTH |12|1000.00 |2025-02-28|1/28       |35.71
            2025-02-28|2026-02-27|monthly   |1000.00|CNY|ACTUAL_MONTH |12|1000.00 |-         |-          |-
            2025-02-28|2026-02-28|monthly   |1000.00|CNY|ACTUAL_MONTH |12|1000.00 |2026-02-28|1/28       |35.71
            2000-01-30|2000-02-28|monthly   |1000.00|CNY|ACTUAL_MONTH |1 |1000.00 |-         |-          |-
            2099-12-31|2100-02-28|monthly   |1000.00|CNY|ACTUAL_MONTH |2 |1000.00 |2100-02-28|1/28       |35.71
            2020-02-29|2030-02-27|120-monthly|1000.00|CNY|ACTUAL_MONTH|1 |120000.00|-        |-          |-
            # short of a month: never more than a month, though 17/31 + 13/28 would be
            2024-01-15|2024-03-15|monthly   |1000.00|CNY|ACTUAL_MONTH |2 |1000.00 |2024-03-15|1/31       |32.26
            2025-01-15|2025-02-12|monthly   |1000.00|CNY|ACTUAL_MONTH |0 |-       |2025-01-15|17/31 + 12/28|976.96
            2025-01-15|2025-02-13|monthly   |1000.00|CNY|ACTUAL_MONTH |0 |-       |2025-01-15|1          |1000.00
            2025-01-15|2025-02-14|monthly   |1000.00|CNY|ACTUAL_MONTH |1 |1000.00 |-         |-          |-
            2024-01-15|2024-02-13|monthly   |1000.00|CNY|ACTUAL_MONTH |0 |-       |2024-01-15|17/31 + 13/29|996.66
            2025-12-15|2026-01-05|monthly   |1000.00|CNY|ACTUAL_MONTH |0 |-       |2025-12-15|17/31 + 5/31|709.68
            2025-06-10|2025-06-10|monthly   |1000.00|CNY|ACTUAL_MONTH |0 |-       |2025-06-10|1/30       |33.33
            2025-02-10|2025-02-10|quarterly |1000.00|CNY|ACTUAL_MONTH |0 |-       |2025-02-10|1/28       |35.71
            2024-02-10|2024-02-10|annual    |1000.00|CNY|ACTUAL_MONTH |0 |-       |2024-02-10|1/29       |34.48
            # 12/365 a day, leap year or not
            2025-03-29|2026-03-31|monthly   |1000.00|CNY|ACTUAL_365   |12|1000.00 |2026-03-29|36/365     |98.63
            2025-03-29|2026-03-31|5-monthly |1000.00|CNY|ACTUAL_365   |2 |5000.00 |2026-01-29|2 + 36/365 |2098.63
            2024-02-29|2025-02-28|monthly   |1000.00|CNY|ACTUAL_365   |12|1000.00 |2025-02-28|12/365     |32.88
            2025-01-15|2025-02-13|monthly   |1000.00|CNY|ACTUAL_365   |0 |-       |2025-01-15|360/365    |986.30
            2024-02-01|2024-02-28|monthly   |1000.00|CNY|ACTUAL_365   |0 |-       |2024-02-01|336/365    |920.55
            2024-02-01|2024-02-29|monthly   |1000.00|CNY|ACTUAL_365   |1 |1000.00 |-         |-          |-
            2025-01-01|2025-01-30|monthly   |1000.00|CNY|ACTUAL_365   |0 |-       |2025-01-01|360/365    |986.30
            2025-01-31|2025-02-26|monthly   |1000.00|CNY|ACTUAL_365   |0 |-       |2025-01-31|324/365    |887.67
            2024-01-01|2024-12-31|annual    |1000.00|CNY|ACTUAL_365   |1 |12000.00|-         |-          |-
            # 1/30 a day between the two ends, a 31st taken for a 30th: March 29 up to April 1 is two days
            2025-03-29|2026-03-31|monthly   |1000.00|CNY|THIRTY_360   |12|1000.00 |2026-03-29|2/30       |66.67
            2025-01-01|2025-01-30|monthly   |1000.00|CNY|THIRTY_360   |0 |-       |2025-01-01|29/30      |966.67
            2025-01-30|2025-01-30|monthly   |1000.00|CNY|THIRTY_360   |0 |-       |2025-01-30|0/30       |0.00
            2025-01-31|2025-01-31|monthly   |1000.00|CNY|THIRTY_360   |0 |-       |2025-01-31|1/30       |33.33
            2025-02-28|2025-02-28|monthly   |1000.00|CNY|THIRTY_360   |0 |-       |2025-02-28|3/30       |100.00
            2024-02-29|2024-02-29|monthly   |1000.00|CNY|THIRTY_360   |0 |-       |2024-02-29|2/30       |66.67
            2025-01-31|2025-03-29|monthly   |1000.00|CNY|THIRTY_360   |1 |1000.00 |2025-02-28|30/30      |1000.00
            2025-01-15|2025-02-13|monthly   |1000.00|CNY|THIRTY_360   |0 |-       |2025-01-15|29/30      |966.67
            2025-04-10|2025-06-24|quarterly |1000.00|CNY|THIRTY_360   |0 |-       |2025-04-10|2 + 15/30  |2500.00
            2024-12-20|2025-01-09|monthly   |1000.00|CNY|THIRTY_360   |0 |-       |2024-12-20|20/30      |666.67
            # a begun month is a whole one
            2025-03-29|2026-03-31|monthly   |1000.00|CNY|WHOLE_PERIODS|12|1000.00 |2026-03-29|1          |1000.00
            2025-03-29|2026-03-31|quarterly |1000.00|CNY|WHOLE_PERIODS|4 |3000.00 |2026-03-29|1          |1000.00
            2025-06-10|2025-06-10|monthly   |1000.00|CNY|WHOLE_PERIODS|0 |-       |2025-06-10|1          |1000.00
            2025-12-31|2026-02-28|quarterly |1000.00|CNY|WHOLE_PERIODS|0 |-       |2025-12-31|2 + 1      |3000.00
            2025-01-01|2025-05-15|quarterly |1000.00|CNY|WHOLE_PERIODS|1 |3000.00 |2025-04-01|1 + 1      |2000.00
            # no digits: 967.74, 0.03, 0.5, 986.4, 5000.5
            2025-03-29|2026-03-31|monthly   |10000  |JPY|ACTUAL_MONTH |12|10000   |2026-03-29|3/31       |968
            2025-06-10|2025-06-10|monthly   |1      |JPY|ACTUAL_MONTH |0 |-       |2025-06-10|1/30       |0
            2025-06-10|2025-06-10|monthly   |15     |JPY|ACTUAL_MONTH |0 |-       |2025-06-10|1/30       |1
            2025-03-29|2026-03-31|monthly   |10001  |JPY|ACTUAL_365   |12|10001   |2026-03-29|36/365     |986
            2025-06-01|2025-06-15|monthly   |10001  |JPY|THIRTY_360   |0 |-       |2025-06-01|15/30      |5001
            2025-06-01|2025-06-15|quarterly |10001  |JPY|WHOLE_PERIODS|0 |-       |2025-06-01|1          |10001
            # three digits: 9.67742, 9.86301, 6.66667, 0.0005
            2025-03-29|2026-03-31|monthly   |100.000|KWD|ACTUAL_MONTH |12|100.000 |2026-03-29|3/31       |9.677
            2025-03-29|2026-03-31|monthly   |100.000|KWD|ACTUAL_365   |12|100.000 |2026-03-29|36/365     |9.863
            2025-03-29|2026-03-31|monthly   |100.000|KWD|THIRTY_360   |12|100.000 |2026-03-29|2/30       |6.667
            2025-06-10|2025-06-10|monthly   |0.015  |KWD|ACTUAL_MONTH |0 |-       |2025-06-10|1/30       |0.001
            2025-01-01|2025-12-31|quarterly |33.333 |KWD|ACTUAL_MONTH |4 |99.999  |-         |-          |-
            # nothing, next to nothing, and credits: ties go away from zero
            2025-03-29|2026-03-31|monthly   |0.00   |CNY|ACTUAL_MONTH |12|0.00    |2026-03-29|3/31       |0.00
            2025-06-10|2025-06-10|monthly   |0.14   |CNY|ACTUAL_MONTH |0 |-       |2025-06-10|1/30       |0.00
            2025-06-10|2025-06-10|monthly   |0.15   |CNY|ACTUAL_MONTH |0 |-       |2025-06-10|1/30       |0.01
            2025-06-10|2025-06-10|monthly   |-0.15  |CNY|ACTUAL_MONTH |0 |-       |2025-06-10|1/30       |-0.01
            2025-03-29|2026-03-31|quarterly |-1000.00|CNY|ACTUAL_MONTH|4 |-3000.00|2026-03-29|3/31       |-96.77
            # rounded once: 8/31 and 7/28 of 0.02 are just over half a cent each, but a cent together
            2025-01-24|2025-02-07|monthly   |0.02   |CNY|ACTUAL_MONTH |0 |-       |2025-01-24|8/31 + 7/28|0.01
            """)
    void comesOutAsWorkedByHand(
            LocalDate first,
            LocalDate last,
            String cycle,
            BigDecimal monthly,
            String currency,
            String convention,
            int wholePeriods,
            String wholeAmount,
            String stubStart,
            String stubShares,
            String stubAmount) {
        ScheduleDefinition definition = new ScheduleDefinition(
                DateRange.ofClosed(first, last),
                BillingCycle.of(cycle),
                MinorUnits.of(Money.of(monthly, Monetary.getCurrency(currency))),
                currency,
                Prorations.of(convention),
                DayRolls.NONE);

        List<BillingPeriod> periods = definition.resolve(BusinessCalendar.everyDay());

        List<BillingPeriod> whole = periods.stream().filter(p -> !p.stub()).toList();
        assertThat(whole).hasSize(wholePeriods).isEqualTo(periods.subList(0, wholePeriods));
        assertThat(whole).allSatisfy(p -> assertThat(plain(p)).isEqualTo(wholeAmount));
        if (stubStart.equals("-")) {
            assertThat(periods).hasSize(wholePeriods);
        } else {
            assertThat(periods).hasSize(wholePeriods + 1);
            BillingPeriod stub = periods.get(wholePeriods);
            assertThat(stub.range()).isEqualTo(DateRange.ofClosed(LocalDate.parse(stubStart), last));
            assertThat(shares(stub)).isEqualTo(stubShares);
            assertThat(plain(stub)).isEqualTo(stubAmount);
        }
    }

    /** The first days of all periods, each reckoned from the term's start. */
    @ParameterizedTest
    @CsvSource({
        "2025-01-31, 2025-07-30, monthly, 2025-01-31 2025-02-28 2025-03-31 2025-04-30 2025-05-31 2025-06-30",
        "2024-01-30, 2024-05-29, monthly, 2024-01-30 2024-02-29 2024-03-30 2024-04-30",
        "2025-12-29, 2026-04-30, monthly, 2025-12-29 2026-01-29 2026-02-28 2026-03-29 2026-04-29",
        "2025-08-31, 2026-08-30, quarterly, 2025-08-31 2025-11-30 2026-02-28 2026-05-31",
        "2023-08-31, 2024-08-31, semiannual, 2023-08-31 2024-02-29 2024-08-31",
        "2024-02-29, 2028-02-29, annual, 2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29",
        "2025-10-31, 2026-10-30, 4-monthly, 2025-10-31 2026-02-28 2026-06-30",
        "2025-05-05, 2025-05-05, monthly, 2025-05-05",
    })
    void startsEachPeriodFromTheAnchor(LocalDate first, LocalDate last, String cycle, String starts) {
        ScheduleDefinition definition = new ScheduleDefinition(
                DateRange.ofClosed(first, last),
                BillingCycle.of(cycle),
                1000,
                "CNY",
                Prorations.ACTUAL_MONTH,
                DayRolls.NONE);

        assertThat(definition.resolve(BusinessCalendar.everyDay()).stream()
                        .map(p -> p.range().start().toString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(starts);
    }

    private static String plain(BillingPeriod period) {
        return MinorUnits.plain(
                MinorUnits.amount(period.amountMinor(), period.derivation().currency()));
    }

    private static String shares(BillingPeriod period) {
        return period.derivation().slices().stream()
                .map(s -> s.denominator() == 1 ? "" + s.numerator() : s.numerator() + "/" + s.denominator())
                .collect(Collectors.joining(" + "));
    }
}
