package org.leasekit.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.leasekit.calendar.Shift;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.sla.ClockEvent;
import org.leasekit.sla.Happening;
import org.leasekit.sla.Milestone;
import org.leasekit.sla.SlaClock;
import org.leasekit.sla.SlaPolicies;
import org.leasekit.sla.SlaTerms;
import org.leasekit.sla.TargetId;
import org.leasekit.sla.TargetReading;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A sweep over open clocks, each of a request of its own that was accepted, waited for parts and goes on, scattered
 * over twenty years; asked half a day after its last event. One invocation is the whole sweep.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class MillionClocksBenchmark {

    @Param("1000000")
    int clocks;

    private SlaTerms terms;
    private Instant[] starts;
    private SlaClock[] open;

    /** Folds them all. */
    @Setup
    public void open() {
        Years office = new Years(20);
        WorkingCalendar calendar = office.calendar(Shift.of("09:00-12:00"), Shift.of("13:00-18:00"));
        terms = SlaTerms.of(SlaPolicies.serviceDesk(calendar.name()), calendar);
        starts = office.starts();
        open = new SlaClock[clocks];
        for (int i = 0; i < clocks; i++) {
            open[i] = SlaClock.of(terms, events(i));
        }
    }

    /** State, elapsed, paused and due of the solution that was promised. */
    @Benchmark
    public void read(Blackhole hole) {
        for (int i = 0; i < clocks; i++) {
            TargetReading reading = open[i].at(start(i).plus(Duration.ofHours(36)), TargetId.RESOLVE).orElseThrow();
            hole.consume(reading);
        }
    }

    /** From the events, as they come from storage, to when to wake next. */
    @Benchmark
    public void fold(Blackhole hole) {
        for (int i = 0; i < clocks; i++) {
            SlaClock clock = SlaClock.of(terms, events(i));
            hole.consume(clock.next(Set.<Milestone.Mark>of(), start(i)));
        }
    }

    private Instant start(int clock) {
        return starts[clock & (Years.INSTANTS - 1)].plusSeconds(clock >>> 14);
    }

    private List<ClockEvent> events(int clock) {
        Instant start = start(clock);
        return List.of(
                ClockEvent.of("1", start, Happening.Signalled.of("OPENED", SlaPolicies.P2)),
                ClockEvent.of("2", start.plusSeconds(600), Happening.Signalled.of("ACCEPTED")),
                ClockEvent.of("3", start.plusSeconds(1800), new Happening.Paused(SlaPolicies.WAITING_PARTS)),
                ClockEvent.of("4", start.plusSeconds(86_400), new Happening.Resumed(null)));
    }
}
