package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.DateRange;

/** Parts that lie anywhere on the anchor's grid: what a suspension or an early end leaves. Monthly rent 1000.00. */
class ProrationTest {

    @ParameterizedTest
    @CsvSource({
        // convention, anchor, first day, last day, shares, cents
        "ACTUAL_MONTH, 2025-01-01, 2025-01-10, 2025-01-31, 22/31, 70968",
        "ACTUAL_MONTH, 2025-01-01, 2025-01-10, 2025-03-15, 22/31 + 1 + 15/31, 219355",
        "ACTUAL_MONTH, 2025-01-01, 2025-01-10, 2025-03-31, 22/31 + 2, 270968",
        "ACTUAL_MONTH, 2025-01-15, 2025-01-20, 2025-02-20, 12/31 + 14/28 + 6/28, 110138",
        "ACTUAL_MONTH, 2025-01-15, 2025-01-15, 2025-02-14, 1, 100000",
        "ACTUAL_MONTH, 2025-01-31, 2025-02-28, 2025-03-30, 1, 100000",
        "ACTUAL_MONTH, 2025-01-31, 2025-03-01, 2025-03-30, 30/31, 96774",
        "ACTUAL_MONTH, 2025-01-31, 2025-02-27, 2025-03-30, 1/28 + 1, 103571",
        // the same grid runs backwards from the anchor
        "ACTUAL_MONTH, 2025-03-31, 2024-02-29, 2024-04-29, 2, 200000",
        "ACTUAL_MONTH, 2025-03-31, 2024-02-28, 2024-03-30, 1/29 + 1, 103448",
        "ACTUAL_365, 2025-01-15, 2025-01-20, 2025-02-20, 312/365 + 72/365, 105205",
        "ACTUAL_365, 2024-01-15, 2024-02-14, 2024-02-14, 12/365, 3288",
        "THIRTY_360, 2025-01-15, 2025-01-20, 2025-02-20, 25/30 + 6/30, 103333",
        "THIRTY_360, 2025-01-31, 2025-03-01, 2025-03-30, 29/30, 96667",
        "WHOLE_PERIODS, 2025-01-01, 2025-01-31, 2025-02-01, 1 + 1, 200000",
        "WHOLE_PERIODS, 2025-01-01, 2025-01-31, 2025-03-01, 1 + 1 + 1, 300000",
    })
    void countsOnTheAnchorsGrid(
            String convention, LocalDate anchor, LocalDate first, LocalDate last, String shares, long cents) {
        Prorated prorated = Prorations.of(convention).prorate(100_000, anchor, DateRange.ofClosed(first, last));

        assertThat(prorated.slices().stream()
                        .map(s -> s.denominator() == 1 ? "" + s.numerator() : s.numerator() + "/" + s.denominator())
                        .collect(Collectors.joining(" + ")))
                .isEqualTo(shares);
        assertThat(prorated.amountMinor()).isEqualTo(cents);
    }
}
