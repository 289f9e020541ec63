package org.leasekit.calendar;

import java.time.Instant;
import java.util.Objects;

/** One occurrence of an event in an iCalendar: whole days, or from one instant up to another. */
public sealed interface CalendarEvent {

    /** The event's own id, the same for all its occurrences; empty if it has none. */
    String uid();

    /** What it is called; empty if it is not. */
    String summary();

    /**
     * Whole days, of no zone.
     *
     * @param days the days
     */
    record AllDay(String uid, String summary, DateRange days) implements CalendarEvent {
        public AllDay {
            Objects.requireNonNull(uid, "uid");
            Objects.requireNonNull(summary, "summary");
            Objects.requireNonNull(days, "days");
        }
    }

    /**
     * A stretch of time.
     *
     * @param start its first instant
     * @param endExclusive the first instant after it
     */
    record Timed(String uid, String summary, Instant start, Instant endExclusive) implements CalendarEvent {
        /** @throws IllegalArgumentException if {@code endExclusive} is not after {@code start} */
        public Timed {
            Objects.requireNonNull(uid, "uid");
            Objects.requireNonNull(summary, "summary");
            if (!start.isBefore(endExclusive)) {
                throw new IllegalArgumentException(
                        "endExclusive must be after start, but was " + endExclusive + " for start " + start);
            }
        }
    }
}
