package org.leasekit.calendar;

import java.time.LocalDate;

/**
 * How a date moves when it falls on a day that is not worked. Pure: the same date and calendar always give the same
 * answer. The standard ones are in {@link DayRolls}; an implementation of your own is as good.
 */
public interface DayRoll {

    /**
     * Moves the date if need be.
     *
     * @param date the date as the terms give it
     * @param calendar which days are worked
     * @return the adjusted date; {@code date} itself if nothing moves it
     */
    LocalDate adjust(LocalDate date, BusinessCalendar calendar);

    /**
     * How many days {@link #adjust} moves a date, for loops that count days themselves. A roll of your own need not
     * implement it; if it does, both must agree.
     *
     * @param epochDay the date as the terms give it, counted from 1970-01-01
     * @return 0 if nothing moves it, negative if it moves back
     */
    default int daysMoved(long epochDay, BusinessCalendar calendar) {
        return Math.toIntExact(adjust(LocalDate.ofEpochDay(epochDay), calendar).toEpochDay() - epochDay);
    }

    /** The name that is stored, such as {@code MODIFIED_FOLLOWING}. */
    String name();
}
