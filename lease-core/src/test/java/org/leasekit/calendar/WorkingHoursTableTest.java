package org.leasekit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTableTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final WorkingHours HOURS = WorkingHoursTable.parse("""
            # the desk in the lobby
            zone,Asia/Shanghai

            MON..FRI, 09:00-12:00, 13:00-18:00   # lunch between
            SAT,10:00-14:00
            SUN..SUN,NONE
            MAKEUP,09:00-12:00
            2026-02-15..2026-02-23,OFF
            2026-03-08,WORKED
            2026-03-09,09:00-12:00
            2026-03-10,NONE
            2026-03-03T10:00..2026-03-03T11:30,CLOSED
            2026-03-15T22:00..2026-03-16T02:00,OPEN
            """.lines().toList());

    @ParameterizedTest
    @CsvSource({
        "2026-03-04, PT8H",
        "2026-03-07, PT4H",
        "2026-03-01, PT0S",
        "2026-02-16, PT0S",
        "2026-02-21, PT0S",
        "2026-03-08, PT3H",
        "2026-03-09, PT3H",
        "2026-03-10, PT0S",
        "2026-03-03, PT6H30M",
        "2026-03-15, PT2H",
        "2026-03-16, PT10H",
    })
    void readsEveryKindOfLine(LocalDate day, Duration worked) {
        WorkingCalendar calendar = HOURS.calendar("desk");
        Instant start = day.atStartOfDay(SHANGHAI).toInstant();
        assertThat(calendar.workingTimeBetween(start, start.plus(Duration.ofDays(1)))).isEqualTo(worked);
    }

    @Test
    void knowsTheYearsOfItsHolidays() {
        Instant newYear = LocalDateTime.of(2027, 1, 1, 0, 0).atZone(SHANGHAI).toInstant();
        assertThat(HOURS.calendar("desk").isKnown(newYear.minusSeconds(1), newYear)).isTrue();
        assertThat(HOURS.calendar("desk").isKnown(newYear, newYear)).isFalse();
        WorkingHours plain = WorkingHoursTable.parse("zone,UTC\nMON,09:00-10:00".lines().toList());
        assertThat(plain.calendar("plain").isKnown(newYear, newYear)).isTrue();
    }

    @Test
    void aRangeOfWeekdaysMayRunOverTheWeekend() {
        WorkingHours hours = WorkingHoursTable.parse("zone,UTC\nfri..mon,09:00-10:00".lines().toList());
        LocalDate thursday = LocalDate.of(2026, 3, 5);
        assertThat(thursday.datesUntil(thursday.plusDays(7)).map(day -> hours.shiftsOn(day).size()))
                .containsExactly(0, 1, 1, 1, 1, 0, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MON,09:00-10:00                       | line 1: the first line is zone,NAME: MON,09:00-10:00",
        "zone,Asia/Atlantis                    | line 1: Unknown time-zone ID: Asia/Atlantis: zone,Asia/Atlantis",
        "zone,UTC;MON                          | line 2: expected what,hours: MON",
        "zone,UTC;MOO,09:00-10:00              | line 2: a weekday is one of MON, TUE, WED, THU, FRI, SAT, SUN: MOO,09:00-10:00",
        "zone,UTC;;MON,9-10                    | line 3: a shift is written as 09:00-12:00, but was 9-10: MON,9-10",
        "zone,UTC;2026-02-30,09:00-10:00       | line 2: Text '2026-02-30' could not be parsed",
        "zone,UTC;2026-02-23..2026-02-15,OFF   | line 2: a holiday is written as first..last,OFF or day,WORKED",
        "zone,UTC;2026-02-15,OFF,OFF           | line 2: a holiday is written as",
        "zone,UTC;2026-02-15T09:00,CLOSED      | line 2: expected start..end",
        "zone,UTC;2026-02-15T09:00..2026-02-15T08:00,OPEN | line 2: endExclusive must be after start",
        "zone,UTC;MON,NONE,09:00-10:00         | line 2: expected 2 fields",
        "zone,UTC;,09:00-10:00                 | line 2: a weekday is one of",
    })
    void namesTheLineThatIsWrong(String table, String message) {
        assertThatThrownBy(() -> WorkingHoursTable.parse(List.of(table.split(";"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void contradictionsAndEmptinessAreRefused() {
        assertThatThrownBy(() -> WorkingHoursTable.parse("zone,UTC\n2026-01-01,OFF\n2026-01-01,WORKED".lines().toList()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both OFF and WORKED");
        assertThatThrownBy(() -> WorkingHoursTable.parse("# nothing".lines().toList()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the table is empty");
    }
}
