package org.leasekit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ICalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate BOUND = LocalDate.of(2027, 1, 1);

    @Test
    void readsAFeedOfPublicHolidays() {
        String feed = String.join("\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "X-WR-CALNAME:中国节假日",
                "BEGIN:VEVENT",
                "UID:spring-2026",
                "SUMMARY:春节",
                "DTSTART;VALUE=DATE:20260215",
                "DTEND;VALUE=DATE:20260224",
                "BEGIN:VALARM",
                "SUMMARY:not the event's own",
                "TRIGGER:-P1D",
                "END:VALARM",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:makeup-2026",
                "SUMMARY:春节\\, 补",
                " 班",
                "DTSTART;VALUE=DATE:20260228",
                "END:VEVENT",
                "END:VCALENDAR",
                "");

        List<CalendarEvent> events = ICalendar.parse(feed, SHANGHAI, BOUND);

        assertThat(events).containsExactly(
                new CalendarEvent.AllDay("spring-2026", "春节", DateRange.of(day(2, 15), day(2, 24))),
                new CalendarEvent.AllDay("makeup-2026", "春节, 补班", DateRange.of(day(2, 28), day(3, 1))));
        BusinessCalendar calendar =
                BusinessCalendar.of("feed", ICalendar.holidays(events, event -> event.summary().endsWith("补班")));
        assertThat(calendar.isBusinessDay(day(2, 23))).isFalse();
        assertThat(calendar.isBusinessDay(day(2, 28))).isTrue();
        assertThat(calendar.businessDaysBetween(day(2, 15), day(3, 1))).isEqualTo(5);
    }

    /** DTSTART in Greenwich, in a zone of its own, in none; each of these is one hour from nine in Shanghai. */
    @ParameterizedTest
    @CsvSource({
        "DTSTART:20260304T010000Z, DTEND:20260304T020000Z",
        "DTSTART;TZID=Asia/Shanghai:20260304T090000, DURATION:PT1H",
        "DTSTART;TZID=\"Europe/Berlin\":20260304T020000, DTEND;TZID=Asia/Tokyo:20260304T110000",
        "DTSTART:20260304T090000, DURATION:PT30M1800S",
        "DTSTART;VALUE=DATE-TIME:20260304T090000, DTEND:20260304T020000Z",
    })
    void readsTimesInTheirZones(String start, String end) {
        assertThat(ICalendar.parse(event(start, end), SHANGHAI, BOUND)).containsExactly(new CalendarEvent.Timed(
                "", "", Instant.parse("2026-03-04T01:00:00Z"), Instant.parse("2026-03-04T02:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FREQ=DAILY;COUNT=3                     | 2026-03-04 2026-03-05 2026-03-06",
        "FREQ=DAILY;INTERVAL=2;UNTIL=20260308   | 2026-03-04 2026-03-06 2026-03-08",
        "FREQ=WEEKLY;UNTIL=20260318T010000Z     | 2026-03-04 2026-03-11 2026-03-18",
        "FREQ=WEEKLY;UNTIL=20260318T005959Z     | 2026-03-04 2026-03-11",
        "FREQ=WEEKLY;UNTIL=20260318T090000      | 2026-03-04 2026-03-11 2026-03-18",
        "FREQ=WEEKLY;BYDAY=WE,MO,FR;COUNT=5     | 2026-03-04 2026-03-06 2026-03-09 2026-03-11 2026-03-13",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=4;WKST=MO | 2026-03-04 2026-03-16 2026-03-18 2026-03-30",
        "FREQ=MONTHLY;COUNT=3                   | 2026-03-04 2026-04-04 2026-05-04",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=4     | 2026-03-04",
    })
    void repeats(String rule, String days) {
        String text = event("DTSTART:20260304T090000", "DURATION:PT1H", "RRULE:" + rule);
        assertThat(ICalendar.parse(text, SHANGHAI, BOUND).stream()
                        .map(event -> ((CalendarEvent.Timed) event).start().atZone(SHANGHAI).toLocalDate().toString()))
                .containsExactly(days.split(" "));
    }

    @Test
    void passesOverMonthsAndYearsThatLackTheDay() {
        assertThat(starts(event("DTSTART;VALUE=DATE:20260131", "RRULE:FREQ=MONTHLY;COUNT=4")))
                .containsExactly(day(1, 31), day(3, 31), day(5, 31), day(7, 31));
        assertThat(ICalendar.parse(
                        event("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"), SHANGHAI, LocalDate.of(2033, 1, 1)))
                .hasSize(3);
    }

    @Test
    void aRuleWithoutEndStopsAtTheBound() {
        assertThat(starts(event("DTSTART;VALUE=DATE:20261229", "RRULE:FREQ=DAILY")))
                .containsExactly(day(12, 29), day(12, 30), day(12, 31));
        assertThat(starts(event("DTSTART;VALUE=DATE:20270101"))).isEmpty();
    }

    /** The length is exact: a night of eight hours stays eight hours where clocks change. */
    @Test
    void anOccurrenceIsAsLongAsTheFirst() {
        String text = event("DTSTART;TZID=Europe/Berlin:20260327T220000", "DTEND;TZID=Europe/Berlin:20260328T060000",
                "RRULE:FREQ=DAILY;COUNT=2");
        CalendarEvent.Timed second = (CalendarEvent.Timed) ICalendar.parse(text, SHANGHAI, BOUND).get(1);
        assertThat(second.start()).isEqualTo(Instant.parse("2026-03-28T21:00:00Z"));
        assertThat(second.endExclusive()).isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
    }

    @Test
    void leavesOutWhatIsExcludedCancelledOrReplaced() {
        String excluded = event("DTSTART:20260304T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3",
                "EXDATE:20260305T010000Z,20260306T090000");
        assertThat(ICalendar.parse(excluded, SHANGHAI, BOUND)).hasSize(1);
        assertThat(ICalendar.parse(event("DTSTART;VALUE=DATE:20260304", "STATUS:CANCELLED"), SHANGHAI, BOUND)).isEmpty();

        String moved = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:m\nDTSTART;VALUE=DATE:20260304\nRRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\n"
                + "BEGIN:VEVENT\nUID:m\nRECURRENCE-ID;VALUE=DATE:20260305\nDTSTART;VALUE=DATE:20260309\nEND:VEVENT\nEND:VCALENDAR";
        assertThat(starts(moved)).containsExactly(day(3, 4), day(3, 9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "DTSTART:2026-03-04                                     | line 3: DTSTART is written as 20260301 or 20260301T090000, but was 2026-03-04",
        "DTSTART;VALUE=DATE:20260230                            | line 3: Invalid date 'FEBRUARY 30'",
        "DTSTART;TZID=China Standard Time:20260304T090000       | line 3: Invalid ID for region-based ZoneId",
        "DTSTART:20260304T090000                                | line 4: the VEVENT that ends here takes no time",
        "DTSTART:20260304T090000^DTEND:20260304T080000          | line 5: the VEVENT that ends here takes no time",
        "DTSTART:20260304T090000^DTEND;VALUE=DATE:20260305      | line 5: DTSTART and DTEND are not both days",
        "DTSTART:20260304^DTEND:20260305^DURATION:P1D           | line 6: the VEVENT that ends here has both",
        "SUMMARY:no start                                       | line 4: the VEVENT that ends here has no DTSTART",
        "DTSTART:20260304^DURATION:1 hour                       | line 4: DURATION is written as P1D or PT8H30M",
        "DTSTART:20260304^RDATE:20260305                        | line 4: RDATE is not read here",
        "DTSTART:20260304^RRULE:FREQ=HOURLY                     | line 4: RRULE is read for FREQ DAILY",
        "DTSTART:20260304^RRULE:FREQ=MONTHLY;BYDAY=1MO          | line 4: RRULE with BYDAY is read for plain weekdays",
        "DTSTART:20260304^RRULE:FREQ=MONTHLY;BYDAY=MO           | line 4: RRULE with BYDAY is read for FREQ=WEEKLY only",
        "DTSTART:20260304^RRULE:FREQ=MONTHLY;BYSETPOS=1         | line 4: RRULE part is not read here: BYSETPOS=1",
        "DTSTART:20260304^RRULE:FREQ=DAILY;COUNT=0              | line 4: RRULE counts from 1, but was 0",
        "DTSTART:20260304^RRULE:FREQ=DAILY;COUNT=1;UNTIL=20260401 | line 4: RRULE has both COUNT and UNTIL",
        "DTSTART:20260304^RRULE:FREQ=DAILY;UNTIL=tomorrow       | line 4: Text 'tomorrow' could not be parsed",
        "DTSTART:20260304^RRULE:FREQ=WEEKLY;BYDAY=MO            | line 5: DTSTART is not one of the days of its RRULE",
        "DTSTART:20260304^RRULE:FREQ=YEARLY;BYMONTH=4           | line 5: RRULE with BYMONTH or BYMONTHDAY is read for the day of DTSTART",
        "BEGIN:VEVENT                                           | line 3: VEVENT within VEVENT",
        "END:VTODO                                              | line 3: END:VTODO ends nothing that is open",
        "no colon                                               | line 3: expected NAME:value, but was no colon",
        "DTSTART;TZID:20260304T090000                           | line 3: expected NAME=value, but was TZID",
    })
    void namesTheLineThatItCannotRead(String lines, String message) {
        assertThatThrownBy(() -> ICalendar.parse(event(lines.split("\\^")), SHANGHAI, BOUND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                                    | the calendar is empty",
        "BEGIN:VEVENT                          | line 1: a calendar begins with BEGIN:VCALENDAR",
        "VERSION:2.0                           | line 1: a calendar begins with BEGIN:VCALENDAR",
        "BEGIN:VCALENDAR                       | the calendar ends within VCALENDAR",
        "BEGIN:VCALENDAR^BEGIN:VEVENT          | the calendar ends within VEVENT",
        "BEGIN:VCALENDAR^BEGIN:VCALENDAR       | line 2: a calendar begins with BEGIN:VCALENDAR",
    })
    void refusesWhatIsNoCalendar(String lines, String message) {
        assertThatThrownBy(() -> ICalendar.parse(lines.replace('^', '\n'), SHANGHAI, BOUND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aFoldedLineNeedsALineBeforeIt() {
        assertThatThrownBy(() -> ICalendar.parse(" BEGIN:VCALENDAR", SHANGHAI, BOUND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 1: a folded line follows no line");
        assertThat(ICalendar.parse("\uFEFFBEGIN:VCALEN\n\tDAR\n\nEND:VCALENDAR", SHANGHAI, BOUND)).isEmpty();
    }

    private static List<LocalDate> starts(String text) {
        return ICalendar.parse(text, SHANGHAI, BOUND).stream()
                .map(event -> ((CalendarEvent.AllDay) event).days().start())
                .toList();
    }

    private static LocalDate day(int month, int dayOfMonth) {
        return LocalDate.of(2026, month, dayOfMonth);
    }

    private static String event(String... lines) {
        return "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + String.join("\n", lines) + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }
}
