package org.leasekit.benchmarks;

import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jbpm.process.core.timer.BusinessCalendarImpl;
import org.kie.api.time.SessionClock;
import org.leasekit.calendar.Shift;
import org.leasekit.calendar.WorkingCalendar;
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

/**
 * When a goal of so many working hours is used up, and how much has elapsed: on the library's calendar with a lunch
 * hour in every day, beside jBPM's business calendar, which has none, and Strata's, which counts whole days. The floor
 * is one binary search over an array of openings, which is what every answer would need at least without a table of
 * where to look.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WorkingTimeBenchmark {

    private static final int HOURS_A_DAY = 8;
    private static final int SAMPLE = 1000;

    @Param({"1", "20"})
    int years;

    @Param({"8", "400"})
    int hours;

    private WorkingCalendar calendar;
    private Duration goal;
    private Instant[] starts;
    private Instant[] ends;
    private long[] openings;
    private long[] seconds;
    private BusinessCalendarImpl jbpm;
    private final SettableClock clock = new SettableClock();
    private String jbpmGoal;
    private HolidayCalendar strata;
    private LocalDate[] startDays;
    private LocalDate[] endDays;
    private int next;

    /** Lays everything out. */
    @Setup
    public void layOut() {
        Years office = new Years(years);
        calendar = office.calendar(Shift.of("09:00-12:00"), Shift.of("13:00-18:00"));
        goal = Duration.ofHours(hours);
        starts = office.starts();
        ends = Arrays.stream(starts).map(start -> calendar.addWorkingTime(start, goal)).toArray(Instant[]::new);
        seconds = Arrays.stream(starts).mapToLong(Instant::getEpochSecond).toArray();
        openings = office.first().datesUntil(office.endExclusive())
                .flatMap(day -> Stream.of(day.atTime(9, 0), day.atTime(13, 0)))
                .map(time -> time.atZone(Years.ZONE).toInstant())
                .filter(calendar::isOpen)
                .mapToLong(Instant::getEpochSecond)
                .toArray();
        layOutPeers(office);
    }

    private void layOutPeers(Years office) {
        Properties properties = new Properties();
        properties.setProperty(BusinessCalendarImpl.HOURS_PER_DAY, String.valueOf(HOURS_A_DAY));
        properties.setProperty(BusinessCalendarImpl.DAYS_PER_WEEK, "5");
        properties.setProperty(BusinessCalendarImpl.START_HOUR, String.valueOf(Years.FIRST_HOUR));
        properties.setProperty(BusinessCalendarImpl.END_HOUR, String.valueOf(Years.LAST_HOUR));
        properties.setProperty(BusinessCalendarImpl.TIMEZONE, Years.ZONE.getId());
        properties.setProperty(
                BusinessCalendarImpl.HOLIDAYS,
                office.holidays().stream().map(LocalDate::toString).collect(Collectors.joining(",")));
        jbpm = new BusinessCalendarImpl(properties, clock);
        jbpmGoal = hours + "h";
        checkThatPeersAgree(office.calendar(Shift.of("09:00-17:00")));
        strata = ImmutableHolidayCalendar.of(
                HolidayCalendarId.of("BENCH"), office.holidays(), DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        startDays = Arrays.stream(starts).map(it -> it.atZone(Years.ZONE).toLocalDate()).toArray(LocalDate[]::new);
        endDays = Arrays.stream(ends).map(it -> it.atZone(Years.ZONE).toLocalDate()).toArray(LocalDate[]::new);
    }

    /**
     * A race against somebody who does something else would mean nothing. jBPM names the next opening where the library
     * names the close, and is a day off for some starts on the morning after a holiday.
     */
    private void checkThatPeersAgree(WorkingCalendar sameHours) {
        Instant[] asked = Arrays.copyOf(starts, SAMPLE);
        long agree = Arrays.stream(asked).filter(start -> {
            clock.millis = start.toEpochMilli();
            Instant theirs = jbpm.calculateBusinessTimeAsDate(jbpmGoal).toInstant();
            return sameHours.nextOpening(sameHours.addWorkingTime(start, goal)).orElseThrow().equals(theirs);
        }).count();
        if (agree < SAMPLE * 95 / 100) {
            throw new IllegalStateException(
                    "only " + agree + " of " + SAMPLE + " answers are the same for " + hours + " hours");
        }
    }

    /** When the goal is used up. */
    @Benchmark
    public Instant due() {
        return calendar.addWorkingTime(starts[next()], goal);
    }

    /** What has elapsed when it is. */
    @Benchmark
    public Duration elapsed() {
        int i = next();
        return calendar.workingTimeBetween(starts[i], ends[i]);
    }

    /** One search for the opening of an instant. */
    @Benchmark
    public int floorOneSearch() {
        return Arrays.binarySearch(openings, seconds[next()]);
    }

    /** The same question as {@link #due}, to the millisecond. */
    @Benchmark
    public Date peerJbpmDue() {
        clock.millis = seconds[next()] * 1000;
        return jbpm.calculateBusinessTimeAsDate(jbpmGoal);
    }

    /** The same question as {@link #elapsed}, in whole days. */
    @Benchmark
    public int peerStrataDaysBetween() {
        int i = next();
        return strata.daysBetween(startDays[i], endDays[i]);
    }

    /** The same question as {@link #due}, in whole days. */
    @Benchmark
    public LocalDate peerStrataShift() {
        return strata.shift(startDays[next()], hours / HOURS_A_DAY);
    }

    private int next() {
        next = (next + 1) & (Years.INSTANTS - 1);
        return next;
    }

    /** The only way to ask jBPM about another instant than now. */
    private static final class SettableClock implements SessionClock {
        private long millis;

        @Override
        public long getCurrentTime() {
            return millis;
        }
    }
}
