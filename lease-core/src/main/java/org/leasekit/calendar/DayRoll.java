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

    /** The name that is stored, such as {@code MODIFIED_FOLLOWING}. */
    String name();
}
