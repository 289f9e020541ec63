package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;

class BillingPropertiesTest {

    private final BusinessCalendar china = ShippedCalendars.china();

    @Property
    void periodsTileTheTerm(@ForAll("definitions") ScheduleDefinition definition) {
        List<BillingPeriod> periods = definition.resolve(china);

        LocalDate at = definition.term().start();
        for (int i = 0; i < periods.size(); i++) {
            BillingPeriod period = periods.get(i);
            assertThat(period.index()).isEqualTo(i);
            assertThat(period.range().start()).isEqualTo(at);
            assertThat(at).isEqualTo(definition.term().start().plusMonths((long) i * months(definition)));
            at = period.range().endExclusive();
        }
        assertThat(at).isEqualTo(definition.term().endExclusive());
    }

    @Property
    void slicesTileThePeriod(@ForAll("definitions") ScheduleDefinition definition) {
        for (BillingPeriod period : definition.resolve(china)) {
            LocalDate at = period.range().start();
            for (Derivation.Slice slice : period.derivation().slices()) {
                assertThat(slice.days().start()).isEqualTo(at);
                at = slice.days().endExclusive();
            }
            assertThat(at).isEqualTo(period.range().endExclusive());
        }
    }

    @Property
    void onlyTheLastMayBeAStubAndWholePeriodsCostWholeMonths(@ForAll("definitions") ScheduleDefinition definition) {
        List<BillingPeriod> periods = definition.resolve(china);

        for (BillingPeriod period : periods.subList(0, periods.size() - 1)) {
            assertThat(period.stub()).isFalse();
        }
        for (BillingPeriod period : periods) {
            LocalDate whole = definition.term().start().plusMonths((period.index() + 1L) * months(definition));
            assertThat(period.stub()).isEqualTo(!period.range().endExclusive().equals(whole));
            if (!period.stub()) {
                assertThat(period.amountMinor()).isEqualTo(definition.monthlyMinor() * months(definition));
            }
        }
    }

    @Property
    void dueDatesComeFromTheRoll(@ForAll("definitions") ScheduleDefinition definition) {
        for (BillingPeriod period : definition.resolve(china)) {
            assertThat(period.unadjustedDue()).isEqualTo(period.range().start().plusDays(definition.dueOffsetDays()));
            assertThat(period.due()).isEqualTo(definition.roll().adjust(period.unadjustedDue(), china));
        }
    }

    @Property
    void theTotalDoesNotDependOnTheCycle(
            @ForAll("definitions") ScheduleDefinition definition, @ForAll("cycles") BillingCycle other) {
        ScheduleDefinition rebilled = new ScheduleDefinition(
                definition.term(),
                other,
                definition.monthlyMinor(),
                definition.currency(),
                definition.proration(),
                definition.roll());

        assertThat(total(rebilled)).isEqualTo(total(definition));
    }

    @Property
    void noPartCostsMoreThanTheMonthsItLiesIn(
            @ForAll("terms") DateRange part,
            @ForAll("days") LocalDate anchor,
            @ForAll("prorations") Proration proration,
            @ForAll @IntRange(max = 1_000_000) int monthly) {
        long first = monthOf(part.start(), anchor);
        long last = monthOf(part.lastDay(), anchor);
        DateRange months = DateRange.of(anchor.plusMonths(first), anchor.plusMonths(last + 1));

        assertThat(proration.prorate(monthly, anchor, months).amountMinor()).isEqualTo((last + 1 - first) * monthly);
        assertThat(proration.prorate(monthly, anchor, part).amountMinor())
                .isBetween(0L, (last + 1 - first) * monthly);
    }

    @Property
    void noPartCostsMoreThanTheWhole(
            @ForAll("terms") DateRange whole,
            @ForAll("days") LocalDate anchor,
            @ForAll("prorations") Proration proration,
            @ForAll @IntRange(max = 3000) int skip,
            @ForAll @IntRange(min = 1, max = 3000) int take) {
        LocalDate start = whole.start().plusDays(skip % whole.days());
        DateRange part = DateRange.of(start, start.plusDays(take)).intersection(whole).orElseThrow();

        assertThat(proration.prorate(1_000_007, anchor, part).amountMinor())
                .isLessThanOrEqualTo(proration.prorate(1_000_007, anchor, whole).amountMinor());
    }

    @Property
    void cuttingOnTheGridChangesNoShare(
            @ForAll("terms") DateRange term,
            @ForAll("days") LocalDate anchor,
            @ForAll("prorations") Proration proration,
            @ForAll @IntRange(max = 3000) int skip) {
        LocalDate cut = anchor.plusMonths(monthOf(term.start().plusDays(skip % term.days()), anchor));
        Assume.that(cut.isAfter(term.start()));
        // Divisible by every length of month and by 365, so that nothing is rounded.
        long monthly = 31L * 30 * 29 * 28 * 365;

        long before = proration.prorate(monthly, anchor, DateRange.of(term.start(), cut)).amountMinor();
        long after = proration.prorate(monthly, anchor, DateRange.of(cut, term.endExclusive())).amountMinor();

        assertThat(before + after).isEqualTo(proration.prorate(monthly, anchor, term).amountMinor());
    }

    @Property
    void creditsMirrorCharges(@ForAll("definitions") ScheduleDefinition definition) {
        Proration proration = definition.proration();
        LocalDate anchor = definition.term().start().plusDays(definition.dueOffsetDays());

        Prorated charge = proration.prorate(definition.monthlyMinor(), anchor, definition.term());
        Prorated credit = proration.prorate(-definition.monthlyMinor(), anchor, definition.term());

        assertThat(credit.amountMinor()).isEqualTo(-charge.amountMinor());
        assertThat(credit.slices()).isEqualTo(charge.slices());
    }

    @Property
    void aStubUnderActualMonthIsThatOfADayByDayCount(@ForAll("terms") DateRange term) {
        LocalDate boundary = term.start();
        int months = 0;
        while (!term.start().plusMonths(months + 1L).isAfter(term.endExclusive())) {
            months++;
            boundary = term.start().plusMonths(months);
        }
        // Each day of what is left counts by its calendar month, at most one month in all; in units that stay whole.
        long month = 31L * 30 * 29 * 28;
        long left = boundary.datesUntil(term.endExclusive()).mapToLong(day -> month / day.lengthOfMonth()).sum();
        BigDecimal expected = BigDecimal.valueOf(months * month + Math.min(left, month))
                .multiply(BigDecimal.valueOf(1_000_007))
                .divide(BigDecimal.valueOf(month), 0, RoundingMode.HALF_UP);

        assertThat(Prorations.ACTUAL_MONTH.prorate(1_000_007, term.start(), term).amountMinor())
                .isEqualTo(expected.longValueExact());
    }

    @Property
    void extendedByNothingItIsTheSame(@ForAll("definitions") ScheduleDefinition definition) {
        Assume.that(definition.monthlyMinor() >= 0);
        List<ScheduledPeriod> extended = definition.extend().build().resolve(china);
        List<BillingPeriod> plain = definition.resolve(china);

        assertThat(extended).hasSameSizeAs(plain);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(extended.get(i).range()).isEqualTo(plain.get(i).range());
            assertThat(extended.get(i).stub()).isEqualTo(plain.get(i).stub());
            assertThat(extended.get(i).unadjustedDue()).isEqualTo(plain.get(i).unadjustedDue());
            assertThat(extended.get(i).due()).isEqualTo(plain.get(i).due());
            assertThat(extended.get(i).totalMinor()).isEqualTo(plain.get(i).amountMinor());
        }
    }

    @Property
    void spansTileTheTermWhateverTheRules(
            @ForAll("definitions") ScheduleDefinition definition,
            @ForAll StubRule stub,
            @ForAll @IntRange(max = 31) int rollDay) {
        ChargeSchedule.Builder builder = ChargeSchedule.of(definition.term(), 1000, "CNY")
                .every(Frequency.months(definition.cycle().months()))
                .proration(definition.proration())
                .stub(stub);
        ChargeSchedule schedule =
                rollDay == 0 ? builder.build() : builder.rollOn(new RollDay(rollDay)).build();

        LocalDate at = definition.term().start();
        for (PricedSpan span : schedule.spans()) {
            assertThat(span.days().start()).isEqualTo(at);
            at = span.days().endExclusive();
        }
        assertThat(at).isEqualTo(definition.term().endExclusive());
        at = definition.term().start();
        for (ScheduledPeriod period : schedule.resolve(china)) {
            assertThat(period.range().start()).isEqualTo(at);
            at = period.range().endExclusive();
        }
        assertThat(at).isEqualTo(definition.term().endExclusive());
    }

    @Provide
    Arbitrary<ScheduleDefinition> definitions() {
        return BillingArbitraries.definitions();
    }

    @Provide
    Arbitrary<BillingCycle> cycles() {
        return BillingArbitraries.cycles();
    }

    @Provide
    Arbitrary<DateRange> terms() {
        return BillingArbitraries.terms();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return BillingArbitraries.days();
    }

    @Provide
    Arbitrary<Proration> prorations() {
        return BillingArbitraries.prorations();
    }

    private static int months(ScheduleDefinition definition) {
        return definition.cycle().months();
    }

    private long total(ScheduleDefinition definition) {
        return definition.resolve(china).stream().mapToLong(BillingPeriod::amountMinor).sum();
    }

    /** The month of the anchor's grid that the day lies in, found by walking. */
    private static long monthOf(LocalDate day, LocalDate anchor) {
        long month = 0;
        while (anchor.plusMonths(month).isAfter(day)) {
            month--;
        }
        while (!anchor.plusMonths(month + 1).isAfter(day)) {
            month++;
        }
        return month;
    }
}
