package org.leasekit.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.Estimate;
import org.leasekit.intent.IntentModels;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.renewal.OfferLimits.Breach;

class OfferRulesTest {
  private static final LocalDate END = LocalDate.of(2026, 4, 1);
  private static final Instant NOW = Instant.parse("2026-02-20T00:00:00Z");
  private static final Estimate SURE = new Estimate(0.9, 0.8, 0.95);

  private static Contract contract(long rentMinor, String currency, String unit) {
    return new Contract(
        new LessorId("lessor"),
        new ContractNo("A"),
        false,
        "north",
        new UnitRef("north", unit),
        Slot.ALL,
        new TenantId("tenant"),
        null,
        List.of(),
        null,
        DateRange.of(END.minusYears(1), END),
        new ChargeTerms(
            MinorUnits.amount(rentMinor, currency), MinorUnits.amount(rentMinor, currency), 1, "ACTUAL_MONTH"),
        ContractStatus.ACTIVE,
        Links.NONE,
        1);
  }

  private static String priced(PricingStrategy rule, long rentMinor, String currency) {
    return MinorUnits.plain(rule.price(contract(rentMinor, currency, "B1-7"), END).monthlyRent());
  }

  @ParameterizedTest
  @CsvSource({
    "100000, CNY,  300, 1030.00",
    "100000, CNY, -250, 975.00",
    "99999,  CNY,  333, 1033.29",
    // half a fen up
    "50,     CNY,  100, 0.51",
    "1234,   JPY,  300, 1271",
    "1234567,KWD,  1,   1234.690",
    "0,      CNY,  900, 0.00",
  })
  void aFixedChangeIsRoundedHalfUpOnce(long rent, String currency, int basisPoints, String expected) {
    assertThat(priced(PricingStrategies.changed(basisPoints), rent, currency)).isEqualTo(expected);
  }

  @Test
  void anIndexMovesTheRentAsTheSeriesMoved() {
    Map<YearMonth, BigDecimal> series =
        Map.of(
            YearMonth.of(2025, 2), new BigDecimal("101.3"), YearMonth.of(2026, 2), new BigDecimal("103.9"));
    PricingStrategy rule = PricingStrategies.indexed("CPI", series, 2);
    // 1000.00 * 103.9 / 101.3 = 1025.666...
    assertThat(priced(rule, 100_000, "CNY")).isEqualTo("1025.67");
    assertThat(rule.explain(contract(100_000, "CNY", "B1"), END)).isEqualTo("INDEX(CPI):103.9/101.3=1025.67");
    PricingStrategy unpublished = PricingStrategies.indexed("CPI", series, 1);
    assertThat(priced(unpublished, 100_000, "CNY")).isEqualTo("1000.00");
    assertThat(unpublished.explain(contract(1, "CNY", "B1"), END)).isEqualTo("INDEX(CPI):unpublished");
  }

  @Test
  void theMarketTableTakesTheClosestRow() {
    MonetaryAmount any = MinorUnits.amount(1, "CNY");
    MarketTable table =
        new MarketTable(
            List.of(
                new MarketTable.Row(null, "", END.minusYears(3), any.multiply(10)),
                new MarketTable.Row("north", "", END.minusYears(1), any.multiply(20)),
                new MarketTable.Row("north", "", END, any.multiply(30)),
                new MarketTable.Row("north", "", END.plusDays(1), any.multiply(99)),
                new MarketTable.Row("north", "B1", END.minusYears(2), any.multiply(40)),
                new MarketTable.Row("south", "B1", END, any.multiply(98)),
                new MarketTable.Row("north", "B1", END, MinorUnits.amount(97, "USD"))));
    PricingStrategy rule = PricingStrategies.market(table);
    assertThat(priced(rule, 500, "CNY")).isEqualTo("0.40");
    assertThat(MinorUnits.plain(rule.price(contract(500, "CNY", "C2"), END).monthlyRent())).isEqualTo("0.30");
    assertThat(priced(rule, 500, "JPY")).isEqualTo("500");
    assertThat(rule.explain(contract(500, "JPY", "C2"), END)).isEqualTo("MARKET:no-row");
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, 1, 1, 1000.01, 2027-04-01=1000.01",
    "NIGHT, 1, 1, 500.01, 2027-04-01=1000.01*1/2=500.01",
    "ALL, 1, 3, 333.34, 2027-04-01=1000.01*1/3=333.34",
    "DAY, 2, 5, 200.00, 2027-04-01=1000.01*1/5=200.00"
  })
  void theMarketsRentIsThatOfAWholeUnit(
      Slot slot, int above, int below, String rent, String explained) {
    LocalDate day = LocalDate.of(2027, 4, 1);
    MarketTable table =
        new MarketTable(
            List.of(new MarketTable.Row(null, "", day, MinorUnits.amount(100_001, "CNY"))));
    PricingStrategy rule = PricingStrategies.market(table);
    Contract part =
        withPortion(contract(500, "CNY", "B1"), new Portion(slot, Week.ALL, Share.of(above, below)));
    assertThat(MinorUnits.plain(rule.price(part, day).monthlyRent())).isEqualTo(rent);
    assertThat(rule.explain(part, day)).isEqualTo("MARKET:" + explained);
  }

  private static Contract withPortion(Contract whole, Portion portion) {
    return new Contract(
        whole.lessor(), whole.no(), whole.master(), whole.project(), whole.unit(), portion,
        whole.tenant(), whole.occupant(), whole.contacts(), whole.steward(), whole.term(),
        whole.terminatesOn(), whole.terms(), whole.status(), whole.links(), whole.version());
  }

  @Test
  void rulesAreComposedHeldAndExplained() {
    PricingStrategy rule =
        PricingStrategies.bounded(
            PricingStrategies.composed(
                List.of(PricingStrategies.changed(500), PricingStrategies.changed(500))),
            0,
            800);
    assertThat(priced(rule, 100_000, "CNY")).isEqualTo("1080.00");
    assertThat(rule.explain(contract(100_000, "CNY", "B1"), END))
        .isEqualTo("CHANGED(+5%)=1050.00;CHANGED(+5%)=1102.50;CAP+8%=1080.00");
    assertThat(rule.code()).isEqualTo("BOUNDED(CHANGED(+5%);CHANGED(+5%),+0%,+8%)");
    ChargeTerms terms =
        PricingStrategies.withDeposit(rule, 2).price(contract(100_000, "CNY", "B1"), END);
    assertThat(MinorUnits.plain(terms.deposit())).isEqualTo("2160.00");
    assertThatIllegalArgumentException().isThrownBy(() -> PricingStrategies.bounded(rule, 5, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> PricingStrategies.changed(-10_000));
    assertThatIllegalArgumentException().isThrownBy(() -> PricingStrategies.composed(List.of()));
  }

  @Property
  void aBoundedRentNeverLeavesItsBounds(
      @ForAll @LongRange(max = 10_000_000_00L) long rent,
      @ForAll @IntRange(min = -9_000, max = 20_000) int change,
      @ForAll @IntRange(min = -2_000, max = 0) int floor,
      @ForAll @IntRange(max = 2_000) int cap) {
    Contract contract = contract(rent, "CNY", "B1");
    long held =
        MinorUnits.of(
            PricingStrategies.bounded(PricingStrategies.changed(change), floor, cap)
                .price(contract, END)
                .monthlyRent());
    assertThat(held).isBetween((long) Math.floor(rent * (1 + floor / 1e4) - 1), (long) Math.ceil(rent * (1 + cap / 1e4) + 1));
    if (change >= floor && change <= cap) {
      assertThat(held)
          .isEqualTo(MinorUnits.of(PricingStrategies.changed(change).price(contract, END).monthlyRent()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1100.00, 1000, ''",
    "1100.01, 1000, RENT_RISE",
    "900.00,  1000, ''",
    "899.99,  0,    RENT_FALL",
    "1000.00, 1001, DISCOUNT",
    "1200.00, 2000, RENT_RISE DISCOUNT",
  })
  void limitsAreAllowedAndWhatIsBeyondThemIsNamed(String rent, int discount, String breaches) {
    MonetaryAmount list = MinorUnits.amount(new BigDecimal(rent).movePointRight(2).longValueExact(), "CNY");
    assertThat(OfferLimits.STANDARD.breaches(MinorUnits.amount(100_000, "CNY"), list, discount))
        .extracting(Breach::name)
        .containsExactly(breaches.isEmpty() ? new String[0] : breaches.split(" "));
  }

  @Test
  void discountsAddUpAndAreTakenOffTheListPriceOnce() {
    OfferPolicy policy =
        new OfferPolicy(
            OfferLimits.STANDARD,
            IntentModels.UNKNOWN,
            new EarlyBird(0.5, 7, 0, 333, 5, 1),
            new OfferPolicy.PersonalCode(250, 10, "sixteen characters"));
    Contract contract = contract(99_999, "CNY", "B1");
    Proposal draft =
        ProposalSteps.draft(contract, PricingStrategies.UNCHANGED, policy, SURE, NOW);
    Proposal open = ProposalSteps.open(draft, policy, NOW.plusSeconds(60));
    assertThat(MinorUnits.plain(open.price().now())).isEqualTo("966.69");
    Proposal redeemed = ProposalSteps.redeemed(open.withCode("CODE-1", 250));
    // 999.99 less 5.83 percent, not 966.69 less 2.5 percent
    assertThat(MinorUnits.plain(redeemed.price().now())).isEqualTo("941.69");
    Proposal late = ProposalSteps.late(redeemed);
    assertThat(MinorUnits.plain(late.price().now())).isEqualTo("974.99");
    assertThat(late.price().list()).isEqualTo(draft.price().list());
  }

  @Test
  void nobodyApprovesTheirOwnAndWhatIsDecidedIsDecided() {
    Contract contract = contract(100_000, "CNY", "B1");
    Proposal draft =
        ProposalSteps.draft(contract, PricingStrategies.changed(1500), OfferPolicy.STANDARD, SURE, NOW);
    assertThat(draft.isCleared()).isFalse();
    StaffId boss = new StaffId("boss");
    Proposal approved = ProposalSteps.approve(draft, boss, NOW).orElseThrow();
    assertThat(approved.isCleared()).isTrue();
    assertThat(rule(ProposalSteps.refuse(approved, boss, NOW))).isEqualTo("NOTHING_TO_DECIDE");
    Proposal mine =
        ProposalSteps.revise(draft, MinorUnits.amount(120_000, "CNY"), OfferPolicy.STANDARD, boss);
    assertThat(rule(ProposalSteps.approve(mine, boss, NOW))).isEqualTo("OWN_PROPOSAL");
    assertThat(ProposalSteps.approve(mine, new StaffId("other"), NOW).orElseThrow().isCleared()).isTrue();
    Proposal within =
        ProposalSteps.revise(draft, MinorUnits.amount(100_001, "CNY"), OfferPolicy.STANDARD, boss);
    assertThat(within.approval().state()).isEqualTo(Proposal.ApprovalState.NOT_NEEDED);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Proposal.Approval(
                    Proposal.ApprovalState.APPROVED, List.of(), boss, boss, NOW));
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.rejection().rule();
  }

  @Test
  void anOfferTopsTheDepositUpOrPaysItBackNeverBoth() {
    Contract contract = contract(100_000, "CNY", "B1");
    for (int rents = 0; rents <= 3; rents++) {
      Offer offer =
          Offers.offer(
              contract,
              PricingStrategies.withDeposit(PricingStrategies.UNCHANGED, rents),
              BusinessCalendar.everyDay());
      assertThat(MinorUnits.of(offer.depositTopUp()) - MinorUnits.of(offer.depositRefund()))
          .isEqualTo((rents - 1) * 100_000L);
      assertThat(offer.depositTopUp().isZero() || offer.depositRefund().isZero()).isTrue();
    }
  }
}
