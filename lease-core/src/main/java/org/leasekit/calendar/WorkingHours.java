package org.leasekit.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a {@link WorkingCalendar}: shifts by weekday, holidays with make-up days, days with hours of their own,
 * and single openings and closures, by the clock on the wall of one zone. Immutable: every method that sets something
 * returns other terms.
 *
 * <p>What holds on a day, the first of these that says something:
 * <ol>
 *   <li>the hours that the day was given of its own ({@link #onDay});
 *   <li>a day that the holidays list as off has none;
 *   <li>a day that they list as worked has the shifts of its weekday or, where the weekday has none, those of make-up
 *       days;
 *   <li>the shifts of its weekday.
 * </ol>
 * Shifts that start on a day belong to it, so that a night before a holiday is worked into the morning. Single openings
 * and closures come last, by the instant; of two that overlap, the one that was set later holds.
 *
 * <p>Where clocks change, a time stands for the first instant at which the clock on the wall shows it or a later time:
 * a shift stays one piece, a night is an hour shorter or longer, shifts that touch still touch.
 */
public final class WorkingHours {

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Shift>> week;
    private final @Nullable List<Shift> makeUp;
    private final @Nullable BusinessCalendar holidays;
    private final Map<LocalDate, List<Shift>> days;
    private final List<OneOff> oneOffs;

    /** One opening or closure. */
    record OneOff(Instant start, Instant endExclusive, boolean open) {}

    private WorkingHours(
            ZoneId zone,
            Map<DayOfWeek, List<Shift>> week,
            @Nullable List<Shift> makeUp,
            @Nullable BusinessCalendar holidays,
            Map<LocalDate, List<Shift>> days,
            List<OneOff> oneOffs) {
        this.zone = Objects.requireNonNull(zone, "zone");
        this.week = week;
        this.makeUp = makeUp;
        this.holidays = holidays;
        this.days = days;
        this.oneOffs = oneOffs;
    }

    /** No hours yet, in that zone. */
    public static WorkingHours in(ZoneId zone) {
        return new WorkingHours(zone, Map.of(), null, null, Map.of(), List.of());
    }

    /** The zone whose clock the shifts go by. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * These shifts on that weekday, instead of those it had; none for a day off. They may overlap, which counts once.
     */
    public WorkingHours on(DayOfWeek day, Shift... shifts) {
        return on(Set.of(day), List.of(shifts));
    }

    /** These shifts on each of those weekdays, instead of those they had. */
    public WorkingHours on(Collection<DayOfWeek> weekdays, Collection<Shift> shifts) {
        Map<DayOfWeek, List<Shift>> other = new EnumMap<>(DayOfWeek.class);
        other.putAll(week);
        weekdays.forEach(day -> other.put(day, byStart(shifts)));
        return new WorkingHours(zone, other, makeUp, holidays, days, oneOffs);
    }

    /** These shifts from Monday to Friday, instead of those these days had. */
    public WorkingHours onWeekdays(Shift... shifts) {
        return on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), List.of(shifts));
    }

    /** These shifts on every business day of the calendar: on the weekdays that it works, around its holidays and on its make-up days. */
    public WorkingHours onBusinessDays(BusinessCalendar calendar, Shift... shifts) {
        Set<DayOfWeek> worked = EnumSet.allOf(DayOfWeek.class);
        worked.removeIf(day -> !calendar.worksOn(day));
        return on(worked, List.of(shifts)).onMakeUpDays(shifts).holidays(calendar);
    }

    /**
     * Days off and make-up days are those that the calendar lists; its weekend means nothing here, since the weekdays
     * have shifts of their own. The years it knows are the years that are known.
     */
    public WorkingHours holidays(BusinessCalendar calendar) {
        return new WorkingHours(zone, week, makeUp, Objects.requireNonNull(calendar, "calendar"), days, oneOffs);
    }

    /** The shifts of a make-up day on a weekday that has none; until this is set, those of Monday. */
    public WorkingHours onMakeUpDays(Shift... shifts) {
        return new WorkingHours(zone, week, byStart(List.of(shifts)), holidays, days, oneOffs);
    }

    /** These shifts on that day, whatever else is said of it; none for a day off. */
    public WorkingHours onDay(LocalDate day, Shift... shifts) {
        Map<LocalDate, List<Shift>> other = new HashMap<>(days);
        other.put(Objects.requireNonNull(day, "day"), byStart(List.of(shifts)));
        return new WorkingHours(zone, week, makeUp, holidays, other, oneOffs);
    }

    /**
     * Open from {@code start} up to {@code endExclusive}, whatever was said before; bounds are rounded down to the
     * second.
     */
    public WorkingHours opened(Instant start, Instant endExclusive) {
        return with(start, endExclusive, true);
    }

    /**
     * Closed from {@code start} up to {@code endExclusive}, whatever was said before; bounds are rounded down to the
     * second.
     */
    public WorkingHours closed(Instant start, Instant endExclusive) {
        return with(start, endExclusive, false);
    }

    /** Open between two times of the zone's clock. */
    public WorkingHours opened(LocalDateTime start, LocalDateTime endExclusive) {
        return with(instant(start), instant(endExclusive), true);
    }

    /** Closed between two times of the zone's clock. */
    public WorkingHours closed(LocalDateTime start, LocalDateTime endExclusive) {
        return with(instant(start), instant(endExclusive), false);
    }

    /** Closed from midnight to midnight on all those days, the end of the night before in it. */
    public WorkingHours closed(DateRange range) {
        return closed(range.start().atStartOfDay(), range.endExclusive().atStartOfDay());
    }

    /** Closed for the time of every event, in the order of the collection. */
    public WorkingHours closed(Collection<? extends CalendarEvent> events) {
        return during(events, false);
    }

    /** Open for the time of every event, in the order of the collection. */
    public WorkingHours opened(Collection<? extends CalendarEvent> events) {
        return during(events, true);
    }

    /** The calendar that these terms make. */
    public WorkingCalendar calendar(String name) {
        return new WorkingCalendar(name, new WeeklyOpenings(this));
    }

    /** The shifts that start on the day, by their start; single openings and closures are not in it. */
    public List<Shift> shiftsOn(LocalDate day) {
        List<Shift> own = days.isEmpty() ? null : days.get(day);
        if (own != null) {
            return own;
        }
        List<Shift> usual = week.getOrDefault(day.getDayOfWeek(), List.of());
        HolidayTable.Kind listed = holidays == null ? null : holidays.listed(day).orElse(null);
        if (listed == null) {
            return usual;
        }
        return switch (listed) {
            case OFF -> List.of();
            case WORKED -> usual.isEmpty() ? makeUpShifts() : usual;
        };
    }

    /** In the order in which they were set. */
    List<OneOff> oneOffs() {
        return oneOffs;
    }

    boolean knows(int year) {
        return holidays == null || holidays.isKnown(LocalDate.of(year, 1, 1));
    }

    boolean hasOvernightShifts() {
        return Stream.of(week.values().stream(), days.values().stream(), Stream.of(makeUpShifts()))
                .flatMap(lists -> lists)
                .flatMap(List::stream)
                .anyMatch(shift -> shift.endsNextDay() && !shift.endExclusive().equals(LocalTime.MIDNIGHT));
    }

    private List<Shift> makeUpShifts() {
        return makeUp != null ? makeUp : week.getOrDefault(DayOfWeek.MONDAY, List.of());
    }

    private WorkingHours during(Collection<? extends CalendarEvent> events, boolean open) {
        List<OneOff> more = new ArrayList<>();
        for (CalendarEvent event : events) {
            if (event instanceof CalendarEvent.Timed timed) {
                more.add(new OneOff(timed.start(), timed.endExclusive(), open));
            } else if (event instanceof CalendarEvent.AllDay allDay) {
                DateRange range = allDay.days();
                more.add(new OneOff(
                        instant(range.start().atStartOfDay()), instant(range.endExclusive().atStartOfDay()), open));
            }
        }
        return with(more);
    }

    private WorkingHours with(Instant start, Instant endExclusive, boolean open) {
        if (!start.isBefore(endExclusive)) {
            throw new IllegalArgumentException(
                    "endExclusive must be after start, but was " + endExclusive + " for " + start);
        }
        return with(List.of(new OneOff(start, endExclusive, open)));
    }

    private WorkingHours with(List<OneOff> more) {
        List<OneOff> all = Stream.concat(oneOffs.stream(), more.stream()).toList();
        return new WorkingHours(zone, week, makeUp, holidays, days, all);
    }

    private Instant instant(LocalDateTime time) {
        return Instant.ofEpochSecond(WeeklyOpenings.firstShown(zone.getRules(), time));
    }

    private static List<Shift> byStart(Collection<Shift> shifts) {
        return shifts.stream().sorted(Comparator.comparing(Shift::start)).toList();
    }
}
