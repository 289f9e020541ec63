package org.leasekit.money;

import java.math.BigDecimal;
import java.util.Objects;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/**
 * The bridge between {@link MonetaryAmount}, the public face of an amount, and the {@code long} count of minor units
 * that the library calculates with. Every conversion is exact; nothing is rounded here.
 */
public final class MinorUnits {

    private MinorUnits() {}

    /**
     * Counts an amount in minor units of its own currency: 12.34 CNY is 1234, 5 JPY is 5, 1.234 KWD is 1234.
     *
     * @param amount of any implementation; zeros beyond the currency's digits do no harm
     * @return the exact count
     * @throws ArithmeticException if the amount has more digits than the currency, or does not fit a {@code long}
     * @throws IllegalArgumentException if the currency has no minor unit, see {@link #digits}
     */
    public static long of(MonetaryAmount amount) {
        Objects.requireNonNull(amount, "amount");
        int digits = digits(amount.getCurrency());
        BigDecimal number = amount.getNumber().numberValue(BigDecimal.class);
        try {
            return number.movePointRight(digits).longValueExact();
        } catch (ArithmeticException e) {
            ArithmeticException named = new ArithmeticException(
                    "not a whole count of minor units that fits a long: " + number + " " + amount.getCurrency());
            named.initCause(e);
            throw named;
        }
    }

    /**
     * The amount of that many minor units. All amounts from here are of JavaMoney's default type (Moneta's {@code
     * Money}, unless the host configures another), so two equal ones are {@code equals}.
     *
     * @param minor count of minor units, negative for a credit
     * @throws IllegalArgumentException if the currency has no minor unit, see {@link #digits}
     */
    public static MonetaryAmount amount(long minor, CurrencyUnit currency) {
        return Monetary.getDefaultAmountFactory()
                .setCurrency(currency)
                .setNumber(BigDecimal.valueOf(minor, digits(currency)))
                .create();
    }

    /**
     * The amount of that many minor units.
     *
     * @param minor count of minor units, negative for a credit
     * @param currencyCode ISO 4217, such as {@code CNY}
     * @throws javax.money.UnknownCurrencyException if the code is unknown
     * @see #amount(long, CurrencyUnit)
     */
    public static MonetaryAmount amount(long minor, String currencyCode) {
        return amount(minor, Monetary.getCurrency(Objects.requireNonNull(currencyCode, "currencyCode")));
    }

    /**
     * How many decimal digits the currency has: 2 for CNY, 0 for JPY, 3 for KWD.
     *
     * @throws IllegalArgumentException if the currency has none to speak of, as gold (XAU) or "no currency" (XXX)
     */
    public static int digits(CurrencyUnit currency) {
        int digits = Objects.requireNonNull(currency, "currency").getDefaultFractionDigits();
        if (digits < 0) {
            throw new IllegalArgumentException("currency has no minor unit: " + currency.getCurrencyCode());
        }
        return digits;
    }

    /**
     * The number as a plain decimal with exactly the currency's digits, point as decimal mark, no grouping, no
     * currency: {@code 1200.00}, {@code -5}, {@code 1.234}.
     *
     * @throws ArithmeticException under the conditions of {@link #of}
     */
    public static String plain(MonetaryAmount amount) {
        return BigDecimal.valueOf(of(amount), digits(amount.getCurrency())).toPlainString();
    }
}
