package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRolls;

class ExplanationTest {

    private static final DateRange TERM =
            DateRange.ofClosed(LocalDate.of(2026, 1, 29), LocalDate.of(2026, 3, 31));

    @Test
    void explainsAStubInEnglish() {
        assertThat(derivation(Prorations.ACTUAL_MONTH).explain(Locale.UK))
                .isEqualTo("1000.00 CNY a month, ACTUAL_MONTH (a whole month counts 1, other days count by the length"
                        + " of their calendar month, at most 1): 2026-01-29 to 2026-03-28 (59 days) = 2,"
                        + " 2026-03-29 to 2026-03-31 (3 days) = 3/31;"
                        + " 1000.00 × (2 + 3/31) = 2096.77 CNY, rounded half up");
    }

    @Test
    void explainsAStubInChinese() {
        assertThat(derivation(Prorations.ACTUAL_MONTH).explain(Locale.forLanguageTag("zh-CN")))
                .isEqualTo("每月 1000.00 CNY，按 ACTUAL_MONTH（整月计 1，其余天数除以当月天数，合计不超过 1 个月）："
                        + "2026-01-29 至 2026-03-28（59 天）= 2，2026-03-29 至 2026-03-31（3 天）= 3/31；"
                        + "1000.00 × (2 + 3/31) = 2096.77 CNY（四舍五入）");
    }

    @Test
    void saysNothingOfRoundingWhereThereWasNone() {
        assertThat(derivation(Prorations.WHOLE_PERIODS).explain(Locale.ENGLISH))
                .endsWith("1000.00 × (2 + 1) = 3000.00 CNY");
        assertThat(derivation(Prorations.WHOLE_PERIODS).explain(Locale.CHINA)).endsWith("= 3000.00 CNY");
    }

    @Test
    void explainsAOneOff() {
        LocalDate day = TERM.start();
        Derivation derivation =
                BillingPeriod.oneOff(DateRange.ofClosed(day, day), 500, "JPY", day).derivation();

        assertThat(derivation.explain(Locale.ENGLISH))
                .isEqualTo("one-off charge of 500 JPY: 2026-01-29 to 2026-01-29 (1 day)");
        assertThat(derivation.explain(Locale.TRADITIONAL_CHINESE))
                .isEqualTo("一次性费用 500 JPY：2026-01-29 至 2026-01-29（1 天）");
    }

    @Test
    void explainsAOneOffOfWhichOnlySomeDaysAreOwed() {
        DateRange used = DateRange.ofClosed(LocalDate.of(2026, 1, 29), LocalDate.of(2026, 2, 7));
        List<Derivation.Slice> part = List.of(new Derivation.Slice(used, 10, 62));
        Derivation derivation = new Derivation(Derivation.ONE_OFF, 60000, part, "CNY");

        assertThat(derivation.explain(Locale.ENGLISH))
                .isEqualTo("one-off charge of 600.00 CNY: 2026-01-29 to 2026-02-07 (10 days);"
                        + " 600.00 × 10/62 = 96.77 CNY, rounded half up");
        assertThat(derivation.explain(Locale.CHINA))
                .isEqualTo("一次性费用 600.00 CNY：2026-01-29 至 2026-02-07（10 天）；600.00 × 10/62 = 96.77 CNY（四舍五入）");
    }

    @Test
    void explainsAConventionItDoesNotKnowByItsCode() {
        Derivation derivation = new Derivation("HOUSE_RULE", 1000, List.of(new Derivation.Slice(TERM, 1, 4)), "CNY");

        assertThat(derivation.explain(Locale.ENGLISH))
                .isEqualTo("10.00 CNY a month, HOUSE_RULE (a whole month counts 1):"
                        + " 2026-01-29 to 2026-03-31 (62 days) = 1/4; 10.00 × 1/4 = 2.50 CNY");
    }

    /** A reader who knows nothing but the text gets the same amount. */
    @Property
    void canBeComputedAgainFromTheTextAlone(
            @ForAll("definitions") ScheduleDefinition definition, @ForAll boolean chinese) {
        Pattern formula = Pattern.compile("([-0-9.]+) × \\(?([0-9/ +]+?)\\)? = ([-0-9.]+) [A-Z]{3}");
        for (BillingPeriod period : definition.resolve(BusinessCalendar.everyDay())) {
            String text = period.derivation().explain(chinese ? Locale.CHINESE : Locale.ENGLISH);
            Matcher matcher = formula.matcher(text);
            assertThat(matcher.find()).as(text).isTrue();
            BigDecimal stated = new BigDecimal(matcher.group(3));

            assertThat(times(new BigDecimal(matcher.group(1)), matcher.group(2), stated.scale()))
                    .as(text)
                    .isEqualTo(stated);
            assertThat(stated.unscaledValue().longValueExact()).isEqualTo(period.amountMinor());
        }
    }

    private static BigDecimal times(BigDecimal monthly, String shares, int scale) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (String share : shares.split(" \\+ ")) {
            String[] parts = share.split("/");
            BigInteger below = parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]);
            numerator = numerator.multiply(below).add(new BigInteger(parts[0]).multiply(denominator));
            denominator = denominator.multiply(below);
        }
        return monthly.multiply(new BigDecimal(numerator))
                .divide(new BigDecimal(denominator), scale, RoundingMode.HALF_UP);
    }

    @Provide
    Arbitrary<ScheduleDefinition> definitions() {
        return BillingArbitraries.definitions();
    }

    private static Derivation derivation(Proration proration) {
        ScheduleDefinition definition = new ScheduleDefinition(
                TERM, BillingCycle.QUARTERLY, 100_000, "CNY", proration, DayRolls.NONE);
        return definition.resolve(BusinessCalendar.everyDay()).get(0).derivation();
    }
}
