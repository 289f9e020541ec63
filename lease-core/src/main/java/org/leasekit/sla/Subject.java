package org.leasekit.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.WorkingCalendar;

/** How a subject stands while its events are gone through: what is possible, and what an event makes of it. */
final class Subject {

    /**
     * In the order in which they come first if several are possible at one instant; signals follow in their policy's
     * order.
     */
    private static final List<Class<? extends Happening>> BEFORE_SIGNALS = List.of(
            Happening.Activated.class, Happening.Deactivated.class, Happening.PolicyChanged.class,
            Happening.CalendarChanged.class, Happening.Prioritised.class, Happening.Resumed.class,
            Happening.Paused.class, Happening.PausedUntil.class);

    private final SlaTerms terms;
    private SlaPolicy policy;
    private WorkingCalendar calendar;
    private @Nullable Priority priority;
    private boolean closed;
    private boolean active = true;
    /** Pauses whose end is not known. */
    private final Set<PauseReason> pauses = new HashSet<>();
    private final List<Happening.PausedUntil> endingPauses = new ArrayList<>();
    /** Whether each target that has started runs; the others have ended. */
    private final Map<TargetId, Boolean> runs = new LinkedHashMap<>();
    /** Those that were stopped at the instant that time has come to. */
    private final Set<TargetId> stoppedNow = new HashSet<>();
    /** What was promised when each started, should the promise be taken back at that very instant. */
    private final Map<TargetId, Leg.Terms> firstTerms = new HashMap<>();

    Subject(SlaTerms terms) {
        this.terms = terms;
        this.policy = terms.initial();
        this.calendar = named(policy.calendar());
    }

    /** Whether the target was stopped at the instant that time has come to, be it for a second time. */
    boolean isStoppedNow(TargetId target) {
        return stoppedNow.contains(target) && !runs.getOrDefault(target, false);
    }

    /** Targets that have started, the first first. */
    Collection<TargetId> started() {
        return runs.keySet();
    }

    /** What holds for a target that has started. One that has ended keeps what held then: nothing is owed any more. */
    Leg.Terms terms(TargetId target, Leg.@Nullable Terms before) {
        SlaTarget promise = policy.target(target).orElse(null);
        Duration goal = promise == null || priority == null ? null : promise.goals().get(priority);
        boolean runsNow = runs.getOrDefault(target, false);
        if (promise != null && goal != null && (runsNow || before == null)) {
            return new Leg.Terms(mode(promise, runsNow), calendar, goal, promise.warnAtPercent());
        }
        // without a promise of its own it keeps the last one, which no longer counts
        Leg.Terms last = before == null ? firstTerms.get(target) : before;
        if (last == null) {
            throw new IllegalStateException("target has not started: " + target);
        }
        Leg.Mode mode = runsNow ? Leg.Mode.INACTIVE : Leg.Mode.ENDED;
        return new Leg.Terms(mode, last.calendar(), last.goal(), last.warnAtPercent());
    }

    private Leg.Mode mode(SlaTarget promise, boolean runsNow) {
        if (!runsNow) {
            return Leg.Mode.ENDED;
        }
        if (!active) {
            return Leg.Mode.INACTIVE;
        }
        return waits(promise) ? Leg.Mode.PAUSED : Leg.Mode.RUNNING;
    }

    private boolean waits(SlaTarget promise) {
        for (PauseReason reason : pauses) {
            if (promise.pausedBy().contains(reason)) {
                return true;
            }
        }
        for (Happening.PausedUntil pause : endingPauses) {
            if (promise.pausedBy().contains(pause.reason())) {
                return true;
            }
        }
        return false;
    }

    /** Time goes on: pauses that end by then have ended. */
    void reach(Instant at) {
        endingPauses.removeIf(pause -> !pause.endExclusive().isAfter(at));
        stoppedNow.clear();
    }

    /** Which of the events at one instant comes first if all are possible. */
    int rank(ClockEvent event) {
        Happening what = event.what();
        if (what instanceof Happening.Signalled signalled) {
            SignalRule rule = policy.rule(signalled.signal()).orElse(null);
            return BEFORE_SIGNALS.size() + policy.signals().indexOf(rule);
        }
        return BEFORE_SIGNALS.indexOf(what.getClass());
    }

    /** Whether nothing is possible any more after the event. */
    boolean closes(ClockEvent event) {
        return event.what() instanceof Happening.Signalled signalled
                && policy.rule(signalled.signal()).filter(SignalRule::closes).isPresent();
    }

    /** Why the event is impossible as things stand; null if it is possible. */
    @Nullable ClockRejection objection(ClockEvent event) {
        EventId id = event.id();
        boolean opens = event.what() instanceof Happening.Signalled signalled
                && policy.rule(signalled.signal()).filter(SignalRule::opens).isPresent();
        if (closed) {
            return new ClockRejection.Closed(id);
        }
        if (opens != runs.isEmpty() && !isUnknownSignal(event.what())) {
            return opens ? new ClockRejection.AlreadyOpened(id) : new ClockRejection.NotOpened(id);
        }
        Happening what = event.what();
        if (what instanceof Happening.Signalled signalled) {
            return objection(id, signalled);
        } else if (what instanceof Happening.Prioritised prioritised) {
            return unknownPriority(id, policy, prioritised.priority());
        } else if (what instanceof Happening.PolicyChanged changed) {
            SlaPolicy other = terms.policy(changed.policy()).orElse(null);
            return other == null
                    ? new ClockRejection.UnknownPolicy(id, changed.policy())
                    : unknownPriority(id, other, priority);
        } else if (what instanceof Happening.CalendarChanged changed) {
            return terms.calendar(changed.calendar()).isPresent()
                    ? null
                    : new ClockRejection.UnknownCalendar(id, changed.calendar());
        } else if (what instanceof Happening.Activated || what instanceof Happening.Deactivated) {
            boolean activates = what instanceof Happening.Activated;
            if (activates != active) {
                return null;
            }
            return active ? new ClockRejection.AlreadyActive(id) : new ClockRejection.AlreadyInactive(id);
        }
        return objectionToPause(id, what);
    }

    private boolean isUnknownSignal(Happening what) {
        return what instanceof Happening.Signalled signalled && policy.rule(signalled.signal()).isEmpty();
    }

    private @Nullable ClockRejection objectionToPause(EventId id, Happening what) {
        if (what instanceof Happening.Resumed resumed) {
            PauseReason reason = resumed.reason();
            boolean waits = reason == null ? !pauses.isEmpty() : pauses.contains(reason);
            return waits ? null : new ClockRejection.NotPaused(id);
        }
        if (what instanceof Happening.Paused paused) {
            return !runs.containsValue(true)
                    ? new ClockRejection.NothingRuns(id)
                    : pauses.contains(paused.reason()) ? new ClockRejection.AlreadyPaused(id, paused.reason()) : null;
        }
        // a pause whose end is known cannot be forgotten: it counts for as much of it as anything runs
        return null;
    }

    private @Nullable ClockRejection objection(EventId id, Happening.Signalled signalled) {
        SignalRule rule = policy.rule(signalled.signal()).orElse(null);
        if (rule == null) {
            return new ClockRejection.UnknownSignal(id, signalled.signal());
        }
        if (rule.opens() && signalled.priority() == null) {
            return new ClockRejection.NoPriority(id);
        }
        ClockRejection priorityFirst = unknownPriority(id, policy, signalled.priority());
        if (priorityFirst != null) {
            return priorityFirst;
        }
        for (SlaTarget target : policy.targets()) {
            ClockRejection wrong = wrongState(id, rule, target.id());
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private @Nullable ClockRejection wrongState(EventId id, SignalRule rule, TargetId target) {
        Boolean running = runs.get(target);
        boolean needsRun = rule.ends().contains(target) || rule.needsRunning().contains(target);
        boolean lacksStart = rule.needsStarted().contains(target) && running == null;
        if (needsRun && !Boolean.TRUE.equals(running) || lacksStart) {
            return new ClockRejection.NotRunning(id, target);
        }
        if (rule.starts().contains(target) && running != null) {
            return new ClockRejection.AlreadyStarted(id, target);
        }
        boolean needsEnd = rule.continues().contains(target) || rule.needsEnded().contains(target);
        return needsEnd && !Boolean.FALSE.equals(running) ? new ClockRejection.NotEnded(id, target) : null;
    }

    private static @Nullable ClockRejection unknownPriority(EventId id, SlaPolicy of, @Nullable Priority priority) {
        return priority == null || of.priorities().contains(priority)
                ? null
                : new ClockRejection.UnknownPriority(id, priority);
    }

    /** Lets an event happen to which there is no objection. */
    void apply(ClockEvent event) {
        Happening what = event.what();
        if (what instanceof Happening.Signalled signalled) {
            priority = signalled.priority() == null ? priority : signalled.priority();
            policy.rule(signalled.signal()).ifPresent(this::apply);
        } else if (what instanceof Happening.Prioritised prioritised) {
            priority = prioritised.priority();
        } else if (what instanceof Happening.PolicyChanged changed) {
            policy = terms.policy(changed.policy()).orElse(policy);
            calendar = named(policy.calendar());
        } else if (what instanceof Happening.CalendarChanged changed) {
            calendar = named(changed.calendar());
        } else if (what instanceof Happening.Paused paused) {
            pauses.add(paused.reason());
        } else if (what instanceof Happening.Resumed resumed) {
            PauseReason reason = resumed.reason();
            pauses.removeIf(it -> reason == null || it.equals(reason));
        } else if (what instanceof Happening.PausedUntil pause) {
            endingPauses.add(pause);
        } else {
            active = what instanceof Happening.Activated;
        }
    }

    private void apply(SignalRule rule) {
        for (SlaTarget target : policy.targets()) {
            if (rule.starts().contains(target.id())) {
                runs.put(target.id(), true);
                firstTerms.put(target.id(), terms(target.id(), null));
            }
        }
        rule.continues().forEach(target -> runs.put(target, true));
        rule.ends().forEach(this::stop);
        rule.endsIfRunning().stream().filter(target -> runs.getOrDefault(target, false)).forEach(this::stop);
        if (rule.resumes()) {
            pauses.clear();
        }
        closed = closed || rule.closes();
    }

    private void stop(TargetId target) {
        runs.put(target, false);
        stoppedNow.add(target);
    }

    private WorkingCalendar named(String name) {
        return terms.calendar(name).orElseThrow(() -> new IllegalStateException("calendar is not bound: " + name));
    }
}
