package org.leasekit.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of an iCalendar (RFC 5545): the subset that office calendars and feeds of public holidays are made
 * of.
 *
 * <p>Of every {@code VEVENT} it reads {@code UID}, {@code SUMMARY}, {@code DTSTART}, {@code DTEND} or {@code DURATION},
 * {@code RRULE} ({@code DAILY}, {@code WEEKLY} with {@code BYDAY}, {@code MONTHLY} and {@code YEARLY} on the day of the
 * start; {@code INTERVAL}, {@code COUNT}, {@code UNTIL}), {@code EXDATE} and {@code RECURRENCE-ID}. An event whose
 * {@code STATUS} is {@code CANCELLED} does not happen. Times are UTC, in a zone of the tz database named by {@code
 * TZID}, or in the zone the caller gives. Whatever would make an event mean something else, such as {@code RDATE} or
 * another rule, is an error and never ignored; other properties and components are passed over.
 */
public final class ICalendar {

    private ICalendar() {}

    /**
     * The occurrences, in the order of the events and of time.
     *
     * @param text the calendar, with line ends of any kind
     * @param zone the zone of times that name none
     * @param untilExclusive the first day on which no occurrence starts any more; rules may go on for ever
     * @return unmodifiable
     * @throws IllegalArgumentException on a text that does not follow the format or means what is not read here, naming
     *     the number of the line counted from 1
     */
    public static List<CalendarEvent> parse(String text, ZoneId zone, LocalDate untilExclusive) {
        List<VEvent> events = events(ICalendarLine.unfold(text), zone);
        Map<String, Set<VEvent.When>> replaced = new HashMap<>();
        for (VEvent event : events) {
            VEvent.When instead = event.recurrenceId();
            if (instead != null) {
                replaced.computeIfAbsent(event.uid(), uid -> new HashSet<>()).add(instead);
            }
        }
        List<CalendarEvent> occurrences = new ArrayList<>();
        for (VEvent event : events) {
            Set<VEvent.When> instead =
                    event.recurrenceId() != null ? Set.of() : replaced.getOrDefault(event.uid(), Set.of());
            occurrences.addAll(event.occurrences(instead, untilExclusive));
        }
        return List.copyOf(occurrences);
    }

    /**
     * The days of whole-day events as entries of a holiday table, for {@link BusinessCalendar#of}; timed events are
     * left out.
     *
     * @param worked tells make-up days from days off, say by a word in the summary
     * @return unmodifiable, in the order of the events
     */
    public static List<HolidayTable.Entry> holidays(
            Collection<? extends CalendarEvent> events, Predicate<? super CalendarEvent> worked) {
        List<HolidayTable.Entry> entries = new ArrayList<>();
        for (CalendarEvent event : events) {
            if (event instanceof CalendarEvent.AllDay allDay) {
                HolidayTable.Kind kind = worked.test(event) ? HolidayTable.Kind.WORKED : HolidayTable.Kind.OFF;
                DateRange days = allDay.days();
                days.start().datesUntil(days.endExclusive())
                        .forEach(day -> entries.add(new HolidayTable.Entry(day, kind)));
            }
        }
        return List.copyOf(entries);
    }

    private static List<VEvent> events(List<ICalendarLine> lines, ZoneId zone) {
        List<VEvent> events = new ArrayList<>();
        List<String> open = new ArrayList<>();
        @Nullable VEvent current = null;
        for (ICalendarLine line : lines) {
            try {
                if (line.name().equals("BEGIN")) {
                    current = begin(open, line.value(), current, zone);
                } else if (line.name().equals("END")) {
                    end(open, line.value());
                    if (current != null && line.value().equals("VEVENT")) {
                        events.add(current.complete());
                        current = null;
                    }
                } else if (open.isEmpty()) {
                    throw new IllegalArgumentException("a calendar begins with BEGIN:VCALENDAR");
                } else if (current != null && open.get(open.size() - 1).equals("VEVENT")) {
                    current.take(line);
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException("line " + line.number() + ": " + e.getMessage(), e);
            }
        }
        if (!open.isEmpty() || lines.isEmpty()) {
            throw new IllegalArgumentException(lines.isEmpty()
                    ? "the calendar is empty"
                    : "the calendar ends within " + open.get(open.size() - 1));
        }
        return events;
    }

    private static @Nullable VEvent begin(
            List<String> open, String component, @Nullable VEvent current, ZoneId zone) {
        if (open.isEmpty() != component.equals("VCALENDAR")) {
            throw new IllegalArgumentException("a calendar begins with BEGIN:VCALENDAR");
        }
        open.add(component);
        if (!component.equals("VEVENT")) {
            return current;
        }
        if (current != null) {
            throw new IllegalArgumentException("VEVENT within VEVENT");
        }
        return new VEvent(zone);
    }

    private static void end(List<String> open, String component) {
        if (open.isEmpty() || !open.get(open.size() - 1).equals(component)) {
            throw new IllegalArgumentException("END:" + component + " ends nothing that is open");
        }
        open.remove(open.size() - 1);
    }
}
