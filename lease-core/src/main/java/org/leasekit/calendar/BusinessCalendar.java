package org.leasekit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which days are worked. Immutable and safe to share.
 *
 * <p>A calendar is a weekly pattern plus a table of exceptions. Counting is a formula for the pattern and a prefix sum
 * over the exceptions, so every question is answered in O(log n) of the table's size and of the days asked for, over a
 * day or over a century.
 *
 * <p>Days are calendar days without a time zone; the caller decides which zone's day it means.
 */
public final class BusinessCalendar {

    private static final int WEEK = 7;

    /** A century. */
    private static final int MOST_BITS = 36_525;

    /** Days in a word of bits, as a power of two. */
    private static final int WORD = 6;

    /** Longer than any holiday: beyond it, searching is quicker than stepping. */
    private static final int STEPS = 16;

    private final String name;
    /** Business days in a week of the pattern: 5 for Monday to Friday, 7 for every day. */
    private final int workedPerWeek;
    /** Epoch days on which the table differs from the pattern, ascending. */
    private final long[] exceptions;
    /** {@code prefix[i]}: business days that the first i exceptions add to the pattern, or take from it. */
    private final int[] prefix;
    /** A bit for each day from {@link #bitsFrom} on: whether it is worked. Spans the exceptions. */
    private final long[] bits;
    private final long bitsFrom;
    /** What the table says, where it only repeats the pattern too. */
    private final Map<LocalDate, HolidayTable.Kind> listed;
    private final Set<Integer> knownYears;
    private final boolean knownAlways;

    private BusinessCalendar(
            String name, int workedPerWeek, Map<LocalDate, HolidayTable.Kind> table, boolean knownAlways) {
        this.name = Objects.requireNonNull(name, "name");
        this.workedPerWeek = workedPerWeek;
        this.knownAlways = knownAlways;
        this.listed = Map.copyOf(table);
        this.knownYears = table.keySet().stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
        this.exceptions = table.entrySet().stream()
                .filter(e -> worked(e.getValue()) != inPattern(e.getKey().toEpochDay()))
                .mapToLong(e -> e.getKey().toEpochDay())
                .toArray();
        this.prefix = new int[exceptions.length + 1];
        for (int i = 0; i < exceptions.length; i++) {
            prefix[i + 1] = prefix[i] + (inPattern(exceptions[i]) ? -1 : 1);
        }
        this.bitsFrom = exceptions.length == 0 ? 0 : exceptions[0];
        this.bits = bits();
    }

    /** Looking a day up there is quicker than a search; a table that spans centuries does without. */
    private long[] bits() {
        long days = exceptions.length == 0 ? 0 : exceptions[exceptions.length - 1] - bitsFrom + 1;
        if (days > MOST_BITS) {
            return new long[0];
        }
        long[] set = new long[(int) ((days + Long.SIZE - 1) / Long.SIZE)];
        for (int i = 0; i < set.length * Long.SIZE; i++) {
            long day = bitsFrom + i;
            if (inPattern(day) != Arrays.binarySearch(exceptions, day) >= 0) {
                set[i / Long.SIZE] |= 1L << i;
            }
        }
        return set;
    }

    /** Monday to Friday, no holidays. Every date is known. */
    public static BusinessCalendar weekends(String name) {
        return new BusinessCalendar(name, 5, Map.of(), true);
    }

    /** Every day is a business day: a round-the-clock desk. Every date is known. */
    public static BusinessCalendar everyDay() {
        return new BusinessCalendar("EVERY_DAY", WEEK, Map.of(), true);
    }

    /**
     * Monday to Friday, except for what the entries say. A year is known if at least one entry lies in it. The same
     * day twice with the same kind is accepted.
     *
     * @throws IllegalArgumentException if the entries call one day both off and worked
     */
    public static BusinessCalendar of(String name, Collection<HolidayTable.Entry> entries) {
        Map<LocalDate, HolidayTable.Kind> table = new TreeMap<>();
        for (HolidayTable.Entry entry : List.copyOf(entries)) {
            HolidayTable.Kind before = table.put(entry.date(), entry.kind());
            if (before != null && before != entry.kind()) {
                throw new IllegalArgumentException("entries call " + entry.date() + " both OFF and WORKED");
            }
        }
        return new BusinessCalendar(name, 5, table, false);
    }

    /** Whether that weekday is a business day where no entry says otherwise. */
    boolean worksOn(DayOfWeek day) {
        return day.getValue() <= workedPerWeek;
    }

    /** The name it was made with. */
    public String name() {
        return name;
    }

    /** Whether the day is worked. Beyond the table's years only the weekends are off; see {@link #isKnown}. */
    public boolean isBusinessDay(LocalDate date) {
        return isWorked(date.toEpochDay());
    }

    /**
     * The same of a day counted from 1970-01-01, as {@link LocalDate#toEpochDay} does; for loops that count days
     * themselves.
     */
    public boolean isBusinessDay(long epochDay) {
        return isWorked(epochDay);
    }

    private boolean isWorked(long day) {
        long bit = day - bitsFrom;
        long word = bit >> WORD;
        if (word >= 0 && word < bits.length) {
            return (bits[(int) word] >>> bit & 1) != 0;
        }
        int at = lowerBound(day);
        boolean excepted = at < exceptions.length && exceptions[at] == day;
        return inPattern(day) != excepted;
    }

    /**
     * How many days from a day to the first business day that is not before it, 0 if it is one itself; for loops that
     * count days themselves, from 1970-01-01.
     */
    public int daysToNextOrSame(long epochDay) {
        long bit = epochDay - bitsFrom;
        long word = bit >> WORD;
        if (word >= 0 && word < bits.length) {
            // days of the same word from this one on, the nearest first
            long ahead = bits[(int) word] >>> bit;
            if (ahead != 0) {
                return Long.numberOfTrailingZeros(ahead);
            }
        }
        return daysToNearest(epochDay, 1);
    }

    /** The same backward: 0 or negative, to the last business day that is not after the day. */
    public int daysToPreviousOrSame(long epochDay) {
        return daysToNearest(epochDay, -1);
    }

    private int daysToNearest(long day, int step) {
        for (int days = 0; days < STEPS; days++) {
            if (isWorked(day + (long) days * step)) {
                return days * step;
            }
        }
        return Math.toIntExact(plusBusinessDays(day, step) - day);
    }

    /** Whether the table covers the date's year, so that the answers about it are more than weekends. */
    public boolean isKnown(LocalDate date) {
        return knownAlways || knownYears.contains(date.getYear());
    }

    /**
     * What the table says of the date, be it what the weekend says anyway; empty if the table does not list it. A desk
     * with hours of its own on a Saturday is closed on one that the table calls off, though no calendar of Monday to
     * Friday sees a difference.
     */
    public Optional<HolidayTable.Kind> listed(LocalDate date) {
        return Optional.ofNullable(listed.get(date));
    }

    /** The first business day strictly after the date. */
    public LocalDate next(LocalDate date) {
        return plusBusinessDays(date, 1);
    }

    /** The last business day strictly before the date. */
    public LocalDate previous(LocalDate date) {
        return plusBusinessDays(date, -1);
    }

    /** The date itself if it is a business day, else the next one. */
    public LocalDate nextOrSame(LocalDate date) {
        int days = daysToNextOrSame(date.toEpochDay());
        return days == 0 ? date : date.plusDays(days);
    }

    /** The date itself if it is a business day, else the previous one. */
    public LocalDate previousOrSame(LocalDate date) {
        int days = daysToPreviousOrSame(date.toEpochDay());
        return days == 0 ? date : date.plusDays(days);
    }

    /**
     * As many times {@link #next}, or {@link #previous} for a negative number. Zero gives the date itself, worked or
     * not.
     *
     * @throws java.time.DateTimeException if the result leaves the range of {@link LocalDate}
     */
    public LocalDate plusBusinessDays(LocalDate date, int businessDays) {
        return businessDays == 0 ? date : LocalDate.ofEpochDay(plusBusinessDays(date.toEpochDay(), businessDays));
    }

    private long plusBusinessDays(long day, int businessDays) {
        // The answer is the day whose own business day brings the count before its morrow up to the target.
        long target = businessDays > 0 ? worked(day + 1) + businessDays : worked(day) + businessDays + 1L;
        // Outside the exceptions every week has five business days or more, hence the width of the search.
        long width = (Math.abs((long) businessDays) + exceptions.length + WEEK) * 2;
        long low = businessDays > 0 ? day + 1 : day - width;
        long high = businessDays > 0 ? day + width : day - 1;
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2);
            if (worked(middle + 1) >= target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * How many business days lie in the half-open range.
     *
     * @param startInclusive the first day counted
     * @param endExclusive the first day no longer counted; the same as the start gives 0
     * @throws IllegalArgumentException if {@code endExclusive} is before {@code startInclusive}
     */
    public long businessDaysBetween(LocalDate startInclusive, LocalDate endExclusive) {
        if (endExclusive.isBefore(startInclusive)) {
            throw new IllegalArgumentException("endExclusive must not be before startInclusive, but was " + endExclusive
                    + " for " + startInclusive);
        }
        return worked(endExclusive.toEpochDay()) - worked(startInclusive.toEpochDay());
    }

    @Override
    public String toString() {
        return "BusinessCalendar[" + name + "]";
    }

    /** Business days before the day, counted from a fixed Monday and negative before that; only differences matter. */
    private long worked(long epochDay) {
        long fromMonday = sinceMonday(epochDay);
        long weeks = Math.floorDiv(fromMonday, (long) WEEK);
        long rest = Math.min(Math.floorMod(fromMonday, (long) WEEK), workedPerWeek);
        return weeks * workedPerWeek + rest + prefix[lowerBound(epochDay)];
    }

    private boolean inPattern(long epochDay) {
        return Math.floorMod(sinceMonday(epochDay), (long) WEEK) < workedPerWeek;
    }

    /** Days since Monday 1969-12-29: the epoch was a Thursday. */
    private static long sinceMonday(long epochDay) {
        return epochDay + 3;
    }

    private static boolean worked(HolidayTable.Kind kind) {
        return kind == HolidayTable.Kind.WORKED;
    }

    /** How many exceptions lie before the day. */
    private int lowerBound(long epochDay) {
        int low = 0;
        int high = exceptions.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (exceptions[middle] < epochDay) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
