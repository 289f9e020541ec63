package org.leasekit.benchmarks;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.HolidayTable;
import org.leasekit.calendar.Shift;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.calendar.WorkingHours;

/** An office over some years up to 2026, with eleven holidays in each, and instants scattered over them. */
record Years(int count) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int FIRST_HOUR = 9;
    static final int LAST_HOUR = 17;

    /** As many as a processor cannot learn by heart which way its searches go. */
    static final int INSTANTS = 1 << 14;

    LocalDate first() {
        return LocalDate.of(2027 - count, 1, 1);
    }

    LocalDate endExclusive() {
        return LocalDate.of(2027, 1, 1);
    }

    List<LocalDate> holidays() {
        return first().datesUntil(endExclusive())
                .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .filter(day -> day.getDayOfYear() % 33 == 1)
                .toList();
    }

    /** Eight hours a day, in one piece as the peers have it or with an hour for lunch. */
    WorkingCalendar calendar(Shift... shifts) {
        List<HolidayTable.Entry> off = holidays().stream()
                .map(day -> new HolidayTable.Entry(day, HolidayTable.Kind.OFF))
                .toList();
        WorkingCalendar calendar =
                WorkingHours.in(ZONE).onWeekdays(shifts).holidays(BusinessCalendar.of("bench", off)).calendar("bench");
        // laid out over these years before anything is measured
        calendar.workingTimeBetween(at(first()), at(endExclusive()));
        return calendar;
    }

    /** At any second of these years but the last three months, so that what starts then ends within them. */
    Instant[] starts() {
        long from = at(first()).getEpochSecond();
        long to = at(endExclusive().minusMonths(3)).getEpochSecond();
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, INSTANTS)
                .mapToObj(i -> Instant.ofEpochSecond(random.nextLong(from, to)))
                .toArray(Instant[]::new);
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
