package org.leasekit.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.money.Monetary;
import org.leasekit.billing.Derivation.Slice;
import org.leasekit.money.MinorUnits;

/** Puts a {@link Derivation} into words. */
record Explanation(Derivation derivation) {

    String in(Locale locale) {
        boolean chinese = "zh".equals(locale.getLanguage());
        if (derivation.convention().equals(Derivation.ONE_OFF)) {
            String charge = plain(derivation.monthlyMinor()) + " " + derivation.currency();
            String days = slices(chinese, false);
            String text = chinese ? "一次性费用 " + charge + "：" + days : "one-off charge of " + charge + ": " + days;
            return (isWhole() ? text : text + (chinese ? "；" : "; ") + sum() + rounding(chinese)) + tax(chinese);
        }
        String text =
                derivation.convention().equals(Derivation.METERED)
                        ? metered(chinese)
                        : derivation.convention().equals(Derivation.LATE_FEE)
                                ? lateFee(chinese)
                                : chinese ? chinese() : english();
        return text + tax(chinese);
    }

    /** {@code 0.1% a day: 2026-03-05 to 2026-03-11 (7 days) of 1000.00 CNY = 70/10000; 1000.00 × 70/10000 = 7.00 CNY}. */
    private String lateFee(boolean chinese) {
        String rate = Tax.percent(Math.toIntExact(derivation.monthlyMinor()));
        // days that cost nothing are told, and left out of the sum
        List<Slice> costly = derivation.slices().stream().filter(slice -> !isFree(slice)).toList();
        String total = sum(costly.isEmpty() ? derivation.slices() : costly);
        String debts = derivation.slices().stream()
                .map(slice -> lateFee(slice, chinese))
                .collect(Collectors.joining(chinese ? "，" : ", "));
        return chinese
                ? "每天 " + rate + "：" + debts + "；" + total + (derivation.isExact() ? "" : "（四舍五入）")
                : rate + " a day: " + debts + "; " + total + (derivation.isExact() ? "" : ", rounded half up");
    }

    private boolean isFree(Slice slice) {
        return derivation.rateOf(slice) == 0;
    }

    private String lateFee(Slice slice, boolean chinese) {
        if (isFree(slice)) {
            return days(slice, chinese) + (chinese ? "未欠或已冻结，不计" : " not owed or held, nothing");
        }
        String debt = plain(derivation.rateOf(slice)) + " " + derivation.currency();
        boolean capped = slice.numerator() < slice.days().days() * derivation.monthlyMinor();
        return chinese
                ? debt + " 逾期 " + days(slice, true) + "= " + fraction(slice) + (capped ? "（已达上限）" : "")
                : days(slice, false) + " of " + debt + " = " + fraction(slice) + (capped ? " (the cap)" : "");
    }

    /** {@code 0.6123 CNY a unit: 2026-03-01 to 2026-03-31 (31 days) = 100.5; 0.6123 × 100.5 = 61.54 CNY}. */
    private String metered(boolean chinese) {
        int digits = MinorUnits.digits(Monetary.getCurrency(derivation.currency()));
        String price = BigDecimal.valueOf(derivation.monthlyMinor(), digits)
                .divide(BigDecimal.valueOf(MeteredTerms.UNITS_OF_RATE))
                .stripTrailingZeros()
                .toPlainString();
        String days = derivation.slices().stream()
                .map(slice -> days(slice, chinese) + (chinese ? "= " : " = ") + units(slice))
                .collect(Collectors.joining(chinese ? "，" : ", "));
        String sum = derivation.slices().stream().map(Explanation::units).collect(Collectors.joining(" + "));
        String total = price + " × " + (derivation.slices().size() == 1 ? sum : "(" + sum + ")") + " = "
                + plain(derivation.amountMinor()) + " " + derivation.currency();
        return chinese
                ? "每单位 " + price + " " + derivation.currency() + "：" + days + "；" + total
                        + (derivation.isExact() ? "" : "（四舍五入）")
                : price + " " + derivation.currency() + " a unit: " + days + "; " + total
                        + (derivation.isExact() ? "" : ", rounded half up");
    }

    /** Units as a decimal; as a fraction where they are a share of days that has no end. */
    private static String units(Slice slice) {
        BigDecimal above = BigDecimal.valueOf(slice.numerator()).multiply(BigDecimal.valueOf(MeteredTerms.UNITS_OF_RATE));
        try {
            return above.divide(BigDecimal.valueOf(slice.denominator())).stripTrailingZeros().toPlainString();
        } catch (ArithmeticException endless) {
            Ratio ratio = Ratio.of(slice.numerator(), slice.denominator())
                    .times(BigInteger.valueOf(MeteredTerms.UNITS_OF_RATE));
            return ratio.above() + "/" + ratio.below();
        }
    }

    /** {@code ; with 9% tax: 1000.00 + 90.00 = 1090.00 CNY}, or what part of the amount the tax is. */
    private String tax(boolean chinese) {
        Tax tax = derivation.tax();
        if (tax.basisPoints() == 0) {
            return "";
        }
        Tax.Split split = derivation.split();
        String rate = Tax.percent(tax.basisPoints());
        String sum = plain(split.netMinor()) + " + " + plain(split.taxMinor()) + " = " + plain(split.totalMinor()) + " "
                + derivation.currency();
        if (tax.included()) {
            return chinese ? "；其中税率 " + rate + " 的税额：" + sum : "; of which " + rate + " tax: " + sum;
        }
        return chinese ? "；另加 " + rate + " 税：" + sum : "; with " + rate + " tax: " + sum;
    }

    /** Whether a one-off charge is owed as it is, and not only for some days of its term. */
    private boolean isWhole() {
        return derivation.slices().stream().allMatch(slice -> slice.numerator() == slice.denominator());
    }

    private String rounding(boolean chinese) {
        return derivation.isExact() ? "" : chinese ? "（四舍五入）" : ", rounded half up";
    }

    private String english() {
        return rate(false) + slices(false, true) + "; " + sum() + (derivation.isExact() ? "" : ", rounded half up");
    }

    private String chinese() {
        return rate(true) + slices(true, true) + "；" + sum() + (derivation.isExact() ? "" : "（四舍五入）");
    }

    private String rate(boolean chinese) {
        String amount = plain(derivation.monthlyMinor()) + " " + derivation.currency();
        return switch (derivation.convention()) {
            case Derivation.WEEKLY -> chinese
                    ? "每周 " + amount + "（每天计 1/7）："
                    : amount + " a week (a day counts 1/7): ";
            case Derivation.DAILY -> chinese ? "每天 " + amount + "：" : amount + " a day: ";
            default -> chinese
                    ? "每月 " + amount + "，按 " + derivation.convention() + "（整月计 1" + rule(true) + "）："
                    : amount + " a month, " + derivation.convention() + " (a whole month counts 1" + rule(false) + "): ";
        };
    }

    /** What the convention says of days that fill no month; nothing for one that is not ours. */
    private String rule(boolean chinese) {
        for (StandardProration standard : StandardProration.values()) {
            if (standard.code().equals(derivation.convention())) {
                return chinese ? "，" + standard.chinese() : ", " + standard.english();
            }
        }
        return "";
    }

    private String slices(boolean chinese, boolean withShare) {
        return derivation.slices().stream()
                .map(slice -> days(slice, chinese) + (withShare ? (chinese ? "= " : " = ") + fraction(slice) : ""))
                .collect(Collectors.joining(chinese ? "，" : ", "));
    }

    private static String days(Slice slice, boolean chinese) {
        long days = slice.days().days();
        String first = slice.days().start().toString();
        String last = slice.days().lastDay().toString();
        if (chinese) {
            return first + " 至 " + last + "（" + days + " 天）";
        }
        return first + " to " + last + (days == 1 ? " (1 day)" : " (" + days + " days)");
    }

    /** {@code 1000.00 × (2 + 3/31) = 2096.77 CNY}, or with steps {@code 1000.00 × 2 + 1100.00 × 3/31 = 2106.45 CNY}. */
    private String sum() {
        return sum(derivation.slices());
    }

    private String sum(List<Slice> slices) {
        if (derivation.hasSteps()) {
            return slices.stream()
                            .map(slice -> plain(derivation.rateOf(slice)) + " × " + fraction(slice))
                            .collect(Collectors.joining(" + "))
                    + " = " + plain(derivation.amountMinor()) + " " + derivation.currency();
        }
        String shares = slices.stream().map(Explanation::fraction).collect(Collectors.joining(" + "));
        return plain(derivation.monthlyMinor()) + " × " + (slices.size() == 1 ? shares : "(" + shares + ")") + " = "
                + plain(derivation.amountMinor()) + " " + derivation.currency();
    }

    private static String fraction(Slice slice) {
        return slice.denominator() == 1
                ? Long.toString(slice.numerator())
                : slice.numerator() + "/" + slice.denominator();
    }

    private String plain(long minor) {
        return MinorUnits.plain(MinorUnits.amount(minor, derivation.currency()));
    }
}
