package org.leasekit.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/**
 * One stretch of work in a day, by the clock on the wall: {@code start} is in it, {@code endExclusive} is not. A shift
 * whose end is not after its start ends on the next day, so that {@code 22:00-06:00} is a night and {@code 00:00-00:00}
 * a whole day. A shift belongs to the day on which it starts.
 *
 * @param start when it starts, to the second
 * @param endExclusive when it is over, to the second
 */
public record Shift(LocalTime start, LocalTime endExclusive) {

    /** Midnight to midnight. */
    public static final Shift ALL_DAY = new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final String END_OF_DAY = "24:00";

    /** @throws IllegalArgumentException if a bound has a fraction of a second */
    public Shift {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(endExclusive, "endExclusive");
        if (start.getNano() != 0 || endExclusive.getNano() != 0) {
            throw new IllegalArgumentException(
                    "a shift starts and ends on a whole second, but was " + start + "-" + endExclusive);
        }
    }

    /**
     * Reads {@code 09:00-12:00}; spaces around the times are ignored and {@code 24:00} means the end of the day.
     *
     * @throws IllegalArgumentException if the text does not follow the format
     */
    public static Shift of(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("a shift is written as 09:00-12:00, but was " + text);
        }
        try {
            String last = ends[1].strip();
            LocalTime end = last.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(last);
            return new Shift(LocalTime.parse(ends[0].strip()), end);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a shift is written as 09:00-12:00, but was " + text, e);
        }
    }

    /** Whether it ends on a later day than it starts on, be it at the very midnight. */
    public boolean endsNextDay() {
        return !endExclusive.isAfter(start);
    }

    /** When the shift of that day starts. */
    public LocalDateTime startOn(LocalDate day) {
        return day.atTime(start);
    }

    /** When the shift of that day is over, on that day or the next one. */
    public LocalDateTime endOn(LocalDate day) {
        return (endsNextDay() ? day.plusDays(1) : day).atTime(endExclusive);
    }

    /** As it is read, such as {@code 09:00-12:00}. */
    @Override
    public String toString() {
        return start + "-" + (endExclusive.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : endExclusive.toString());
    }
}
