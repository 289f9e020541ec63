package org.leasekit.billing;

import java.util.Arrays;
import java.util.List;

/**
 * The standard conventions. In all of them a whole month, counted from the anchor, costs the monthly amount; they
 * differ in what the remaining days cost, which is never more than a whole month.
 */
public final class Prorations {

    /**
     * The remaining days are split by calendar month, and each piece counts as its days over the length of that
     * calendar month. January 29 to February 2, both counted, are 3/31 + 2/28 of a month.
     */
    public static final Proration ACTUAL_MONTH = StandardProration.ACTUAL_MONTH;

    /** Each remaining day counts as 12/365 of a month, in leap years too. */
    public static final Proration ACTUAL_365 = StandardProration.ACTUAL_365;

    /**
     * Each remaining day counts as 1/30 of a month, where the days are those between the two ends of the half-open
     * range with a 31st taken for a 30th (30E/360). By that rule January 30 alone is worth nothing, and February 28
     * alone, where it ends the month, is worth three days.
     */
    public static final Proration THIRTY_360 = StandardProration.THIRTY_360;

    /** A month that has begun counts as a whole one. */
    public static final Proration WHOLE_PERIODS = StandardProration.WHOLE_PERIODS;

    private Prorations() {}

    /** The codes of the standard conventions. */
    public static List<String> codes() {
        return Arrays.stream(StandardProration.values()).map(Proration::code).toList();
    }

    /**
     * The standard convention of that {@link Proration#code}, exactly as written there.
     *
     * @throws IllegalArgumentException if there is none, listing those there are
     */
    public static Proration of(String code) {
        for (Proration proration : StandardProration.values()) {
            if (proration.code().equals(code)) {
                return proration;
            }
        }
        throw new IllegalArgumentException(
                "unknown proration: " + code + "; known are " + Arrays.toString(StandardProration.values()));
    }
}
