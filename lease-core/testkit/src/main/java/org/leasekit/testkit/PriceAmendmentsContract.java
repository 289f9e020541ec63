package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.leasekit.access.Actor;
import org.leasekit.amendment.Aspect;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Standing;
import org.leasekit.amendment.Version;
import org.leasekit.application.AmendContract;
import org.leasekit.application.SignContract;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeRules.Index;
import org.leasekit.contract.ChargeRules.Reduction;
import org.leasekit.contract.ChargeRules.Step;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;

/**
 * Steps, free days, discounts and figures of an index that come to a contract while it runs, in time or learnt late, and are
 * taken back; through the front door. The contract runs from March 2026 at 3000.00 a month. Every amount is worked out by hand.
 */
public abstract class PriceAmendmentsContract extends MoneyStage {

  /** Reviewed every quarter from June, by the month before; between a fall of nothing and a rise of a tenth. */
  private static final ChargeRules INDEXED =
      ChargeRules.STANDARD.indexedBy(
          new Index(
              Map.of(YearMonth.of(2026, 2), new BigDecimal("100.0")), YearMonth.of(2026, 2),
              LocalDate.parse("2026-06-01"), 3, 1, 0, 1000));

  /** For subclasses. */
  protected PriceAmendmentsContract() {}

  private void sign(ChargeRules rules) {
    Tenant tenant = new Tenant(RenewalTown.LESSOR, new TenantId("t-A"), "韩梅梅", PartyKind.PERSON, null);
    town.kit
        .contracts()
        .sign(
            new SignContract(
                    "A", "garage", "U-A", Portion.WHOLE, tenant, null, null,
                    List.of(new Contact(Channel.SMS, "19900000001")), "steward-a", MARCH, LocalDate.parse("2026-12-01"),
                    RenewalTown.yuan("3000.00"), RenewalTown.yuan("0.00"), 1, "ACTUAL_MONTH", null, "steward-a",
                    "paper 1")
                .withRules(rules))
        .orElseThrow();
  }

  private static DateRange days(String from, String to) {
    return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static AmendContract.Basis from(String effective) {
    return new AmendContract.Basis("A", LocalDate.parse(effective), "steward-a", "agreed", "mail 7");
  }

  private static AmendContract prices(
      String effective, List<Step> steps, List<DateRange> free, List<Reduction> discounts) {
    return new AmendContract.PriceRules(from(effective), steps, free, discounts, "S-9");
  }

  private static AmendContract step(String effective, String day, long minor) {
    return prices(effective, List.of(new Step(LocalDate.parse(day), minor)), List.of(), List.of());
  }

  private static AmendContract figure(String effective, YearMonth month, String figure) {
    return new AmendContract.IndexFigures(from(effective), Map.of(month, new BigDecimal(figure)));
  }

  private Outcome<ContractHistory> amend(AmendContract command) {
    town.clock.set(town.clock.instant().plusSeconds(60));
    return town.kit.amendments().amend(command);
  }

  private int amended(AmendContract command) {
    return amend(command).orElseThrow().recorded().size();
  }

  private void withdraw(int number) {
    town.clock.set(town.clock.instant().plusSeconds(60));
    town.kit
        .amendments()
        .withdraw(new WithdrawAmendment("A", number, "steward-a", "an error", "mail 8"))
        .orElseThrow();
  }

  private Standing asOf(String day, Instant known) {
    return town.kit.amendments().asOf(A, LocalDate.parse(day), known).orElseThrow();
  }

  private String explained(ReceivableKey key, Locale locale) {
    return town.kit.billing().explain(key).orElseThrow().text(locale);
  }

  @Test
  void whatIsAgreedForDaysToComeIsBilledFromThen() {
    sign(ChargeRules.STANDARD);
    town.runOn("2026-03-01");
    amended(
        prices(
            "2026-03-20", List.of(new Step(LocalDate.parse("2026-05-01"), 3300_00)),
            List.of(days("2026-04-01", "2026-04-11")),
            List.of(new Reduction("LOYAL", days("2026-06-16", "2026-07-01"), 1000))));
    town.runOn("2026-07-01");
    // twenty of thirty days; half of June less a tenth: 1650.00 + 1485.00
    assertThat(town.months("A")).isEqualTo("3000.00 2000.00 3300.00 3135.00 3300.00");
    assertThat(town.adjustments()).isEmpty();
    assertThat(explained(rent(6, 0), Locale.ENGLISH))
        .contains("discount LOYAL: 10% off, 2026-06-16 to 2026-06-30")
        .contains("(PRICE_RULES): from 2026-03-20, agreement S-9");
    assertThat(explained(rent(4, 0), Locale.CHINESE)).contains("补充协议 S-9");
    amended(step("2026-08-01", "2026-10-01", 3400_00));
    town.runOn("2026-10-01");
    assertThat(explained(rent(9, 0), Locale.ENGLISH)).doesNotContain("from 2026-08-01");
    assertThat(explained(rent(10, 0), Locale.ENGLISH)).contains("(PRICE_RULES): from 2026-08-01");
  }

  @Test
  void whatIsLearntLateIsCreditedAndDebitedAndTakenBackAgain() {
    sign(ChargeRules.STANDARD);
    town.runOn("2026-06-01");
    assertThat(town.months("A")).isEqualTo("3000.00 3000.00 3000.00 3000.00");
    int number =
        amended(
            prices(
                "2026-04-01", List.of(new Step(LocalDate.parse("2026-05-01"), 3600_00)),
                List.of(days("2026-04-01", "2026-04-16")),
                List.of(new Reduction("LATE", days("2026-06-01", "2026-07-01"), 2500))));
    town.runOn("2026-06-02");
    // half of April; 600.00 more for May; of 3600.00 three quarters for June
    assertThat(town.months("A")).isEqualTo("3000.00 1500.00 3600.00 2700.00");
    assertThat(town.adjustments()).extracting(Adjustment::signedMinor).containsExactly(-1500_00L, 600_00L, -300_00L);
    assertThat(town.adjustments())
        .allSatisfy(each -> assertThat(each.cause().terms()).containsExactly("A/" + number));
    assertThat(explained(rent(4, 1), Locale.ENGLISH)).contains("(PRICE_RULES)");
    List<List<?>> settled = town.state();
    town.stores.receivables().schedule(RenewalTown.LESSOR, A, MARCH);
    town.runOn("2026-06-02");
    assertThat(town.state()).isEqualTo(settled);
    withdraw(number);
    town.runOn("2026-06-03");
    assertThat(town.months("A")).isEqualTo("3000.00 3000.00 3000.00 3000.00");
    assertThat(town.adjustments()).hasSize(6);
  }

  @Test
  void aStepTakesThePlaceOfTheAgreedOneOnItsDayAndAChangeOfRentHoldsAgainstBoth() {
    sign(ChargeRules.STANDARD.withSteps(new Step(LocalDate.parse("2026-05-01"), 3600_00)));
    int first = amended(step("2026-04-01", "2026-05-01", 3300_00));
    amended(step("2026-06-01", "2026-07-01", 3500_00));
    town.runOn("2026-07-01");
    assertThat(town.months("A")).isEqualTo("3000.00 3000.00 3300.00 3300.00 3500.00");
    amended(new AmendContract.RentChange(from("2026-07-01"), RenewalTown.yuan("3400.00"), "S-10"));
    town.runOn("2026-07-02");
    assertThat(town.months("A")).isEqualTo("3000.00 3000.00 3300.00 3300.00 3400.00");
    withdraw(first);
    town.runOn("2026-07-03");
    assertThat(town.months("A")).isEqualTo("3000.00 3000.00 3600.00 3600.00 3400.00");
  }

  @Test
  void theNextFigureOfTheIndexIsEnteredWhenItIsPublished() {
    sign(INDEXED);
    town.runOn("2026-06-01");
    assertThat(town.months("A")).isEqualTo("3000.00 3000.00 3000.00 3000.00");
    // published on June 10: the review of June 1 looks at it all the same
    town.clock.set(day("2026-06-10"));
    int may = amended(figure("2026-06-01", YearMonth.of(2026, 5), "102.5"));
    town.runOn("2026-06-11");
    assertThat(town.months("A")).isEqualTo("3000.00 3000.00 3000.00 3075.00");
    assertThat(explained(rent(6, 1), Locale.ENGLISH)).contains("(INDEX_FIGURES): from 2026-06-01, index 2026-05 = 102.5");
    assertThat(explained(rent(6, 1), Locale.CHINESE)).contains("指数 2026-05 = 102.5");
    amended(figure("2026-08-20", YearMonth.of(2026, 8), "123"));
    town.runOn("2026-09-01");
    // by a fifth, of which a tenth counts: 3075.00 * 1.1
    assertThat(town.months("A")).isEqualTo("3000.00 3000.00 3000.00 3075.00 3075.00 3075.00 3382.50");
    withdraw(may);
    town.runOn("2026-09-02");
    // September looks back to the month agreed upon: by 23 %, of which a tenth counts
    assertThat(town.months("A")).isEqualTo("3000.00 3000.00 3000.00 3000.00 3000.00 3000.00 3300.00");
  }

  @Test
  void aRevisedFigureHoldsForTheReviewsFromItsDayOn() {
    sign(INDEXED);
    amended(figure("2026-06-01", YearMonth.of(2026, 5), "104"));
    amended(figure("2026-07-10", YearMonth.of(2026, 5), "102"));
    amended(figure("2026-09-01", YearMonth.of(2026, 8), "105.06"));
    town.runOn("2026-09-01");
    // 3000.00 * 1.04, and from 102 to 105.06 by 3 %: 3120.00 * 1.03
    assertThat(town.months("A")).isEqualTo("3000.00 3000.00 3000.00 3120.00 3120.00 3120.00 3213.60");
  }

  @Test
  void bothAxesOfTimeTellTheRules() {
    sign(INDEXED);
    Instant before = town.clock.instant().plusSeconds(1);
    amended(step("2026-05-01", "2026-08-01", 3300_00));
    amended(figure("2026-06-10", YearMonth.of(2026, 5), "102.50"));
    Instant now = town.clock.instant().plusSeconds(60);
    assertThat(asOf("2026-07-01", before).rules()).isEqualTo(INDEXED);
    assertThat(asOf("2026-04-30", now).rules()).isEqualTo(INDEXED);
    ChargeRules may = INDEXED.withSteps(new Step(LocalDate.parse("2026-08-01"), 3300_00));
    assertThat(asOf("2026-06-09", now).rules()).isEqualTo(may);
    ChargeRules june = may.withFigures(Map.of(YearMonth.of(2026, 5), new BigDecimal("102.50")));
    assertThat(asOf("2026-06-10", now).rules()).isEqualTo(june);
    assertThat(town.kit.amendments().timeline(A, now).orElseThrow())
        .filteredOn(version -> version.changed().contains(Aspect.RULES))
        .extracting(Version::from)
        .containsExactly(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-06-10"));
    assertThat(town.contract("A").terms().rules()).isEqualTo(INDEXED);
    town.clock.set(day("2026-06-11"));
    town.kit.runDue();
    assertThat(town.contract("A").terms().rules()).isEqualTo(june);
  }

  @Test
  void daysThatALockSuspendsAndDaysThatAreFreeCountOnce() {
    sign(ChargeRules.STANDARD);
    town.runOn("2026-04-01");
    town.suspend("L", A, day("2026-04-06"), day("2026-04-21")).orElseThrow();
    amended(prices("2026-04-01", List.of(), List.of(days("2026-04-11", "2026-04-26")), List.of()));
    town.runOn("2026-04-02");
    // five days before, five after: a day is 100.00
    assertThat(town.months("A")).isEqualTo("3000.00 1000.00");
    town.release("L", day("2026-04-11")).orElseThrow();
    town.runOn("2026-04-03");
    assertThat(town.months("A")).isEqualTo("3000.00 1000.00");
    withdraw(1);
    town.runOn("2026-04-04");
    assertThat(town.months("A")).isEqualTo("3000.00 2500.00");
  }

  @Test
  void anOfferGoesOnByWhatWasAgreedAndPublished() {
    sign(INDEXED);
    amended(figure("2026-06-01", YearMonth.of(2026, 5), "105"));
    amended(step("2026-07-01", "2026-10-01", 3500_00));
    town.clock.set(RenewalTown.at("2026-11-10", "10:00"));
    town.kit.runDue();
    assertThat(town.town.renewal("A").offer().terms().monthlyRent()).isEqualTo(RenewalTown.yuan("3500.00"));
    Index index = Objects.requireNonNull(town.town.renewal("A").offer().terms().rules().index());
    assertThat(index.figures()).containsEntry(YearMonth.of(2026, 5), new BigDecimal("105"));
  }

  @Test
  void whatCannotBeAgreedIsRejectedAndChangesNothing() {
    sign(ChargeRules.STANDARD);
    LocalDate june = LocalDate.parse("2026-06-01");
    assertRule(
        amend(new AmendContract.PriceRules(from("2026-05-01"), List.of(new Step(june, 1)), List.of(), List.of(), null)),
        "PRICE_RULES_WITHOUT_AGREEMENT");
    assertRule(amend(prices("2026-05-01", List.of(), List.of(), List.of())), "NOTHING_TO_CHANGE");
    assertRule(amend(step("2026-06-02", "2026-06-01", 1)), "BEFORE_EFFECTIVE_DAY");
    assertRule(
        amend(prices("2026-06-02", List.of(), List.of(days("2026-06-01", "2026-07-01")), List.of())),
        "BEFORE_EFFECTIVE_DAY");
    assertRule(
        amend(prices("2026-05-01", List.of(new Step(june, 1), new Step(june, 2)), List.of(), List.of())),
        "TWO_STEPS_ON_A_DAY");
    assertRule(amend(step("2026-12-01", "2026-12-01", 1)), "OUTSIDE_TERM");
    assertRule(amend(figure("2026-06-01", YearMonth.of(2026, 5), "102.5")), "CONTRACT_NOT_INDEXED");
    assertRule(amend(figure("2026-06-01", YearMonth.of(2026, 5), "0")), "INVALID_COMMAND");
    assertThat(town.kit.amendments().history(A).orElseThrow().recorded()).isEmpty();
  }

  @Test
  void aFigureIsNamedAndTheTenantAgreesWithTheLessorFirst() {
    sign(INDEXED);
    assertRule(
        amend(new AmendContract.IndexFigures(from("2026-06-01"), Map.of())), "NOTHING_TO_CHANGE");
    assertRule(
        town.kit.as(new Actor.OfTenant(new TenantId("t-A"))).amendments().amend(step("2026-06-01", "2026-07-01", 1)),
        "ACTION_NOT_ALLOWED");
    assertRule(
        town.kit.as(new Actor.OfTenant(new TenantId("t-A"))).amendments()
            .amend(figure("2026-06-01", YearMonth.of(2026, 5), "50")),
        "ACTION_NOT_ALLOWED");
    assertThat(town.kit.amendments().history(new ContractNo("A")).orElseThrow().recorded()).isEmpty();
  }
}
