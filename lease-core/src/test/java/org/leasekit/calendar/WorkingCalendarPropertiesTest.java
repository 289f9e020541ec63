package org.leasekit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import java.util.List;
import org.leasekit.calendar.CalendarModels.Scene;

/** Random calendars, overnight and across changes of the clock both ways, held against a minute-by-minute oracle. */
class WorkingCalendarPropertiesTest {

    private static final int MINUTES = CalendarModels.MINUTES;

    @Provide
    Arbitrary<Scene> scenes() {
        return CalendarModels.scenes();
    }

    @Property(tries = 200)
    void isOpenAsTheOracleSaysInEveryMinute(@ForAll("scenes") Scene scene) {
        WorkingCalendar calendar = scene.model().calendar();
        boolean[] open = scene.model().minutes(scene.from(), MINUTES);
        for (int minute = 0; minute < MINUTES; minute++) {
            Instant at = at(scene, minute);
            if (calendar.isOpen(at) != open[minute]) {
                assertThat(calendar.isOpen(at)).as("%s, %s", at, at.atZone(scene.model().zone())).isEqualTo(open[minute]);
            }
        }
    }

    @Property(tries = 150)
    void countsAndAddsAsTheOracleDoes(
            @ForAll("scenes") Scene scene, @ForAll @Size(20) List<@IntRange(max = MINUTES - 1) Integer> starts,
            @ForAll @Size(20) List<@IntRange(max = MINUTES - 1) Integer> ends) {
        WorkingCalendar calendar = scene.model().calendar();
        boolean[] open = scene.model().minutes(scene.from(), MINUTES);
        for (int i = 0; i < starts.size(); i++) {
            int start = Math.min(starts.get(i), ends.get(i));
            int end = Math.max(starts.get(i), ends.get(i));
            int worked = 0;
            int reached = start;
            for (int minute = start; minute < end; minute++) {
                worked += open[minute] ? 1 : 0;
                reached = open[minute] ? minute + 1 : reached;
            }
            Duration work = Duration.ofMinutes(worked);
            assertThat(calendar.workingTimeBetween(at(scene, start), at(scene, end))).isEqualTo(work);
            assertThat(calendar.addWorkingTime(at(scene, start), work)).isEqualTo(at(scene, reached));
            int last = end;
            for (int minute = end - 1; minute >= start; minute--) {
                last = open[minute] ? minute : last;
            }
            assertThat(calendar.addWorkingTime(at(scene, end), work.negated())).isEqualTo(at(scene, last));
        }
    }

    @Property(tries = 200)
    void findsTheNextOpeningAndClosing(
            @ForAll("scenes") Scene scene, @ForAll @Size(20) List<@IntRange(max = MINUTES - 1) Integer> starts) {
        WorkingCalendar calendar = scene.model().calendar();
        boolean[] open = scene.model().minutes(scene.from(), MINUTES);
        for (int start : starts) {
            assertSameWithinTheScene(scene, calendar.nextOpening(at(scene, start)), next(open, start, true));
            assertSameWithinTheScene(scene, calendar.nextClosing(at(scene, start)), next(open, start, false));
        }
    }

    private static int next(boolean[] open, int start, boolean wanted) {
        int minute = start;
        while (minute < MINUTES && open[minute] != wanted) {
            minute++;
        }
        return minute;
    }

    private static void assertSameWithinTheScene(Scene scene, Optional<Instant> found, int minute) {
        if (minute < MINUTES) {
            assertThat(found).contains(at(scene, minute));
        } else if (found.isPresent()) {
            assertThat(found.get()).isAfterOrEqualTo(at(scene, MINUTES));
        }
    }

    /** To the nanosecond, over years, whatever was asked before: what is added is what lies between. */
    @Property(tries = 1000)
    void addingAndCountingAreInverse(
            @ForAll("scenes") Scene scene,
            @ForAll @LongRange(min = -200_000_000_000_000_000L, max = 200_000_000_000_000_000L) long startOffset,
            @ForAll @LongRange(max = 100_000_000_000_000_000L) long work) {
        WorkingCalendar calendar = scene.model().calendar();
        Instant start = scene.from().plusNanos(startOffset);
        Duration working = Duration.ofNanos(work);

        Optional<Instant> end = calendar.findWorkingTime(start, working);
        Optional<Instant> before = calendar.findWorkingTime(start, working.negated());

        end.ifPresent(it -> {
            assertThat(calendar.workingTimeBetween(start, it)).isEqualTo(working);
            if (work > 0) {
                assertThat(calendar.workingTimeBetween(start, it.minusNanos(1))).isEqualTo(working.minusNanos(1));
            }
        });
        before.ifPresent(it -> assertThat(calendar.workingTimeBetween(it, start)).isEqualTo(working));
    }

    /** Counting from one instant to the next and on to a third is counting from the first to the third. */
    @Property(tries = 500)
    void countingIsAdditiveAndMonotone(
            @ForAll("scenes") Scene scene, @ForAll @Size(3) List<@LongRange(max = 900_000_000_000_000L) Long> offsets) {
        WorkingCalendar calendar = scene.model().calendar();
        List<Instant> at = offsets.stream().sorted().map(nanos -> scene.from().plusNanos(nanos)).toList();

        Duration first = calendar.workingTimeBetween(at.get(0), at.get(1));
        Duration second = calendar.workingTimeBetween(at.get(1), at.get(2));

        assertThat(calendar.workingTimeBetween(at.get(0), at.get(2))).isEqualTo(first.plus(second));
        assertThat(first).isBetween(Duration.ZERO, Duration.between(at.get(0), at.get(1)));
    }

    /** A question far away lays out years; the same questions are answered the same before and after. */
    @Property(tries = 60)
    void aGrownHorizonAnswersAsAFreshOne(
            @ForAll("scenes") Scene scene, @ForAll @IntRange(min = -40_000, max = 60_000) int days,
            @ForAll @IntRange(max = MINUTES - 1) int minute, @ForAll @LongRange(max = 40_000_000) long work) {
        WorkingCalendar fresh = scene.model().calendar();
        WorkingCalendar grown = scene.model().calendar();
        Instant far = scene.from().plus(Duration.ofDays(days));
        boolean farOpen = grown.isOpen(far);
        Instant start = at(scene, minute);

        assertThat(grown.findWorkingTime(start, Duration.ofSeconds(work)))
                .isEqualTo(fresh.findWorkingTime(start, Duration.ofSeconds(work)));
        assertThat(fresh.isOpen(far)).isEqualTo(farOpen);
        Instant first = far.isBefore(start) ? far : start;
        Instant last = far.isBefore(start) ? start : far;
        assertThat(grown.workingTimeBetween(first, last)).isEqualTo(scene.model().calendar().workingTimeBetween(first, last));
    }

    private static Instant at(Scene scene, int minute) {
        return scene.from().plusSeconds(minute * 60L);
    }
}
