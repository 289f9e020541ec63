package org.leasekit.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When work is done, to the second: a set of instants that answers how much working time lies between two of them and
 * when some working time will be over. Made from {@link WorkingHours}, or by union and intersection of calendars,
 * whatever their zones.
 *
 * <p>Immutable and safe to share. Every question is answered in O(log n) of the openings, mostly in one step, whether
 * it spans hours or years: openings and the work before each of them are laid out over a horizon of some years, which
 * grows by itself when a question reaches beyond it. Which years have been laid out is never seen in an answer.
 *
 * <p>Answers are exact to the nanosecond. They are defined from {@link #EARLIEST} up to {@link #LATEST_EXCLUSIVE};
 * beyond the last year of a holiday table the weekly pattern alone holds, and {@link #isKnown} tells whether an answer
 * rests on such years.
 */
public final class WorkingCalendar {

    /** The first instant that may be asked about: 1900-01-01T00:00Z. */
    public static final Instant EARLIEST = LocalDate.of(1900, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    /** The first instant that may no longer be asked about: 2200-01-01T00:00Z. */
    public static final Instant LATEST_EXCLUSIVE = LocalDate.of(2200, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private static final long FIRST_SECOND = EARLIEST.getEpochSecond();
    private static final long END_SECOND = LATEST_EXCLUSIVE.getEpochSecond();
    private static final long YEAR = 366L * 24 * 60 * 60;
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private final String name;
    private final Openings source;
    /**
     * What has been laid out so far. Whoever needs more lays out more and puts it here; of two who do so at once one is
     * forgotten, which costs its work and changes no answer.
     */
    private volatile @Nullable Horizon horizon;

    WorkingCalendar(String name, Openings source) {
        this.name = Objects.requireNonNull(name, "name");
        this.source = source;
    }

    /** Round the clock, every day, named {@code 24x7}. Every date is known. */
    public static WorkingCalendar alwaysOpen() {
        return new WorkingCalendar("24x7", new Openings.Always());
    }

    /** The name it was made with. */
    public String name() {
        return name;
    }

    /** The same calendar under another name, say the one that a policy knows it by. */
    public WorkingCalendar named(String other) {
        return new WorkingCalendar(other, source);
    }

    /** Open whenever at least one of the two is, as for two desks that stand in for each other. */
    public WorkingCalendar union(WorkingCalendar other) {
        return combined(other, Spans.Rule.EITHER, "|");
    }

    /** Open whenever both are, as for a technician and a building that must let him in. */
    public WorkingCalendar intersection(WorkingCalendar other) {
        return combined(other, Spans.Rule.BOTH, "&");
    }

    private WorkingCalendar combined(WorkingCalendar other, Spans.Rule rule, String sign) {
        return new WorkingCalendar(
                "(" + name + " " + sign + " " + other.name + ")",
                new Openings.Combined(source, other.source, rule));
    }

    /**
     * Whether work is done at the instant; an opening's last instant is not in it.
     *
     * @throws DateTimeException if the instant lies outside what may be asked about
     */
    public boolean isOpen(Instant at) {
        long second = at.getEpochSecond();
        Horizon laidOut = covering(second, second);
        return laidOut.isOpen(laidOut.openingAt(second), second);
    }

    /**
     * The working time in the half-open range between two instants.
     *
     * @param endExclusive the same as the start gives zero
     * @throws IllegalArgumentException if {@code endExclusive} is before {@code start}
     * @throws DateTimeException if one of them lies outside what may be asked about
     */
    public Duration workingTimeBetween(Instant start, Instant endExclusive) {
        if (endExclusive.isBefore(start)) {
            throw new IllegalArgumentException(
                    "endExclusive must not be before start, but was " + endExclusive + " for " + start);
        }
        long first = start.getEpochSecond();
        long last = endExclusive.getEpochSecond();
        Horizon laidOut = covering(first, last);
        int opening = laidOut.openingAt(first);
        int closing = laidOut.openingAt(last);
        long seconds = laidOut.workedBy(closing, last) - laidOut.workedBy(opening, first);
        // openings are whole seconds, so that a fraction counts if and only if its second does
        int nanos = (laidOut.isOpen(closing, last) ? endExclusive.getNano() : 0)
                - (laidOut.isOpen(opening, first) ? start.getNano() : 0);
        return Duration.ofSeconds(seconds, nanos);
    }

    /**
     * The instant at which that much working time has passed since the start: the earliest one, which is the end of an
     * opening rather than the start of the next. A negative time goes back, to the latest instant from which that much
     * passes up to the start, which is the start of an opening rather than the end of the one before. Zero gives the
     * start itself, open or not.
     *
     * @throws DateTimeException if the start or the answer lies outside what may be asked about, as it does when the
     *     calendar is never open again
     */
    public Instant addWorkingTime(Instant start, Duration working) {
        Instant reached = reach(start, working);
        if (reached == null) {
            throw new DateTimeException(name + " has no working time of " + working + " from " + start
                    + (working.isNegative() ? " back to " + EARLIEST : " up to " + LATEST_EXCLUSIVE));
        }
        return reached;
    }

    /**
     * As {@link #addWorkingTime}, but empty where that has no answer because the calendar is not open for so long.
     *
     * @throws DateTimeException if the start lies outside what may be asked about
     */
    public Optional<Instant> findWorkingTime(Instant start, Duration working) {
        return Optional.ofNullable(reach(start, working));
    }

    /**
     * The first open instant that is not before the given one, so the instant itself if it is open; empty if it is
     * never open again.
     *
     * @throws DateTimeException if the instant lies outside what may be asked about
     */
    public Optional<Instant> nextOpening(Instant at) {
        long second = at.getEpochSecond();
        for (Horizon laidOut = covering(second, second); laidOut != null; laidOut = later(laidOut)) {
            int opening = laidOut.openingAt(second);
            if (laidOut.isOpen(opening, second)) {
                return Optional.of(at);
            }
            if (opening + 1 < laidOut.count()) {
                return Optional.of(Instant.ofEpochSecond(laidOut.start(opening + 1)));
            }
        }
        return Optional.empty();
    }

    /**
     * The first instant that is not open and not before the given one, so the instant itself if it is not open; empty
     * if it never closes again.
     *
     * @throws DateTimeException if the instant lies outside what may be asked about
     */
    public Optional<Instant> nextClosing(Instant at) {
        long second = at.getEpochSecond();
        for (Horizon laidOut = covering(second, second); laidOut != null; laidOut = later(laidOut)) {
            int opening = laidOut.openingAt(second);
            if (!laidOut.isOpen(opening, second)) {
                return Optional.of(at);
            }
            if (laidOut.endExclusive(opening) < laidOut.toExclusive()) {
                return Optional.of(Instant.ofEpochSecond(laidOut.endExclusive(opening)));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether every answer about the half-open range rests on years that the holiday tables cover. A calendar without
     * holidays knows every year; a union or an intersection knows what both its parts know.
     *
     * @param endExclusive the same as the start asks about the start's own day
     * @throws IllegalArgumentException if {@code endExclusive} is before {@code start}
     */
    public boolean isKnown(Instant start, Instant endExclusive) {
        if (endExclusive.isBefore(start)) {
            throw new IllegalArgumentException(
                    "endExclusive must not be before start, but was " + endExclusive + " for " + start);
        }
        Instant last = endExclusive.equals(start) ? start : endExclusive.minusNanos(1);
        return source.isKnown(start, last);
    }

    @Override
    public String toString() {
        return "WorkingCalendar[" + name + "]";
    }

    private @Nullable Instant reach(Instant start, Duration working) {
        if (working.isNegative()) {
            return reachBack(start, working);
        }
        long second = start.getEpochSecond();
        if (working.isZero()) {
            covering(second, second);
            return start;
        }
        for (Horizon laidOut = covering(second, second); laidOut != null; laidOut = later(laidOut)) {
            int opening = laidOut.openingAt(second);
            long work = laidOut.workedBy(opening, second) + working.getSeconds();
            int nanos = working.getNano() + (laidOut.isOpen(opening, second) ? start.getNano() : 0);
            if (nanos >= NANOS_PER_SECOND) {
                work++;
                nanos -= NANOS_PER_SECOND;
            }
            // a whole second is over at the end of an opening, a begun one is done in the next
            int found = nanos == 0 ? laidOut.openingThatReaches(work) : laidOut.openingAfter(work);
            if (found < laidOut.count()) {
                return Instant.ofEpochSecond(laidOut.secondOf(found, work), nanos);
            }
        }
        return null;
    }

    private @Nullable Instant reachBack(Instant start, Duration negative) {
        long second = start.getEpochSecond();
        for (Horizon laidOut = covering(second, second); laidOut != null; laidOut = earlier(laidOut)) {
            int opening = laidOut.openingAt(second);
            long work = laidOut.workedBy(opening, second) + negative.getSeconds();
            int nanos = negative.getNano() + (laidOut.isOpen(opening, second) ? start.getNano() : 0);
            if (nanos >= NANOS_PER_SECOND) {
                work++;
                nanos -= NANOS_PER_SECOND;
            }
            int found = laidOut.openingAfter(work);
            if (found >= 0) {
                return Instant.ofEpochSecond(laidOut.secondOf(found, work), nanos);
            }
        }
        return null;
    }

    /** What has been laid out, with both seconds in it. */
    private Horizon covering(long first, long last) {
        Horizon laidOut = horizon;
        if (laidOut != null && laidOut.from() <= first && last < laidOut.toExclusive()) {
            return laidOut;
        }
        if (first < FIRST_SECOND || last >= END_SECOND) {
            throw new DateTimeException(name + " answers from " + EARLIEST + " up to " + LATEST_EXCLUSIVE + ", not "
                    + Instant.ofEpochSecond(first < FIRST_SECOND ? first : last));
        }
        if (laidOut == null) {
            return layOut(first - YEAR, last + YEAR);
        }
        long span = laidOut.toExclusive() - laidOut.from();
        return layOut(
                first < laidOut.from() ? first - span : laidOut.from(),
                last >= laidOut.toExclusive() ? last + span : laidOut.toExclusive());
    }

    /** Twice as much, towards the future; null if there is no more. */
    private @Nullable Horizon later(Horizon laidOut) {
        long span = laidOut.toExclusive() - laidOut.from();
        return laidOut.toExclusive() == END_SECOND ? null : layOut(laidOut.from(), laidOut.toExclusive() + span);
    }

    /** Twice as much, towards the past; null if there is no more. */
    private @Nullable Horizon earlier(Horizon laidOut) {
        long span = laidOut.toExclusive() - laidOut.from();
        return laidOut.from() == FIRST_SECOND ? null : layOut(laidOut.from() - span, laidOut.toExclusive());
    }

    private Horizon layOut(long wantedFrom, long wantedTo) {
        long from = Math.max(wantedFrom, FIRST_SECOND);
        long to = Math.min(wantedTo, END_SECOND);
        Horizon wider = new Horizon(from, to, source.openings(from, to));
        horizon = wider;
        return wider;
    }
}
