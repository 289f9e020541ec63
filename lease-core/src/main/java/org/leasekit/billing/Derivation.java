package org.leasekit.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.leasekit.calendar.DateRange;

/**
 * Where an amount came from: a monthly amount times shares of a month, added up exactly and rounded once. For a
 * one-off charge the "monthly" amount is the charge itself, counted once.
 *
 * @param convention code of the {@link Proration}, or {@link #ONE_OFF}
 * @param monthlyMinor the rent of one month, or the one-off charge, in minor units
 * @param slices the shares, in order of time; unmodifiable, not empty
 * @param currency ISO 4217 code
 */
public record Derivation(String convention, long monthlyMinor, List<Slice> slices, String currency) {

    /** The {@link #convention} of a charge that is owed once and has no months. */
    public static final String ONE_OFF = "ONE_OFF";

    /** @throws IllegalArgumentException if there is no slice */
    public Derivation {
        Objects.requireNonNull(convention, "convention");
        Objects.requireNonNull(currency, "currency");
        slices = List.copyOf(slices);
        if (slices.isEmpty()) {
            throw new IllegalArgumentException("slices must not be empty");
        }
    }

    /**
     * Some days and what they count for.
     *
     * @param days the days
     * @param numerator of their share of a month, not negative; more than the denominator for several whole months
     * @param denominator of their share of a month, above zero
     */
    public record Slice(DateRange days, long numerator, long denominator) {

        /** @throws IllegalArgumentException if the numerator is negative or the denominator is not above zero */
        public Slice {
            Objects.requireNonNull(days, "days");
            if (numerator < 0) {
                throw new IllegalArgumentException("numerator must not be negative, but was " + numerator);
            }
            if (denominator < 1) {
                throw new IllegalArgumentException("denominator must be above zero, but was " + denominator);
            }
        }
    }

    /**
     * The amount in minor units: the exact sum of the shares times the monthly amount, rounded once, half up (a tie
     * away from zero).
     *
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    public long amountMinor() {
        return round(monthlyMinor, slices);
    }

    /**
     * One line from which a person can compute the amount again: the monthly amount, the convention, the days of
     * every slice (first and last day, both counted), the sum and the result.
     *
     * @param locale Chinese for any {@code zh}, else English; numbers and dates are written the same in both
     */
    public String explain(Locale locale) {
        return new Explanation(this).in(locale);
    }

    static long round(long monthlyMinor, List<Slice> slices) {
        BigInteger[] share = share(slices);
        return new BigDecimal(share[0].multiply(BigInteger.valueOf(monthlyMinor)))
                .divide(new BigDecimal(share[1]), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Whether the exact sum is a whole count of minor units, so that nothing was rounded. */
    boolean isExact() {
        BigInteger[] share = share(slices);
        return share[0].multiply(BigInteger.valueOf(monthlyMinor)).remainder(share[1]).signum() == 0;
    }

    /** The sum of the shares as numerator and denominator, exact and not reduced. */
    private static BigInteger[] share(List<Slice> slices) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (Slice slice : slices) {
            BigInteger below = BigInteger.valueOf(slice.denominator());
            numerator = numerator.multiply(below).add(BigInteger.valueOf(slice.numerator()).multiply(denominator));
            denominator = denominator.multiply(below);
        }
        return new BigInteger[] {numerator, denominator};
    }
}
