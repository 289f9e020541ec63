package org.leasekit.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A non-empty, half-open range of days: {@code start} is in it, {@code endExclusive} is the first day after it. Ordered
 * by start, then by end.
 *
 * @param start the first day
 * @param endExclusive the day after the last one
 */
public record DateRange(LocalDate start, LocalDate endExclusive) implements Comparable<DateRange> {

    /** @throws IllegalArgumentException if {@code endExclusive} is not after {@code start} */
    public DateRange {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(endExclusive, "endExclusive");
        if (!start.isBefore(endExclusive)) {
            throw new IllegalArgumentException("endExclusive must be after start, but was " + endExclusive
                    + " for start " + start);
        }
    }

    /**
     * The days from {@code start} up to but not including {@code endExclusive}.
     *
     * @throws IllegalArgumentException if {@code endExclusive} is not after {@code start}
     */
    public static DateRange of(LocalDate start, LocalDate endExclusive) {
        return new DateRange(start, endExclusive);
    }

    /**
     * The days from {@code start} to {@code lastDay}, both in it: the way contracts state a term.
     *
     * @throws IllegalArgumentException if {@code lastDay} is before {@code start}
     */
    public static DateRange ofClosed(LocalDate start, LocalDate lastDay) {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(lastDay, "lastDay");
        if (lastDay.isBefore(start)) {
            throw new IllegalArgumentException("lastDay must not be before start, but was " + lastDay + " for start "
                    + start);
        }
        return new DateRange(start, lastDay.plusDays(1));
    }

    /** The last day that is in the range. */
    public LocalDate lastDay() {
        return endExclusive.minusDays(1);
    }

    /** Whether the day is in the range. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(endExclusive);
    }

    /** Whether every day of the other range is in this one; true of the range itself. */
    public boolean contains(DateRange other) {
        return !other.start.isBefore(start) && !other.endExclusive.isAfter(endExclusive);
    }

    /** Whether at least one day is in both ranges. */
    public boolean overlaps(DateRange other) {
        return start.isBefore(other.endExclusive) && other.start.isBefore(endExclusive);
    }

    /** The days that are in both ranges; empty if there are none. */
    public Optional<DateRange> intersection(DateRange other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        LocalDate from = start.isAfter(other.start) ? start : other.start;
        LocalDate to = endExclusive.isBefore(other.endExclusive) ? endExclusive : other.endExclusive;
        return Optional.of(new DateRange(from, to));
    }

    /** Whether one range starts on the very day on which the other one has ended: no gap, no day in both. */
    public boolean abuts(DateRange other) {
        return endExclusive.equals(other.start) || other.endExclusive.equals(start);
    }

    /** How many days are in the range, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(start, endExclusive);
    }

    @Override
    public int compareTo(DateRange other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : endExclusive.compareTo(other.endExclusive);
    }

    /** Half-open notation, such as {@code [2026-03-01, 2026-04-01)}. */
    @Override
    public String toString() {
        return "[" + start + ", " + endExclusive + ")";
    }
}
