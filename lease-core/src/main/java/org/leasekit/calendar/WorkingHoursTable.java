package org.leasekit.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link WorkingHours} from a plain table, such as
 * <pre>
 * zone,Asia/Shanghai
 * MON..FRI,09:00-12:00,13:00-18:00
 * SAT,10:00-14:00
 * MAKEUP,09:00-12:00,13:00-18:00               # make-up days on a weekday without hours
 * 2026-02-15..2026-02-23,OFF                   # holidays, both ends in the range
 * 2026-02-14,WORKED
 * 2026-12-31,09:00-12:00                       # hours of that day alone
 * 2026-03-03T10:00..2026-03-03T11:30,CLOSED    # once, the end not in it
 * 2026-03-08T22:00..2026-03-09T02:00,OPEN
 * </pre>
 * The zone comes first. {@code OFF} and {@code WORKED} follow the rules of {@link HolidayTable}; if there is such a
 * line, the years of these lines are the known ones. Everything from {@code #} on is a comment; blank lines and spaces
 * around the fields are ignored.
 */
public final class WorkingHoursTable {

    private static final String RANGE = "..";

    /** What follows the zone: set line by line. */
    private final List<HolidayTable.Entry> holidays = new ArrayList<>();
    private WorkingHours hours;

    private WorkingHoursTable(ZoneId zone) {
        this.hours = WorkingHours.in(zone);
    }

    /**
     * Parses the lines; a later line about the same thing takes the place of an earlier one.
     *
     * @throws IllegalArgumentException on a line that does not follow the format, naming its number counted from 1
     */
    public static WorkingHours parse(Iterable<String> lines) {
        WorkingHoursTable table = null;
        int number = 0;
        for (String line : lines) {
            number++;
            int comment = line.indexOf('#');
            String content = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (content.isEmpty()) {
                continue;
            }
            try {
                String[] fields = Arrays.stream(content.split(",", -1)).map(String::strip).toArray(String[]::new);
                if (table == null) {
                    table = new WorkingHoursTable(zone(fields));
                } else {
                    table.take(content, fields);
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage() + ": " + content, e);
            }
        }
        if (table == null) {
            throw new IllegalArgumentException("the table is empty: the first line is zone,NAME");
        }
        return table.finish();
    }

    private static ZoneId zone(String[] fields) {
        if (fields.length != 2 || !fields[0].equals("zone")) {
            throw new IllegalArgumentException("the first line is zone,NAME");
        }
        return ZoneId.of(fields[1]);
    }

    private WorkingHours finish() {
        return holidays.isEmpty() ? hours : hours.holidays(BusinessCalendar.of("table", holidays));
    }

    private void take(String content, String[] fields) {
        if (fields.length < 2) {
            throw new IllegalArgumentException("expected what,hours");
        }
        String what = fields[0];
        String kind = fields[1];
        if (kind.equals("OFF") || kind.equals("WORKED")) {
            holidays.addAll(holiday(content));
        } else if (kind.equals("OPEN") || kind.equals("CLOSED")) {
            only(fields, 2);
            once(what, kind.equals("OPEN"));
        } else if (what.equals("MAKEUP")) {
            hours = hours.onMakeUpDays(shifts(fields));
        } else if (!what.isEmpty() && Character.isDigit(what.charAt(0))) {
            hours = hours.onDay(LocalDate.parse(what), shifts(fields));
        } else {
            hours = hours.on(weekdays(what), List.of(shifts(fields)));
        }
    }

    private static List<HolidayTable.Entry> holiday(String content) {
        try {
            return HolidayTable.parse(List.of(content));
        } catch (IllegalArgumentException e) {
            // its own count of lines knows of this one alone
            throw new IllegalArgumentException("a holiday is written as first..last,OFF or day,WORKED", e);
        }
    }

    private void once(String range, boolean open) {
        int middle = range.indexOf(RANGE);
        if (middle < 0) {
            throw new IllegalArgumentException("expected start..end");
        }
        LocalDateTime start = LocalDateTime.parse(range.substring(0, middle).strip());
        LocalDateTime end = LocalDateTime.parse(range.substring(middle + RANGE.length()).strip());
        hours = open ? hours.opened(start, end) : hours.closed(start, end);
    }

    private static Shift[] shifts(String[] fields) {
        if (fields[1].equals("NONE")) {
            only(fields, 2);
            return new Shift[0];
        }
        return Arrays.stream(fields, 1, fields.length).map(Shift::of).toArray(Shift[]::new);
    }

    private static Set<DayOfWeek> weekdays(String text) {
        int middle = text.indexOf(RANGE);
        if (middle < 0) {
            return Set.of(weekday(text));
        }
        DayOfWeek first = weekday(text.substring(0, middle).strip());
        DayOfWeek last = weekday(text.substring(middle + RANGE.length()).strip());
        Set<DayOfWeek> all = EnumSet.of(first);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            all.add(day.plus(1));
        }
        return all;
    }

    private static DayOfWeek weekday(String text) {
        @Nullable DayOfWeek found = null;
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equals(text.toUpperCase(Locale.ROOT))) {
                found = day;
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("a weekday is one of MON, TUE, WED, THU, FRI, SAT, SUN");
        }
        return found;
    }

    private static void only(String[] fields, int count) {
        if (fields.length != count) {
            throw new IllegalArgumentException("expected " + count + " fields");
        }
    }
}
