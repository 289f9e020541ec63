package org.leasekit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A rule of recurrence, as far as it is read here; what is not read is an error. */
final class Recurrence {

    private static final Set<String> READ =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "WKST");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private enum Frequency { DAILY, WEEKLY, MONTHLY, YEARLY }

    /**
     * The last start there may be.
     *
     * @param local its time on the wall, or the last second of its day
     * @param utc whether that wall is in Greenwich
     */
    private record Until(LocalDateTime local, boolean utc) {
        static Until parse(String text) {
            if (!text.contains("T")) {
                LocalDate day = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
                return new Until(day.plusDays(1).atStartOfDay().minusSeconds(1), false);
            }
            boolean utc = text.endsWith("Z");
            String time = utc ? text.substring(0, text.length() - 1) : text;
            return new Until(LocalDateTime.parse(time, LOCAL), utc);
        }

        boolean isPast(VEvent.When start) {
            return utc && !start.isDay()
                    ? start.instant().isAfter(local.toInstant(ZoneOffset.UTC))
                    : start.local().isAfter(local);
        }
    }

    private final Frequency frequency;
    private final int interval;
    private final @Nullable Integer count;
    private final @Nullable Until until;
    private final Set<DayOfWeek> weekdays;
    private final @Nullable String month;
    private final @Nullable String dayOfMonth;

    private Recurrence(Map<String, String> parts) {
        this.frequency = frequency(parts.getOrDefault("FREQ", ""));
        this.interval = positive(parts.getOrDefault("INTERVAL", "1"));
        String times = parts.get("COUNT");
        this.count = times == null ? null : Integer.valueOf(positive(times));
        String last = parts.get("UNTIL");
        this.until = last == null ? null : Until.parse(last);
        this.weekdays = weekdays(parts.get("BYDAY"));
        this.month = parts.get("BYMONTH");
        this.dayOfMonth = parts.get("BYMONTHDAY");
        if (count != null && until != null) {
            throw new IllegalArgumentException("RRULE has both COUNT and UNTIL");
        }
        if (!weekdays.isEmpty() && frequency != Frequency.WEEKLY) {
            throw new IllegalArgumentException("RRULE with BYDAY is read for FREQ=WEEKLY only");
        }
        if (interval > 1 && frequency == Frequency.WEEKLY && !parts.getOrDefault("WKST", "MO").equals("MO")) {
            throw new IllegalArgumentException("RRULE with another WKST than MO is not read here");
        }
    }

    static Recurrence parse(String value) {
        Map<String, String> parts = new HashMap<>();
        for (String part : value.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0 || !READ.contains(part.substring(0, equals))) {
                throw new IllegalArgumentException("RRULE part is not read here: " + part);
            }
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return new Recurrence(parts);
    }

    /** Refuses a rule that would need another start, or days that the start does not have. */
    void check(LocalDateTime start) {
        boolean sameMonth = month == null
                || frequency == Frequency.YEARLY && month.equals(String.valueOf(start.getMonthValue()));
        boolean sameDay = dayOfMonth == null
                || (frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY && month != null)
                        && dayOfMonth.equals(String.valueOf(start.getDayOfMonth()));
        if (!sameMonth || !sameDay) {
            throw new IllegalArgumentException("RRULE with BYMONTH or BYMONTHDAY is read for the day of DTSTART only");
        }
        if (!weekdays.isEmpty() && !weekdays.contains(start.getDayOfWeek())) {
            throw new IllegalArgumentException("DTSTART is not one of the days of its RRULE");
        }
    }

    /**
     * When occurrences start, in order.
     *
     * @param bound how a time on the wall is bound to the event's zone, for an end that is given as an instant
     * @param untilExclusive the first day on which none starts
     */
    List<LocalDateTime> starts(
            LocalDateTime first, Function<LocalDateTime, VEvent.When> bound, LocalDate untilExclusive) {
        List<LocalDateTime> starts = new ArrayList<>();
        for (long step = 0; ; step++) {
            LocalDateTime period = periodStart(first, Math.multiplyExact(step, interval));
            if (!period.toLocalDate().isBefore(untilExclusive)) {
                return starts;
            }
            for (LocalDateTime start : inPeriod(first, period)) {
                boolean over = !start.toLocalDate().isBefore(untilExclusive)
                        || count != null && starts.size() == count
                        || until != null && until.isPast(bound.apply(start));
                if (over) {
                    return starts;
                }
                starts.add(start);
            }
        }
    }

    private LocalDateTime periodStart(LocalDateTime first, long steps) {
        return switch (frequency) {
            case DAILY -> first.plusDays(steps);
            case WEEKLY -> first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(steps);
            case MONTHLY -> first.withDayOfMonth(1).plusMonths(steps);
            case YEARLY -> first.withDayOfMonth(1).plusYears(steps);
        };
    }

    private List<LocalDateTime> inPeriod(LocalDateTime first, LocalDateTime period) {
        return switch (frequency) {
            case DAILY -> List.of(period);
            case WEEKLY -> (weekdays.isEmpty() ? Set.of(first.getDayOfWeek()) : weekdays).stream()
                    .map(day -> period.with(TemporalAdjusters.nextOrSame(day)))
                    .filter(start -> !start.isBefore(first))
                    .toList();
            // a month that lacks the day is passed over
            case MONTHLY, YEARLY -> first.getDayOfMonth() <= period.toLocalDate().lengthOfMonth()
                    ? List.of(period.withDayOfMonth(first.getDayOfMonth()))
                    : List.of();
        };
    }

    private static Frequency frequency(String text) {
        for (Frequency frequency : Frequency.values()) {
            if (frequency.name().equals(text)) {
                return frequency;
            }
        }
        throw new IllegalArgumentException("RRULE is read for FREQ DAILY, WEEKLY, MONTHLY and YEARLY, not " + text);
    }

    private static int positive(String text) {
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (number < 1) {
            throw new IllegalArgumentException("RRULE counts from 1, but was " + text);
        }
        return number;
    }

    private static Set<DayOfWeek> weekdays(@Nullable String text) {
        Set<DayOfWeek> days = new TreeSet<>();
        if (text == null) {
            return days;
        }
        for (String one : text.split(",", -1)) {
            int index = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU").indexOf(one);
            if (index < 0) {
                throw new IllegalArgumentException("RRULE with BYDAY is read for plain weekdays, not " + one);
            }
            days.add(DayOfWeek.of(index + 1));
        }
        return days;
    }
}
