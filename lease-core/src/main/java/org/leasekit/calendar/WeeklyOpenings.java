package org.leasekit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** Hours bound to a zone's clock: the shifts of each day, then what was opened and closed once. */
final class WeeklyOpenings implements Openings {

    private final WorkingHours hours;
    private final ZoneRules rules;
    /** What is opened once and not closed again by a later word. */
    private final Spans opened;
    /** What is closed once; where a later word opens it again, {@link #opened} has it. */
    private final Spans closed;

    WeeklyOpenings(WorkingHours hours) {
        this.hours = hours;
        this.rules = hours.zone().getRules();
        Spans open = Spans.NONE;
        Spans shut = Spans.NONE;
        for (WorkingHours.OneOff one : hours.oneOffs()) {
            Spans span = Spans.between(one.start().getEpochSecond(), one.endExclusive().getEpochSecond());
            open = one.open() ? open.or(span) : open.without(span);
            shut = one.open() ? shut : shut.or(span);
        }
        this.opened = open;
        this.closed = shut;
    }

    @Override
    public Spans openings(long from, long toExclusive) {
        Spans.Collector shifts = new Spans.Collector();
        // the shift of the day before may run into the first day, and clocks that are put back may show a day twice
        LocalDate day = dayOf(from).minusDays(2);
        LocalDate last = dayOf(toExclusive).plusDays(1);
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            List<Shift> ofDay = hours.shiftsOn(day);
            for (int i = 0; i < ofDay.size(); i++) {
                Shift shift = ofDay.get(i);
                shifts.add(
                        Math.max(from, firstShown(rules, shift.startOn(day))),
                        Math.min(toExclusive, firstShown(rules, shift.endOn(day))));
            }
        }
        return shifts.spans().without(closed).or(opened).and(Spans.between(from, toExclusive));
    }

    @Override
    public boolean isKnown(Instant first, Instant last) {
        ZoneId zone = hours.zone();
        LocalDate day = first.atZone(zone).toLocalDate();
        int from = (hours.hasOvernightShifts() ? day.minusDays(1) : day).getYear();
        int to = last.atZone(zone).toLocalDate().getYear();
        for (int year = from; year <= to; year++) {
            if (!hours.knows(year)) {
                return false;
            }
        }
        return true;
    }

    /** The first second of the epoch at which the clock on the wall shows that time or a later one. */
    static long firstShown(ZoneRules rules, LocalDateTime time) {
        ZoneOffsetTransition change = rules.isFixedOffset() ? null : rules.getTransition(time);
        if (change == null) {
            return time.toEpochSecond(rules.getOffset(time));
        }
        // clocks put forward skip the time at the instant of the change; put back, they show it before and after
        return change.isGap() ? change.toEpochSecond() : time.toEpochSecond(change.getOffsetBefore());
    }

    private LocalDate dayOf(long second) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(second), hours.zone()).toLocalDate();
    }
}
