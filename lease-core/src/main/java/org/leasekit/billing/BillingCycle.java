package org.leasekit.billing;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often rent is billed.
 *
 * @param months length of a billing period, 1 to 120
 */
public record BillingCycle(int months) {

    public static final BillingCycle MONTHLY = new BillingCycle(1);
    public static final BillingCycle QUARTERLY = new BillingCycle(3);
    public static final BillingCycle SEMI_ANNUAL = new BillingCycle(6);
    public static final BillingCycle ANNUAL = new BillingCycle(12);

    private static final int LONGEST = 120;
    private static final Pattern N_MONTHLY = Pattern.compile("([1-9][0-9]{0,2})-monthly");

    /** @throws IllegalArgumentException if {@code months} is not within 1 to 120 */
    public BillingCycle {
        if (months < 1 || months > LONGEST) {
            throw new IllegalArgumentException("months must be 1 to " + LONGEST + ", but was " + months);
        }
    }

    /**
     * Reads a {@link #code}; {@code 3-monthly} is the same as {@code quarterly}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static BillingCycle of(String code) {
        Objects.requireNonNull(code, "code");
        return switch (code) {
            case "monthly" -> MONTHLY;
            case "quarterly" -> QUARTERLY;
            case "semiannual" -> SEMI_ANNUAL;
            case "annual" -> ANNUAL;
            default -> {
                Matcher matcher = N_MONTHLY.matcher(code);
                if (!matcher.matches()) {
                    throw new IllegalArgumentException("unknown billing cycle: " + code
                            + "; known are monthly, quarterly, semiannual, annual, and such as 4-monthly");
                }
                yield new BillingCycle(Integer.parseInt(matcher.group(1)));
            }
        };
    }

    /**
     * The code that is stored: {@code monthly}, {@code quarterly}, {@code semiannual}, {@code annual}, or such as {@code
     * 4-monthly}.
     */
    public String code() {
        return switch (months) {
            case 1 -> "monthly";
            case 3 -> "quarterly";
            case 6 -> "semiannual";
            case 12 -> "annual";
            default -> months + "-monthly";
        };
    }
}
