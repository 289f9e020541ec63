package org.leasekit.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the exceptions of a business calendar from text: the weekdays that are off and the weekend days that are
 * worked.
 *
 * <p>One line holds {@code date,kind} or {@code first..last,kind}, both ends of the range in it. Dates are ISO
 * ({@code 2026-01-01}), the kind is {@code OFF} or {@code WORKED}. Everything from {@code #} on is a comment; blank
 * lines and spaces around the fields are ignored.
 */
public final class HolidayTable {

    /** A longer range is taken for a slip of the pen. */
    private static final int MAX_RANGE_DAYS = 366;

    private HolidayTable() {}

    /** What a listed day is, whatever its day of the week. */
    public enum Kind {
        /** Not a business day, even if it is a weekday. */
        OFF,
        /** A business day, even if it is on the weekend. */
        WORKED
    }

    /**
     * One listed day.
     *
     * @param date the day
     * @param kind what it is
     */
    public record Entry(LocalDate date, Kind kind) {
        public Entry {
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * Parses the lines in order; a range becomes one entry for each of its days. Whether entries contradict each other
     * is seen when they are put together in {@link BusinessCalendar#of}.
     *
     * @return unmodifiable, in the order of the lines
     * @throws IllegalArgumentException on a line that does not follow the format, naming its number counted from 1
     */
    public static List<Entry> parse(Iterable<String> lines) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : lines) {
            number++;
            int comment = line.indexOf('#');
            String content = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!content.isEmpty()) {
                parseLine(content, number, entries);
            }
        }
        return List.copyOf(entries);
    }

    private static void parseLine(String content, int number, List<Entry> into) {
        String[] fields = content.split(",", -1);
        if (fields.length != 2) {
            throw bad(number, content, "expected date,kind", null);
        }
        Kind kind = switch (fields[1].strip()) {
            case "OFF" -> Kind.OFF;
            case "WORKED" -> Kind.WORKED;
            default -> throw bad(number, content, "kind must be OFF or WORKED", null);
        };
        String[] ends = fields[0].split("\\.\\.", -1);
        if (ends.length > 2) {
            throw bad(number, content, "expected first..last", null);
        }
        try {
            LocalDate first = LocalDate.parse(ends[0].strip());
            LocalDate last = LocalDate.parse(ends[ends.length - 1].strip());
            long days = ChronoUnit.DAYS.between(first, last) + 1;
            if (days < 1 || days > MAX_RANGE_DAYS) {
                throw bad(number, content, "a range runs forwards and over at most " + MAX_RANGE_DAYS + " days", null);
            }
            first.datesUntil(last.plusDays(1)).forEach(day -> into.add(new Entry(day, kind)));
        } catch (DateTimeParseException e) {
            throw bad(number, content, "dates are written as 2026-01-31", e);
        }
    }

    private static IllegalArgumentException bad(
            int number, String content, String why, @Nullable Throwable cause) {
        return new IllegalArgumentException("line " + number + ": " + why + ": " + content, cause);
    }
}
