package org.leasekit.sla;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a clock shows of one target at one instant, from the events up to that instant alone.
 *
 * @param target which one
 * @param state how it stands
 * @param started when it started
 * @param stopped when it was stopped last; null while it is not
 * @param due when its time is over: as things stand for a running one, as if it went on at this instant for a paused
 *     one, as it stood when it was stopped, and the instant of the breach for a breached one; null if it is inactive or
 *     the calendar never has that much working time again
 * @param breachedAt when it was breached; null if it was not
 * @param goal the working time it is allowed
 * @param elapsed the working time in which it ran
 * @param paused the working time in which it waited, overlapping pauses once
 */
public record TargetReading(
        TargetId target,
        TargetState state,
        Instant started,
        @Nullable Instant stopped,
        @Nullable Instant due,
        @Nullable Instant breachedAt,
        Duration goal,
        Duration elapsed,
        Duration paused) {

    /** What is left of the goal; negative by as much as it is overrun. */
    public Duration remaining() {
        return goal.minus(elapsed);
    }
}
