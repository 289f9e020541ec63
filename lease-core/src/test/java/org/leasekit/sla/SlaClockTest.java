package org.leasekit.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leasekit.sla.Desk.at;
import static org.leasekit.sla.Desk.event;
import static org.leasekit.sla.Desk.hours;
import static org.leasekit.sla.Desk.read;
import static org.leasekit.sla.Desk.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.calendar.WorkingHours;

/** Tickets worked by hand. */
class SlaClockTest {

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

    /** The pause from 11 to 14 does not count; what ends a leg at its last instant comes before what that leg reaches then. */
    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource({
        "resolve, PT0S,    2026-03-04T09:00",
        "resolve, PT1H30M, 2026-03-04T10:30",
        "resolve, PT2H,    2026-03-04T11:00",
        "resolve, PT3H,    2026-03-04T15:00",
        "resolve, PT4H,    2026-03-05T10:00", // resolved at that very instant, and reopened
        "resolve, PT5H,    2026-03-05T11:00",
        "resolve, PT6H, ",
        "respond, PT20M, ",
        "verify, PT1H, ",
    })
    void tellsWhenItHasRunForSoLong(String target, Duration span, String expected) {
        assertThat(ticket(COURSE).elapsed(new TargetId(target), span))
                .isEqualTo(Optional.ofNullable(expected == null ? null : at(expected)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "respond,  2026-03-04T09:00, RUNNING, 0,   0, 2026-03-04T09:30",
        "respond,  2026-03-04T09:20, MET,     20,  0, 2026-03-04T09:30",
        "respond,  2026-03-09T09:20, MET,     20,  0, 2026-03-04T09:30",
        "dispatch, 2026-03-04T09:20, RUNNING, 0,   0, 2026-03-04T10:20",
        "dispatch, 2026-03-04T10:00, MET,     40,  0, 2026-03-04T10:20",
        "arrive,   2026-03-04T10:30, RUNNING, 30,  0, 2026-03-04T15:00",
        "arrive,   2026-03-04T12:30, PAUSED,  60,  60, 2026-03-04T16:00",
        "arrive,   2026-03-04T13:30, PAUSED,  60,  90, 2026-03-04T16:30",
        "arrive,   2026-03-04T15:00, MET,     120, 120, 2026-03-04T17:00",
        "resolve,  2026-03-04T10:00, RUNNING, 60,  0, 2026-03-05T18:00",
        "resolve,  2026-03-04T15:00, RUNNING, 180, 120, 2026-03-06T11:00",
        "resolve,  2026-03-04T16:00, MET,     240, 120, 2026-03-06T11:00",
        "resolve,  2026-03-05T09:59, MET,     240, 120, 2026-03-06T11:00",
        "resolve,  2026-03-05T11:00, RUNNING, 300, 120, 2026-03-06T15:00",
        "resolve,  2026-03-05T12:00, MET,     360, 120, 2026-03-06T15:00",
    })
    void followsATicketThroughItsCourse(
            String target, String time, TargetState state, int elapsed, int paused, String due) {
        TargetReading reading = read(ticket(COURSE), new TargetId(target), time);
        assertThat(reading.state()).isEqualTo(state);
        assertThat(reading.elapsed()).isEqualTo(Duration.ofMinutes(elapsed));
        assertThat(reading.paused()).isEqualTo(Duration.ofMinutes(paused));
        assertThat(reading.due()).isEqualTo(at(due));
        assertThat(reading.breachedAt()).isNull();
    }

    @Test
    void showsTargetsInTheOrderInWhichTheyStarted() {
        assertThat(ticket(COURSE).at(at("2026-03-09T09:00"))).extracting(TargetReading::target)
                .containsExactly(TargetId.RESPOND, TargetId.RESOLVE, TargetId.DISPATCH, TargetId.ARRIVE);
        assertThat(ticket(COURSE).at(at("2026-03-04T08:59"))).isEmpty();
        assertThat(ticket(COURSE).at(at("2026-03-04T09:30"), TargetId.ARRIVE)).isEmpty();
        assertThat(ticket(COURSE).refusals()).isEmpty();
    }

    @Test
    void tellsWhenATargetStartedAndWasStopped() {
        TargetReading resolve = read(ticket(COURSE), TargetId.RESOLVE, "2026-03-05T11:00");
        assertThat(resolve.started()).isEqualTo(at("2026-03-04T09:00"));
        assertThat(resolve.stopped()).as("it runs on").isNull();
        assertThat(read(ticket(COURSE), TargetId.RESOLVE, "2026-03-05T09:00").stopped()).isEqualTo(at("2026-03-04T16:00"));
        assertThat(read(ticket(COURSE), TargetId.RESOLVE, "2026-03-05T15:00").stopped()).isEqualTo(at("2026-03-05T12:00"));
    }

    /** At the first instant the goal is used up, whenever anybody looks. */
    @Test
    void isBreachedWhenItHappenedAndNotWhenItWasNoticed() {
        SlaClock clock = ticket("1 2026-03-06T17:00 OPENED P1");
        String weekend = "2026-03-08T09:00";

        assertThat(read(clock, TargetId.RESPOND, "2026-03-06T17:14").state()).isEqualTo(TargetState.RUNNING);
        assertThat(read(clock, TargetId.RESPOND, "2026-03-06T17:15").state()).isEqualTo(TargetState.BREACHED);
        assertThat(read(clock, TargetId.RESPOND, weekend).breachedAt()).isEqualTo(at("2026-03-06T17:15"));
        assertThat(read(clock, TargetId.RESPOND, weekend).due()).isEqualTo(at("2026-03-06T17:15"));
        assertThat(read(clock, TargetId.RESPOND, weekend).elapsed()).isEqualTo(hours(1));
        assertThat(read(clock, TargetId.RESPOND, weekend).remaining()).isEqualTo(Duration.ofMinutes(-45));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "2026-03-04T09:15:00, MET,      at the very instant is in time",
        "2026-03-04T09:15:01, BREACHED, a second later is not",
    })
    void aStopAtTheVeryInstantIsInTime(String time, TargetState state, String why) {
        SlaClock clock = ticket("1 2026-03-04T09:00 OPENED P1\n2 " + time + " ACCEPTED");
        assertThat(read(clock, TargetId.RESPOND, "2026-03-05T09:00").state()).isEqualTo(state);
    }

    /** Used up at six on a Friday; that nothing counts until Monday saves nobody who stops it then. */
    @Test
    void aGoalUsedUpAtTheCloseOfWorkIsBreachedThen() {
        SlaClock clock = ticket("1 2026-03-06T09:00 OPENED P1\n2 2026-03-09T08:00 RESOLVED");
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-09T09:00").breachedAt()).isEqualTo(at("2026-03-06T18:00"));
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-09T09:00").elapsed()).isEqualTo(hours(8));
    }

    @Test
    void aBreachedTargetStaysBreachedWhateverComesAfter() {
        SlaClock clock = ticket("""
                1 2026-03-04T09:00 OPENED P1
                2 2026-03-05T10:00 PRIORITY P4
                3 2026-03-05T11:00 RESOLVED
                4 2026-03-05T14:00 REOPENED
                """);
        for (String time : List.of("2026-03-04T18:00", "2026-03-05T10:30", "2026-03-05T12:00", "2026-03-05T15:00")) {
            assertThat(read(clock, TargetId.RESOLVE, time).state()).isEqualTo(TargetState.BREACHED);
            assertThat(read(clock, TargetId.RESOLVE, time).breachedAt()).isEqualTo(at("2026-03-04T18:00"));
        }
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-05T15:00").elapsed()).isEqualTo(hours(11));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-03-04T14:00, P2, 2026-03-05T18:00, twelve of sixteen hours are left of a lower one",
        "2026-03-04T16:00, P4, 2026-03-17T18:00, seventy-four of eighty hours are left of the lowest",
    })
    void aPriorityHoldsFromItsInstantOn(String time, String priority, String due, String why) {
        SlaClock clock = ticket("1 2026-03-04T09:00 OPENED P1\n2 " + time + " PRIORITY " + priority);
        assertThat(read(clock, TargetId.RESOLVE, time).due()).isEqualTo(at(due));
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-04T13:59").due()).isEqualTo(at("2026-03-04T18:00"));
    }

    /**
     * Ten hours have gone when the goal becomes eight: that is a breach of the new promise, and no sooner than it was
     * made.
     */
    @Test
    void aTighterGoalThatIsUsedUpAlreadyIsBreachedAtTheChange() {
        SlaClock clock = ticket("1 2026-03-04T09:00 OPENED P3\n2 2026-03-05T11:00 PRIORITY P1");
        TargetReading resolve = read(clock, TargetId.RESOLVE, "2026-03-05T12:00");
        assertThat(resolve.breachedAt()).isEqualTo(at("2026-03-05T11:00"));
        assertThat(resolve.due()).isEqualTo(at("2026-03-05T11:00"));
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-05T10:59").state()).isEqualTo(TargetState.RUNNING);
    }

    @Test
    void aChangeAtTheVeryInstantOfTheBreachComesFirst() {
        SlaClock clock = ticket("1 2026-03-04T09:00 OPENED P1\n2 2026-03-04T18:00 PRIORITY P2");
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-05T09:00").state()).isEqualTo(TargetState.RUNNING);
    }

    @Test
    void aPriorityChangesNothingThatHasEnded() {
        SlaClock clock = ticket("1 2026-03-04T09:00 OPENED P4\n2 2026-03-04T10:00 ACCEPTED\n3 2026-03-04T10:30 PRIORITY P1");
        TargetReading respond = read(clock, TargetId.RESPOND, "2026-03-04T11:00");
        assertThat(respond.state()).isEqualTo(TargetState.MET);
        assertThat(respond.goal()).isEqualTo(hours(2));
        assertThat(read(clock, TargetId.DISPATCH, "2026-03-04T10:30").state()).as("half an hour, used up").isEqualTo(TargetState.BREACHED);
    }

    @Test
    void anotherCalendarCountsFromItsInstantOn() {
        SlaClock clock = ticket("1 2026-03-04T17:00 OPENED P1\n2 2026-03-04T20:00 CALENDAR 24x7\n3 2026-03-05T01:00 CALENDAR office");
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-04T19:00").elapsed()).isEqualTo(hours(1));
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-04T21:00").due()).isEqualTo(at("2026-03-05T03:00"));
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-05T08:00").elapsed()).isEqualTo(hours(6));
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-05T08:00").due()).isEqualTo(at("2026-03-05T11:00"));
    }

    @Test
    void onlyReasonsThatThePolicyAllowsStopATarget() {
        SlaClock lunch = ticket("1 2026-03-04T09:00 OPENED P1\n2 2026-03-04T09:05 PAUSED NO_MOOD");
        SlaClock tenant = ticket("1 2026-03-04T09:00 OPENED P1\n2 2026-03-04T09:05 PAUSED WAITING_TENANT");

        assertThat(lunch.refusals()).isEmpty();
        assertThat(read(lunch, TargetId.RESOLVE, "2026-03-04T10:00").state()).isEqualTo(TargetState.RUNNING);
        assertThat(read(tenant, TargetId.RESOLVE, "2026-03-04T10:00").state()).isEqualTo(TargetState.PAUSED);
        assertThat(read(tenant, TargetId.RESPOND, "2026-03-04T10:00").state()).as("waits for nothing").isEqualTo(TargetState.BREACHED);
    }

    @Test
    void aPolicyDecidesFromItsInstantOnWhichReasonsStop() {
        SlaClock clock = ticket("""
                1 2026-03-04T09:00 OPENED P1
                2 2026-03-04T10:00 PAUSED WAITING_TENANT
                3 2026-03-04T11:00 POLICY strict
                """);
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-04T11:30").state()).isEqualTo(TargetState.RUNNING);
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-04T11:30").paused()).isEqualTo(hours(1));
        assertThat(read(clock, TargetId.RESOLVE, "2026-03-04T11:30").elapsed()).isEqualTo(hours(1.5));
    }

    @Test
    void aPolicyThatDoesNotMakeThePromiseLeavesItInactive() {
        SlaPolicy resolveOnly = new SlaPolicy(
                new PolicyId("resolve-only"), "office",
                Desk.POLICY.targets().stream().filter(it -> it.id().equals(TargetId.RESOLVE)).toList(),
                List.of(SignalRule.on("OPENED").opening().starting(TargetId.RESOLVE)));
        SlaTerms terms = new SlaTerms(Desk.POLICY, List.of(resolveOnly), List.of(Desk.OFFICE));
        for (String time : List.of("2026-03-04T09:00", "2026-03-04T09:10")) {
            SlaClock clock = SlaClock.of(terms, List.of(
                    event("1 2026-03-04T09:00 OPENED P1"), event("2 " + time + " POLICY resolve-only")));
            TargetReading respond = read(clock, TargetId.RESPOND, "2026-03-04T10:00");
            assertThat(respond.state()).isEqualTo(TargetState.INACTIVE);
            assertThat(respond.goal()).isEqualTo(Duration.ofMinutes(15));
            assertThat(clock.milestones()).extracting(it -> it.mark().target()).containsOnly(
                    time.endsWith("10") ? new TargetId[] {TargetId.RESPOND, TargetId.RESOLVE} : new TargetId[] {TargetId.RESOLVE});
        }
    }

    @Test
    void anActivatedClockGoesOnWhereItWas() {
        SlaClock clock = ticket("""
                1 2026-03-04T09:00 OPENED P1
                2 2026-03-04T10:00 DEACTIVATED
                3 2026-03-06T10:00 ACTIVATED
                """);
        TargetReading resolve = read(clock, TargetId.RESOLVE, "2026-03-06T11:00");
        assertThat(resolve.state()).isEqualTo(TargetState.RUNNING);
        assertThat(resolve.elapsed()).isEqualTo(hours(2));
        assertThat(resolve.paused()).isZero();
        assertThat(resolve.due()).isEqualTo(at("2026-03-06T18:00"));
    }

    /** Nothing was promised when the goal shrank below what had elapsed, and nothing was when it was solved. */
    @Test
    void whatIsTightenedAndSolvedWhileInactiveIsNotBreached() {
        SlaClock clock = ticket("""
                1 2026-03-04T09:00 OPENED P3
                2 2026-03-05T11:00 DEACTIVATED
                3 2026-03-05T14:00 PRIORITY P1
                4 2026-03-05T15:00 RESOLVED
                """);
        TargetReading resolve = read(clock, TargetId.RESOLVE, "2026-03-06T09:00");
        assertThat(resolve.state()).isEqualTo(TargetState.MET);
        assertThat(resolve.elapsed()).isEqualTo(hours(10));
        assertThat(resolve.due()).isEqualTo(at("2026-03-05T15:00"));
    }

    /** Solving ends the wait, so that what is reopened runs, as the word says. */
    @Test
    void warnsAtSharesOfTheGoalAndWakesForEachOnce() {
        SlaClock clock = ticket("1 2026-03-04T09:00 OPENED P1\n2 2026-03-04T09:05 ACCEPTED");
        List<Milestone> all = clock.milestones();

        assertThat(all).extracting(it -> it.mark().target() + " " + it.mark().percent() + " " + it.at()).containsExactly(
                "dispatch 50 " + at("2026-03-04T09:20"),
                "dispatch 80 " + at("2026-03-04T09:29"),
                "dispatch 100 " + at("2026-03-04T09:35"),
                "resolve 50 " + at("2026-03-04T14:00"),
                "resolve 80 " + at("2026-03-04T16:24"),
                "resolve 100 " + at("2026-03-04T18:00"));
        Instant now = at("2026-03-04T09:05");
        assertThat(clock.next(Set.of(), now)).contains(all.get(0));
        assertThat(clock.next(marks(all.subList(0, 3)), now)).contains(all.get(3));
        assertThat(clock.next(marks(all), now)).isEmpty();
    }

    @Test
    void whatWasMissedIsNextUnlessItIsNoLongerWorthIt() {
        SlaClock clock = ticket("1 2026-03-04T09:00 OPENED P1\n2 2026-03-04T10:00 ACCEPTED\n3 2026-03-04T15:00 RESOLVED");
        Set<Milestone.Mark> none = Set.of();

        Milestone.Mark respondBreach = new Milestone.Mark(TargetId.RESPOND, Milestone.BREACH);
        assertThat(clock.next(none, at("2026-03-04T09:08"))).as("a warning that came just now")
                .hasValueSatisfying(it -> assertThat(it.mark()).isEqualTo(new Milestone.Mark(TargetId.RESPOND, 50)));
        assertThat(clock.next(none, at("2026-03-04T11:00"))).as("a breach, and no warning of it")
                .hasValueSatisfying(it -> assertThat(it.mark()).isEqualTo(respondBreach));
        assertThat(clock.next(Set.of(respondBreach), at("2026-03-04T18:00"))).as("dispatch was breached, resolve was met")
                .hasValueSatisfying(it -> assertThat(it.mark())
                        .isEqualTo(new Milestone.Mark(TargetId.DISPATCH, Milestone.BREACH)));
        assertThat(clock.next(
                        Set.of(respondBreach, new Milestone.Mark(TargetId.DISPATCH, Milestone.BREACH)), at("2026-03-04T18:00")))
                .isEmpty();
    }

    @Test
    void saysWhetherItRestsOnUnknownYears() {
        SlaClock clock = ticket("1 2026-12-31T17:00 OPENED P1");
        Instant start = at("2026-12-31T17:00");
        assertThat(clock.isKnown(start, TargetId.RESPOND)).isTrue();
        assertThat(clock.isKnown(start, TargetId.RESOLVE)).as("due on 1 January 2027, if that is no holiday").isFalse();
        assertThat(clock.isKnown(start, TargetId.ARRIVE)).as("has not started").isTrue();
        assertThat(clock.isKnown(at("2027-01-04T09:00"), TargetId.RESPOND)).isFalse();
        SlaClock stopped = clock.with(event("2 2026-12-31T17:05 ACCEPTED"));
        assertThat(stopped.isKnown(at("2027-01-04T09:00"), TargetId.RESPOND)).isTrue();
        SlaClock waiting = clock.with(event("2 2026-12-31T17:05 PAUSED WAITING_PARTS"));
        assertThat(waiting.isKnown(at("2026-12-31T17:10"), TargetId.RESOLVE)).isFalse();
    }

    @Test
    void aCalendarThatNeverOpensLeavesTargetsWithoutADueInstant() {
        WorkingCalendar never = WorkingCalendar.alwaysOpen()
                .intersection(WorkingHours.in(Desk.SHANGHAI).calendar("x")).named("office");
        SlaClock clock = SlaClock.of(SlaTerms.of(Desk.POLICY, never), List.of(
                event("1 2026-03-04T09:00 OPENED P1"), event("2 2026-03-05T09:00 PAUSED WAITING_PARTS")));
        assertThat(clock.at(at("2026-03-06T09:00"))).allSatisfy(it -> assertThat(it.due()).isNull());
        assertThat(clock.milestones()).isEmpty();
    }

    private static Set<Milestone.Mark> marks(List<Milestone> milestones) {
        return milestones.stream().map(Milestone::mark).collect(Collectors.toSet());
    }
}
