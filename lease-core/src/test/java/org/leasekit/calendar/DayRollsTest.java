package org.leasekit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.application.ShippedCalendars;

class DayRollsTest {

    @ParameterizedTest
    @CsvSource({
        // Sunday, first day of Spring Festival 2026; the Saturday before is worked, the festival ends on Monday 23
        "2026-02-15, NONE, 2026-02-15",
        "2026-02-15, FOLLOWING, 2026-02-24",
        "2026-02-15, MODIFIED_FOLLOWING, 2026-02-24",
        "2026-02-15, PRECEDING, 2026-02-14",
        "2026-02-15, MODIFIED_PRECEDING, 2026-02-14",
        // Saturday, end of the month
        "2026-01-31, FOLLOWING, 2026-02-02",
        "2026-01-31, MODIFIED_FOLLOWING, 2026-01-30",
        "2026-01-31, PRECEDING, 2026-01-30",
        // Sunday, start of the month
        "2026-02-01, PRECEDING, 2026-01-30",
        "2026-02-01, MODIFIED_PRECEDING, 2026-02-02",
        "2026-02-01, FOLLOWING, 2026-02-02",
        // National Day
        "2026-10-01, FOLLOWING, 2026-10-08",
        "2026-10-01, PRECEDING, 2026-09-30",
        "2026-10-01, MODIFIED_PRECEDING, 2026-10-08",
        "2025-10-01, FOLLOWING, 2025-10-09",
        // the festival of 2024 ends on a Saturday, and the Sunday after it is worked
        "2024-02-10, FOLLOWING, 2024-02-18",
        "2024-02-10, PRECEDING, 2024-02-09",
        // Labour Day: from the month before to the month
        "2026-05-01, PRECEDING, 2026-04-30",
        "2026-05-01, MODIFIED_PRECEDING, 2026-05-06",
        "2026-05-31, MODIFIED_FOLLOWING, 2026-05-29",
        // worked: a Saturday by the notice, a Tuesday by itself
        "2026-02-28, FOLLOWING, 2026-02-28",
        "2026-02-28, PRECEDING, 2026-02-28",
        "2026-03-31, MODIFIED_FOLLOWING, 2026-03-31",
        "2026-03-31, MODIFIED_PRECEDING, 2026-03-31",
        // over the turn of the year
        "2023-12-31, FOLLOWING, 2024-01-02",
        "2023-12-31, MODIFIED_FOLLOWING, 2023-12-29",
        // beyond the table: weekends only
        "2027-10-01, FOLLOWING, 2027-10-01",
        "2027-10-02, FOLLOWING, 2027-10-04",
    })
    void movesTheDate(LocalDate date, String roll, LocalDate adjusted) {
        assertThat(DayRolls.of(roll).adjust(date, ShippedCalendars.china())).isEqualTo(adjusted);
    }

    /** Every day of five years, within the tables of the calendars and beyond them, and on one that has none. */
    @ParameterizedTest
    @ValueSource(strings = {"NONE", "FOLLOWING", "MODIFIED_FOLLOWING", "PRECEDING", "MODIFIED_PRECEDING"})
    void saysHowFarItMovesADate(String name) {
        DayRoll roll = DayRolls.of(name);
        for (BusinessCalendar calendar : List.of(ShippedCalendars.china(), BusinessCalendar.weekends("WEEKENDS"))) {
            LocalDate.of(2023, 1, 1)
                    .datesUntil(LocalDate.of(2028, 1, 1))
                    .forEach(date -> assertThat(date.plusDays(roll.daysMoved(date.toEpochDay(), calendar)))
                            .as("%s on %s", date, calendar)
                            .isEqualTo(roll.adjust(date, calendar)));
        }
    }

    @Test
    void aRollOfYourOwnNeedsOnlyToMoveTheDate() {
        DayRoll toTheFirst = new DayRoll() {
            @Override
            public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
                return date.withDayOfMonth(1);
            }

            @Override
            public String name() {
                return "TO_THE_FIRST";
            }
        };
        assertThat(toTheFirst.daysMoved(LocalDate.of(2026, 2, 15).toEpochDay(), ShippedCalendars.china())).isEqualTo(-14);
        assertThat(toTheFirst.daysMoved(LocalDate.of(2026, 2, 1).toEpochDay(), ShippedCalendars.china())).isZero();
    }

    @Test
    void takesTheSameMonthOfAnotherYearForAnotherMonth() {
        LocalDate lastDay = LocalDate.of(2025, 12, 31);
        BusinessCalendar closedForAYear = BusinessCalendar.of(
                "closed", HolidayTable.parse(List.of("2025-12-31..2026-12-06,OFF")));

        assertThat(DayRolls.FOLLOWING.adjust(lastDay, closedForAYear)).isEqualTo(LocalDate.of(2026, 12, 7));
        assertThat(DayRolls.MODIFIED_FOLLOWING.adjust(lastDay, closedForAYear)).isEqualTo(lastDay.minusDays(1));
    }

    @Test
    void areFoundByTheirNames() {
        for (DayRoll roll : List.of(
                DayRolls.NONE,
                DayRolls.FOLLOWING,
                DayRolls.MODIFIED_FOLLOWING,
                DayRolls.PRECEDING,
                DayRolls.MODIFIED_PRECEDING)) {
            assertThat(DayRolls.of(roll.name())).isSameAs(roll);
        }
        assertThatThrownBy(() -> DayRolls.of("following"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("following")
                .hasMessageContaining("MODIFIED_PRECEDING");
    }
}
