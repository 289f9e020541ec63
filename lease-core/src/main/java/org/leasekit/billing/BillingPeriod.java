package org.leasekit.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRoll;

/**
 * One period of a resolved schedule: which days are billed, how much, when it is due, and why.
 *
 * @param index position in the schedule, from 0
 * @param range the days billed
 * @param stub whether it is shorter than the billing cycle
 * @param unadjustedDue the due date by the terms alone
 * @param due the due date after it moved off a day that is not worked
 * @param amountMinor in minor units of the derivation's currency
 * @param derivation where the amount came from
 */
public record BillingPeriod(
        int index,
        DateRange range,
        boolean stub,
        LocalDate unadjustedDue,
        LocalDate due,
        long amountMinor,
        Derivation derivation) {

    /** @throws IllegalArgumentException if the derivation gives another amount, or the index is negative */
    public BillingPeriod {
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(unadjustedDue, "unadjustedDue");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(derivation, "derivation");
        if (index < 0) {
            throw new IllegalArgumentException("index must not be negative, but was " + index);
        }
        if (derivation.amountMinor() != amountMinor) {
            throw new IllegalArgumentException("amountMinor must be what the derivation gives, "
                    + derivation.amountMinor() + ", but was " + amountMinor);
        }
    }

    /**
     * The single period of a charge that is owed once, such as a deposit or a fee.
     *
     * @param term the days it is for
     * @param amountMinor in minor units of the currency
     * @param currency ISO 4217 code
     * @param due the due date, taken as it is
     */
    public static BillingPeriod oneOff(DateRange term, long amountMinor, String currency, LocalDate due) {
        return oneOff(term, amountMinor, currency, due, due);
    }

    /**
     * The single period of a charge that is owed once, its due date moved off days that are not worked.
     *
     * @param term the days it is for
     * @param amountMinor in minor units of the currency
     * @param currency ISO 4217 code
     * @param unadjustedDue the due date by the terms alone
     * @param roll how it moves
     * @param calendar which days are worked
     */
    public static BillingPeriod oneOff(
            DateRange term,
            long amountMinor,
            String currency,
            LocalDate unadjustedDue,
            DayRoll roll,
            BusinessCalendar calendar) {
        return oneOff(term, amountMinor, currency, unadjustedDue, roll.adjust(unadjustedDue, calendar));
    }

    static BillingPeriod oneOff(
            DateRange term, long amountMinor, String currency, LocalDate unadjustedDue, LocalDate due) {
        List<Derivation.Slice> once = List.of(new Derivation.Slice(term, 1, 1));
        Derivation derivation = new Derivation(Derivation.ONE_OFF, amountMinor, once, currency);
        return new BillingPeriod(0, term, false, unadjustedDue, due, amountMinor, derivation);
    }
}
