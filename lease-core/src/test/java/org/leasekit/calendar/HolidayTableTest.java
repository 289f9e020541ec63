package org.leasekit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leasekit.calendar.HolidayTable.Kind.OFF;
import static org.leasekit.calendar.HolidayTable.Kind.WORKED;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.calendar.HolidayTable.Entry;

class HolidayTableTest {

    @Test
    void readsDaysRangesAndComments() {
        List<Entry> entries = HolidayTable.parse(List.of(
                "# a comment", "", "2026-01-01..2026-01-03,OFF", "  2026-01-04 , WORKED  # Sunday", "2024-02-29,OFF"));

        assertThat(entries)
                .containsExactly(
                        new Entry(LocalDate.of(2026, 1, 1), OFF),
                        new Entry(LocalDate.of(2026, 1, 2), OFF),
                        new Entry(LocalDate.of(2026, 1, 3), OFF),
                        new Entry(LocalDate.of(2026, 1, 4), WORKED),
                        new Entry(LocalDate.of(2024, 2, 29), OFF));
    }

    @Test
    void readsARangeOfOneDayAndNothingFromNothing() {
        assertThat(HolidayTable.parse(List.of("2026-01-01..2026-01-01,OFF"))).hasSize(1);
        assertThat(HolidayTable.parse(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-01-01,OFF,New Year",
                "2026-01-01,HOLIDAY",
                "2026-01-01,off",
                "2026-01-01,",
                ",OFF",
                "2026-02-29,OFF",
                "2026-1-1,OFF",
                "2026/01/01,OFF",
                "2026-01-03..2026-01-01,OFF",
                "2026-01-02..2026-01-01,OFF",
                "2026-01-01..2026-01-02..2026-01-03,OFF",
                "2026-01-01..,OFF",
                "2026-01-01..2062-01-01,OFF",
            })
    void namesTheLineThatIsWrong(String line) {
        assertThatThrownBy(() -> HolidayTable.parse(List.of("# two lines before", "2026-01-01,OFF", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 3: ")
                .hasMessageEndingWith(line);
    }
}
