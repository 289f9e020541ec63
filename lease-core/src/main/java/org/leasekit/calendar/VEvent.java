package org.leasekit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One event while its lines are read, and what they come to. */
final class VEvent {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})(Z?)");
    private static final Pattern LENGTH =
            Pattern.compile("\\+?P(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");

    /**
     * A day, or a time in a zone.
     *
     * @param local the time on the wall; midnight for a day
     * @param zone null for a day
     */
    record When(LocalDateTime local, @Nullable ZoneId zone) {
        boolean isDay() {
            return zone == null;
        }

        Instant instant() {
            return local.atZone(zone == null ? ZoneOffset.UTC : zone).toInstant();
        }

        When at(LocalDateTime other) {
            return new When(other, zone);
        }
    }

    private final ZoneId floating;
    private final Set<When> excluded = new HashSet<>();
    private String uid = "";
    private String summary = "";
    private boolean cancelled;
    private @Nullable When start;
    private @Nullable When end;
    private @Nullable Period days;
    private @Nullable Duration time;
    private @Nullable Recurrence rule;
    private @Nullable When recurrenceId;

    VEvent(ZoneId floating) {
        this.floating = floating;
    }

    String uid() {
        return uid;
    }

    @Nullable When recurrenceId() {
        return recurrenceId;
    }

    void take(ICalendarLine line) {
        switch (line.name()) {
            case "UID" -> uid = line.text();
            case "SUMMARY" -> summary = line.text();
            case "STATUS" -> cancelled = line.value().equals("CANCELLED");
            case "DTSTART" -> start = when(line, line.value());
            case "DTEND" -> end = when(line, line.value());
            case "DURATION" -> length(line.value());
            case "RRULE" -> {
                if (rule != null) {
                    throw new IllegalArgumentException("a second RRULE is not read here");
                }
                rule = Recurrence.parse(line.value());
            }
            case "RECURRENCE-ID" -> {
                if (line.parameters().containsKey("RANGE")) {
                    throw new IllegalArgumentException("RECURRENCE-ID with RANGE is not read here");
                }
                recurrenceId = when(line, line.value());
            }
            case "EXDATE" -> {
                for (String one : line.value().split(",", -1)) {
                    excluded.add(when(line, one));
                }
            }
            case "RDATE", "EXRULE" -> throw new IllegalArgumentException(line.name() + " is not read here");
            default -> { }
        }
    }

    /** This event, seen to be whole. */
    VEvent complete() {
        if (start == null) {
            throw new IllegalArgumentException("the VEVENT that ends here has no DTSTART");
        }
        if (end != null && (days != null || time != null)) {
            throw new IllegalArgumentException("the VEVENT that ends here has both DTEND and DURATION");
        }
        if (end != null && end.isDay() != start.isDay()) {
            throw new IllegalArgumentException("DTSTART and DTEND are not both days or both times");
        }
        if (rule != null) {
            rule.check(start.local());
        }
        When first = start;
        if (!lastOf(first).isAfter(first.instant())) {
            throw new IllegalArgumentException("the VEVENT that ends here takes no time");
        }
        return this;
    }

    List<CalendarEvent> occurrences(Set<When> replaced, LocalDate untilExclusive) {
        List<CalendarEvent> occurrences = new ArrayList<>();
        When first = start;
        if (cancelled || first == null) {
            return occurrences;
        }
        List<LocalDateTime> starts = rule != null
                ? rule.starts(first.local(), first::at, untilExclusive)
                : List.of(first.local());
        for (LocalDateTime local : starts) {
            When one = first.at(local);
            boolean holds = local.toLocalDate().isBefore(untilExclusive);
            if (holds && !excludes(excluded, one) && !excludes(replaced, one)) {
                occurrences.add(occurrence(one));
            }
        }
        return occurrences;
    }

    private CalendarEvent occurrence(When one) {
        return one.isDay()
                ? new CalendarEvent.AllDay(uid, summary, DateRange.of(
                        one.local().toLocalDate(), LocalDate.ofInstant(lastOf(one), ZoneOffset.UTC)))
                : new CalendarEvent.Timed(uid, summary, one.instant(), lastOf(one));
    }

    /** When an occurrence that starts then is over. An end gives an exact length, of days a length in days. */
    private Instant lastOf(When one) {
        When first = start;
        if (end != null && first != null) {
            return one.instant().plus(Duration.between(first.instant(), end.instant()));
        }
        if (days != null || time != null) {
            LocalDateTime later = days == null ? one.local() : one.local().plus(days);
            return one.at(later).instant().plus(time == null ? Duration.ZERO : time);
        }
        return one.isDay() ? one.instant().plus(1, ChronoUnit.DAYS) : one.instant();
    }

    /** The same day, or the same instant in whatever zone. */
    private static boolean excludes(Set<When> set, When one) {
        return set.stream().anyMatch(it -> it.isDay() == one.isDay() && it.instant().equals(one.instant()));
    }

    private void length(String value) {
        Matcher parts = LENGTH.matcher(value);
        if (!parts.matches() || value.endsWith("T") || value.endsWith("P")) {
            throw new IllegalArgumentException("DURATION is written as P1D or PT8H30M, but was " + value);
        }
        days = Period.ofDays(Math.addExact(Math.multiplyExact(number(parts, 1), 7), number(parts, 2)));
        time = Duration.ofHours(number(parts, 3)).plusMinutes(number(parts, 4)).plusSeconds(number(parts, 5));
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private When when(ICalendarLine line, String value) {
        Matcher date = DATE.matcher(value);
        boolean saysDay = "DATE".equals(line.parameters().get("VALUE"));
        if (saysDay && date.matches() || !line.parameters().containsKey("VALUE") && date.matches()) {
            return new When(day(date).atStartOfDay(), null);
        }
        Matcher time = TIME.matcher(value);
        if (saysDay || !time.matches()) {
            throw new IllegalArgumentException(
                    line.name() + " is written as 20260301 or 20260301T090000, but was " + value);
        }
        int second = Math.min(59, Integer.parseInt(time.group(6)));
        LocalDateTime local =
                day(time).atTime(Integer.parseInt(time.group(4)), Integer.parseInt(time.group(5)), second);
        String zone = line.parameters().get("TZID");
        return new When(local, !time.group(7).isEmpty() ? ZoneOffset.UTC : zone == null ? floating : ZoneId.of(zone));
    }

    private static LocalDate day(Matcher parts) {
        return LocalDate.of(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }
}
