package org.leasekit.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.WorkingCalendar;

class SlaPolicyTest {

    private static final SlaTarget RESPOND = target("respond", Map.of(SlaPolicies.P1, Duration.ofHours(1)));
    private static final SignalRule OPENED = SignalRule.on("OPENED").opening().starting(TargetId.RESPOND);

    /** The promises of the service desk: minutes by priority, and what waits. */
    @ParameterizedTest
    @CsvSource({
        "respond,  15,  30,   60,   120,  false",
        "dispatch, 30,  60,   240,  480,  false",
        "arrive,   120, 240,  480,  1440, true",
        "resolve,  480, 960,  2400, 4800, true",
    })
    void theServiceDeskPromises(String target, int p1, int p2, int p3, int p4, boolean waits) {
        SlaTarget promise = SlaPolicies.serviceDesk("office").target(new TargetId(target)).orElseThrow();
        assertThat(promise.goals()).isEqualTo(Map.of(
                SlaPolicies.P1, Duration.ofMinutes(p1), SlaPolicies.P2, Duration.ofMinutes(p2),
                SlaPolicies.P3, Duration.ofMinutes(p3), SlaPolicies.P4, Duration.ofMinutes(p4)));
        assertThat(promise.pausedBy()).isEqualTo(
                waits ? Set.of(SlaPolicies.WAITING_TENANT, SlaPolicies.WAITING_PARTS) : Set.of());
    }

    @Test
    void refusesTargetsThatPromiseNothing() {
        assertThatThrownBy(() -> target("respond", Map.of())).hasMessageContaining("goals: at least one");
        assertThatThrownBy(() -> target("respond", Map.of(SlaPolicies.P1, Duration.ZERO)))
                .hasMessageContaining("goals: more than nothing");
        for (List<Integer> wrong : List.of(List.of(0), List.of(100), List.of(80, 50), List.of(50, 50))) {
            assertThatThrownBy(() -> new SlaTarget(TargetId.RESPOND, RESPOND.goals(), Set.of(), wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("warnAtPercent");
        }
    }

    @Test
    void refusesPoliciesWhosePartsDoNotFit() {
        assertThatThrownBy(() -> policy(List.of(), OPENED)).hasMessage("targets: at least one");
        assertThatThrownBy(() -> policy(List.of(RESPOND, RESPOND), OPENED)).hasMessage("targets: two are called respond");
        assertThatThrownBy(() -> policy(
                        List.of(RESPOND, target("resolve", Map.of(SlaPolicies.P2, Duration.ofHours(1)))), OPENED))
                .hasMessage("targets: resolve has goals for other priorities than respond");
        assertThatThrownBy(() -> policy(List.of(RESPOND), OPENED, OPENED)).hasMessage("signals: two rules for OPENED");
        assertThatThrownBy(() -> policy(List.of(RESPOND), OPENED.ending(TargetId.ARRIVE)))
                .hasMessage("signals: OPENED speaks of no target: arrive");
        assertThatThrownBy(() -> policy(List.of(RESPOND), SignalRule.on("OPENED").starting(TargetId.RESPOND)))
                .hasMessage("signals: none opens the clock");
        assertThatThrownBy(() -> policy(List.of(RESPOND), SignalRule.on("OPENED").opening()))
                .hasMessage("signals: OPENED opens the clock and starts no target");
    }

    @Test
    void refusesTermsThatLackACalendarOrNameOneTwice() {
        SlaPolicy policy = policy(List.of(RESPOND), OPENED);
        WorkingCalendar always = WorkingCalendar.alwaysOpen();
        assertThatThrownBy(() -> SlaTerms.of(policy, always))
                .hasMessage("calendars: policy test names one that is missing: office");
        assertThatThrownBy(() -> new SlaTerms(policy, List.of(), List.of(always, always)))
                .hasMessage("calendars: two are called 24x7");
        assertThatThrownBy(() -> new SlaTerms(policy, List.of(policy), List.of(always.named("office"))))
                .hasMessage("policies: two are called test");
    }

    @Test
    void refusesAPauseThatEndsBeforeItStarts() {
        assertThatThrownBy(() -> Desk.event("1 2026-03-04T10:00 PAUSED WAITING_PARTS 2026-03-04T10:00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("endExclusive must be after at");
    }

    @Test
    void namesAreStrippedAndShortAndCountedOnesStandInTheirOrder() {
        assertThatThrownBy(() -> new PauseReason(" x")).hasMessage("PauseReason: 1 to 64 characters, stripped, but was ' x'");
        assertThatThrownBy(() -> new Priority("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TargetId("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new EventId("9")).isLessThan(new EventId("10"));
        assertThat(new EventId("10")).isLessThan(new EventId("11"));
    }

    private static SlaPolicy policy(List<SlaTarget> targets, SignalRule... signals) {
        return new SlaPolicy(new PolicyId("test"), "office", targets, List.of(signals));
    }

    private static SlaTarget target(String id, Map<Priority, Duration> goals) {
        return new SlaTarget(new TargetId(id), goals, Set.of(), List.of());
    }
}
