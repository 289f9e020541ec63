package org.leasekit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules.Every;
import org.leasekit.contract.ChargeRules.Index;
import org.leasekit.contract.ChargeRules.Levy;
import org.leasekit.contract.ChargeRules.Reduction;
import org.leasekit.contract.ChargeRules.Step;
import org.leasekit.contract.ChargeRules.Stub;
import org.leasekit.contract.ChargeRules.Timing;
import org.leasekit.contract.ChargeRules.Unit;
import org.leasekit.money.MinorUnits;

class ChargeRulesTest {
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final DateRange FIRST_HALF = DateRange.of(JANUARY, JANUARY.plusMonths(6));

  private static Index index(String figure, int everyMonths, int lagMonths, int floor, int cap) {
    return new Index(
        Map.of(YearMonth.of(2025, 12), new BigDecimal(figure)), YearMonth.of(2025, 12), JANUARY, everyMonths,
        lagMonths, floor, cap);
  }

  static Stream<ThrowingCallable> refused() {
    return Stream.of(
        () -> new Every(0, Unit.DAYS),
        () -> new Every(3661, Unit.WEEKS),
        () -> ChargeRules.STANDARD.rollingOn(0, Stub.SHORT_FINAL),
        () -> ChargeRules.STANDARD.rollingOn(32, Stub.SHORT_FINAL),
        () ->
            new ChargeRules(
                ChargeRules.Per.MONTH, new Every(1, Unit.WEEKS), Timing.ADVANCE, Stub.SHORT_FINAL, 15, 0, List.of(),
                List.of(), List.of(), Levy.NONE, null),
        () -> ChargeRules.STANDARD.due(Timing.ADVANCE, 367),
        () -> ChargeRules.STANDARD.due(Timing.ADVANCE, -367),
        () -> ChargeRules.STANDARD.withSteps(new Step(JANUARY, 1), new Step(JANUARY, 2)),
        () -> new Step(JANUARY, -1),
        () -> new Reduction(" ", FIRST_HALF, 1),
        () -> new Reduction("A", FIRST_HALF, 0),
        () -> new Reduction("A", FIRST_HALF, 10_001),
        () -> new Levy(-1, true),
        () -> new Levy(10_001, true),
        () -> index("0", 1, 0, 0, 0),
        () -> index("1", 0, 0, 0, 0),
        () -> index("1", 121, 0, 0, 0),
        () -> index("1", 1, -1, 0, 0),
        () -> index("1", 1, 121, 0, 0),
        () -> index("1", 1, 0, -10_000, 0),
        () -> index("1", 1, 0, 1, 0));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatCannotBeBilled(ThrowingCallable make) {
    assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void goesOnWithoutWhatIsOver() {
    LocalDate july = JANUARY.plusMonths(6);
    DateRange across = DateRange.of(july.minusDays(1), july.plusDays(1));
    Step later = new Step(july.plusDays(1), 3);
    ChargeRules rules =
        ChargeRules.STANDARD
            .rollingOn(15, Stub.LONG_INITIAL)
            .due(Timing.ARREARS, 3)
            .withTax(new Levy(900, false))
            .withRentFree(FIRST_HALF, across)
            .withSteps(new Step(july.minusDays(1), 1), new Step(july, 2), later)
            .withDiscounts(new Reduction("OVER", FIRST_HALF, 1), new Reduction("ON", across, 1));
    assertThat(rules.from(july))
        .isEqualTo(
            rules.withRentFree(across).withSteps(later).withDiscounts(new Reduction("ON", across, 1)));
    assertThat(ChargeRules.STANDARD.from(july)).isEqualTo(ChargeRules.STANDARD);
  }

  /** Reviews on the first of January, April and so on look at the month before; that of March is not published. */
  @ParameterizedTest
  @CsvSource({
    "2025-12-31, 2025-10, 2026-01-01",
    "2026-01-01, 2025-12, 2026-04-01",
    "2026-04-01, 2025-12, 2026-07-01",
    "2026-07-01, 2026-06, 2026-10-01"
  })
  void countsReviewsFromTheLastMonthThatWasLookedAt(LocalDate start, YearMonth base, LocalDate next) {
    Map<YearMonth, BigDecimal> figures =
        Map.of(
            YearMonth.of(2025, 10), BigDecimal.ONE, YearMonth.of(2025, 12), BigDecimal.ONE,
            YearMonth.of(2026, 6), BigDecimal.TEN);
    ChargeRules rules =
        ChargeRules.STANDARD.indexedBy(new Index(figures, YearMonth.of(2025, 10), JANUARY, 3, 1, 0, 500));
    ChargeRules going = rules.from(start);
    assertThat(Objects.requireNonNull(going.index()).base()).isEqualTo(base);
    assertThat(Objects.requireNonNull(going.index()).firstReview()).isEqualTo(next);
    assertThat(going.from(start)).isEqualTo(going);
  }

  @Test
  void isToBeBilledWhereOnlyAStepCostsAnything() {
    ChargeTerms free = new ChargeTerms(MinorUnits.amount(0, "CNY"), MinorUnits.amount(0, "CNY"), 1, "ACTUAL_MONTH");
    assertThat(free.chargesAnything()).isFalse();
    assertThat(free.withRules(ChargeRules.STANDARD.withSteps(new Step(JANUARY, 0))).chargesAnything()).isFalse();
    assertThat(free.withRules(ChargeRules.STANDARD.withSteps(new Step(JANUARY, 1))).chargesAnything()).isTrue();
    assertThat(free.withMonthlyRent(MinorUnits.amount(1, "CNY")).chargesAnything()).isTrue();
  }
}
