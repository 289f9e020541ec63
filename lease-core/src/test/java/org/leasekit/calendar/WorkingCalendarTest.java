package org.leasekit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.application.ShippedCalendars;

/** Cases worked by hand. */
class WorkingCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Shift MORNING = Shift.of("09:00-12:00");
    private static final Shift AFTERNOON = Shift.of("13:00-18:00");
    private static final Shift NIGHT = Shift.of("22:00-06:00");

    private static final WorkingCalendar OFFICE = WorkingHours.in(SHANGHAI)
            .onWeekdays(MORNING, AFTERNOON)
            .holidays(ShippedCalendars.china())
            .calendar("office");

    private static final WorkingCalendar GUARDS = WorkingHours.in(BERLIN)
            .on(List.of(DayOfWeek.values()), List.of(NIGHT))
            .calendar("guards");

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-03-04T09:00, PT8H,    2026-03-04T18:00, eight hours are a day",
        "2026-03-04T11:30, PT1H,    2026-03-04T13:30, lunch does not count",
        "2026-03-04T12:30, PT1H,    2026-03-04T14:00, a start in the lunch hour waits for its end",
        "2026-03-04T11:00, PT1H,    2026-03-04T12:00, done at the start of lunch and not at its end",
        "2026-03-04T17:30, PT1H,    2026-03-05T09:30, the night does not count",
        "2026-03-06T17:00, PT1H,    2026-03-06T18:00, done on Friday evening and not on Monday morning",
        "2026-03-06T17:00, PT1H1S,  2026-03-09T09:00:01, one second more is Monday",
        "2026-03-07T11:00, PT0S,    2026-03-07T11:00, nothing to do is done at once",
        "2026-02-13T17:30, PT1H,    2026-02-14T09:30, Saturday 14 February makes up for the Spring Festival",
        "2026-02-14T17:00, PT2H,    2026-02-24T10:00, the Spring Festival lasts from the 15th to the 23rd",
        "2026-02-13T09:00, PT24H,   2026-02-24T18:00, Friday and Saturday and Tuesday",
        "2026-02-18T15:00, PT8H,    2026-02-24T18:00, from within the festival",
        "2026-02-27T17:00, PT9H,    2026-02-28T18:00, Saturday 28 February makes up too",
        "2025-12-31T17:00, PT2H,    2026-01-04T10:00, Sunday 4 January makes up for New Year",
        "2026-09-30T17:00, PT9H,    2026-10-08T18:00, National Day lasts from the 1st to the 7th",
        "2026-10-09T18:00, PT1H,    2026-10-10T10:00, Saturday 10 October makes up for it",
        "2026-09-24T17:00, PT2H,    2026-09-28T10:00, Mid-Autumn Festival from Friday to Sunday",
        "2026-03-09T10:00, PT-2H,   2026-03-06T17:00, back over a weekend",
        "2026-03-09T10:00, PT-1H,   2026-03-09T09:00, back to the start of an opening and not to the end of the last",
    })
    void addsWorkingTimeInAnOfficeInShanghai(LocalDateTime start, Duration work, LocalDateTime end, String why) {
        assertThat(OFFICE.addWorkingTime(shanghai(start), work)).isEqualTo(shanghai(end));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-02-14T09:00, 2026-03-02T09:00, PT48H, two make-up Saturdays and four days between",
        "2026-02-15T00:00, 2026-02-24T00:00, PT0S,  nothing in the festival",
        "2026-03-04T11:30, 2026-03-04T13:15, PT45M, lunch between",
        "2026-03-04T12:00, 2026-03-04T13:00, PT0S,  lunch alone",
        "2026-03-01T00:00, 2026-04-01T00:00, PT176H, March 2026 has 22 days",
        "2026-01-01T00:00, 2027-01-01T00:00, PT1984H, the year 2026 has 248 days",
    })
    void countsWorkingTimeInAnOfficeInShanghai(LocalDateTime start, LocalDateTime end, Duration work, String why) {
        assertThat(OFFICE.workingTimeBetween(shanghai(start), shanghai(end))).isEqualTo(work);
    }

    @Test
    void countsFractionsOfASecond() {
        Instant nine = shanghai(LocalDateTime.of(2026, 3, 4, 9, 0));
        assertThat(OFFICE.addWorkingTime(nine.minusMillis(250), Duration.ofMillis(500))).isEqualTo(nine.plusMillis(500));
        assertThat(OFFICE.addWorkingTime(nine.plusMillis(750), Duration.ofMillis(500))).isEqualTo(nine.plusMillis(1250));
        Instant noon = nine.plusSeconds(3 * 3600);
        assertThat(OFFICE.addWorkingTime(noon.minusMillis(100), Duration.ofMillis(100))).isEqualTo(noon);
        assertThat(OFFICE.addWorkingTime(noon.minusMillis(100), Duration.ofMillis(101)))
                .isEqualTo(noon.plusSeconds(3600).plusMillis(1));
        assertThat(OFFICE.workingTimeBetween(noon.minusMillis(100), noon.plusMillis(900))).isEqualTo(Duration.ofMillis(100));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-03-27T12:00, 2026-03-28T12:00, PT8H, an ordinary night",
        "2026-03-28T12:00, 2026-03-29T12:00, PT7H, clocks are put forward at two",
        "2026-10-24T12:00, 2026-10-25T12:00, PT9H, clocks are put back at three",
    })
    void aNightIsAsLongAsItReallyIs(LocalDateTime start, LocalDateTime end, Duration work, String why) {
        assertThat(GUARDS.workingTimeBetween(berlin(start), berlin(end))).isEqualTo(work);
        assertThat(GUARDS.addWorkingTime(berlin(start), work)).isEqualTo(berlin(end.toLocalDate().atTime(6, 0)));
    }

    @Test
    void aShiftInTheHourThatIsShownTwiceIsWorkedOnce() {
        WorkingCalendar half = WorkingHours.in(BERLIN).on(DayOfWeek.SUNDAY, Shift.of("02:15-02:45")).calendar("half");
        Instant midnight = berlin(LocalDateTime.of(2026, 10, 25, 0, 0));

        assertThat(half.nextOpening(midnight)).contains(Instant.parse("2026-10-25T00:15:00Z"));
        assertThat(half.nextClosing(Instant.parse("2026-10-25T00:15:00Z"))).contains(Instant.parse("2026-10-25T00:45:00Z"));
        assertThat(half.isOpen(Instant.parse("2026-10-25T01:20:00Z"))).isFalse();
    }

    @Test
    void aShiftInTheHourThatIsSkippedIsNotWorked() {
        WorkingCalendar half = WorkingHours.in(BERLIN).on(DayOfWeek.SUNDAY, Shift.of("02:15-02:45")).calendar("half");
        WorkingCalendar longer = WorkingHours.in(BERLIN).on(DayOfWeek.SUNDAY, Shift.of("02:30-04:00")).calendar("longer");
        Instant start = berlin(LocalDateTime.of(2026, 3, 29, 0, 0));
        Instant end = berlin(LocalDateTime.of(2026, 3, 30, 0, 0));

        assertThat(half.workingTimeBetween(start, end)).isZero();
        assertThat(longer.workingTimeBetween(start, end)).isEqualTo(Duration.ofHours(1));
    }

    /** Whatever was asked first, and so wherever the laid out years begin, in the middle of a night or not. */
    @Test
    void aNightIsWholeWhereverTheLaidOutYearsBegin() {
        for (int hour = 0; hour < 24; hour++) {
            WorkingCalendar fresh = WorkingHours.in(BERLIN)
                    .on(List.of(DayOfWeek.values()), List.of(NIGHT))
                    .calendar("fresh");
            Instant first = berlin(LocalDateTime.of(2026, 6, 10, hour, 0));
            fresh.isOpen(first);
            Instant from = first.minus(Duration.ofDays(366));
            Instant to = first.plus(Duration.ofDays(366));

            assertThat(fresh.workingTimeBetween(from, from.plus(Duration.ofDays(1)))).isEqualTo(Duration.ofHours(8));
            assertThat(fresh.workingTimeBetween(to.minus(Duration.ofDays(1)), to)).isEqualTo(Duration.ofHours(8));
        }
    }

    @Test
    void aNightBeforeAHolidayIsWorkedIntoTheMorning() {
        WorkingCalendar nights = WorkingHours.in(BERLIN)
                .on(List.of(DayOfWeek.values()), List.of(NIGHT))
                .holidays(BusinessCalendar.of(
                        "DE", List.of(new HolidayTable.Entry(LocalDate.of(2026, 5, 1), HolidayTable.Kind.OFF))))
                .calendar("nights");

        assertThat(nights.isOpen(berlin(LocalDateTime.of(2026, 5, 1, 5, 59)))).isTrue();
        assertThat(nights.isOpen(berlin(LocalDateTime.of(2026, 5, 1, 22, 0)))).isFalse();
        assertThat(nights.isOpen(berlin(LocalDateTime.of(2026, 5, 2, 5, 59)))).isFalse();
        assertThat(nights.isOpen(berlin(LocalDateTime.of(2026, 5, 2, 22, 0)))).isTrue();
    }

    @Test
    void neverClosesRoundTheClock() {
        WorkingCalendar always = WorkingCalendar.alwaysOpen();
        Instant start = Instant.parse("2026-03-04T09:00:00Z");

        assertThat(always.name()).isEqualTo("24x7");
        assertThat(always.addWorkingTime(start, Duration.ofDays(30_000))).isEqualTo(start.plus(Duration.ofDays(30_000)));
        assertThat(always.workingTimeBetween(start, start.plusNanos(7))).isEqualTo(Duration.ofNanos(7));
        assertThat(always.nextOpening(start)).contains(start);
        assertThat(always.nextClosing(start)).isEmpty();
        assertThat(always.isKnown(WorkingCalendar.EARLIEST, WorkingCalendar.LATEST_EXCLUSIVE)).isTrue();
    }

    @Test
    void unionAndIntersectionJoinDesksOfSeveralZones() {
        WorkingCalendar asia = WorkingHours.in(SHANGHAI).onWeekdays(Shift.of("09:00-17:00")).calendar("asia");
        WorkingCalendar europe = WorkingHours.in(BERLIN).onWeekdays(Shift.of("09:00-17:00")).calendar("europe");
        // a Wednesday in winter: 01-09 and 08-16 by Greenwich
        Instant start = Instant.parse("2026-01-14T00:00:00Z");
        Instant end = Instant.parse("2026-01-15T00:00:00Z");

        assertThat(asia.union(europe).workingTimeBetween(start, end)).isEqualTo(Duration.ofHours(15));
        assertThat(asia.intersection(europe).workingTimeBetween(start, end)).isEqualTo(Duration.ofHours(1));
        assertThat(asia.union(europe).nextClosing(start.plusSeconds(3600))).contains(Instant.parse("2026-01-14T16:00:00Z"));
        assertThat(asia.intersection(europe).nextOpening(start)).contains(Instant.parse("2026-01-14T08:00:00Z"));
        assertThat(asia.union(europe).name()).isEqualTo("(asia | europe)");
        assertThat(asia.intersection(europe).named("both").name()).isEqualTo("both");
    }

    /** Past the table the weekly pattern alone answers, and says that it does. */
    @Test
    void hasAnAnswerBeyondTheLastKnownYearAndSaysThatItIsAGuess() {
        Instant lastDay = shanghai(LocalDateTime.of(2026, 12, 31, 9, 0));
        Instant due = OFFICE.addWorkingTime(lastDay, Duration.ofHours(16));

        // 1 January 2027 is a Friday that no table calls off yet
        assertThat(due).isEqualTo(shanghai(LocalDateTime.of(2027, 1, 1, 18, 0)));
        assertThat(OFFICE.isKnown(lastDay, due)).isFalse();
        assertThat(OFFICE.isKnown(lastDay, shanghai(LocalDateTime.of(2027, 1, 1, 0, 0)))).isTrue();
        assertThat(OFFICE.isKnown(shanghai(LocalDateTime.of(2024, 1, 1, 0, 0)), lastDay)).isTrue();
        assertThat(OFFICE.isKnown(shanghai(LocalDateTime.of(2023, 12, 31, 23, 59)), lastDay)).isFalse();
        assertThat(OFFICE.union(WorkingCalendar.alwaysOpen()).isKnown(lastDay, due)).isFalse();
        assertThat(GUARDS.isKnown(lastDay, due)).isTrue();
    }

    @Test
    void aNightOutOfAnUnknownYearIsNotKnown() {
        WorkingCalendar nights = WorkingHours.in(SHANGHAI)
                .onWeekdays(NIGHT).holidays(ShippedCalendars.china()).calendar("nights");
        Instant firstMorning = shanghai(LocalDateTime.of(2024, 1, 1, 1, 0));

        assertThat(nights.isKnown(firstMorning, firstMorning)).isFalse();
        assertThat(OFFICE.isKnown(firstMorning, firstMorning)).isTrue();
    }

    @Test
    void aCalendarThatIsNeverOpenHasNoAnswerAndSaysSo() {
        WorkingCalendar never = WorkingHours.in(SHANGHAI).calendar("never");
        Instant start = Instant.parse("2026-03-04T09:00:00Z");

        assertThat(never.nextOpening(start)).isEmpty();
        assertThat(never.findWorkingTime(start, Duration.ofSeconds(1))).isEmpty();
        assertThat(never.findWorkingTime(start, Duration.ofSeconds(-1))).isEmpty();
        assertThat(never.findWorkingTime(start, Duration.ZERO)).contains(start);
        assertThatThrownBy(() -> never.addWorkingTime(start, Duration.ofSeconds(1)))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("never has no working time of PT1S from 2026-03-04T09:00:00Z up to 2200-01-01");
    }

    @Test
    void refusesWhatLiesOutsideItsYearsOrRunsBackwards() {
        Instant start = Instant.parse("2026-03-04T09:00:00Z");
        assertThatThrownBy(() -> OFFICE.isOpen(WorkingCalendar.LATEST_EXCLUSIVE)).isInstanceOf(DateTimeException.class)
                .hasMessage("office answers from 1900-01-01T00:00:00Z up to 2200-01-01T00:00:00Z, not 2200-01-01T00:00:00Z");
        assertThatThrownBy(() -> OFFICE.isOpen(Instant.MIN)).isInstanceOf(DateTimeException.class);
        assertThat(OFFICE.isOpen(WorkingCalendar.EARLIEST)).isFalse();
        assertThat(OFFICE.isOpen(WorkingCalendar.LATEST_EXCLUSIVE.minusNanos(1))).isFalse();
        assertThatThrownBy(() -> OFFICE.workingTimeBetween(start, start.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("endExclusive must not be before start");
        assertThatThrownBy(() -> OFFICE.isKnown(start, start.minusNanos(1))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Asked from many threads at once, near and far, while the horizon grows under it. */
    @Test
    void answersTheSameToManyThreads() {
        List<Duration> work = new ArrayList<>(IntStream.range(0, 4000).mapToObj(i -> Duration.ofHours(7L * i)).toList());
        Instant start = shanghai(LocalDateTime.of(2026, 1, 5, 9, 0));
        WorkingCalendar shared = WorkingHours.in(SHANGHAI).onWeekdays(MORNING, AFTERNOON).calendar("shared");

        List<Instant> ends = work.parallelStream().map(it -> shared.addWorkingTime(start, it)).toList();

        for (int i = 0; i < work.size(); i++) {
            // five days of eight hours a week, so a week's work ends on a Friday at six
            assertThat(shared.workingTimeBetween(start, ends.get(i))).isEqualTo(work.get(i));
        }
        assertThat(ends.get(40)).isEqualTo(shanghai(LocalDateTime.of(2026, 2, 20, 18, 0)));
    }

    private static Instant shanghai(LocalDateTime time) {
        return time.atZone(SHANGHAI).toInstant();
    }

    private static Instant berlin(LocalDateTime time) {
        return time.atZone(BERLIN).toInstant();
    }
}
