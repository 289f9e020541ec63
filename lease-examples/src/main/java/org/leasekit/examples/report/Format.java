package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.leasekit.examples.report.Kpi.Unit;

/** Numbers and dates as the page writes them, the same on every machine: {@code 12,345.60}, {@code 89.4 %}. */
final class Format {

    /** Between a number and its unit; no line is broken there. */
    static final String NBSP = "\u00A0";

    /** Where there is nothing to show. */
    static final String NONE = "–";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String[] WEEKDAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] WEEKDAYS_ZH = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
    private static final String[] MONTHS = {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December"
    };

    private final String currency;
    private final int digits;

    /** For amounts of a currency: as many digits as it has, two if it is not one that ISO 4217 lists. */
    Format(String currency) {
        this.currency = currency;
        this.digits = Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .mapToInt(Currency::getDefaultFractionDigits)
                .filter(known -> known >= 0)
                .findFirst()
                .orElse(2);
    }

    String currency() {
        return currency;
    }

    /** With the currency's digits; more only where rounding would hide something. */
    String amount(BigDecimal value) {
        int needed = Math.max(0, value.stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%,." + Math.max(digits, needed) + "f", value);
    }

    /** Without the digits after the point where they are all zero. */
    String brief(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0 ? String.format(Locale.ROOT, "%,.0f", value) : amount(value);
    }

    /** With the currency's code before it. */
    String money(BigDecimal value) {
        return currency + NBSP + amount(value);
    }

    /** A figure with its unit. */
    String figure(BigDecimal value, Unit unit) {
        return switch (unit) {
            case PERCENT -> oneDecimal(value) + NBSP + "%";
            case DAYS -> days(value);
            case HOURS -> oneDecimal(value) + NBSP + "h";
            case COUNT -> String.format(Locale.ROOT, "%,.0f", value.setScale(0, RoundingMode.HALF_UP));
            case AMOUNT -> amount(value.setScale(digits, RoundingMode.HALF_UP));
            case MONEY -> money(value.setScale(digits, RoundingMode.HALF_UP));
            case MINUTES -> oneDecimal(value) + NBSP + "min";
            case POINTS -> (value.signum() > 0 ? "+" : "") + oneDecimal(value);
        };
    }

    /** A mean, which has two decimals where a figure of its kind has none. */
    String exact(BigDecimal value, Unit unit) {
        return unit == Unit.COUNT ? String.format(Locale.ROOT, "%,.2f", value) : figure(value, unit);
    }

    /** By how much a figure changes, with its sign; of a share in points of per cent. */
    String change(BigDecimal value, Unit unit) {
        String size = unit == Unit.PERCENT ? points(value.abs()) : exact(value.abs(), unit);
        boolean isNothing = size.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (isNothing ? "±" : value.signum() < 0 ? "−" : "+") + size;
    }

    /** By how many points of per cent a share changes, in Chinese. */
    static String pointsZh(BigDecimal value) {
        return (value.signum() < 0 ? "−" : "+") + oneDecimal(value.abs()) + " 个百分点";
    }

    private static String points(BigDecimal value) {
        String number = oneDecimal(value);
        return number + NBSP + (number.equals("1") ? "point" : "points");
    }

    private static String days(BigDecimal value) {
        String number = oneDecimal(value);
        return number + NBSP + (number.equals("1") ? "day" : "days");
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A part of a whole in per cent with one decimal; a dash if there is no whole. */
    static String share(long part, long whole) {
        return whole == 0 ? NONE : oneDecimal(percent(part, whole)) + NBSP + "%";
    }

    /** A length along a scale, as SVG and CSS take it: {@code 33.33%}; {@code 0%} if the scale has no length. */
    static String length(BigDecimal part, BigDecimal whole) {
        if (whole.signum() <= 0 || part.signum() <= 0) {
            return "0%";
        }
        return plain(part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP)) + "%";
    }

    static String length(long part, long whole) {
        return length(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** A coordinate: at most two decimals. */
    static String plain(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    static String weekday(LocalDate date) {
        return WEEKDAYS[date.getDayOfWeek().getValue() - 1];
    }

    static String weekdayZh(LocalDate date) {
        return WEEKDAYS_ZH[date.getDayOfWeek().getValue() - 1];
    }

    static String month(LocalDate date) {
        return MONTHS[date.getMonthValue() - 1] + " " + date.getYear();
    }

    static String monthZh(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月";
    }

    /** {@code "1 case"}, {@code "2 cases"}. */
    static String counted(long value, String one, String many) {
        return count(value) + NBSP + (value == 1 ? one : many);
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }

    private static String oneDecimal(BigDecimal value) {
        BigDecimal rounded = value.setScale(1, RoundingMode.HALF_UP);
        boolean whole = rounded.stripTrailingZeros().scale() <= 0;
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", rounded);
    }
}
