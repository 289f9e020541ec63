package org.leasekit.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * Something that happened, as it was recorded.
 *
 * @param id under which it is recorded once
 * @param at when it happened
 * @param learntAt when it became known, which may be much later; a plan is known earlier
 * @param what what it says
 */
public record ClockEvent(EventId id, Instant at, Instant learntAt, Happening what) {

    /** In the order in which events became known; of two at one instant, by their ids. A total order. */
    static final Comparator<ClockEvent> AS_LEARNT = Comparator.comparing(ClockEvent::learntAt)
            .thenComparing(ClockEvent::id)
            .thenComparing(ClockEvent::at)
            .thenComparing(event -> event.what().toString());

    /** @throws IllegalArgumentException if it tells of a pause that ends before it starts */
    public ClockEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(learntAt, "learntAt");
        Objects.requireNonNull(what, "what");
        if (what instanceof Happening.PausedUntil pause && !pause.endExclusive().isAfter(at)) {
            throw new IllegalArgumentException(
                    "endExclusive must be after at, but was " + pause.endExclusive() + " for " + at);
        }
    }

    /** An event that was known at once. */
    public static ClockEvent of(String id, Instant at, Happening what) {
        return new ClockEvent(new EventId(id), at, at, what);
    }

    /** The same event, known only then. */
    public ClockEvent learntOnlyAt(Instant then) {
        return new ClockEvent(id, at, then, what);
    }

    /** Whether it says the same of the same instant, under whatever id. */
    boolean repeats(ClockEvent other) {
        return at.equals(other.at) && what.equals(other.what);
    }
}
