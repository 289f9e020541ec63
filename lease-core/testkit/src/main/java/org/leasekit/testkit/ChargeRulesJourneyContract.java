package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.leasekit.application.AmendContract;
import org.leasekit.application.BillingService;
import org.leasekit.application.SignContract;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Prorations;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules.Per;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeRules.Index;
import org.leasekit.contract.ChargeRules.Levy;
import org.leasekit.contract.ChargeRules.Reduction;
import org.leasekit.contract.ChargeRules.Step;
import org.leasekit.contract.ChargeRules.Stub;
import org.leasekit.contract.ChargeRules.Timing;
import org.leasekit.contract.ChargeRules.Unit;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Slot;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.ledger.AccountRole;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.renewal.Offer;

/**
 * Contracts that are charged by other rules than the standard ones, signed, amended, suspended, billed and renewed through
 * the front door. Every amount is worked out by hand.
 */
public abstract class ChargeRulesJourneyContract extends MoneyStage {
  private static final ContractNo WEEKLY = new ContractNo("W");

  /** Three days after each week, and 9 % on top. */
  private static final ChargeRules WEEKLY_IN_ARREARS =
      ChargeRules.STANDARD.every(1, Unit.WEEKS).due(Timing.ARREARS, 3).withTax(new Levy(900, false));

  /** From the 15th: a month free, dearer twice, a tenth off in August and September. */
  private static final ChargeRules FROM_THE_FIFTEENTH =
      ChargeRules.STANDARD
          .rollingOn(15, Stub.SHORT_FINAL)
          .withRentFree(days("2026-04-15", "2026-05-15"))
          .withSteps(
              new Step(LocalDate.parse("2026-07-15"), 3300_00), new Step(LocalDate.parse("2026-10-15"), 3900_00))
          .withDiscounts(new Reduction("LOYAL", days("2026-08-15", "2026-09-15"), 1000));

  /** For subclasses. */
  protected ChargeRulesJourneyContract() {}

  private static DateRange days(String from, String to) {
    return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
  }

  private void sign(String no, String endExclusive, String rent, int cycleMonths, ChargeRules rules) {
    sign(no, endExclusive, rent, cycleMonths, "ACTUAL_MONTH", rules).orElseThrow();
  }

  private Outcome<Contract> sign(
      String no, String endExclusive, String rent, int cycleMonths, String proration, ChargeRules rules) {
    Tenant tenant = new Tenant(RenewalTown.LESSOR, new TenantId("t-" + no), "韩梅梅", PartyKind.PERSON, null);
    return town.kit
        .contracts()
        .sign(
            new SignContract(
                    no, "garage", "U-" + no, Portion.WHOLE, tenant, null, null,
                    List.of(new Contact(Channel.SMS, "19900000001")), "steward-a", MARCH,
                    LocalDate.parse(endExclusive), RenewalTown.yuan(rent), RenewalTown.yuan("0.00"), cycleMonths,
                    proration, null, "steward-a", "paper 1")
                .withRules(rules));
  }

  private void rentChange(String no, String effective, String rent) {
    amend(new AmendContract.RentChange(basis(no, LocalDate.parse(effective)), RenewalTown.yuan(rent), "S-1"));
  }

  /** What is owed by first day of the period, such as {@code 03-01=763.00}. */
  private String owed(String no) {
    Map<LocalDate, Long> owed = new TreeMap<>();
    for (Receivable each : town.rents(no)) {
      owed.merge(
          each.key().period().start(), MinorUnits.of(each.amount()) - MinorUnits.of(each.credited()), Long::sum);
    }
    return owed.entrySet().stream()
        .map(
            each ->
                each.getKey().toString().substring(5) + "="
                    + MinorUnits.plain(MinorUnits.amount(each.getValue(), "CNY")))
        .collect(Collectors.joining(" "));
  }

  private String explained(ContractNo no, String from, String to) {
    return town.kit
        .billing()
        .explain(new ReceivableKey(no, ChargeCode.RENT, days(from, to), 0))
        .orElseThrow()
        .text(Locale.ENGLISH);
  }

  @Test
  void aWeekIsBilledWhenItIsOverWithItsTax() {
    sign("W", "2026-04-01", "3100.00", 1, WEEKLY_IN_ARREARS);
    town.runOn("2026-03-07");
    assertThat(town.rents("W")).isEmpty();
    BillingService.Preview preview =
        town.kit.billing().preview(WEEKLY, LocalDate.parse("2026-03-15")).orElseThrow();
    // a day is 100.00: 700.00 and 63.00 of tax
    assertThat(preview.receivables()).extracting(Receivable::amount)
        .containsExactly(RenewalTown.yuan("763.00"), RenewalTown.yuan("763.00"));
    town.runOn("2026-03-08");
    assertThat(owed("W")).isEqualTo("03-01=763.00");
    assertThat(town.rents("W")).extracting(Receivable::due).containsExactly(LocalDate.parse("2026-03-11"));
    assertThat(town.balance(AccountRole.TAX_PAYABLE)).isEqualTo(-63_00);
    assertThat(town.balance(AccountRole.REVENUE)).isEqualTo(-700_00);
    assertThat(explained(WEEKLY, "2026-03-01", "2026-03-08"))
        .contains("due 2026-03-11", "with 9% tax: 700.00 + 63.00 = 763.00 CNY");
  }

  @Test
  void aTaxedWeekIsSuspendedAndBecomesDearerInTheMiddleOfIt() {
    sign("W", "2026-04-01", "3100.00", 1, WEEKLY_IN_ARREARS);
    town.runOn("2026-03-08");
    town.suspend("EARLY", WEEKLY, march(11), march(13)).orElseThrow();
    town.runOn("2026-03-15");
    // five days of 100.00, and 45.00
    assertThat(owed("W")).isEqualTo("03-01=763.00 03-08=545.00");
    town.clock.set(march(18));
    rentChange("W", "2026-03-18", "3720.00");
    town.runOn("2026-03-22");
    // three days of 100.00 and four of 120.00: 780.00, and 70.20
    assertThat(owed("W")).isEqualTo("03-01=763.00 03-08=545.00 03-15=850.20");
    town.runOn("2026-04-01");
    // 840.00 and 75.60; of three days 360.00 and 32.40
    assertThat(owed("W")).isEqualTo("03-01=763.00 03-08=545.00 03-15=850.20 03-22=915.60 03-29=392.40");
    town.suspend("LATE", WEEKLY, march(3), march(5)).orElseThrow();
    town.runOn("2026-04-02");
    assertThat(owed("W")).isEqualTo("03-01=545.00 03-08=545.00 03-15=850.20 03-22=915.60 03-29=392.40");
    assertThat(town.adjustments()).extracting(Adjustment::signedMinor).containsExactly(-218_00L);
    // 45.00 + 45.00 + 70.20 + 75.60 + 32.40
    assertThat(town.balance(AccountRole.TAX_PAYABLE)).isEqualTo(-268_20);
    assertThat(town.balance(AccountRole.REVENUE)).isEqualTo(-2980_00);
    List<List<?>> before = town.state();
    town.stores.receivables().schedule(RenewalTown.LESSOR, WEEKLY, MARCH);
    town.runOn("2026-04-02");
    assertThat(town.state()).isEqualTo(before);
  }

  /** Nineteen days of March with its thirty-one, eleven of April with thirty and of July with thirty-one. */
  @Test
  void anotherEndMovesNoPeriodBehindIt() {
    ChargeRules stubFirst =
        new ChargeRules(
            Per.MONTH, null, Timing.ADVANCE, Stub.SHORT_INITIAL, null, 0, List.of(), List.of(), List.of(), Levy.NONE,
            null);
    sign("W", "2026-06-20", "1000.00", 1, stubFirst);
    sign("X", "2026-06-20", "1000.00", 1, stubFirst);
    town.runOn("2026-05-21");
    assertThat(owed("W")).isEqualTo("03-01=612.90 03-20=1000.00 04-20=1000.00 05-20=1000.00").isEqualTo(owed("X"));
    LocalDate left = LocalDate.parse("2026-05-01");
    amend(new AmendContract.EarlyTermination(basis("W", left), left, SubsAtEnd.REFUSE));
    amend(new AmendContract.Extension(basis("X", LocalDate.parse("2026-05-21")), LocalDate.parse("2026-07-31")));
    town.runOn("2026-08-01");
    assertThat(owed("W")).isEqualTo("03-01=612.90 03-20=1000.00 04-20=366.67 05-20=0.00");
    assertThat(owed("X"))
        .isEqualTo("03-01=612.90 03-20=1000.00 04-20=1000.00 05-20=1000.00 06-20=1000.00 07-20=354.84");
  }

  private void amend(AmendContract command) {
    town.kit.amendments().amend(command).orElseThrow();
  }

  private static AmendContract.Basis basis(String no, LocalDate effective) {
    return new AmendContract.Basis(no, effective, "steward-a", "agreed", "mail 7");
  }

  @Test
  void aTaxThatTheRentHoldsIsTakenOutOfIt() {
    sign("W", "2026-04-01", "3100.00", 1, ChargeRules.STANDARD.withTax(new Levy(900, true)));
    town.runOn("2026-03-01");
    // 3100.00 / 109 * 9 = 255.963
    assertThat(owed("W")).isEqualTo("03-01=3100.00");
    assertThat(town.balance(AccountRole.TAX_PAYABLE)).isEqualTo(-255_96);
    town.suspend("L", WEEKLY, march(11), march(21)).orElseThrow();
    town.runOn("2026-03-02");
    // 2100.00 / 109 * 9 = 173.394
    assertThat(town.balance(AccountRole.TAX_PAYABLE)).isEqualTo(-173_39);
  }

  @Test
  void quartersFromTheFifteenthWithAFreeMonthAStepAndADiscount() {
    sign("A", "2026-12-01", "3000.00", 3, FROM_THE_FIFTEENTH);
    town.runOn("2026-03-01");
    // 14 of the 31 days of March
    assertThat(owed("A")).isEqualTo("03-01=1354.84");
    town.runOn("2026-03-15");
    assertThat(owed("A")).isEqualTo("03-01=1354.84 03-15=6000.00");
    town.runOn("2026-06-15");
    // 3000.00 + 3300.00 + 3300.00 less a tenth
    assertThat(owed("A")).isEqualTo("03-01=1354.84 03-15=6000.00 06-15=9270.00");
    assertThat(explained(A, "2026-06-15", "2026-09-15"))
        .contains("discount LOYAL: 10% off, 2026-08-15 to 2026-09-14");
    town.suspend("L", A, day("2026-06-20"), day("2026-06-30")).orElseThrow();
    town.runOn("2026-06-16");
    // ten of thirty days at 100.00
    assertThat(owed("A")).isEqualTo("03-01=1354.84 03-15=6000.00 06-15=8270.00");
    town.runOn("2026-09-15");
    // 3300.00 + 3900.00 + 16 of the 30 days of November, 2080.00
    assertThat(owed("A")).isEqualTo("03-01=1354.84 03-15=6000.00 06-15=8270.00 09-15=9280.00");
    town.clock.set(day("2026-09-25"));
    rentChange("A", "2026-09-25", "3600.00");
    town.runOn("2026-09-25");
    // twenty of thirty days at 120.00 in place of 110.00; from October 15 it is what was agreed
    assertThat(owed("A")).isEqualTo("03-01=1354.84 03-15=6000.00 06-15=8270.00 09-15=9480.00");
    assertThat(town.contract("A").terms().rules()).isEqualTo(FROM_THE_FIFTEENTH);
  }

  @Test
  void aChangeBackToTheFirstRentHoldsAgainstAnEarlierStep() {
    sign("A", "2026-09-01", "3000.00", 1,
        ChargeRules.STANDARD.withSteps(new Step(LocalDate.parse("2026-04-01"), 3600_00)));
    rentChange("A", "2026-06-01", "3000.00");
    town.runOn("2026-07-01");
    assertThat(owed("A"))
        .isEqualTo("03-01=3000.00 04-01=3600.00 05-01=3600.00 06-01=3000.00 07-01=3000.00");
  }

  @Test
  void theRentFollowsTheIndexUpToItsCap() {
    Index index =
        new Index(
            Map.of(
                YearMonth.of(2026, 1), new BigDecimal("100.0"),
                YearMonth.of(2026, 3), new BigDecimal("102.5"),
                YearMonth.of(2026, 5), new BigDecimal("123.0")),
            YearMonth.of(2026, 1), LocalDate.parse("2026-05-01"), 2, 2, 0, 1000);
    sign("A", "2026-09-01", "3000.00", 1, ChargeRules.STANDARD.indexedBy(index));
    town.runOn("2026-07-01");
    // in May by 2.5 %; in July by 20 %, of which 10 % count: 3075.00 * 1.1
    assertThat(owed("A"))
        .isEqualTo("03-01=3000.00 04-01=3000.00 05-01=3075.00 06-01=3075.00 07-01=3382.50");
    assertThat(explained("2026-04-01", Locale.ENGLISH)).doesNotContain("rate from");
    assertThat(explained("2026-06-01", Locale.ENGLISH))
        .contains("rate from 2026-05-01: by the index of 2026-03 to that of 2026-01, 3000.00 × 102.5/100.0 = 3075.00");
    assertThat(explained("2026-07-01", Locale.ENGLISH))
        .contains(
            "rate from 2026-07-01: by the index of 2026-05 to that of 2026-03,"
                + " 3075.00 × 123.0/102.5, but at most 10% more = 3382.50")
        .doesNotContain("2026-05-01:");
    assertThat(explained("2026-07-01", Locale.CHINA))
        .contains("自 2026-07-01 起的费率：按指数（2026-05 对 2026-03）3075.00 × 123.0/102.5（上限 10%） = 3382.50");
  }

  private String explained(String from, Locale locale) {
    LocalDate start = LocalDate.parse(from);
    DateRange month = DateRange.of(start, start.plusMonths(1));
    ReceivableKey key = new ReceivableKey(new ContractNo("A"), ChargeCode.RENT, month, 0);
    return town.kit.billing().explain(key).orElseThrow().text(locale);
  }

  @Test
  void anOfferGoesOnByTheRulesFromTheLastRentAndTheSuccessorIsBilledByThem() {
    sign("A", "2026-12-01", "3000.00", 3, FROM_THE_FIFTEENTH);
    town.clock.set(RenewalTown.at("2026-11-10", "10:00"));
    town.kit.runDue();
    Offer offer = town.town.renewal("A").offer();
    assertThat(offer.terms().monthlyRent()).isEqualTo(RenewalTown.yuan("3900.00"));
    assertThat(offer.terms().rules()).isEqualTo(ChargeRules.STANDARD.rollingOn(15, Stub.SHORT_FINAL));
    // 14 of the 31 days of December
    assertThat(offer.firstRent()).isEqualTo(RenewalTown.yuan("1761.29"));
    town.town.sign("A", "signature").orElseThrow();
    town.town.payRenewal("A", "P-renewal", "1761.29").orElseThrow();
    town.runOn("2026-12-01");
    ContractNo successor = town.contract("A").successor().orElseThrow();
    assertThat(town.contract(successor.value()).terms().rules()).isEqualTo(offer.terms().rules());
    assertThat(owed(successor.value())).isEqualTo("12-01=1761.29");
  }

  @Test
  void nothingIsAskedInAdvanceForARenewalInArrears() {
    sign("W", "2026-06-01", "3100.00", 1, WEEKLY_IN_ARREARS);
    town.clock.set(RenewalTown.at("2026-05-10", "10:00"));
    town.kit.runDue();
    assertThat(town.town.renewal("W").offer().firstPayment()).isEqualTo(RenewalTown.yuan("0.00"));
    town.town.sign("W", "signature").orElseThrow();
    town.runOn("2026-06-08");
    ContractNo successor = town.contract("W").successor().orElseThrow();
    // a day of June is 103.33: 723.33 for seven, and 65.10
    assertThat(owed(successor.value())).isEqualTo("06-01=788.43");
  }

  @Test
  void aConventionThatThereIsNotIsRefusedAtSigning() {
    List<String> known = Prorations.codes();
    for (String unknown : List.of("30/360", "actual_month", "NONE")) {
      Rejection refused =
          sign("A", "2026-09-01", "3100.00", 1, unknown, ChargeRules.STANDARD).rejection();
      assertThat(refused.rule()).isEqualTo("UNKNOWN_PRORATION");
      assertThat(refused.field()).isEqualTo("proration");
      assertThat(refused.message(Locale.ENGLISH)).contains(unknown).contains(known);
    }
    for (String code : known) {
      String no = "A-" + code;
      sign(no, "2026-03-16", "3100.00", 1, code, ChargeRules.STANDARD).orElseThrow();
      town.runOn("2026-03-01");
      assertThat(owed(no)).startsWith("03-01=").isNotEqualTo("03-01=0.00");
    }
  }

  @Test
  void aSplitAtTheFirstRentDoesNotTakeAStepBackWithoutAnAgreement() {
    sign("A", "2026-09-01", "1000.00", 1,
        ChargeRules.STANDARD.withSteps(new Step(LocalDate.parse("2026-04-01"), 1200_00)));
    town.runOn("2026-04-02");
    assertThat(town.kit.amendments().amend(split("2026-05-01", "")).rejection().rule())
        .isEqualTo("RENT_CHANGE_WITHOUT_AGREEMENT");
    town.runOn("2026-05-01");
    assertThat(owed("A")).isEqualTo("03-01=1000.00 04-01=1200.00 05-01=1200.00");
    // before the step it is the rent in force
    assertThat(town.kit.amendments().amend(split("2026-03-20", "")).isAccepted()).isTrue();
    assertThat(town.kit.amendments().amend(merge("2026-06-01", "")).rejection().rule())
        .isEqualTo("RENT_CHANGE_WITHOUT_AGREEMENT");
    assertThat(town.kit.amendments().amend(merge("2026-06-01", "S-3")).isAccepted()).isTrue();
  }

  @Test
  void norDoesItTakeBackAStepThatWasAgreedSinceForADayToCome() {
    sign("A", "2026-09-01", "1000.00", 1, ChargeRules.STANDARD);
    town.runOn("2026-03-05");
    Step april = new Step(LocalDate.parse("2026-04-01"), 1200_00);
    town.kit
        .amendments()
        .amend(
            new AmendContract.PriceRules(
                AmendmentJourney.basis("A", "2026-04-01"), List.of(april), List.of(), List.of(), "S-1"))
        .orElseThrow();
    assertThat(town.kit.amendments().amend(split("2026-05-01", "")).rejection().rule())
        .isEqualTo("RENT_CHANGE_WITHOUT_AGREEMENT");
    town.runOn("2026-05-01");
    assertThat(owed("A")).isEqualTo("03-01=1000.00 04-01=1200.00 05-01=1200.00");
  }

  private static AmendContract.Split split(String effective, String agreement) {
    return new AmendContract.Split(
        AmendmentJourney.basis("A", effective), Portion.of(Slot.DAY), Portion.of(Slot.NIGHT),
        RenewalTown.yuan("1000.00"), agreement,
        new AmendContract.OtherHalf(
            "A-N", "t-A", null, null, List.of(), RenewalTown.yuan("400.00"), RenewalTown.yuan("0.00"), null));
  }

  private static AmendContract.MergeBack merge(String effective, String agreement) {
    return new AmendContract.MergeBack(
        AmendmentJourney.basis("A", effective), "A-N", RenewalTown.yuan("1000.00"), agreement);
  }
}
