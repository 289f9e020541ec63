package org.leasekit.escalation;

import java.time.Instant;

/**
 * A stage that fired for a subject; kept for ever, at most one for each stage.
 *
 * @param stage id of the stage
 * @param plannedFor the instant the policy gave it
 * @param at the instant it fired, not before {@code plannedFor}
 */
public record Fired(String stage, Instant plannedFor, Instant at) {}
