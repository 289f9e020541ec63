package org.leasekit.sla;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A service desk's clock, minute by minute and as plainly as can be: counters that go up by one in every open minute.
 * Knows the signals of the service desk by heart, and nothing of instants, sums or searches.
 */
final class ClockModel {

    /** What one policy says: goals in minutes. */
    record Plan(String calendar, Map<TargetId, Map<Priority, Integer>> goals, Map<TargetId, Set<PauseReason>> pausedBy) {}

    /** One event in its minute; {@code until} is the minute at which a pause with a known end ends. */
    record Step(int minute, Happening what, int until) {}

    /** What is counted for one target. */
    static final class Counter {
        final int started;
        int stopped = -1;
        boolean waits;
        boolean counts;
        int goal;
        int elapsed;
        int paused;
        int breachedAt = -1;
        int halfAt = -1;

        Counter(int started) {
            this.started = started;
        }

        boolean runs() {
            return stopped < 0;
        }

        TargetState state() {
            if (breachedAt >= 0) {
                return TargetState.BREACHED;
            }
            if (!runs()) {
                return TargetState.MET;
            }
            return !counts ? TargetState.INACTIVE : waits ? TargetState.PAUSED : TargetState.RUNNING;
        }

        Counter copy() {
            Counter copy = new Counter(started);
            copy.stopped = stopped;
            copy.waits = waits;
            copy.counts = counts;
            copy.goal = goal;
            copy.elapsed = elapsed;
            copy.paused = paused;
            copy.breachedAt = breachedAt;
            copy.halfAt = halfAt;
            return copy;
        }
    }

    /** What is to be seen in one minute. */
    record View(Map<TargetId, Counter> counters, String calendar) {}

    private final Map<String, boolean[]> open;
    private final Map<PolicyId, Plan> plans;
    private final Map<TargetId, Counter> counters = new TreeMap<>();
    private final Set<PauseReason> pauses = new HashSet<>();
    private final List<Step> endingPauses = new ArrayList<>();
    private final List<Step> impossible = new ArrayList<>();
    private PolicyId policy;
    private String calendar;
    private Priority priority = SlaPolicies.P4;
    private boolean active = true;
    private boolean closed;

    ClockModel(Map<String, boolean[]> open, Map<PolicyId, Plan> plans, PolicyId policy) {
        this.open = open;
        this.plans = plans;
        this.policy = policy;
        this.calendar = plans.get(policy).calendar();
    }

    /** What is to be seen in each minute, after its event. No two steps are in the same minute. */
    List<View> run(List<Step> steps, int minutes) {
        Map<Integer, Step> byMinute = new HashMap<>();
        steps.forEach(step -> byMinute.put(step.minute(), step));
        List<View> views = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            int now = minute;
            endingPauses.removeIf(pause -> pause.until() <= now);
            Step step = byMinute.get(minute);
            if (step != null && !happens(step)) {
                impossible.add(step);
            }
            Map<TargetId, Counter> seen = new TreeMap<>();
            for (TargetId target : counters.keySet()) {
                Counter counter = counters.get(target);
                look(target, counter, minute);
                seen.put(target, counter.copy());
                if (counter.counts && open.get(calendar)[minute]) {
                    counter.elapsed += counter.waits ? 0 : 1;
                    counter.paused += counter.waits ? 1 : 0;
                }
            }
            views.add(new View(seen, calendar));
        }
        return views;
    }

    boolean[] openMinutes(String name) {
        return open.get(name);
    }

    List<Step> impossible() {
        return impossible;
    }

    private void look(TargetId target, Counter counter, int minute) {
        Plan plan = plans.get(policy);
        Set<PauseReason> reasons = plan.pausedBy().get(target);
        counter.counts = counter.runs() && active;
        counter.waits = pauses.stream().anyMatch(reasons::contains)
                || endingPauses.stream().anyMatch(step -> reasons.contains(((Happening.PausedUntil) step.what()).reason()));
        if (counter.runs()) {
            counter.goal = plan.goals().get(target).get(priority);
        }
        if (counter.counts && counter.elapsed >= counter.goal && counter.breachedAt < 0) {
            counter.breachedAt = minute;
        }
        if (counter.counts && counter.elapsed * 2 >= counter.goal && counter.halfAt < 0) {
            counter.halfAt = minute;
        }
    }

    /** Whether it is possible; if so it happens. */
    private boolean happens(Step step) {
        Happening what = step.what();
        boolean opened = !counters.isEmpty();
        if (what instanceof Happening.Signalled signalled && signalled.signal().value().equals("OPENED")) {
            if (opened || signalled.priority() == null) {
                return false;
            }
            priority = signalled.priority();
            start(TargetId.RESPOND, step);
            return start(TargetId.RESOLVE, step);
        }
        if (!opened || closed) {
            return false;
        }
        if (what instanceof Happening.Signalled signalled) {
            return signal(signalled.signal().value(), step);
        } else if (what instanceof Happening.Prioritised prioritised) {
            priority = prioritised.priority();
            return true;
        } else if (what instanceof Happening.PolicyChanged changed) {
            policy = changed.policy();
            calendar = plans.get(policy).calendar();
            return true;
        } else if (what instanceof Happening.CalendarChanged changed) {
            calendar = changed.calendar();
            return true;
        } else if (what instanceof Happening.Resumed resumed) {
            return resumed.reason() != null
                    ? pauses.remove(resumed.reason())
                    : pauses.removeAll(Set.copyOf(pauses));
        } else if (what instanceof Happening.Activated || what instanceof Happening.Deactivated) {
            boolean before = active;
            active = what instanceof Happening.Activated;
            return before != active;
        }
        boolean anyRuns = counters.values().stream().anyMatch(Counter::runs);
        if (what instanceof Happening.Paused paused) {
            return anyRuns && pauses.add(paused.reason());
        }
        return endingPauses.add(step);
    }

    private boolean signal(String signal, Step step) {
        switch (signal) {
            case "ACCEPTED":
                return unsolved() && begin(TargetId.DISPATCH, TargetId.RESPOND, step);
            case "DISPATCHED":
                return unsolved()
                        && counters.containsKey(TargetId.DISPATCH)
                        && begin(TargetId.ARRIVE, TargetId.DISPATCH, step);
            case "ARRIVED":
                return stop(TargetId.ARRIVE, step);
            case "RESOLVED":
                if (!stop(TargetId.RESOLVE, step)) {
                    return false;
                }
                stop(TargetId.RESPOND, step);
                stop(TargetId.DISPATCH, step);
                stop(TargetId.ARRIVE, step);
                pauses.clear();
                return true;
            case "REOPENED":
                boolean resolved = !counters.get(TargetId.RESOLVE).runs();
                counters.get(TargetId.RESOLVE).stopped = -1;
                return resolved;
            case "VERIFIED":
                closed = !counters.get(TargetId.RESOLVE).runs();
                return closed;
            default:
                return false;
        }
    }

    private boolean unsolved() {
        return counters.get(TargetId.RESOLVE).runs();
    }

    /** The next, once; the one before may have been stopped when the ticket was resolved the first time. */
    private boolean begin(TargetId next, TargetId before, Step step) {
        boolean begins = start(next, step);
        if (begins) {
            stop(before, step);
        }
        return begins;
    }

    private boolean start(TargetId target, Step step) {
        return counters.putIfAbsent(target, new Counter(step.minute())) == null;
    }

    private boolean stop(TargetId target, Step step) {
        Counter counter = counters.get(target);
        if (counter == null || !counter.runs()) {
            return false;
        }
        counter.stopped = step.minute();
        return true;
    }
}
