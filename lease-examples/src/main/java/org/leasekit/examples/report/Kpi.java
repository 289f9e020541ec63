package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the season, beside what the field reports of such figures where it does.
 *
 * @param label English name
 * @param term Chinese name
 * @param unit of all three figures
 * @param season this season's figure, rounded half up for display; null when nothing was there to count
 * @param field what the field reports; null when it reports nothing
 * @param basis what the figure was counted from, such as {@code "1,180 of 1,407 cases"}; may be empty
 */
public record Kpi(
        String label, String term, Unit unit, @Nullable BigDecimal season, @Nullable Field field, String basis) {

    /**
     * What the field reports of a figure.
     *
     * @param before with paper and spreadsheets
     * @param after with a system
     * @param better in which direction it is good news
     */
    public record Field(BigDecimal before, BigDecimal after, Better better) {

        /** Both figures are there. */
        public Field {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(better, "better");
        }

        private static Field of(String before, String after, Better better) {
            return new Field(new BigDecimal(before), new BigDecimal(after), better);
        }
    }

    /** Names and texts are there. */
    public Kpi {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(basis, "basis");
    }

    /** Cases in which the tenant answered, in per cent; the field went from 37 % to 89 %. */
    public static Kpi responseRate(@Nullable BigDecimal season, String basis) {
        return new Kpi("Response rate", "响应率", Unit.PERCENT, season, Field.of("37", "89", Better.HIGHER), basis);
    }

    /** Days from the first reminder to 95 % signed; the field went from 41 to 12. */
    public static Kpi cycleDays(@Nullable BigDecimal season, String basis) {
        return new Kpi("Renewal cycle", "续约周期", Unit.DAYS, season, Field.of("41", "12", Better.LOWER), basis);
    }

    /** Renewals that ended in dispute, in per cent; the field went from 6.3 % to 1.1 %. */
    public static Kpi disputeRate(@Nullable BigDecimal season, String basis) {
        return new Kpi("Disputes", "纠纷率", Unit.PERCENT, season, Field.of("6.3", "1.1", Better.LOWER), basis);
    }

    /** Hours of staff in a quarter; the field went from 112 to 18. */
    public static Kpi staffHours(@Nullable BigDecimal season, String basis) {
        return new Kpi(
                "Staff hours a quarter", "季度工时", Unit.HOURS, season, Field.of("112", "18", Better.LOWER), basis);
    }

    /** A figure of which the field reports nothing. */
    public static Kpi of(String label, String term, Unit unit, @Nullable BigDecimal season, String basis) {
        return new Kpi(label, term, unit, season, null, basis);
    }

    /** What a figure counts; the report writes it out accordingly. */
    public enum Unit {
        /** A share in per cent: {@code 89} is 89 %. One decimal is shown where there is one. */
        PERCENT,
        /** Days; one decimal is shown where there is one. */
        DAYS,
        /** Hours; one decimal is shown where there is one. */
        HOURS,
        /** A whole number. */
        COUNT,
        /** Money in the season's currency, where the currency is named beside. */
        AMOUNT,
        /** Money, written with the season's currency. */
        MONEY,
        /** Minutes; one decimal is shown where there is one. */
        MINUTES,
        /** A score that may be below zero, written with its sign; one decimal is shown where there is one. */
        POINTS
    }

    /** In which direction a figure is good news. */
    public enum Better {
        /** The more the better. */
        HIGHER,
        /** The less the better. */
        LOWER
    }
}
