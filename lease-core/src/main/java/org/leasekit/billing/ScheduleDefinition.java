package org.leasekit.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRoll;

/**
 * The rules by which rent falls due in advance; {@link #resolve} binds them to a calendar.
 *
 * @param term the days that rent is owed for; its first day anchors all periods
 * @param cycle how often it is billed
 * @param monthlyMinor the rent of one month in minor units; a negative one makes a schedule of credits
 * @param currency ISO 4217 code
 * @param proration what days cost that fill no month
 * @param roll how a due date moves off a day that is not worked
 * @param dueOffsetDays calendar days from the start of a period to its due date before it is adjusted; negative for
 *     before the start
 */
public record ScheduleDefinition(
        DateRange term,
        BillingCycle cycle,
        long monthlyMinor,
        String currency,
        Proration proration,
        DayRoll roll,
        int dueOffsetDays) {

    public ScheduleDefinition {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(cycle, "cycle");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(proration, "proration");
        Objects.requireNonNull(roll, "roll");
    }

    /** The same, due on the first day of each period. */
    public ScheduleDefinition(
            DateRange term, BillingCycle cycle, long monthlyMinor, String currency, Proration proration, DayRoll roll) {
        this(term, cycle, monthlyMinor, currency, proration, roll, 0);
    }

    /**
     * The same rules, to be extended by those that only a {@link ChargeSchedule} knows: other frequencies, stubs and
     * timing, steps, free days, discounts and tax. As it is, it has the same periods and amounts.
     *
     * @throws IllegalArgumentException if the monthly amount is negative
     */
    public ChargeSchedule.Builder extend() {
        return ChargeSchedule.of(term, monthlyMinor, currency)
                .every(Frequency.months(cycle.months()))
                .proration(proration)
                .due(dueOffsetDays, roll);
    }

    /**
     * The billing periods of the term, in order, without gap or overlap.
     *
     * <p>Period k starts at {@code term.start().plusMonths(k * cycle.months())}, each reckoned from the start of the term,
     * so that a term from January 31 has periods from February 28 and March 31. The last one ends with the term and is a
     * stub if that cuts it short. Whole months cost exactly the monthly amount; the rest is for the {@link
     * Proration}.
     *
     * @param calendar which days are worked; moves due dates, never periods
     * @return at least one period; unmodifiable
     * @throws ArithmeticException if an amount does not fit a {@code long}
     */
    public List<BillingPeriod> resolve(BusinessCalendar calendar) {
        Objects.requireNonNull(calendar, "calendar");
        List<BillingPeriod> periods = new ArrayList<>();
        LocalDate start = term.start();
        while (start.isBefore(term.endExclusive())) {
            int index = periods.size();
            LocalDate next = term.start().plusMonths((index + 1L) * cycle.months());
            boolean stub = next.isAfter(term.endExclusive());
            DateRange range = DateRange.of(start, stub ? term.endExclusive() : next);
            periods.add(period(index, range, stub, calendar));
            start = next;
        }
        return List.copyOf(periods);
    }

    private BillingPeriod period(int index, DateRange range, boolean stub, BusinessCalendar calendar) {
        Prorated prorated = proration.prorate(monthlyMinor, term.start(), range);
        LocalDate unadjustedDue = range.start().plusDays(dueOffsetDays);
        LocalDate due = roll.adjust(unadjustedDue, calendar);
        Derivation derivation = new Derivation(proration.code(), monthlyMinor, prorated.slices(), currency);
        return new BillingPeriod(index, range, stub, unadjustedDue, due, prorated.amountMinor(), derivation);
    }
}
