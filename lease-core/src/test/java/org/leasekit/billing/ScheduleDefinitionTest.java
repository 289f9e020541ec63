package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRolls;

class ScheduleDefinitionTest {

    private static final DateRange WINTER =
            DateRange.ofClosed(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));

    @ParameterizedTest
    @CsvSource({
        // due dates of January, February and March 2026; January 1 to 3 are off, 4 is a Sunday worked
        "FOLLOWING, 0, 2026-01-01, 2026-01-04, 2026-02-01, 2026-02-02, 2026-03-01, 2026-03-02",
        "PRECEDING, 0, 2026-01-01, 2025-12-31, 2026-02-01, 2026-01-30, 2026-03-01, 2026-02-28",
        "MODIFIED_PRECEDING, 0, 2026-01-01, 2026-01-04, 2026-02-01, 2026-02-02, 2026-03-01, 2026-03-02",
        "NONE, 0, 2026-01-01, 2026-01-01, 2026-02-01, 2026-02-01, 2026-03-01, 2026-03-01",
        "FOLLOWING, 14, 2026-01-15, 2026-01-15, 2026-02-15, 2026-02-24, 2026-03-15, 2026-03-16",
        "MODIFIED_FOLLOWING, -1, 2025-12-31, 2025-12-31, 2026-01-31, 2026-01-30, 2026-02-28, 2026-02-28",
    })
    void keepsTheUnadjustedDueDateBesideTheAdjustedOne(
            String roll,
            int offset,
            LocalDate unadjusted1,
            LocalDate due1,
            LocalDate unadjusted2,
            LocalDate due2,
            LocalDate unadjusted3,
            LocalDate due3) {
        List<BillingPeriod> periods = new ScheduleDefinition(
                        WINTER, BillingCycle.MONTHLY, 1000, "CNY", Prorations.ACTUAL_MONTH, DayRolls.of(roll), offset)
                .resolve(ShippedCalendars.china());

        assertThat(periods)
                .extracting(BillingPeriod::unadjustedDue)
                .containsExactly(unadjusted1, unadjusted2, unadjusted3);
        assertThat(periods).extracting(BillingPeriod::due).containsExactly(due1, due2, due3);
        assertThat(periods)
                .extracting(p -> p.range().start().getDayOfMonth())
                .as("the calendar moves no period")
                .containsOnly(1);
    }

    @Test
    void isDueOnTheFirstDayUnlessToldOtherwise() {
        assertThat(definition(1000).dueOffsetDays()).isZero();
    }

    @Test
    void refusesAnAmountThatDoesNotFit() {
        assertThatThrownBy(() -> definition(Long.MAX_VALUE).resolve(BusinessCalendar.everyDay()))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void pricesTheLargestAmountThatFits() {
        ScheduleDefinition stub = new ScheduleDefinition(
                DateRange.ofClosed(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 30)),
                BillingCycle.MONTHLY,
                Long.MAX_VALUE,
                "CNY",
                Prorations.ACTUAL_MONTH,
                DayRolls.NONE);

        // 9223372036854775807 × 30/31 = 8925843906633654007.05
        assertThat(stub.resolve(BusinessCalendar.everyDay()))
                .extracting(BillingPeriod::amountMinor)
                .containsExactly(8925843906633654007L);
    }

    @Test
    void takesAConventionOfTheIntegratorsOwn() {
        Proration free = new Proration() {
            @Override
            public String code() {
                return "FREE_STUB";
            }

            @Override
            public Prorated prorate(long monthlyMinor, LocalDate anchor, DateRange part) {
                return Prorated.of(monthlyMinor, List.of(new Derivation.Slice(part, 0, 1)));
            }
        };
        ScheduleDefinition definition = new ScheduleDefinition(
                WINTER, BillingCycle.QUARTERLY, 1000, "CNY", free, DayRolls.NONE);

        BillingPeriod period = definition.resolve(BusinessCalendar.everyDay()).get(0);

        assertThat(period.amountMinor()).isZero();
        assertThat(period.derivation().convention()).isEqualTo("FREE_STUB");
    }

    @Test
    void billsAOneOffOnce() {
        LocalDate sunday = LocalDate.of(2026, 2, 15);

        BillingPeriod deposit = BillingPeriod.oneOff(WINTER, 50_000, "CNY", sunday);
        BillingPeriod moved =
                BillingPeriod.oneOff(WINTER, 50_000, "CNY", sunday, DayRolls.PRECEDING, ShippedCalendars.china());

        assertThat(deposit.range()).isEqualTo(WINTER);
        assertThat(deposit.amountMinor()).isEqualTo(50_000);
        assertThat(deposit.stub()).isFalse();
        assertThat(deposit.index()).isZero();
        assertThat(deposit.due()).isEqualTo(sunday);
        assertThat(deposit.derivation().convention()).isEqualTo(Derivation.ONE_OFF);
        assertThat(moved.unadjustedDue()).isEqualTo(sunday);
        assertThat(moved.due()).isEqualTo(sunday.minusDays(1));
    }

    @Test
    void aPeriodIsWhatItsDerivationSays() {
        Derivation derivation = new Derivation(
                "ACTUAL_MONTH", 1000, List.of(new Derivation.Slice(WINTER, 3, 1)), "CNY");

        assertThatThrownBy(() -> new BillingPeriod(0, WINTER, false, WINTER.start(), WINTER.start(), 2999, derivation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amountMinor must be what the derivation gives, 3000, but was 2999");
        assertThatThrownBy(() -> new BillingPeriod(-1, WINTER, false, WINTER.start(), WINTER.start(), 3000, derivation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("index");
    }

    @Test
    void aSliceIsAShare() {
        assertThatThrownBy(() -> new Derivation.Slice(WINTER, -1, 31)).hasMessageStartingWith("numerator");
        assertThatThrownBy(() -> new Derivation.Slice(WINTER, 1, 0)).hasMessageStartingWith("denominator");
        assertThatThrownBy(() -> new Derivation("ACTUAL_MONTH", 1, List.of(), "CNY")).hasMessageStartingWith("slices");
    }

    @ParameterizedTest
    @CsvSource({
        "monthly, 1, monthly",
        "quarterly, 3, quarterly",
        "semiannual, 6, semiannual",
        "annual, 12, annual",
        "4-monthly, 4, 4-monthly",
        "3-monthly, 3, quarterly",
        "120-monthly, 120, 120-monthly",
    })
    void readsCycles(String text, int months, String code) {
        assertThat(BillingCycle.of(text)).isEqualTo(new BillingCycle(months));
        assertThat(BillingCycle.of(text).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "weekly", "Monthly", "0-monthly", "121-monthly", "04-monthly", "-4-monthly", "1.5-monthly"})
    void refusesOtherCycles(String text) {
        assertThatThrownBy(() -> BillingCycle.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 121})
    void refusesOtherLengths(int months) {
        assertThatThrownBy(() -> new BillingCycle(months))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("months must be 1 to 120");
    }

    @Test
    void findsConventionsByTheirCodes() {
        for (Proration proration : List.of(
                Prorations.ACTUAL_MONTH, Prorations.ACTUAL_365, Prorations.THIRTY_360, Prorations.WHOLE_PERIODS)) {
            assertThat(Prorations.of(proration.code())).isSameAs(proration);
        }
        assertThatThrownBy(() -> Prorations.of("ACTUAL"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WHOLE_PERIODS");
    }

    private static ScheduleDefinition definition(long monthlyMinor) {
        return new ScheduleDefinition(
                WINTER, BillingCycle.QUARTERLY, monthlyMinor, "CNY", Prorations.ACTUAL_MONTH, DayRolls.NONE);
    }
}
