package org.leasekit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 3, 7);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 8);
    private static final Shift DAY = Shift.of("09:00-17:00");
    private static final Shift SHORT = Shift.of("10:00-14:00");

    private static final WorkingHours HOURS = WorkingHours.in(SHANGHAI).onWeekdays(DAY).on(DayOfWeek.SATURDAY, SHORT);

    @Test
    void aDayHasTheShiftsOfItsWeekday() {
        assertThat(HOURS.shiftsOn(MONDAY)).containsExactly(DAY);
        assertThat(HOURS.shiftsOn(SATURDAY)).containsExactly(SHORT);
        assertThat(HOURS.shiftsOn(SUNDAY)).isEmpty();
        assertThat(HOURS.on(DayOfWeek.MONDAY).shiftsOn(MONDAY)).isEmpty();
        assertThat(HOURS.zone()).isEqualTo(SHANGHAI);
    }

    @Test
    void aListedDayOffHasNoneEvenOnASaturdayThatIsUsuallyWorked() {
        WorkingHours hours = HOURS.holidays(listed(SATURDAY, HolidayTable.Kind.OFF));
        assertThat(hours.shiftsOn(SATURDAY)).isEmpty();
        assertThat(hours.shiftsOn(SATURDAY.plusWeeks(1))).containsExactly(SHORT);
    }

    @Test
    void aMakeUpDayHasItsWeekdaysShiftsOrThoseOfMakeUpDaysOrThoseOfMonday() {
        WorkingHours saturday = HOURS.holidays(listed(SATURDAY, HolidayTable.Kind.WORKED));
        WorkingHours sunday = HOURS.holidays(listed(SUNDAY, HolidayTable.Kind.WORKED));
        assertThat(saturday.shiftsOn(SATURDAY)).containsExactly(SHORT);
        assertThat(sunday.shiftsOn(SUNDAY)).containsExactly(DAY);
        assertThat(sunday.onMakeUpDays(SHORT).shiftsOn(SUNDAY)).containsExactly(SHORT);
        assertThat(sunday.onMakeUpDays().shiftsOn(SUNDAY)).isEmpty();
    }

    @Test
    void theDaysOfABusinessCalendarAreWorkedAndNoOthers() {
        WorkingHours office = WorkingHours.in(SHANGHAI).onBusinessDays(listed(SATURDAY, HolidayTable.Kind.WORKED), DAY, SHORT);
        assertThat(office.shiftsOn(MONDAY)).containsExactly(DAY, SHORT);
        assertThat(office.shiftsOn(SATURDAY)).containsExactly(DAY, SHORT);
        assertThat(office.shiftsOn(SUNDAY)).isEmpty();
        assertThat(office.shiftsOn(SATURDAY.plusWeeks(1))).isEmpty();
        WorkingHours off = WorkingHours.in(SHANGHAI).onBusinessDays(listed(MONDAY, HolidayTable.Kind.OFF), DAY);
        assertThat(off.shiftsOn(MONDAY)).isEmpty();
        assertThat(WorkingHours.in(SHANGHAI).onBusinessDays(BusinessCalendar.everyDay(), DAY).shiftsOn(SUNDAY))
                .containsExactly(DAY);
    }

    @Test
    void aDaysOwnHoursComeBeforeEverythingElse() {
        WorkingHours hours = HOURS.holidays(listed(MONDAY, HolidayTable.Kind.OFF)).onDay(MONDAY, SHORT).onDay(SATURDAY);
        assertThat(hours.shiftsOn(MONDAY)).containsExactly(SHORT);
        assertThat(hours.shiftsOn(SATURDAY)).isEmpty();
    }

    @Test
    void ofOpeningsAndClosuresTheOneSetLaterHolds() {
        LocalDateTime nine = MONDAY.atTime(9, 0);
        WorkingHours closed = HOURS.closed(nine, MONDAY.atTime(13, 0));
        WorkingHours reopened = closed.opened(MONDAY.atTime(11, 0), MONDAY.atTime(12, 0));
        WorkingHours closedAgain = reopened.closed(MONDAY.atTime(11, 30), MONDAY.atTime(12, 0));

        assertThat(workedOn(closed, MONDAY)).isEqualTo(Duration.ofHours(4));
        assertThat(workedOn(reopened, MONDAY)).isEqualTo(Duration.ofHours(5));
        assertThat(workedOn(closedAgain, MONDAY)).isEqualTo(Duration.ofMinutes(270));
        assertThat(workedOn(HOURS.opened(SUNDAY.atTime(8, 0), SUNDAY.atTime(9, 30)), SUNDAY))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(workedOn(HOURS, MONDAY)).as("the terms that all this came from").isEqualTo(Duration.ofHours(8));
    }

    @Test
    void closesWholeDaysFromMidnightToMidnight() {
        WorkingHours nights = WorkingHours.in(SHANGHAI).onWeekdays(Shift.of("22:00-06:00"));
        WorkingHours closed = nights.closed(DateRange.ofClosed(MONDAY.plusDays(1), MONDAY.plusDays(1)));

        // Monday's night ends at midnight, and Tuesday's does not start but for its morning on Wednesday
        assertThat(workedOn(nights, MONDAY.plusDays(1))).isEqualTo(Duration.ofHours(8));
        assertThat(workedOn(closed, MONDAY.plusDays(1))).isZero();
        assertThat(workedOn(closed, MONDAY)).isEqualTo(Duration.ofHours(2));
        assertThat(workedOn(closed, MONDAY.plusDays(2))).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void takesTheTimesOfEvents() {
        Instant noon = MONDAY.atTime(12, 0).atZone(SHANGHAI).toInstant();
        List<CalendarEvent> events = List.of(
                new CalendarEvent.AllDay("a", "stocktaking", DateRange.ofClosed(SATURDAY, SUNDAY)),
                new CalendarEvent.Timed("b", "staff meeting", noon, noon.plusSeconds(3600)));

        assertThat(workedOn(HOURS.closed(events), SATURDAY)).isZero();
        assertThat(workedOn(HOURS.closed(events), MONDAY)).isEqualTo(Duration.ofHours(7));
        assertThat(workedOn(HOURS.opened(events), SUNDAY)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void shiftsThatOverlapOrTouchCountOnce() {
        WorkingHours hours = WorkingHours.in(ZoneOffset.UTC)
                .on(DayOfWeek.MONDAY, Shift.of("13:00-17:00"), Shift.of("09:00-13:00"), Shift.of("16:00-18:00"));
        WorkingCalendar calendar = hours.calendar("overlapping");

        assertThat(workedOn(hours, MONDAY)).isEqualTo(Duration.ofHours(9));
        assertThat(calendar.nextClosing(MONDAY.atTime(9, 0).toInstant(ZoneOffset.UTC)))
                .contains(MONDAY.atTime(18, 0).toInstant(ZoneOffset.UTC));
    }

    @Test
    void refusesWhatRunsBackwards() {
        assertThatThrownBy(() -> HOURS.closed(MONDAY.atTime(9, 0), MONDAY.atTime(9, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("endExclusive must be after start");
    }

    @Test
    void readsAndWritesShifts() {
        assertThat(Shift.of(" 09:00 - 12:00 ")).isEqualTo(new Shift(LocalTime.of(9, 0), LocalTime.NOON)).hasToString("09:00-12:00");
        assertThat(Shift.of("18:00-24:00")).isEqualTo(new Shift(LocalTime.of(18, 0), LocalTime.MIDNIGHT)).hasToString("18:00-24:00");
        assertThat(Shift.of("00:00-24:00")).isEqualTo(Shift.ALL_DAY);
        assertThat(Shift.of("22:00-06:00").endsNextDay()).isTrue();
        assertThat(Shift.of("22:00-06:00").endOn(MONDAY)).isEqualTo(MONDAY.plusDays(1).atTime(6, 0));
        assertThat(Shift.of("09:00-12:00").endOn(MONDAY)).isEqualTo(MONDAY.atTime(12, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "09:00", "9-12", "09:00-12:00-13:00", "09:00-25:00", "24:00-06:00", "09:00-12:00.5"})
    void refusesWhatIsNoShift(String text) {
        assertThatThrownBy(() -> Shift.of(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a shift is written as 09:00-12:00");
    }

    @Test
    void refusesFractionsOfASecond() {
        assertThatThrownBy(() -> new Shift(LocalTime.of(9, 0, 0, 1), LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("whole second");
    }

    private static Duration workedOn(WorkingHours hours, LocalDate day) {
        return hours.calendar("test").workingTimeBetween(
                day.atStartOfDay(hours.zone()).toInstant(), day.plusDays(1).atStartOfDay(hours.zone()).toInstant());
    }

    private static BusinessCalendar listed(LocalDate day, HolidayTable.Kind kind) {
        return BusinessCalendar.of("listed", List.of(new HolidayTable.Entry(day, kind)));
    }
}
