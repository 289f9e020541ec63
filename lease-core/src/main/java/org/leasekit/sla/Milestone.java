package org.leasekit.sla;

import java.time.Instant;

/**
 * A share of a target's time that is used up: a warning, or the breach.
 *
 * @param mark which share of which target
 * @param at the instant it was or will be used up if nothing more is recorded
 */
public record Milestone(Mark mark, Instant at) {

    /** The share at which a target is breached. */
    public static final int BREACH = 100;

    /**
     * A share of a target's time; each is reached at most once in the life of a clock.
     *
     * @param target of which target
     * @param percent the share, {@link #BREACH} for the breach
     */
    public record Mark(TargetId target, int percent) {

        /** Whether this is the breach, and not a warning. */
        public boolean isBreach() {
            return percent == BREACH;
        }
    }
}
