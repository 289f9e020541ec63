package org.leasekit.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.WorkingCalendar;

/**
 * A stretch of a target's life in which nothing changes; it lasts until the next one starts.
 *
 * @param from its first instant
 * @param mode whether time counts, and as what
 * @param calendar what working time is counted on
 * @param goal what is allowed
 * @param warnAtPercent shares of it at which to warn
 * @param elapsed what had elapsed by the first instant
 * @param paused what had been paused by then
 * @param due when the goal is used up if this leg lasts; null if it is not
 */
record Leg(
        Instant from,
        Mode mode,
        WorkingCalendar calendar,
        Duration goal,
        List<Integer> warnAtPercent,
        Duration elapsed,
        Duration paused,
        @Nullable Instant due) {

    /** What the passing of time means. */
    enum Mode { RUNNING, PAUSED, ENDED, INACTIVE }

    /** What a leg has besides its place in a life; the same terms make the same leg. */
    record Terms(Mode mode, WorkingCalendar calendar, Duration goal, List<Integer> warnAtPercent) {}

    static Leg of(Instant from, Terms terms, Duration elapsed, Duration paused) {
        Instant due = switch (terms.mode()) {
            case RUNNING, ENDED -> dueAfter(from, terms.calendar(), terms.goal().minus(elapsed));
            case PAUSED, INACTIVE -> null;
        };
        return new Leg(
                from, terms.mode(), terms.calendar(), terms.goal(), terms.warnAtPercent(), elapsed, paused, due);
    }

    /** A goal cannot be used up before it holds, however much of it is. */
    private static @Nullable Instant dueAfter(Instant from, WorkingCalendar calendar, Duration left) {
        return left.isNegative() ? from : calendar.findWorkingTime(from, left).orElse(null);
    }

    Terms terms() {
        return new Terms(mode, calendar, goal, warnAtPercent);
    }

    /** Whether working time counts for something. */
    boolean counts() {
        return mode == Mode.RUNNING || mode == Mode.PAUSED;
    }

    Duration elapsedAt(Instant at) {
        return mode == Mode.RUNNING ? elapsed.plus(calendar.workingTimeBetween(from, at)) : elapsed;
    }

    Duration pausedAt(Instant at) {
        return mode == Mode.PAUSED ? paused.plus(calendar.workingTimeBetween(from, at)) : paused;
    }

    @Nullable Instant dueAt(Instant at) {
        return mode == Mode.PAUSED ? dueAfter(at, calendar, goal.minus(elapsed)) : due;
    }

    /** When that share of the goal is used up in this leg if it lasts; null if it is not. */
    @Nullable Instant reaches(int percent) {
        boolean wholeToCome = percent == Milestone.BREACH && mode == Mode.RUNNING && elapsed.compareTo(goal) < 0;
        return wholeToCome ? due : runsFor(share(percent));
    }

    /** When so much has elapsed in this leg if it lasts; null if it has not. */
    @Nullable Instant runsFor(Duration span) {
        if (!counts()) {
            return null;
        }
        Duration left = span.minus(elapsed);
        if (left.isNegative() || left.isZero()) {
            return from;
        }
        return mode == Mode.PAUSED ? null : calendar.findWorkingTime(from, left).orElse(null);
    }

    /** Rounded down to the nanosecond; without the big decimals that a duration multiplies by. */
    private Duration share(int percent) {
        if (percent == Milestone.BREACH) {
            return goal;
        }
        long hundredths = Math.multiplyExact(goal.getSeconds(), (long) percent);
        long nanos = (hundredths % 100 * 1_000_000_000L + (long) goal.getNano() * percent) / 100;
        return Duration.ofSeconds(hundredths / 100, nanos);
    }
}
