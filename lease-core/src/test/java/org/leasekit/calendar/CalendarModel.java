package org.leasekit.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What a working calendar is to say, minute by minute and as plainly as can be: no sums, no searches, no offsets but
 * those that the JDK gives for an instant. The library's own calendar of the same terms stands beside it.
 */
public sealed interface CalendarModel {

    /** Whether each minute of so many from that one on is open. */
    boolean[] minutes(Instant from, int count);

    /** The calendar under test. */
    WorkingCalendar calendar();

    /** The zone that a reader of a failure looks at. */
    ZoneId zone();

    /** One opening or closure, in minutes of the wall clock. */
    record Once(LocalDateTime start, Duration length, boolean open) {}

    /** Hours in one zone. */
    record Hours(
            ZoneId zone,
            Map<DayOfWeek, List<Shift>> week,
            List<Shift> makeUp,
            Map<LocalDate, HolidayTable.Kind> holidays,
            Map<LocalDate, List<Shift>> days,
            List<Once> once)
            implements CalendarModel {

        @Override
        public boolean[] minutes(Instant from, int count) {
            boolean[] open = new boolean[count];
            // some days earlier, so that the highest reading of the wall clock is right where clocks were just put back
            Instant at = from.minus(Duration.ofDays(3));
            LocalDateTime highest = LocalDateTime.MIN;
            for (int minute = -3 * 24 * 60; minute < count; minute++) {
                LocalDateTime shown = LocalDateTime.ofInstant(at, zone);
                highest = shown.isAfter(highest) ? shown : highest;
                if (minute >= 0) {
                    open[minute] = isOpen(highest);
                }
                at = at.plusSeconds(60);
            }
            return open;
        }

        /** The wall clock, never going back, shows a time in a shift; unless something was opened or closed once. */
        private boolean isOpen(LocalDateTime shown) {
            for (int i = once.size() - 1; i >= 0; i--) {
                LocalDateTime start = once.get(i).start();
                if (!shown.isBefore(start) && shown.isBefore(start.plus(once.get(i).length()))) {
                    return once.get(i).open();
                }
            }
            LocalDate today = shown.toLocalDate();
            return isIn(shown, today) || isIn(shown, today.minusDays(1));
        }

        private boolean isIn(LocalDateTime shown, LocalDate day) {
            for (Shift shift : shifts(day)) {
                LocalDateTime start = day.atTime(shift.start());
                LocalDateTime end = day.atTime(shift.endExclusive());
                if (!end.isAfter(start)) {
                    end = end.plusDays(1);
                }
                if (!shown.isBefore(start) && shown.isBefore(end)) {
                    return true;
                }
            }
            return false;
        }

        private List<Shift> shifts(LocalDate day) {
            if (days.containsKey(day)) {
                return days.get(day);
            }
            List<Shift> usual = week.getOrDefault(day.getDayOfWeek(), List.of());
            HolidayTable.Kind listed = holidays.get(day);
            if (listed == HolidayTable.Kind.OFF) {
                return List.of();
            }
            return listed == HolidayTable.Kind.WORKED && usual.isEmpty() ? makeUp : usual;
        }

        @Override
        public WorkingCalendar calendar() {
            WorkingHours hours = WorkingHours.in(zone)
                    .onMakeUpDays(makeUp.toArray(Shift[]::new))
                    .holidays(BusinessCalendar.of("listed", holidays.entrySet().stream()
                            .map(entry -> new HolidayTable.Entry(entry.getKey(), entry.getValue()))
                            .toList()));
            for (Map.Entry<DayOfWeek, List<Shift>> day : week.entrySet()) {
                hours = hours.on(day.getKey(), day.getValue().toArray(Shift[]::new));
            }
            for (Map.Entry<LocalDate, List<Shift>> day : days.entrySet()) {
                hours = hours.onDay(day.getKey(), day.getValue().toArray(Shift[]::new));
            }
            for (Once one : once) {
                LocalDateTime end = one.start().plus(one.length());
                if (isEmpty(one.start(), end)) {
                    continue;
                }
                hours = one.open() ? hours.opened(one.start(), end) : hours.closed(one.start(), end);
            }
            return hours.calendar("model");
        }

        /** Between two times that the zone's clocks skip lies nothing that could be opened. */
        private boolean isEmpty(LocalDateTime start, LocalDateTime end) {
            return WeeklyOpenings.firstShown(zone.getRules(), start) == WeeklyOpenings.firstShown(zone.getRules(), end);
        }
    }

    /** Two of them. */
    record Pair(CalendarModel one, CalendarModel other, boolean union) implements CalendarModel {
        @Override
        public boolean[] minutes(Instant from, int count) {
            boolean[] first = one.minutes(from, count);
            boolean[] second = other.minutes(from, count);
            boolean[] open = new boolean[count];
            for (int i = 0; i < count; i++) {
                open[i] = union ? first[i] || second[i] : first[i] && second[i];
            }
            return open;
        }

        @Override
        public WorkingCalendar calendar() {
            return union ? one.calendar().union(other.calendar()) : one.calendar().intersection(other.calendar());
        }

        @Override
        public ZoneId zone() {
            return one.zone();
        }
    }
}
