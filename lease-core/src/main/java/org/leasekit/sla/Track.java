package org.leasekit.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The life of one target, from its start on: legs in order of time, and when shares of its goal are used up. */
final class Track {

    private final TargetId target;
    private final List<Leg> legs = new ArrayList<>(4);
    /** Every share that is ever reached, with the instant it first is. */
    private final Map<Integer, Instant> reached = new TreeMap<>();

    Track(TargetId target) {
        this.target = target;
    }

    TargetId target() {
        return target;
    }

    /** The terms of the leg that lasts; null before the first. */
    Leg.@Nullable Terms terms() {
        return legs.isEmpty() ? null : legs.get(legs.size() - 1).terms();
    }

    /**
     * From that instant on other terms hold; the same ones change nothing, except that what is reopened and stopped at
     * once has another instant at which it was stopped last.
     */
    void turn(Instant from, Leg.Terms terms, boolean stoppedNow) {
        if (terms.equals(terms()) && !stoppedNow) {
            return;
        }
        if (legs.isEmpty()) {
            legs.add(Leg.of(from, terms, Duration.ZERO, Duration.ZERO));
            return;
        }
        Leg last = legs.get(legs.size() - 1);
        reach(last, from);
        legs.add(Leg.of(from, terms, last.elapsedAt(from), last.pausedAt(from)));
    }

    /** The last leg lasts for ever. */
    void finish() {
        reach(legs.get(legs.size() - 1), null);
    }

    /**
     * What happens at the very end of a leg happens after the event that ends it, so that a stop at the last instant is
     * in time.
     */
    private void reach(Leg leg, @Nullable Instant endExclusive) {
        for (int percent : leg.warnAtPercent()) {
            reach(leg, percent, endExclusive);
        }
        reach(leg, Milestone.BREACH, endExclusive);
    }

    private void reach(Leg leg, int percent, @Nullable Instant endExclusive) {
        Instant at = reached.containsKey(percent) ? null : leg.reaches(percent);
        if (at != null && (endExclusive == null || at.isBefore(endExclusive))) {
            reached.put(percent, at);
        }
    }

    List<Milestone> milestones() {
        return reached.entrySet().stream()
                .map(entry -> new Milestone(new Milestone.Mark(target, entry.getKey()), entry.getValue()))
                .toList();
    }

    /** The first instant by which so much has elapsed, whatever the goal was; null if that is never so. */
    @Nullable Instant elapsed(Duration span) {
        for (int i = 0; i < legs.size(); i++) {
            Instant at = legs.get(i).runsFor(span);
            if (at != null && (i + 1 == legs.size() || at.isBefore(legs.get(i + 1).from()))) {
                return at;
            }
        }
        return null;
    }

    /** The leg that holds at the instant; null before the start. */
    @Nullable Leg legAt(Instant at) {
        int index = legs.size() - 1;
        while (index >= 0 && legs.get(index).from().isAfter(at)) {
            index--;
        }
        return index < 0 ? null : legs.get(index);
    }

    @Nullable TargetReading read(Instant at) {
        Leg leg = legAt(at);
        if (leg == null) {
            return null;
        }
        Instant breachedAt = breachedBy(at);
        return new TargetReading(
                target,
                breachedAt != null ? TargetState.BREACHED : state(leg.mode()),
                legs.get(0).from(),
                leg.mode() == Leg.Mode.ENDED ? leg.from() : null,
                breachedAt != null ? breachedAt : leg.dueAt(at),
                breachedAt,
                leg.goal(),
                leg.elapsedAt(at),
                leg.pausedAt(at));
    }

    /** When the target was breached; null if it was not by that instant. */
    @Nullable Instant breachedBy(Instant at) {
        Instant breach = reached.get(Milestone.BREACH);
        return breach == null || breach.isAfter(at) ? null : breach;
    }

    /** Whether everything that is said of the instant rests on known years. */
    boolean isKnown(Instant at) {
        for (int i = 0; i < legs.size() && !legs.get(i).from().isAfter(at); i++) {
            Leg leg = legs.get(i);
            boolean lasts = i + 1 == legs.size() || legs.get(i + 1).from().isAfter(at);
            if (leg.counts() && !leg.calendar().isKnown(leg.from(), lasts ? at : legs.get(i + 1).from())) {
                return false;
            }
        }
        Leg leg = legAt(at);
        Instant due = leg == null ? null : leg.dueAt(at);
        return leg == null || due == null || leg.calendar().isKnown(leg.from(), due);
    }

    private static TargetState state(Leg.Mode mode) {
        return switch (mode) {
            case RUNNING -> TargetState.RUNNING;
            case PAUSED -> TargetState.PAUSED;
            case ENDED -> TargetState.MET;
            case INACTIVE -> TargetState.INACTIVE;
        };
    }
}
