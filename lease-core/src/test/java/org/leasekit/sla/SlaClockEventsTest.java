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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events that come late, at once or make no sense, worked by hand. */
class SlaClockEventsTest {

    private static final String COURSE = """
            1 2026-03-04T09:00 OPENED P2
            2 2026-03-04T09:20 ACCEPTED
            3 2026-03-04T10:00 DISPATCHED
            4 2026-03-04T11:00 PAUSED WAITING_TENANT
            5 2026-03-04T14:00 RESUMED
            6 2026-03-04T15:00 ARRIVED
            7 2026-03-04T16:00 RESOLVED
            8 2026-03-05T10:00 REOPENED
            9 2026-03-05T12:00 RESOLVED
            10 2026-03-05T14:00 VERIFIED
            """;

    @Test
    void resumingEndsEveryWaitOrTheOneThatIsNamed() {
        String lines = """
                1 2026-03-04T09:00 OPENED P1
                2 2026-03-04T09:30 PAUSED WAITING_PARTS
                3 2026-03-04T10:00 PAUSED WAITING_TENANT
                4 2026-03-04T10:30 RESUMED""";
        assertThat(read(ticket(lines), TargetId.RESOLVE, "2026-03-04T11:00").paused()).isEqualTo(hours(1));
        assertThat(read(ticket(lines + " WAITING_TENANT"), TargetId.RESOLVE, "2026-03-04T11:00").paused()).isEqualTo(hours(1.5));
        assertThat(read(ticket(lines + " WAITING_TENANT"), TargetId.RESOLVE, "2026-03-04T11:00").state())
                .isEqualTo(TargetState.PAUSED);
    }

    /** What happens at one instant is put in the order in which most of it is possible. */
    @Test
    void eventsAtOneInstantFindTheirOrder() {
        SlaClock clock = ticket("""
                1 2026-03-04T09:00 VERIFIED
                2 2026-03-04T09:00 RESOLVED
                3 2026-03-04T09:00 DISPATCHED
                4 2026-03-04T09:00 RESUMED
                5 2026-03-04T09:00 ACCEPTED
                6 2026-03-04T09:00 PAUSED WAITING_PARTS
                7 2026-03-04T09:00 PRIORITY P1
                8 2026-03-04T09:00 OPENED P3
                """);
        assertThat(clock.refusals()).isEmpty();
        assertThat(clock.at(at("2026-03-04T09:00"))).hasSize(4)
                .allSatisfy(it -> assertThat(it.state()).isEqualTo(TargetState.MET))
                .allSatisfy(it -> assertThat(it.goal()).isLessThanOrEqualTo(hours(8)))
                .allSatisfy(it -> assertThat(it.due()).isAfter(it.started()));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', value = {
        "20 2026-03-04T08:00 ACCEPTED              | CLOCK_NOT_OPENED       | event 20 comes before the clock was opened",
        "20 2026-03-04T08:00 PRIORITY P1           | CLOCK_NOT_OPENED       | event 20 comes before the clock was opened",
        "20 2026-03-04T09:10 OPENED P1             | CLOCK_ALREADY_OPENED   | event 20: the clock was opened before",
        "20 2026-03-04T09:10 ARRIVED               | TARGET_NOT_RUNNING     | event 20: target arrive is not running",
        "20 2026-03-04T09:30 ACCEPTED              | TARGET_ALREADY_STARTED | event 20: target dispatch was started before",
        "20 2026-03-04T09:10 REOPENED              | TARGET_NOT_ENDED       | event 20: target resolve has not ended",
        "20 2026-03-04T09:10 VERIFIED              | TARGET_NOT_ENDED       | event 20: target resolve has not ended",
        "20 2026-03-04T17:00 RESOLVED              | TARGET_NOT_RUNNING     | event 20: target resolve is not running",
        "20 2026-03-05T15:00 REOPENED              | CLOCK_CLOSED           | event 20 comes after the clock was closed",
        "20 2026-03-05T15:00 PRIORITY P1           | CLOCK_CLOSED           | event 20 comes after the clock was closed",
        "20 2026-03-04T17:00 PAUSED WAITING_PARTS  | NOTHING_RUNS           | event 20 pauses where nothing runs",
        "20 2026-03-04T11:30 PAUSED WAITING_TENANT | ALREADY_PAUSED         | event 20: already paused for WAITING_TENANT",
        "20 2026-03-04T10:30 RESUMED               | NOT_PAUSED             | event 20: nothing is paused",
        "20 2026-03-04T11:30 RESUMED WAITING_PARTS | NOT_PAUSED             | event 20: nothing is paused",
        "20 2026-03-04T10:30 SUNG                  | UNKNOWN_SIGNAL         | event 20: the policy knows no signal SUNG",
        "20 2026-03-04T10:30 PRIORITY P9           | UNKNOWN_PRIORITY       | event 20: the policy has no priority P9",
        "20 2026-03-04T09:10 ACCEPTED P9           | UNKNOWN_PRIORITY       | event 20: the policy has no priority P9",
        "20 2026-03-04T10:30 POLICY none           | UNKNOWN_SLA_POLICY     | event 20: there is no policy none",
        "20 2026-03-04T10:30 CALENDAR none         | UNKNOWN_WORKING_CALENDAR | event 20: there is no calendar none",
        "20 2026-03-04T10:30 ACTIVATED             | CLOCK_ALREADY_ACTIVE   | event 20: the clock is active already",
        "20 1026-03-04T10:30 RESUMED               | EVENT_OUT_OF_RANGE     | event 20 lies where no calendar has an answer: 1026-03-04T02:24:17Z",
        "20 2026-03-04T09:20 ACCEPTED              | DUPLICATE_EVENT        | event 20 says the same as event 2",
        "9 2026-03-04T10:30 RESUMED                | EVENT_ID_REUSED        | the id 9 was used before, for another event",
    })
    void keepsWhatIsImpossibleWithTheReason(String line, String rule, String message) {
        SlaClock before = ticket(COURSE);
        // learnt after everything else
        ClockEvent wrong = event(line).learntOnlyAt(at("2026-03-09T09:00"));
        SlaClock clock = before.with(wrong);

        assertThat(clock.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.event()).isEqualTo(wrong);
            assertThat(refusal.rejection().rule()).isEqualTo(rule);
            assertThat(refusal.rejection().message(Locale.ENGLISH)).isEqualTo(message);
            assertThat(refusal.rejection().event()).isEqualTo(wrong.id());
        });
        assertThat(clock.rejection(wrong)).isPresent();
        assertThat(clock.events()).hasSize(before.events().size() + 1).contains(wrong);
        assertThat(clock.at(at("2026-03-09T09:00"))).isEqualTo(before.at(at("2026-03-09T09:00")));
    }

    @Test
    void anOpeningNeedsAPriority() {
        SlaClock clock = ticket("1 2026-03-04T09:00 OPENED\n2 2026-03-04T09:30 DEACTIVATED");
        assertThat(clock.refusals()).extracting(it -> it.rejection().rule())
                .containsExactly("CLOCK_WITHOUT_PRIORITY", "CLOCK_NOT_OPENED");
        SlaClock twice = ticket("1 2026-03-04T09:00 OPENED P1\n2 2026-03-04T09:30 DEACTIVATED\n3 2026-03-04T09:40 DEACTIVATED");
        assertThat(twice.refusals()).extracting(it -> it.rejection().rule()).containsExactly("CLOCK_ALREADY_INACTIVE");
    }

    /** A technician's phone was offline: what made no sense alone makes sense with what it tells later. */
    @Test
    void whatIsLearntLateMakesRefusedEventsCount() {
        SlaClock early = ticket("""
                1 2026-03-04T09:00 OPENED P1
                4 2026-03-04T10:00 ARRIVED
                """);
        assertThat(early.refusals()).extracting(it -> it.rejection().rule()).containsExactly("TARGET_NOT_RUNNING");

        SlaClock told = early.with(event("2 2026-03-04T09:10 ACCEPTED").learntOnlyAt(at("2026-03-04T12:00")))
                .with(event("3 2026-03-04T09:20 DISPATCHED").learntOnlyAt(at("2026-03-04T12:00")));

        assertThat(told.refusals()).isEmpty();
        assertThat(read(told, TargetId.RESPOND, "2026-03-04T12:00").state()).isEqualTo(TargetState.MET);
        assertThat(read(told, TargetId.ARRIVE, "2026-03-04T12:00").elapsed()).isEqualTo(Duration.ofMinutes(40));
        assertThat(read(told.asKnownAt(at("2026-03-04T11:59")), TargetId.RESPOND, "2026-03-04T11:00").state())
                .isEqualTo(TargetState.BREACHED);
    }

    @Test
    void ofTwoPrioritiesAtOneInstantTheOneLearntLaterHolds() {
        ClockEvent first = event("2 2026-03-04T10:00 PRIORITY P3");
        ClockEvent correction = event("1 2026-03-04T10:00 PRIORITY P2").learntOnlyAt(at("2026-03-04T10:05"));
        SlaClock clock = ticket(event("0 2026-03-04T09:00 OPENED P1"), correction, first);
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-04T10:00").goal()).isEqualTo(hours(16));
    }
}
