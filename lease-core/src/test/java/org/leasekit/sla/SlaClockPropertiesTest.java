package org.leasekit.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.leasekit.sla.ClockModel.Counter;
import org.leasekit.sla.ClockModel.View;
import org.leasekit.sla.ClockScenes.Scene;

/** Random tickets on random calendars, held against a minute-by-minute oracle. */
class SlaClockPropertiesTest {

    private static final int MINUTES = ClockScenes.MINUTES;

    @Provide
    Arbitrary<Scene> scenes() {
        return ClockScenes.scenes();
    }

    @Property(tries = 120)
    void showsWhatTheOracleCounts(@ForAll("scenes") Scene scene) {
        ClockModel model = scene.model();
        List<View> views = model.run(scene.steps(), MINUTES);
        SlaClock clock = SlaClock.of(scene.terms(), scene.events());

        for (int minute = 0; minute < MINUTES; minute++) {
            Map<TargetId, Counter> counters = views.get(minute).counters();
            List<TargetReading> readings = clock.at(scene.at(minute));
            if (readings.size() != counters.size()) {
                assertThat(readings).as("minute %d", minute).hasSize(counters.size());
            }
            for (TargetReading reading : readings) {
                Counter counter = counters.get(reading.target());
                if (!same(scene, reading, counter)) {
                    assertThat(reading).as("minute %d, oracle %s", minute, text(scene, counter)).isNull();
                }
            }
        }
        assertThat(clock.refusals().stream().map(it -> it.event().at()).collect(Collectors.toSet()))
                .isEqualTo(model.impossible().stream().map(it -> scene.at(it.minute())).collect(Collectors.toSet()));
    }

    private static boolean same(Scene scene, TargetReading reading, Counter counter) {
        return counter != null
                && reading.elapsed().equals(Duration.ofMinutes(counter.elapsed))
                && reading.paused().equals(Duration.ofMinutes(counter.paused))
                && reading.goal().equals(Duration.ofMinutes(counter.goal))
                && reading.state() == counter.state()
                && reading.started().equals(scene.at(counter.started))
                && Optional.ofNullable(reading.stopped()).equals(at(scene, counter.stopped))
                && Optional.ofNullable(reading.breachedAt()).equals(at(scene, counter.breachedAt));
    }

    private static String text(Scene scene, Counter counter) {
        return counter == null ? "nothing" : "%s elapsed %d paused %d goal %d started %s stopped %s breached %s"
                .formatted(counter.state(), counter.elapsed, counter.paused, counter.goal, scene.at(counter.started),
                        at(scene, counter.stopped), at(scene, counter.breachedAt));
    }

    private static Optional<Instant> at(Scene scene, int minute) {
        return minute < 0 ? Optional.empty() : Optional.of(scene.at(minute));
    }

    /** What is due is the minute at which the oracle would see the goal used up if nothing more happened. */
    @Property(tries = 120)
    void isDueWhenTheOracleSaysSo(@ForAll("scenes") Scene scene, @ForAll @IntRange(max = MINUTES - 1) int minute) {
        List<ClockModel.Step> soFar = scene.steps().stream().filter(step -> step.minute() <= minute).toList();
        List<View> untouched = scene.model().run(soFar, MINUTES);
        SlaClock clock = SlaClock.of(scene.terms(), scene.events());
        for (TargetReading reading : clock.at(scene.at(minute))) {
            Counter then = untouched.get(minute).counters().get(reading.target());
            boolean[] open = scene.model().openMinutes(untouched.get(minute).calendar());
            int left = Math.max(0, then.goal - then.elapsed);
            int due = minute;
            while (left > 0 && due < MINUTES) {
                left -= open[due] ? 1 : 0;
                due++;
            }
            boolean goesOn = reading.state() == TargetState.RUNNING || reading.state() == TargetState.PAUSED;
            if (goesOn && left == 0) {
                assertThat(reading.due()).isEqualTo(scene.at(due));
            } else if (goesOn && reading.due() != null) {
                assertThat(reading.due()).isAfterOrEqualTo(scene.at(MINUTES));
            } else if (reading.state() == TargetState.BREACHED) {
                assertThat(reading.due()).isEqualTo(reading.breachedAt());
            }
        }
    }

    @Property(tries = 120)
    void milestonesLieWhereTheOracleReachesThem(@ForAll("scenes") Scene scene) {
        List<View> views = scene.model().run(scene.steps(), MINUTES);
        Map<TargetId, Counter> last = views.get(MINUTES - 1).counters();
        SlaClock clock = SlaClock.of(scene.terms(), scene.events());
        Set<Milestone> expected = new HashSet<>();
        last.forEach((target, counter) -> {
            at(scene, counter.halfAt).ifPresent(at -> expected.add(new Milestone(new Milestone.Mark(target, 50), at)));
            at(scene, counter.breachedAt).ifPresent(
                    at -> expected.add(new Milestone(new Milestone.Mark(target, Milestone.BREACH), at)));
        });

        assertThat(clock.milestones().stream().filter(it -> it.at().isBefore(scene.at(MINUTES))))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Whatever order events are recorded in, and however late, the clock ends up the same. */
    @Property(tries = 120)
    void theOrderOfRecordingMeansNothing(
            @ForAll("scenes") Scene scene, @ForAll long seed, @ForAll @IntRange(max = MINUTES - 1) int minute) {
        List<ClockEvent> shuffled = new ArrayList<>(scene.events());
        Collections.shuffle(shuffled, new Random(seed));
        SlaClock oneByOne = SlaClock.of(scene.terms(), List.of());
        for (int i = 0; i < shuffled.size(); i++) {
            oneByOne = oneByOne.with(shuffled.get(i).learntOnlyAt(scene.at(MINUTES).plusSeconds(i)));
        }
        SlaClock atOnce = SlaClock.of(scene.terms(), scene.events());

        assertThat(oneByOne.at(scene.at(minute))).isEqualTo(atOnce.at(scene.at(minute)));
        assertThat(oneByOne.milestones()).isEqualTo(atOnce.milestones());
        assertThat(oneByOne.events()).hasSameSizeAs(atOnce.events());
        assertThat(oneByOne.asKnownAt(scene.at(MINUTES).minusSeconds(1)).events()).isEmpty();
    }

    /** What is recorded twice, under its own id or another, changes nothing and is not lost. */
    @Property(tries = 100)
    void duplicatesChangeNothing(
            @ForAll("scenes") Scene scene, @ForAll boolean sameId, @ForAll @IntRange(max = MINUTES - 1) int minute) {
        List<ClockEvent> twice = new ArrayList<>(scene.events());
        for (ClockEvent event : scene.events()) {
            String id = sameId ? event.id().value() : "again-" + event.id();
            twice.add(new ClockEvent(new EventId(id), event.at(), event.at().plusSeconds(1), event.what()));
        }
        SlaClock once = SlaClock.of(scene.terms(), scene.events());
        SlaClock clock = SlaClock.of(scene.terms(), twice);

        assertThat(clock.at(scene.at(minute))).isEqualTo(once.at(scene.at(minute)));
        assertThat(clock.refusals().stream().filter(it -> it.rejection() instanceof ClockRejection.Duplicate))
                .hasSameSizeAs(scene.events());
        assertThat(clock.events()).hasSize(2 * scene.events().size());
    }

    /** Neither elapsed nor paused time ever goes back, and together they never outrun the wall clock. */
    @Property(tries = 100)
    void isMonotone(@ForAll("scenes") Scene scene, @ForAll @IntRange(min = 1, max = 997) int stride) {
        SlaClock clock = SlaClock.of(scene.terms(), scene.events());
        for (TargetId target : List.of(TargetId.RESPOND, TargetId.ARRIVE, TargetId.RESOLVE)) {
            TargetReading before = null;
            for (int minute = 0; minute < MINUTES + 5000; minute += stride) {
                TargetReading now = clock.at(scene.at(minute), target).orElse(null);
                if (before != null) {
                    assertThat(now).isNotNull();
                    assertThat(now.elapsed()).isGreaterThanOrEqualTo(before.elapsed());
                    assertThat(now.paused()).isGreaterThanOrEqualTo(before.paused());
                    assertThat(now.breachedAt() != null || before.breachedAt() == null).isTrue();
                    assertThat(now.elapsed().plus(now.paused()))
                            .isLessThanOrEqualTo(Duration.between(now.started(), scene.at(minute)));
                }
                before = now;
            }
        }
    }

    @Property(tries = 120)
    void aPauseThatEndsAtOnceChangesNothing(
            @ForAll("scenes") Scene scene, @ForAll @IntRange(max = MINUTES - 1) int minute,
            @ForAll @IntRange(max = MINUTES - 1) int looked) {
        PauseReason own = SlaPolicies.WAITING_PARTS;
        List<ClockEvent> more = new ArrayList<>(scene.events().stream()
                .filter(event -> !(event.what() instanceof Happening.Paused paused && paused.reason().equals(own)))
                .toList());
        SlaClock before = SlaClock.of(scene.terms(), more);
        more.add(ClockEvent.of("pause", scene.at(minute), new Happening.Paused(own)));
        more.add(ClockEvent.of("resume", scene.at(minute), new Happening.Resumed(own)));
        SlaClock clock = SlaClock.of(scene.terms(), more);

        assertThat(clock.at(scene.at(looked))).isEqualTo(before.at(scene.at(looked)));
        assertThat(clock.milestones()).isEqualTo(before.milestones());
    }

    /** Entered in one piece or in two that touch, whatever it overlaps. */
    @Property(tries = 100)
    void splittingAPauseWithAKnownEndChangesNothing(
            @ForAll("scenes") Scene scene, @ForAll @IntRange(min = 2, max = 4000) int length,
            @ForAll @IntRange(max = MINUTES - 1) int after, @ForAll @IntRange(min = 1, max = 3999) int split,
            @ForAll @IntRange(max = MINUTES - 1) int looked) {
        PauseReason own = SlaPolicies.WAITING_PARTS;
        int start = opened(scene) + after;
        int middle = start + Math.min(split, length - 1);
        SlaClock whole = SlaClock.of(scene.terms(), scene.events())
                .with(ClockEvent.of("whole", scene.at(start), pause(own, scene.at(start + length))));
        SlaClock parts = SlaClock.of(scene.terms(), scene.events())
                .with(ClockEvent.of("first", scene.at(start), pause(own, scene.at(middle))))
                .with(ClockEvent.of("second", scene.at(middle), pause(own, scene.at(start + length))));

        assertThat(parts.at(scene.at(looked))).isEqualTo(whole.at(scene.at(looked)));
        assertThat(parts.milestones()).isEqualTo(whole.milestones());
    }

    /** Going on and waiting again at one instant, recorded in either order, is no interruption of the wait. */
    @Property(tries = 100)
    void splittingAPauseByAResumptionChangesNothing(
            @ForAll("scenes") Scene scene, @ForAll @IntRange(min = 1, max = 500) int after,
            @ForAll @IntRange(min = 2, max = 4000) int length, @ForAll @IntRange(min = 1, max = 3999) int split,
            @ForAll boolean resumedLearntFirst, @ForAll @IntRange(max = MINUTES - 1) int looked) {
        // nothing else of the ticket's pauses, which a resumption would end
        List<ClockEvent> events = new ArrayList<>(scene.events().stream()
                .filter(event -> !(event.what() instanceof Happening.Paused)
                        && !(event.what() instanceof Happening.Resumed))
                .filter(event -> event.at().isBefore(scene.at(opened(scene) + after)))
                .toList());
        int start = opened(scene) + after;
        events.add(ClockEvent.of("start", scene.at(start), new Happening.Paused(SlaPolicies.WAITING_PARTS)));
        events.add(ClockEvent.of("end", scene.at(start + length), new Happening.Resumed(null)));
        SlaClock whole = SlaClock.of(scene.terms(), events);
        Instant middle = scene.at(start + Math.min(split, length - 1));
        events.add(new ClockEvent(new EventId("a"), middle, middle, resumedLearntFirst
                ? new Happening.Resumed(null) : new Happening.Paused(SlaPolicies.WAITING_PARTS)));
        events.add(new ClockEvent(new EventId("b"), middle, middle, resumedLearntFirst
                ? new Happening.Paused(SlaPolicies.WAITING_PARTS) : new Happening.Resumed(null)));
        SlaClock parts = SlaClock.of(scene.terms(), events);

        assertThat(parts.at(scene.at(looked))).isEqualTo(whole.at(scene.at(looked)));
        assertThat(parts.milestones()).isEqualTo(whole.milestones());
    }

    private static Happening pause(PauseReason reason, Instant endExclusive) {
        return new Happening.PausedUntil(reason, endExclusive);
    }

    private static int opened(Scene scene) {
        return scene.steps().stream()
                .filter(step -> step.what() instanceof Happening.Signalled it && it.signal().value().equals("OPENED"))
                .mapToInt(ClockModel.Step::minute)
                .min()
                .orElseThrow();
    }

    /** What a clock shows of an instant depends on nothing that happens after it. */
    @Property(tries = 100)
    void theFutureChangesNothing(@ForAll("scenes") Scene scene, @ForAll @IntRange(max = MINUTES - 1) int minute) {
        Instant now = scene.at(minute);
        List<ClockEvent> soFar = scene.events().stream().filter(event -> !event.at().isAfter(now)).toList();

        assertThat(SlaClock.of(scene.terms(), soFar).at(now))
                .isEqualTo(SlaClock.of(scene.terms(), scene.events()).at(now));
    }
}
