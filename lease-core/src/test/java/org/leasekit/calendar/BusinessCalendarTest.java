package org.leasekit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.calendar.HolidayTable.Entry;
import org.leasekit.calendar.HolidayTable.Kind;

class BusinessCalendarTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 3, 7);

    @Test
    void knowsWeekends() {
        BusinessCalendar calendar = BusinessCalendar.weekends("office");

        assertThat(calendar.name()).isEqualTo("office");
        assertThat(MONDAY.datesUntil(MONDAY.plusDays(7)).map(calendar::isBusinessDay))
                .containsExactly(true, true, true, true, true, false, false);
        assertThat(calendar.next(SATURDAY.minusDays(1))).isEqualTo(MONDAY.plusDays(7));
        assertThat(calendar.previous(MONDAY)).isEqualTo(MONDAY.minusDays(3));
        assertThat(calendar.isKnown(LocalDate.of(1900, 1, 1))).isTrue();
    }

    @Test
    void knowsEveryDay() {
        BusinessCalendar calendar = BusinessCalendar.everyDay();

        assertThat(calendar.next(SATURDAY)).isEqualTo(SATURDAY.plusDays(1));
        assertThat(calendar.plusBusinessDays(SATURDAY, -400)).isEqualTo(SATURDAY.minusDays(400));
        assertThat(calendar.businessDaysBetween(MONDAY, MONDAY.plusYears(4))).isEqualTo(1461);
        assertThat(calendar.isKnown(SATURDAY)).isTrue();
    }

    @Test
    void followsTheTableAndKnowsItsYearsOnly() {
        BusinessCalendar calendar = BusinessCalendar.of(
                "site", List.of(new Entry(MONDAY, Kind.OFF), new Entry(SATURDAY, Kind.WORKED)));

        assertThat(calendar.isBusinessDay(MONDAY)).isFalse();
        assertThat(calendar.isBusinessDay(SATURDAY)).isTrue();
        assertThat(calendar.nextOrSame(MONDAY)).isEqualTo(MONDAY.plusDays(1));
        assertThat(calendar.previousOrSame(SATURDAY)).isEqualTo(SATURDAY);
        assertThat(calendar.businessDaysBetween(MONDAY, MONDAY.plusDays(7))).isEqualTo(5);
        assertThat(calendar.isKnown(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(calendar.isKnown(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(calendar.isKnown(LocalDate.of(2027, 1, 1))).isFalse();
    }

    @Test
    void tellsWhatTheTableListsEvenIfThePatternSaysSoAnyway() {
        BusinessCalendar calendar = BusinessCalendar.of(
                "site", List.of(new Entry(SATURDAY, Kind.OFF), new Entry(MONDAY, Kind.WORKED)));

        assertThat(calendar.listed(SATURDAY)).contains(Kind.OFF);
        assertThat(calendar.listed(MONDAY)).contains(Kind.WORKED);
        assertThat(calendar.listed(SATURDAY.plusDays(1))).isEmpty();
        assertThat(BusinessCalendar.everyDay().listed(SATURDAY)).isEmpty();
    }

    @Test
    void takesListedDaysThatThePatternHasAnyway() {
        List<Entry> same = List.of(
                new Entry(SATURDAY, Kind.OFF), new Entry(MONDAY, Kind.WORKED), new Entry(MONDAY, Kind.WORKED));

        BusinessCalendar calendar = BusinessCalendar.of("same", same);

        assertThat(calendar.businessDaysBetween(MONDAY, MONDAY.plusDays(7))).isEqualTo(5);
        assertThat(calendar.isKnown(MONDAY)).isTrue();
    }

    @Test
    void refusesADayThatIsBothOffAndWorked() {
        List<Entry> entries = List.of(new Entry(MONDAY, Kind.OFF), new Entry(MONDAY, Kind.WORKED));

        assertThatThrownBy(() -> BusinessCalendar.of("torn", entries))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entries call 2026-03-02 both OFF and WORKED");
    }

    @Test
    void countsNothingInAnEmptyRangeAndRefusesABackwardOne() {
        BusinessCalendar calendar = BusinessCalendar.weekends("office");

        assertThat(calendar.businessDaysBetween(MONDAY, MONDAY)).isZero();
        assertThatThrownBy(() -> calendar.businessDaysBetween(MONDAY, MONDAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("endExclusive");
    }

    @Test
    void answersFarBeforeTheEpochAndFarAfterIt() {
        BusinessCalendar calendar = BusinessCalendar.weekends("office");

        // 1600-01-01 and 2400-01-01 were and will be a Saturday: 400 years have 146,097 days, whole weeks.
        assertThat(calendar.isBusinessDay(LocalDate.of(1600, 1, 1))).isFalse();
        assertThat(calendar.businessDaysBetween(LocalDate.of(1600, 1, 1), LocalDate.of(2000, 1, 1)))
                .isEqualTo(146_097 / 7 * 5);
        assertThat(calendar.plusBusinessDays(LocalDate.of(2000, 1, 3), 146_097 / 7 * 5))
                .isEqualTo(LocalDate.of(2400, 1, 3));
    }

    @Test
    void staysOnTheDateForZeroDaysWorkedOrNot() {
        assertThat(BusinessCalendar.weekends("office").plusBusinessDays(SATURDAY, 0)).isEqualTo(SATURDAY);
    }
}
