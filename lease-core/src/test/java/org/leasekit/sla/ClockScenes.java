package org.leasekit.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.leasekit.calendar.CalendarModel;
import org.leasekit.calendar.CalendarModels;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.calendar.WorkingHours;

/**
 * Random tickets: a history that mostly makes sense, with steps missing, repeated and out of place, on a random
 * calendar.
 */
final class ClockScenes {

    static final int MINUTES = CalendarModels.MINUTES;
    static final PolicyId USUAL = new PolicyId("usual");
    static final PolicyId OTHER = new PolicyId("other");

    private static final PauseReason LUNCH = new PauseReason("LUNCH");
    private static final List<PauseReason> REASONS =
            List.of(SlaPolicies.WAITING_TENANT, SlaPolicies.WAITING_PARTS, LUNCH);
    private static final List<Priority> PRIORITIES =
            List.of(SlaPolicies.P1, SlaPolicies.P2, SlaPolicies.P3, SlaPolicies.P4);
    private static final List<TargetId> TARGETS =
            List.of(TargetId.RESPOND, TargetId.DISPATCH, TargetId.ARRIVE, TargetId.RESOLVE);

    private static final Map<PolicyId, ClockModel.Plan> PLANS = Map.of(
            USUAL, new ClockModel.Plan(
                    "model",
                    goals(20, 60, 240, 600),
                    waiting(Set.of(), Set.of(SlaPolicies.WAITING_TENANT, SlaPolicies.WAITING_PARTS))),
            OTHER, new ClockModel.Plan(
                    "24x7",
                    goals(10, 150, 320, 1200),
                    waiting(Set.of(LUNCH), Set.of(LUNCH, SlaPolicies.WAITING_PARTS))));

    /** One ticket. */
    record Scene(CalendarModel hours, WorkingCalendar calendar, Instant from, List<ClockModel.Step> steps) {

        SlaTerms terms() {
            return new SlaTerms(policy(USUAL), List.of(policy(OTHER)), List.of(calendar, WorkingCalendar.alwaysOpen()));
        }

        ClockModel model() {
            boolean[] always = new boolean[MINUTES];
            Arrays.fill(always, true);
            return new ClockModel(
                    Map.of("model", hours.minutes(from, MINUTES), "24x7", always), PLANS, USUAL);
        }

        List<ClockEvent> events() {
            List<ClockEvent> events = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                events.add(ClockEvent.of(String.valueOf(i), at(steps.get(i).minute()), bound(steps.get(i))));
            }
            return events;
        }

        /** A pause with a known end, bound to instants. */
        private Happening bound(ClockModel.Step step) {
            return step.what() instanceof Happening.PausedUntil pause
                    ? new Happening.PausedUntil(pause.reason(), at(step.until()))
                    : step.what();
        }

        Instant at(int minute) {
            return from.plusSeconds(minute * 60L);
        }
    }

    private ClockScenes() {}

    static Arbitrary<Scene> scenes() {
        Arbitrary<List<ClockModel.Step>> usual = usual();
        Arbitrary<List<ClockModel.Step>> noise = step().list().ofMinSize(0).ofMaxSize(10);
        return Combinators.combine(CalendarModels.scenes(), usual, noise).as((calendar, course, more) -> {
            Map<Integer, ClockModel.Step> steps = new TreeMap<>();
            course.forEach(step -> steps.putIfAbsent(step.minute(), step));
            more.forEach(step -> steps.putIfAbsent(step.minute(), step));
            WorkingCalendar real = calendar.model().calendar().named("model");
            return new Scene(calendar.model(), real, calendar.from(), List.copyOf(steps.values()));
        });
    }

    /** The steps of a ticket in their order, each there or not, with any time between them. */
    private static Arbitrary<List<ClockModel.Step>> usual() {
        List<String> course = List.of(
                "OPENED", "ACCEPTED", "DISPATCHED", "ARRIVED", "RESOLVED", "REOPENED", "RESOLVED", "VERIFIED");
        Arbitrary<List<Integer>> gaps = Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 90), Arbitraries.integers().between(1, 2500))
                .list().ofSize(course.size());
        Arbitrary<List<Integer>> dice = Arbitraries.integers().between(1, 10).list().ofSize(course.size());
        return Combinators.combine(gaps, dice, Arbitraries.of(PRIORITIES)).as((between, there, priority) -> {
            List<ClockModel.Step> steps = new ArrayList<>();
            int minute = 0;
            for (int i = 0; i < course.size(); i++) {
                minute += between.get(i);
                boolean opens = i == 0;
                if (minute < MINUTES && (opens || there.get(i) > 2)) {
                    steps.add(step(minute, opens
                            ? Happening.Signalled.of("OPENED", priority)
                            : Happening.Signalled.of(course.get(i))));
                }
            }
            return steps;
        });
    }

    private static Arbitrary<ClockModel.Step> step() {
        Arbitrary<PauseReason> reason = Arbitraries.of(REASONS);
        Arbitrary<Happening> happenings = Arbitraries.frequencyOf(
                Tuple.of(6, reason.map(Happening.Paused::new)),
                Tuple.of(4, reason.injectNull(0.7).map(Happening.Resumed::new)),
                Tuple.of(4, reason.map(it -> new Happening.PausedUntil(it, Instant.EPOCH))),
                Tuple.of(3, Arbitraries.of(PRIORITIES).map(Happening.Prioritised::new)),
                Tuple.of(2, Arbitraries.of(USUAL, OTHER).map(Happening.PolicyChanged::new)),
                Tuple.of(2, Arbitraries.of("model", "24x7").map(Happening.CalendarChanged::new)),
                Tuple.of(1, Arbitraries.of(new Happening.Activated(), new Happening.Deactivated())),
                Tuple.of(3, Arbitraries.of("ACCEPTED", "DISPATCHED", "ARRIVED", "RESOLVED", "REOPENED", "VERIFIED", "SUNG")
                        .map(Happening.Signalled::of)),
                Tuple.of(1, Arbitraries.of(PRIORITIES).map(it -> Happening.Signalled.of("OPENED", it))));
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, MINUTES - 1);
        return Combinators.combine(minutes, happenings, Arbitraries.integers().between(1, 3000))
                .as((minute, what, length) -> new ClockModel.Step(minute, what, minute + length));
    }

    private static ClockModel.Step step(int minute, Happening what) {
        return new ClockModel.Step(minute, what, 0);
    }

    private static SlaPolicy policy(PolicyId id) {
        ClockModel.Plan plan = PLANS.get(id);
        List<SlaTarget> targets = TARGETS.stream()
                .map(target -> new SlaTarget(
                        target,
                        plan.goals().get(target).entrySet().stream().collect(Collectors.toMap(
                                Map.Entry::getKey, goal -> Duration.ofMinutes(goal.getValue()))),
                        plan.pausedBy().get(target),
                        List.of(50)))
                .toList();
        return new SlaPolicy(id, plan.calendar(), targets, SlaPolicies.serviceDesk(plan.calendar()).signals());
    }

    /** Minutes for P1, of which a half is whole too; P2 has twice as many, P3 three times, P4 four times. */
    private static Map<TargetId, Map<Priority, Integer>> goals(int respond, int dispatch, int arrive, int resolve) {
        List<Integer> first = List.of(respond, dispatch, arrive, resolve);
        Map<TargetId, Map<Priority, Integer>> goals = new TreeMap<>();
        for (int i = 0; i < TARGETS.size(); i++) {
            Map<Priority, Integer> ofTarget = new TreeMap<>(Comparator.naturalOrder());
            for (int p = 0; p < PRIORITIES.size(); p++) {
                ofTarget.put(PRIORITIES.get(p), first.get(i) * (p + 1));
            }
            goals.put(TARGETS.get(i), ofTarget);
        }
        return goals;
    }

    private static Map<TargetId, Set<PauseReason>> waiting(Set<PauseReason> first, Set<PauseReason> second) {
        return Map.of(
                TargetId.RESPOND, first,
                TargetId.DISPATCH, first,
                TargetId.ARRIVE, second,
                TargetId.RESOLVE, second);
    }
}
