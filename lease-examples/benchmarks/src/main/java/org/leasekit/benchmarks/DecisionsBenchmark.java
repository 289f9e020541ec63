package org.leasekit.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DayRolls;
import org.leasekit.escalation.Anchor;
import org.leasekit.escalation.CatchUp;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.Decision;
import org.leasekit.escalation.Escalation;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Facts;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.Log;
import org.leasekit.escalation.QuietHours;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.StageAction;
import org.leasekit.party.Channel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decisions of the engine alone, one after the other on one core: contracts that end on any day of a year, each asked
 * on a day of the last seventy, by a policy with holidays and quiet hours. What has fired was fired by older versions
 * of the policy, so that every stage is still open and has to be planned: the dearest case there is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@Threads(1)
public class DecisionsBenchmark {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int SUBJECTS = 1024;

    @Param({"1", "3", "10", "30"})
    int stages;

    @Param({"0", "10", "100"})
    int fired;

    private EscalationPolicy policy;
    private Anchor[] anchors;
    private Log[] logs;
    private Instant[] instants;
    private Facts facts;
    private int next;

    /** Makes the policy and its subjects. */
    @Setup
    public void prepare() {
        BusinessCalendar calendar = ShippedCalendars.china();
        policy = policy();
        facts = new Facts(false, OptionalInt.of(67));
        anchors = new Anchor[SUBJECTS];
        logs = new Log[SUBJECTS];
        instants = new Instant[SUBJECTS];
        for (int i = 0; i < SUBJECTS; i++) {
            LocalDate end = LocalDate.of(2026, 1, 1).plusDays(i % 365);
            anchors[i] = Anchor.day(end, calendar);
            Instant entered = end.minusDays(75).atStartOfDay(ZONE).toInstant();
            logs[i] = new Log(entered, older(entered));
            instants[i] = end.minusDays(i % 70).atTime(10, 0).atZone(ZONE).toInstant();
        }
    }

    private EscalationPolicy policy() {
        List<Stage> all = new ArrayList<>();
        for (int i = 0; i < stages; i++) {
            int daysBefore = 70 - 2 * i;
            all.add(new Stage(
                    String.valueOf(daysBefore),
                    daysBefore,
                    List.of(
                            new StageAction(Channel.SMS, Condition.ALWAYS),
                            new StageAction(Channel.CALL, new Condition.AgeAtLeast(65)))));
        }
        QuietHours quiet = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));
        return new EscalationPolicy(
                "bench", 3, LocalTime.of(10, 0), ZONE, DayRolls.PRECEDING, quiet, CatchUp.NEXT_BUSINESS_DAY, all);
    }

    private List<Fired> older(Instant entered) {
        List<Fired> log = new ArrayList<>();
        for (int i = 0; i < fired; i++) {
            Instant at = entered.minusSeconds(3_600L * (fired - i));
            log.add(new Fired("old-" + i, at, at));
        }
        return log;
    }

    /** One decision. */
    @Benchmark
    public Decision decide() {
        int i = next;
        next = (next + 1) % SUBJECTS;
        return Escalation.decide(policy, anchors[i], facts, logs[i], instants[i]);
    }
}
