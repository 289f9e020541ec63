package org.leasekit.billing;

import java.time.LocalDate;
import org.leasekit.calendar.DateRange;

/**
 * What a part of a term costs when rent is agreed by the month. Pure. The standard conventions are in {@link
 * Prorations}; an implementation of your own is as good if it keeps the rules.
 *
 * <ol>
 *   <li>Months are counted on the anchor's grid: the days {@code anchor.plusMonths(k)} for every whole number k, each
 *       reckoned from the anchor, so that January 31 is followed by February 28 and then by March 31.
 *   <li>Each whole month of the grid that lies in the part costs exactly the monthly amount.
 *   <li>Days that do not fill a month of the grid never cost more than that month, and some of them never more than all.
 *   <li>The exact total is rounded once, half up to the minor unit, away from zero on a tie.
 * </ol>
 *
 * <p>From 1 to 3 it follows that what a term costs does not depend on how often it is billed, and that no part of a
 * billing period costs more than the period.
 */
public interface Proration {

    /** The name that is stored, such as {@code ACTUAL_MONTH}. */
    String code();

    /**
     * Prices a part.
     *
     * @param monthlyMinor the rent of one month in minor units; a negative one is a credit and mirrors the positive one
     * @param anchor the day that the months are counted from, as a rule the first day of the term
     * @param part the days to price, anywhere before or after the anchor
     * @return the amount and the fractions of a month that it came from
     * @throws ArithmeticException if the amount does not fit a {@code long}
     */
    Prorated prorate(long monthlyMinor, LocalDate anchor, DateRange part);
}
