package org.leasekit.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;

/** Divides a total into whole parts that add up to it again. */
public final class Shares {

    private Shares() {}

    /**
     * A share of a total, rounded once, half away from zero: {@code total * numerator / denominator}. Exact whatever the
     * numbers.
     *
     * @param denominator above zero
     * @throws ArithmeticException if the share does not fit a {@code long}, or the denominator is zero
     */
    public static long of(long total, long numerator, long denominator) {
        long product = total * numerator;
        return Math.multiplyHigh(total, numerator) == product >> 63
                ? rounded(product, denominator)
                : bigShare(total, numerator, denominator);
    }

    /**
     * A whole number divided by another and rounded, half away from zero.
     *
     * @param denominator above zero
     */
    public static long rounded(long numerator, long denominator) {
        long whole = numerator / denominator;
        long rest = Math.abs(numerator - whole * denominator);
        if (rest >= denominator - rest) {
            return numerator < 0 ? whole - 1 : whole + 1;
        }
        return whole;
    }

    private static long bigShare(long total, long numerator, long denominator) {
        return new BigDecimal(BigInteger.valueOf(total).multiply(BigInteger.valueOf(numerator)))
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /**
     * Divides {@code total} in proportion to the weights by the method of largest remainders: each part is its exact
     * share rounded towards zero, and the units left over go one each to the parts that lost most by rounding, ties to
     * the earlier index. So every part is within one unit of its exact share, and the parts add up to the total.
     *
     * <p>A negative total gives the parts of its opposite with the sign turned. A weight of zero gets 0. No
     * intermediate result overflows, whatever the total and weights.
     *
     * @param total in units that cannot be divided further, such as minor units of a currency
     * @param weights none negative, not all zero; read only
     * @return one part for each weight, in the order of the weights
     * @throws IllegalArgumentException if there are no weights, one is negative, or all are zero
     */
    public static long[] largestRemainder(long total, long[] weights) {
        Objects.requireNonNull(weights, "weights");
        return largestRemainder(total, Arrays.stream(weights).mapToObj(BigInteger::valueOf).toList());
    }

    /**
     * The same for weights of any size, such as exact fractions brought to one denominator.
     *
     * @param total in units that cannot be divided further
     * @param weights none negative, not all zero
     * @return one part for each weight, in the order of the weights
     * @throws IllegalArgumentException if there are no weights, one is negative, or all are zero
     */
    public static long[] largestRemainder(long total, List<BigInteger> weights) {
        BigInteger sum = sum(weights);
        long[] parts = new long[weights.size()];
        BigInteger[] remainders = new BigInteger[parts.length];
        // Long.MIN_VALUE has no opposite among the longs, so the magnitude is a BigInteger.
        BigInteger magnitude = BigInteger.valueOf(total).abs();
        BigInteger left = magnitude;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] share = magnitude.multiply(weights.get(i)).divideAndRemainder(sum);
            left = left.subtract(share[0]);
            remainders[i] = share[1];
            // Counted below zero, where Long.MIN_VALUE fits; the sign is turned at the end for a positive total.
            parts[i] = share[0].negate().longValueExact();
        }
        handOut(left.intValueExact(), remainders, parts);
        if (total > 0) {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = Math.negateExact(parts[i]);
            }
        }
        return parts;
    }

    private static BigInteger sum(List<BigInteger> weights) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < weights.size(); i++) {
            BigInteger weight = weights.get(i);
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("weights[" + i + "] is negative: " + weight);
            }
            sum = sum.add(weight);
        }
        if (sum.signum() == 0) {
            throw new IllegalArgumentException("weights must hold at least one above zero");
        }
        return sum;
    }

    /** The units left over are fewer than the parts with a remainder, so none of weight zero ever gets one. */
    private static void handOut(int left, BigInteger[] remainders, long[] parts) {
        if (left == 0) {
            return;
        }
        PriorityQueue<Integer> largestFirst = new PriorityQueue<>((a, b) -> {
            int byRemainder = remainders[b].compareTo(remainders[a]);
            return byRemainder != 0 ? byRemainder : Integer.compare(a, b);
        });
        for (int i = 0; i < parts.length; i++) {
            largestFirst.add(i);
        }
        for (int n = 0; n < left; n++) {
            parts[largestFirst.remove()]--;
        }
    }
}
