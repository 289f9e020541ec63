package org.leasekit.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leasekit.sla.Desk.at;
import static org.leasekit.sla.Desk.event;
import static org.leasekit.sla.Desk.hours;
import static org.leasekit.sla.Desk.read;
import static org.leasekit.sla.Desk.ticket;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Tickets that are solved and come back, worked by hand. */
class SlaClockReopeningTest {

    @Test
    void reopeningLetsResolveRunOnThoughItWaitedWhenItWasSolved() {
        SlaClock clock = ticket("""
                1 2026-03-04T09:00 OPENED P1
                2 2026-03-04T10:00 PAUSED WAITING_PARTS
                3 2026-03-04T11:00 RESOLVED
                4 2026-03-04T14:00 REOPENED
                """);
        TargetReading resolve = read(clock, TargetId.RESOLVE, "2026-03-04T15:00");
        assertThat(resolve.state()).isEqualTo(TargetState.RUNNING);
        assertThat(resolve.elapsed()).isEqualTo(hours(2));
        assertThat(resolve.paused()).isEqualTo(hours(1));
        assertThat(read(clock, TargetId.RESPOND, "2026-03-04T15:00").stopped()).as("ended with it").isEqualTo(at("2026-03-04T11:00"));
    }

    /** Solved on the telephone and reopened: whoever is sent then is clocked like any other. */
    @Test
    void whatIsSolvedBeforeItWasTakenOnIsTakenOnAfterItIsReopened() {
        SlaClock clock = ticket("""
                1 2026-03-04T09:00 OPENED P1
                2 2026-03-04T09:10 RESOLVED
                3 2026-03-04T10:00 REOPENED
                4 2026-03-04T10:05 ACCEPTED
                5 2026-03-04T10:20 DISPATCHED
                6 2026-03-04T11:00 ARRIVED
                """);
        assertThat(clock.refusals()).isEmpty();
        assertThat(read(clock, TargetId.RESPOND, "2026-03-04T12:00").stopped()).isEqualTo(at("2026-03-04T09:10"));
        assertThat(read(clock, TargetId.DISPATCH, "2026-03-04T12:00").elapsed()).isEqualTo(hours(0.25));
        assertThat(read(clock, TargetId.ARRIVE, "2026-03-04T12:00").elapsed()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void nobodyIsSentToWhatIsSolvedOrWasNeverTakenOn() {
        SlaClock clock = ticket("""
                1 2026-03-04T09:00 OPENED P1
                2 2026-03-04T09:05 DISPATCHED
                3 2026-03-04T09:10 RESOLVED
                4 2026-03-04T09:20 ACCEPTED
                """);
        assertThat(clock.refusals()).extracting(it -> it.rejection().message(Locale.ENGLISH)).containsExactly(
                "event 2: target dispatch is not running", "event 4: target resolve is not running");
        assertThat(clock.at(at("2026-03-04T12:00"))).hasSize(2);
    }

    @Test
    void whatIsReopenedAndSolvedAtOnceWasStoppedThen() {
        SlaClock clock = ticket("""
                1 2026-03-04T09:00 OPENED P1
                2 2026-03-04T10:00 RESOLVED
                3 2026-03-04T14:00 REOPENED
                4 2026-03-04T14:00 RESOLVED
                """);
        assertThat(clock.refusals()).isEmpty();
        TargetReading resolve = read(clock, TargetId.RESOLVE, "2026-03-04T15:00");
        assertThat(resolve.stopped()).isEqualTo(at("2026-03-04T14:00"));
        assertThat(resolve.elapsed()).isEqualTo(hours(1));
        assertThat(resolve.due()).as("as it stood when it was stopped last").isEqualTo(at("2026-03-05T12:00"));
        assertThat(read(clock, TargetId.RESPOND, "2026-03-04T15:00").stopped()).isEqualTo(at("2026-03-04T10:00"));
    }
}
