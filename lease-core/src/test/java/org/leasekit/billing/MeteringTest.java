package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.leasekit.billing.MeterReading.Kind;
import org.leasekit.calendar.DateRange;

/** What a meter of four digits counts at 0.6123 a unit, from March 1, 2026. */
class MeteringTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final MeterId METER = new MeterId("M");
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final List<MeterReading> readings = new ArrayList<>();
  private final List<ReceivableLock> locks = new ArrayList<>();
  private final List<Reckoning.Raised> raised = new ArrayList<>();
  private Instant now = START;
  private Tax tax = Tax.NONE;

  private MeteredTerms terms() {
    return new MeteredTerms(
        LockWorld.LESSOR, LockWorld.NO, new ChargeCode("POWER"), METER, DateRange.of(MARCH, MARCH.plusYears(1)), "kWh",
        new BigDecimal("0.6123"), "CNY", 4, tax, START);
  }

  private void read(LocalDate on, Kind kind, String value) {
    now = now.plusSeconds(60);
    readings.add(
        new MeterReading(
            LockWorld.LESSOR, METER, "R-" + readings.size(), on, kind, new BigDecimal(value), "meter man", now));
  }

  private Reckoning.Plan plan() {
    return Metering.plan(terms(), readings, List.of(), locks, Above.NOBODY, raised, LockWorld.ZONE);
  }

  /** Bills, and says what each amount comes to in fen. */
  private String billed() {
    now = now.plusSeconds(60);
    Reckoning.Plan plan = plan();
    plan.amounts().forEach(each -> raised.add(new Reckoning.Raised(each.key(), each.minor(), now)));
    plan.corrections().forEach(each -> raised.add(new Reckoning.Raised(each.key(), each.deltaMinor(), now)));
    assertThat(plan().isEmpty()).isTrue();
    return Account.of(raised).values().stream()
        .map(each -> each.key().period().start() + " " + each.minor())
        .collect(Collectors.joining(", "));
  }

  @Test
  void whatWasCountedFromReadingToReadingIsBilledAfterwards() {
    read(MARCH, Kind.ACTUAL, "1000");
    assertThat(billed()).isEmpty();
    read(APRIL, Kind.ACTUAL, "1100.5");
    // 100.5 x 61.23 = 6153.615
    assertThat(billed()).isEqualTo("2026-03-01 6154");
    assertThat(raised.get(0).key().period()).isEqualTo(DateRange.of(MARCH, APRIL));
    read(MAY, Kind.ACTUAL, "1200.5");
    assertThat(billed()).isEqualTo("2026-03-01 6154, 2026-04-01 6123");
    assertThat(plan().next()).isNull();
  }

  @Test
  void aMeterThatHasCountedToItsEndBeginsAgainAtZero() {
    read(MARCH, Kind.ACTUAL, "9990");
    read(APRIL, Kind.ACTUAL, "10");
    assertThat(billed()).isEqualTo("2026-03-01 1225");
  }

  @Test
  void anEstimateIsBilledAndCorrectedWhenTheMeterIsReadForThatDay() {
    read(MARCH, Kind.ACTUAL, "1000");
    read(APRIL, Kind.ESTIMATE, "1200");
    assertThat(billed()).isEqualTo("2026-03-01 12246");
    read(APRIL, Kind.ACTUAL, "1100");
    Reckoning.Correction correction = plan().corrections().get(0);
    assertThat(correction.deltaMinor()).isEqualTo(-6123);
    assertThat(correction.cause()).hasToString("terms reading R-2");
    assertThat(billed()).isEqualTo("2026-03-01 6123");
    // a new estimate for that day does not count any more, a correction does
    read(APRIL, Kind.ESTIMATE, "1300");
    assertThat(billed()).isEqualTo("2026-03-01 6123");
    read(APRIL, Kind.CORRECTION, "1110");
    assertThat(billed()).isEqualTo("2026-03-01 6735");
  }

  @Test
  void anEstimateThatWasTooHighIsHeldBackByTheNextRealReadingAndIsNoRollover() {
    read(MARCH, Kind.ACTUAL, "1000");
    read(APRIL, Kind.ESTIMATE, "1200");
    assertThat(billed()).isEqualTo("2026-03-01 12246");
    read(MAY, Kind.ACTUAL, "1150");
    assertThat(billed()).isEqualTo("2026-03-01 9185");
  }

  @Test
  void aReadingInBetweenThatIsLearntOfLateChangesNothing() {
    read(MARCH, Kind.ACTUAL, "1000");
    read(MAY, Kind.ACTUAL, "1200");
    assertThat(billed()).isEqualTo("2026-03-01 12246");
    read(APRIL, Kind.ACTUAL, "1050");
    assertThat(billed()).isEqualTo("2026-03-01 12246");
  }

  @Test
  void theDaysThatALockSuspendsAreNotOwed() {
    read(MARCH, Kind.ACTUAL, "1000");
    read(APRIL, Kind.ACTUAL, "1310");
    Instant from = MARCH.plusDays(10).atStartOfDay(LockWorld.ZONE).toInstant();
    locks.add(
        new ReceivableLock(
            LockWorld.LESSOR, new LockId("L"), ReceivableLock.Effect.SUSPEND, new LockScope.WholeContract(LockWorld.NO),
            LockReason.SUSPENSION, "", "a", "b", from, from.plusSeconds(10 * 86_400), false, now, List.of()));
    // 310 x 21/31 = 210
    assertThat(billed()).isEqualTo("2026-03-01 12858");
  }

  @Test
  void anAmountExplainsItself() {
    tax = Tax.added(1300);
    read(MARCH, Kind.ACTUAL, "1000");
    read(APRIL, Kind.ACTUAL, "1100.5");
    Derivation derivation = plan().amounts().get(0).derivation();
    assertThat(plan().amounts().get(0).minor()).isEqualTo(6954);
    assertThat(derivation.explain(Locale.ENGLISH))
        .isEqualTo(
            "0.6123 CNY a unit: 2026-03-01 to 2026-03-31 (31 days) = 100.5; 0.6123 × 100.5 = 61.54 CNY, rounded half up;"
                + " with 13% tax: 61.54 + 8.00 = 69.54 CNY");
    assertThat(derivation.explain(Locale.CHINESE))
        .isEqualTo(
            "每单位 0.6123 CNY：2026-03-01 至 2026-03-31（31 天）= 100.5；0.6123 × 100.5 = 61.54 CNY（四舍五入）；"
                + "另加 13% 税：61.54 + 8.00 = 69.54 CNY");
    assertThat(Metering.restsOn(terms(), readings, DateRange.of(MARCH, APRIL)))
        .extracting(MeterReading::id).containsExactly("R-0", "R-1");
  }

  @Test
  void whatCannotBeIsAFault() {
    assertThatThrownBy(() -> read(MARCH, Kind.ACTUAL, "-1")).hasMessageContaining("value");
    assertThatThrownBy(() -> read(MARCH, Kind.ACTUAL, "0.0000001")).hasMessageContaining("value");
    assertThatThrownBy(
            () ->
                new MeteredTerms(
                    LockWorld.LESSOR, LockWorld.NO, new ChargeCode("P"), METER, DateRange.of(MARCH, MAY), "kWh",
                    new BigDecimal("0.00001"), "JPY", 4, Tax.NONE, START))
        .hasMessageContaining("pricePerUnit");
  }

  /** However readings come, and however often is billed between them, all that was counted is billed once. */
  @Property
  void everyUnitIsBilledOnce(
      @ForAll @Size(min = 2, max = 12) List<@IntRange(max = 400) Integer> steps, @ForAll @IntRange(max = 9999) int first) {
    // one object serves all tries of a property
    readings.clear();
    raised.clear();
    long shown = first;
    long counted = 0;
    for (int i = 0; i < steps.size(); i++) {
      shown += i == 0 ? 0 : steps.get(i);
      counted += i == 0 ? 0 : steps.get(i);
      read(MARCH.plusDays(7L * i), Kind.ACTUAL, Long.toString(shown % 10_000));
      if (steps.get(i) % 2 == 0) {
        billed();
      }
    }
    billed();
    long total = raised.stream().mapToLong(Reckoning.Raised::minor).sum();
    // each amount is rounded by half a fen at most
    assertThat(Math.abs(total * 100 - counted * 6123)).isLessThanOrEqualTo(50L * steps.size());
    assertThat(raised.stream().map(each -> each.key().period()).toList())
        .allSatisfy(one -> assertThat(raised.stream().filter(each -> each.key().period().overlaps(one))).hasSize(1));
  }

  /** Whoever follows on a meter, and on whatever day: what was counted is billed to both together, once. */
  @Property
  void whatWasCountedIsSharedWithWhoeverComesNext(
      @ForAll @Size(min = 2, max = 8) List<@IntRange(max = 400) Integer> steps,
      @ForAll @IntRange(max = 9999) int first,
      @ForAll @IntRange(min = 1, max = 60) int days) {
    readings.clear();
    raised.clear();
    locks.clear();
    long shown = first;
    for (int i = 0; i < steps.size(); i++) {
      shown += i == 0 ? 0 : steps.get(i);
      read(MARCH.plusDays(7L * i), Kind.ACTUAL, Long.toString(shown % 10_000));
    }
    LocalDate change = MARCH.plusDays(days);
    long total = 0;
    for (DateRange term : List.of(DateRange.of(MARCH, change), DateRange.of(change, MARCH.plusYears(1)))) {
      Reckoning.Plan plan =
          Metering.plan(
              terms().during(term), readings, List.of(), locks, Above.NOBODY, List.of(), LockWorld.ZONE);
      assertThat(plan.amounts()).allMatch(each -> term.contains(each.key().period()));
      total += plan.amounts().stream().mapToLong(Reckoning.NewAmount::minor).sum();
    }
    assertThat(Math.abs(total * 100 - (shown - first) * 6123)).isLessThanOrEqualTo(50L * (steps.size() + 1));
  }

  @Test
  void anEstimateToBeginWithIsCorrectedByTheFirstRealReading() {
    read(MARCH, Kind.ESTIMATE, "9990");
    read(APRIL, Kind.ESTIMATE, "9995");
    assertThat(billed()).isEqualTo("2026-03-01 306");
    // lower than the estimates: they were too high, and nothing went round
    read(MAY, Kind.ACTUAL, "9980");
    assertThat(billed()).isEqualTo("2026-03-01 0");
    // from a real reading on it did
    read(MAY.plusMonths(1), Kind.ACTUAL, "10");
    assertThat(billed()).isEqualTo("2026-03-01 0, 2026-05-01 1837");
  }

  @Test
  void whereNoDayIsOwedAnyMoreAllIsCredited() {
    read(MARCH, Kind.ACTUAL, "1000");
    read(APRIL, Kind.ACTUAL, "1100");
    billed();
    Reckoning.TermsChange end = new Reckoning.TermsChange("end of meter M", now.plusSeconds(60));
    Reckoning.Plan plan =
        Metering.nothing(terms(), List.of(end), locks, Above.NOBODY, raised, LockWorld.ZONE);
    assertThat(plan.amounts()).isEmpty();
    assertThat(plan.corrections())
        .singleElement()
        .satisfies(each -> assertThat(each.deltaMinor()).isEqualTo(-6123))
        .satisfies(each -> assertThat(each.cause()).hasToString("terms end of meter M"));
  }
}
