package org.leasekit.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leasekit.sla.Desk.at;
import static org.leasekit.sla.Desk.event;
import static org.leasekit.sla.Desk.hours;
import static org.leasekit.sla.Desk.read;
import static org.leasekit.sla.Desk.ticket;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What went wrong with clocks elsewhere, as public issue trackers tell, one test each. */
class KnownWaysToGetClocksWrongTest {

    /** erpnext#49414: hold time was added as seconds of the wall clock, so that nights off counted twice. */
    @Test
    void holdTimeOverANightDoesNotCountTheNight() {
        SlaClock clock = ticket("""
                1 2026-03-04T10:00 OPENED P1
                2 2026-03-04T17:00 PAUSED WAITING_TENANT
                3 2026-03-05T10:00 RESUMED
                """);
        TargetReading resolve = read(clock, TargetId.RESOLVE, "2026-03-05T11:00");

        assertThat(resolve.paused()).isEqualTo(hours(2));
        assertThat(resolve.elapsed()).isEqualTo(hours(7));
        assertThat(resolve.due()).isEqualTo(at("2026-03-05T12:00"));
    }

    /** The same over a weekend and a holiday with its make-up day. */
    @Test
    void holdTimeOverTheSpringFestivalCountsTheMakeUpDayAlone() {
        SlaClock clock = ticket("""
                1 2026-02-13T09:00 OPENED P2
                2 2026-02-13T18:00 PAUSED WAITING_PARTS
                3 2026-02-24T09:00 RESUMED
                """);
        TargetReading resolve = read(clock, TargetId.RESOLVE, "2026-02-24T09:00");

        assertThat(resolve.paused()).isEqualTo(hours(8));
        assertThat(resolve.elapsed()).isEqualTo(hours(8));
        assertThat(resolve.due()).isEqualTo(at("2026-02-24T18:00"));
    }

    /** frappe/helpdesk#2212: the lunch hour counted. */
    @Test
    void lunchCountsNeitherAsElapsedNorAsPaused() {
        SlaClock running = ticket("1 2026-03-04T11:30 OPENED P1");
        SlaClock waiting = ticket("""
                1 2026-03-04T11:00 OPENED P1
                2 2026-03-04T11:30 PAUSED WAITING_TENANT
                3 2026-03-04T13:30 RESUMED
                """);

        assertThat(read(running, TargetId.RESOLVE, "2026-03-04T13:30").elapsed()).isEqualTo(hours(1));
        assertThat(read(running, TargetId.RESOLVE, "2026-03-04T12:40").elapsed()).isEqualTo(hours(0.5));
        assertThat(read(waiting, TargetId.RESOLVE, "2026-03-04T13:30").paused()).isEqualTo(hours(1));
        assertThat(read(waiting, TargetId.RESOLVE, "2026-03-04T13:30").elapsed()).isEqualTo(hours(0.5));
    }

    /** glpi#15605: a change of the agreement forgot the time that had been paused. */
    @Test
    void changingThePolicyKeepsWhatWasPaused() {
        SlaClock clock = ticket("""
                1 2026-03-04T09:00 OPENED P1
                2 2026-03-04T10:00 PAUSED WAITING_PARTS
                3 2026-03-04T11:30 RESUMED
                4 2026-03-04T13:00 POLICY strict
                """);
        TargetReading resolve = read(clock, TargetId.RESOLVE, "2026-03-04T13:00");

        assertThat(resolve.paused()).isEqualTo(hours(1.5));
        assertThat(resolve.elapsed()).isEqualTo(hours(1.5));
        assertThat(resolve.goal()).isEqualTo(hours(4));
        assertThat(resolve.due()).as("what is left of the new goal, round the clock").isEqualTo(at("2026-03-04T15:30"));
    }

    /** The same for a change of the priority, while it waits as well. */
    @Test
    void changingThePriorityKeepsWhatHasElapsedAndWasPaused() {
        SlaClock clock = ticket("""
                1 2026-03-04T09:00 OPENED P1
                2 2026-03-04T10:00 PAUSED WAITING_PARTS
                3 2026-03-04T11:00 PRIORITY P2
                4 2026-03-04T13:00 RESUMED
                """);
        TargetReading resolve = read(clock, TargetId.RESOLVE, "2026-03-04T14:00");

        assertThat(resolve.paused()).isEqualTo(hours(2));
        assertThat(resolve.elapsed()).isEqualTo(hours(2));
        assertThat(resolve.remaining()).isEqualTo(hours(14));
        assertThat(resolve.due()).isEqualTo(at("2026-03-06T11:00"));
    }

    /** zammad#4353: an agreement that had been deactivated went on escalating. */
    @Test
    void aDeactivatedClockNeitherEscalatesNorIsBreached() {
        SlaClock active = ticket("1 2026-03-04T09:00 OPENED P1");
        SlaClock clock = active.with(event("2 2026-03-04T09:10 DEACTIVATED"));

        assertThat(active.next(Set.of(), at("2026-03-04T09:11"))).isPresent();
        assertThat(clock.next(Set.of(), at("2026-03-04T09:11"))).isEmpty();
        assertThat(clock.milestones()).extracting(Milestone::at).allMatch(it -> it.isBefore(at("2026-03-04T09:10")));
        TargetReading resolve = read(clock, TargetId.RESOLVE, "2026-04-04T09:00");
        assertThat(resolve.state()).isEqualTo(TargetState.INACTIVE);
        assertThat(resolve.due()).isNull();
        assertThat(resolve.elapsed()).isEqualTo(Duration.ofMinutes(10));
    }

    /** fineract: a pause that lies around an older pause was not seen as an overlap. */
    @Test
    void aPauseAroundAnOlderPauseCountsOnce() {
        SlaClock clock = ticket("""
                1 2026-03-04T09:00 OPENED P1
                2 2026-03-04T10:00 PAUSED WAITING_TENANT 2026-03-04T11:00
                3 2026-03-04T09:30 PAUSED WAITING_PARTS 2026-03-04T11:30
                """);
        TargetReading resolve = read(clock, TargetId.RESOLVE, "2026-03-04T12:00");

        assertThat(clock.refusals()).isEmpty();
        assertThat(resolve.paused()).isEqualTo(hours(2));
        assertThat(resolve.elapsed()).isEqualTo(hours(1));
    }

    /** The same where the older one was told by its start and its end, for the same reason and another. */
    @Test
    void aPauseAroundAnOlderPauseCountsOnceHoweverItWasTold() {
        for (String reason : List.of("WAITING_TENANT", "WAITING_PARTS")) {
            SlaClock clock = ticket("""
                    1 2026-03-04T09:00 OPENED P1
                    2 2026-03-04T10:00 PAUSED WAITING_TENANT
                    3 2026-03-04T11:00 RESUMED
                    """);
            ClockEvent around = event("4 2026-03-04T09:30 PAUSED " + reason + " 2026-03-04T11:30");
            SlaClock late = clock.with(around.learntOnlyAt(at("2026-03-06T09:00")));

            assertThat(late.refusals()).isEmpty();
            assertThat(read(late, TargetId.RESOLVE, "2026-03-04T12:00").paused()).isEqualTo(hours(2));
        }
    }

    /** web-app#1937: a pause learnt late could not be entered. */
    @Test
    void aPauseLearntLateIsEnteredAndUndoesABreach() {
        SlaClock before = ticket("""
                1 2026-03-04T09:00 OPENED P1
                2 2026-03-05T10:00 RESOLVED
                """);
        ClockEvent told = event("3 2026-03-04T14:00 PAUSED WAITING_TENANT 2026-03-04T16:00");
        SlaClock after = before.with(told.learntOnlyAt(at("2026-03-09T09:00")));

        assertThat(read(before, TargetId.RESOLVE, "2026-03-05T10:00").state()).isEqualTo(TargetState.BREACHED);
        assertThat(read(before, TargetId.RESOLVE, "2026-03-05T10:00").breachedAt()).isEqualTo(at("2026-03-04T18:00"));
        TargetReading resolve = read(after, TargetId.RESOLVE, "2026-03-05T10:00");
        assertThat(resolve.state()).isEqualTo(TargetState.MET);
        assertThat(resolve.elapsed()).isEqualTo(hours(7));
        assertThat(resolve.paused()).isEqualTo(hours(2));
        assertThat(after.asKnownAt(at("2026-03-08T09:00")).at(at("2026-03-05T10:00")))
                .isEqualTo(before.at(at("2026-03-05T10:00")));
    }
}
