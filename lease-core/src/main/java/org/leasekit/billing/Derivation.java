package org.leasekit.billing;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.money.Shares;

/**
 * Where an amount came from: a monthly amount times shares of a month, added up exactly and rounded once. For a
 * one-off charge the "monthly" amount is the charge itself, counted once; for a rate by the week or the day it is the
 * price of one, and for a meter that of ten thousand units. Days that are not in any slice cost nothing.
 *
 * @param convention code of the {@link Proration}, or {@link #ONE_OFF}, {@link #WEEKLY}, {@link #DAILY},
 *     {@link #METERED} or {@link #LATE_FEE}
 * @param monthlyMinor the rent of one month, or the one-off charge, in minor units; the rate of every slice that names
 *     none of its own
 * @param slices the shares, in order of time; unmodifiable, not empty
 * @param currency ISO 4217 code
 * @param tax on what the shares come to; {@link Tax#NONE} for none
 */
public record Derivation(String convention, long monthlyMinor, List<Slice> slices, String currency, Tax tax) {

    /** The {@link #convention} of a charge that is owed once and has no months. */
    public static final String ONE_OFF = "ONE_OFF";

    /** The {@link #convention} of a rate by the week: a day counts 1/7. */
    public static final String WEEKLY = "WEEKLY";

    /** The {@link #convention} of a rate by the day. */
    public static final String DAILY = "DAILY";

    /** The {@link #convention} of what a meter counts: the rate is the price of ten thousand units. */
    public static final String METERED = "METERED";

    /**
     * The {@link #convention} of what it costs to be late: every slice is the share of a debt, its own rate, in
     * ten-thousandths, and the "monthly" amount how many of them a day counts.
     */
    public static final String LATE_FEE = "LATE_FEE";

    /** @throws IllegalArgumentException if there is no slice */
    public Derivation {
        Objects.requireNonNull(convention, "convention");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(tax, "tax");
        slices = List.copyOf(slices);
        if (slices.isEmpty()) {
            throw new IllegalArgumentException("slices must not be empty");
        }
    }

    /** Without tax. */
    public Derivation(String convention, long monthlyMinor, List<Slice> slices, String currency) {
        this(convention, monthlyMinor, slices, currency, Tax.NONE);
    }

    /**
     * Some days and what they count for.
     *
     * @param days the days
     * @param numerator of their share of a month, not negative; more than the denominator for several whole months
     * @param denominator of their share of a month, above zero
     * @param rateMinor what the share is of, in minor units; null for the derivation's {@link Derivation#monthlyMinor}
     */
    public record Slice(DateRange days, long numerator, long denominator, @Nullable Long rateMinor) {

        /** A share of the derivation's monthly amount. */
        public Slice(DateRange days, long numerator, long denominator) {
            this(days, numerator, denominator, null);
        }

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
     * What is owed, tax and all, in minor units.
     *
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    public long totalMinor() {
        return split().totalMinor();
    }

    /** The amount in net and tax. */
    public Tax.Split split() {
        return tax.split(amountMinor());
    }

    /**
     * The amount in minor units, with the tax or without as {@link Tax#included} says: the exact sum of the shares times the monthly amount, rounded once, half up (a tie
     * away from zero).
     *
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    public long amountMinor() {
        return round(monthlyMinor, slices);
    }

    /**
     * What each slice contributes to an amount, in whole minor units and tax and all, by the method of largest
     * remainders ({@link Shares#largestRemainder}): however often steps, locks, amendments and stubs cut the days,
     * the parts make the amount.
     *
     * @param minor the amount in minor units: {@link #totalMinor}, or what it came to beside other amounts of its period
     * @return one part for each slice, in their order; unmodifiable
     * @throws IllegalArgumentException if all slices cost nothing and the amount is not zero
     */
    public List<Part> parts(long minor) {
        List<Ratio> costs = slices.stream()
                .map(slice -> Ratio.of(slice.numerator(), slice.denominator()).times(BigInteger.valueOf(rateOf(slice))))
                .toList();
        BigInteger common = costs.stream().map(Ratio::below).reduce(BigInteger.ONE, Derivation::leastCommonMultiple);
        List<BigInteger> weights = costs.stream()
                .map(cost -> cost.above().multiply(common.divide(cost.below())))
                .toList();
        boolean free = minor == 0 && weights.stream().allMatch(weight -> weight.signum() == 0);
        long[] parts = free ? new long[slices.size()] : Shares.largestRemainder(minor, weights);
        return IntStream.range(0, parts.length).mapToObj(i -> new Part(slices.get(i).days(), parts[i])).toList();
    }

    private static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    /**
     * A part of an amount.
     *
     * @param days of the slice it is for
     * @param minor in minor units, tax and all; zero for days that cost nothing
     */
    public record Part(DateRange days, long minor) {}

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
        ExactSum sum = new ExactSum();
        for (Slice slice : slices) {
            Long own = slice.rateMinor();
            sum.add(own == null ? monthlyMinor : own, slice.numerator(), slice.denominator());
        }
        return sum.round();
    }

    /** Whether the exact sum is a whole count of minor units, so that nothing was rounded. */
    boolean isExact() {
        return sum(monthlyMinor, slices).below().equals(BigInteger.ONE);
    }

    /** Whether a slice has a rate of its own. */
    boolean hasSteps() {
        return slices.stream().anyMatch(slice -> slice.rateMinor() != null);
    }

    /** The rate that a slice is a share of, in minor units. */
    long rateOf(Slice slice) {
        Long own = slice.rateMinor();
        return own == null ? monthlyMinor : own;
    }

    private static Ratio sum(long monthlyMinor, List<Slice> slices) {
        Ratio sum = Ratio.ZERO;
        for (Slice slice : slices) {
            Long own = slice.rateMinor();
            BigInteger rate = BigInteger.valueOf(own == null ? monthlyMinor : own);
            sum = sum.plus(Ratio.of(slice.numerator(), slice.denominator()).times(rate));
        }
        return sum;
    }
}
