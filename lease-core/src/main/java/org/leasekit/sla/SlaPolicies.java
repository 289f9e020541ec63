package org.leasekit.sla;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Policies to start from. */
public final class SlaPolicies {

    /** Everything stands still: 15 minutes to respond, 8 hours to resolve. */
    public static final Priority P1 = new Priority("P1");

    /** Half an hour to respond, 16 hours to resolve. */
    public static final Priority P2 = new Priority("P2");

    /** An hour to respond, 40 hours to resolve. */
    public static final Priority P3 = new Priority("P3");

    /** Two hours to respond, 80 hours to resolve. */
    public static final Priority P4 = new Priority("P4");

    /** The tenant has to do something first. */
    public static final PauseReason WAITING_TENANT = new PauseReason("WAITING_TENANT");

    /** A part is on its way. */
    public static final PauseReason WAITING_PARTS = new PauseReason("WAITING_PARTS");

    private SlaPolicies() {}

    /**
     * A building's service desk, named {@code service-desk}.
     *
     * <p>{@code OPENED} starts respond and resolve; {@code ACCEPTED} ends respond and starts dispatch; {@code
     * DISPATCHED} ends dispatch and starts arrive; {@code ARRIVED} ends arrive; {@code RESOLVED} ends whatever runs,
     * and every pause; {@code REOPENED} lets resolve run on, and what was resolved before anybody took it on or was sent
     * can then still be accepted and dispatched; {@code VERIFIED} closes what is resolved. Arrive and
     * resolve wait for the tenant and for parts, and for nothing else; respond and dispatch wait for nothing. Warns at
     * half and at four fifths of a goal.
     *
     * @param calendar name of the calendar that working time is counted on
     */
    public static SlaPolicy serviceDesk(String calendar) {
        Set<PauseReason> waiting = Set.of(WAITING_TENANT, WAITING_PARTS);
        return new SlaPolicy(
                new PolicyId("service-desk"),
                calendar,
                List.of(
                        target(TargetId.RESPOND, Set.of(), 15, 30, 60, 2 * 60),
                        target(TargetId.DISPATCH, Set.of(), 30, 60, 4 * 60, 8 * 60),
                        target(TargetId.ARRIVE, waiting, 2 * 60, 4 * 60, 8 * 60, 24 * 60),
                        target(TargetId.RESOLVE, waiting, 8 * 60, 16 * 60, 40 * 60, 80 * 60)),
                List.of(
                        SignalRule.on("OPENED").opening().starting(TargetId.RESPOND, TargetId.RESOLVE),
                        SignalRule.on("ACCEPTED")
                                .whileRunning(TargetId.RESOLVE)
                                .endingIfRunning(TargetId.RESPOND)
                                .starting(TargetId.DISPATCH),
                        SignalRule.on("DISPATCHED")
                                .whileRunning(TargetId.RESOLVE)
                                .afterStartOf(TargetId.DISPATCH)
                                .endingIfRunning(TargetId.DISPATCH)
                                .starting(TargetId.ARRIVE),
                        SignalRule.on("ARRIVED").ending(TargetId.ARRIVE),
                        SignalRule.on("RESOLVED")
                                .ending(TargetId.RESOLVE)
                                .endingIfRunning(TargetId.RESPOND, TargetId.DISPATCH, TargetId.ARRIVE)
                                .resuming(),
                        SignalRule.on("REOPENED").continuing(TargetId.RESOLVE),
                        SignalRule.on("VERIFIED").afterEndOf(TargetId.RESOLVE).closing()));
    }

    private static SlaTarget target(TargetId id, Set<PauseReason> pausedBy, int p1, int p2, int p3, int p4) {
        return new SlaTarget(
                id,
                Map.of(
                        P1, Duration.ofMinutes(p1),
                        P2, Duration.ofMinutes(p2),
                        P3, Duration.ofMinutes(p3),
                        P4, Duration.ofMinutes(p4)),
                pausedBy,
                List.of(50, 80));
    }
}
