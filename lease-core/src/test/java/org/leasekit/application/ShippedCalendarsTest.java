package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.BusinessCalendar;

class ShippedCalendarsTest {

    private final BusinessCalendar china = ShippedCalendars.china();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2024 | 01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07 \
            | 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12
            2025 | 01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08 \
            | 01-26 02-08 04-27 09-28 10-11
            2026 | 01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07 \
            | 01-04 02-14 02-28 05-09 09-20 10-10
            """)
    void followsTheNoticeOnEveryDayOfTheYear(int year, String off, String worked) {
        Set<LocalDate> offDays = days(year, off);
        Set<LocalDate> workedDays = days(year, worked);
        Predicate<LocalDate> weekend =
                day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;

        assertThat(workedDays).allMatch(weekend);
        assertThat(year(year)).allSatisfy(day -> {
            boolean expected = workedDays.contains(day) || !offDays.contains(day) && !weekend.test(day);
            assertThat(china.isBusinessDay(day)).as("%s", day).isEqualTo(expected);
            assertThat(china.isKnown(day)).isTrue();
        });
    }

    /** Weekdays of the year, less the holidays on weekdays, plus the make-up days: counted by hand from the notices. */
    @ParameterizedTest
    @CsvSource({
        "2024, 262, 19, 8",
        "2025, 261, 18, 5",
        "2026, 261, 19, 6",
    })
    void hasAsManyBusinessDaysAsTheNoticeLeaves(
            int year, long weekdays, long weekdaysOff, long madeUp) {
        assertThat(china.businessDaysBetween(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)))
                .isEqualTo(weekdays - weekdaysOff + madeUp);
    }

    @Test
    void isNamedReadOnceAndModestBeyondItsYears() {
        assertThat(china.name()).isEqualTo("CN");
        assertThat(ShippedCalendars.china()).isSameAs(china);
        assertThat(china.isKnown(LocalDate.of(2023, 12, 31))).isFalse();
        assertThat(china.isKnown(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(china.isBusinessDay(LocalDate.of(2027, 1, 1))).isTrue();
    }

    private static Stream<LocalDate> year(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private static Set<LocalDate> days(int year, String words) {
        return Arrays.stream(words.strip().split(" +"))
                .flatMap(word -> {
                    String[] ends = word.split("\\.\\.");
                    LocalDate first = LocalDate.parse(year + "-" + ends[0]);
                    LocalDate last = LocalDate.parse(year + "-" + ends[ends.length - 1]);
                    return first.datesUntil(last.plusDays(1));
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
