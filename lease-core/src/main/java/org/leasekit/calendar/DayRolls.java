package org.leasekit.calendar;

import java.util.Arrays;

/** The standard ways in which a date moves off a day that is not worked. */
public final class DayRolls {

    /** The date stays where it is. */
    public static final DayRoll NONE = StandardDayRoll.NONE;

    /** To the next business day. */
    public static final DayRoll FOLLOWING = StandardDayRoll.FOLLOWING;

    /** To the next business day, but to the previous one if the next is in another month. */
    public static final DayRoll MODIFIED_FOLLOWING = StandardDayRoll.MODIFIED_FOLLOWING;

    /** To the previous business day. */
    public static final DayRoll PRECEDING = StandardDayRoll.PRECEDING;

    /** To the previous business day, but to the next one if the previous is in another month. */
    public static final DayRoll MODIFIED_PRECEDING = StandardDayRoll.MODIFIED_PRECEDING;

    private DayRolls() {}

    /**
     * The standard roll of that {@link DayRoll#name}, exactly as written there.
     *
     * @throws IllegalArgumentException if there is none, listing those there are
     */
    public static DayRoll of(String name) {
        for (DayRoll roll : StandardDayRoll.values()) {
            if (roll.name().equals(name)) {
                return roll;
            }
        }
        throw new IllegalArgumentException(
                "unknown day roll: " + name + "; known are " + Arrays.toString(StandardDayRoll.values()));
    }
}
