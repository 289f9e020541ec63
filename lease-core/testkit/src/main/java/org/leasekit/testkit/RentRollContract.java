package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;
import org.leasekit.application.AmendContract;
import org.leasekit.application.SignContract;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Receivable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeRules.Index;
import org.leasekit.contract.ChargeRules.Levy;
import org.leasekit.contract.ChargeRules.Per;
import org.leasekit.contract.ChargeRules.Reduction;
import org.leasekit.contract.ChargeRules.Step;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.money.MinorUnits;
import org.leasekit.occupancy.RentRoll;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;

/**
 * The rent roll of a portfolio of contracts charged by every kind of rule, amended, suspended and moved: on each day it is what
 * the ledger charges, or would charge, for a whole month like that day; by project, by tenant, and worked out by hand.
 */
public abstract class RentRollContract extends MoneyStage {
  private static final YearMonth FIRST = YearMonth.of(2026, 3);
  private static final YearMonth LAST = YearMonth.of(2027, 2);
  private static final LocalDate END = LocalDate.of(2027, 3, 1);

  private final List<Contract> signed = new ArrayList<>();

  /** For subclasses. */
  protected RentRollContract() {}

  private static DateRange days(String from, String to) {
    return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
  }

  private void sign(String no, String project, String tenant, String rent, ChargeRules rules) {
    Tenant person = new Tenant(RenewalTown.LESSOR, new TenantId(tenant), "韩梅梅", PartyKind.PERSON, null);
    signed.add(
        town.kit
            .contracts()
            .sign(
                new SignContract(
                        no, project, "U-" + no, Portion.WHOLE, person, null, null, List.of(), "steward-a", MARCH, END,
                        RenewalTown.yuan(rent), RenewalTown.yuan("0.00"), 1, "ACTUAL_MONTH", null, "steward-a", "paper 1")
                    .withRules(rules))
            .orElseThrow());
  }

  private void amend(AmendContract command) {
    town.kit.amendments().amend(command).orElseThrow();
  }

  private static AmendContract.Basis from(String no, String effective) {
    return new AmendContract.Basis(no, LocalDate.parse(effective), "steward-a", "agreed", "mail 7");
  }

  /** Two projects, three tenants, a contract for each kind of rule. */
  private void signAll() {
    sign("STEP", "garage", "t1", "3000.00", ChargeRules.STANDARD.withSteps(new Step(LocalDate.parse("2026-05-01"), 3300_00)));
    sign(
        "INDEX", "garage", "t1", "2000.00",
        ChargeRules.STANDARD.indexedBy(
            new Index(
                Map.of(
                    YearMonth.of(2026, 3), new BigDecimal("100"),
                    YearMonth.of(2026, 4), new BigDecimal("98"),
                    YearMonth.of(2026, 6), new BigDecimal("127.4")),
                YearMonth.of(2026, 3), LocalDate.parse("2026-05-01"), 2, 1, 0, 1000)));
    sign(
        "DISCOUNT", "hall", "t2", "1000.00",
        ChargeRules.STANDARD
            .withDiscounts(new Reduction("THIRD", days("2026-04-01", "2026-06-01"), 3333))
            .withTax(new Levy(900, false)));
    sign(
        "FREE", "hall", "t2", "1500.00",
        ChargeRules.STANDARD.withRentFree(days("2026-04-01", "2026-05-01")).withTax(new Levy(600, true)));
    sign("CHANGE", "garage", "t3", "800.00", ChargeRules.STANDARD);
    sign("WEEK", "hall", "t3", "700.00", ChargeRules.STANDARD.pricedPer(Per.WEEK));
    sign("DAY", "hall", "t1", "33.33", ChargeRules.STANDARD.pricedPer(Per.DAY).withTax(new Levy(900, false)));
  }

  private void amendAll() {
    amend(new AmendContract.RentChange(from("CHANGE", "2026-06-01"), RenewalTown.yuan("900.00"), "S-1"));
    amend(new AmendContract.UnitSwap(from("STEP", "2026-07-01"), "garage", "other"));
    amend(
        new AmendContract.PriceRules(
            from("WEEK", "2026-07-01"), List.of(new Step(LocalDate.parse("2026-08-01"), 770_00)),
            List.of(days("2026-10-01", "2026-11-01")),
            List.of(new Reduction("LOYAL", days("2026-11-01", "2027-01-01"), 1000)), "S-2"));
    amend(
        new AmendContract.IndexFigures(
            from("INDEX", "2026-09-01"), Map.of(YearMonth.of(2026, 8), new BigDecimal("130.000"))));
    town.suspend("L-1", new ContractNo("DAY"), day("2026-09-01"), day("2026-10-01")).orElseThrow();
    town.let(
        "MASTER",
        lease -> {
          lease.master = true;
          lease.rent = "0.00";
          lease.lastDay = END.minusDays(1).toString();
        });
    town.kit.hierarchy().putBelow(FamilyTown.below("CHANGE", "MASTER")).orElseThrow();
  }

  private RentRoll roll(LocalDate on, Instant known) {
    return town.kit.occupancy().rentRoll(on, known).orElseThrow();
  }

  private static String lines(RentRoll roll) {
    return roll.lines().stream()
        .map(line -> line.standing().contract() + "=" + MinorUnits.plain(line.monthlyRent()))
        .collect(Collectors.joining(" "));
  }

  /** In minor units. */
  private static <K> Map<String, Long> minor(Map<K, ? extends Map<String, MonetaryAmount>> totals) {
    Map<String, Long> minor = new TreeMap<>();
    totals.forEach((key, sums) -> sums.values().forEach(sum -> minor.put(key.toString(), MinorUnits.of(sum))));
    return minor;
  }

  /** What some receivables add up to by a property of their contract; every contract counts, if with nothing. */
  private Map<String, Long> sums(List<Receivable> receivables, YearMonth month, Function<Contract, String> by) {
    Map<ContractNo, String> keys = signed.stream().collect(Collectors.toMap(Contract::no, by));
    Map<String, Long> sums = new TreeMap<>();
    keys.values().forEach(key -> sums.put(key, 0L));
    for (Receivable each : receivables) {
      if (each.key().charge().equals(ChargeCode.RENT) && YearMonth.from(each.key().period().start()).equals(month)) {
        sums.merge(
            keys.get(each.key().contract()), MinorUnits.of(each.amount()) - MinorUnits.of(each.credited()), Long::sum);
      }
    }
    return sums;
  }

  private void assertSame(RentRoll roll, List<Receivable> receivables, YearMonth month) {
    assertThat(minor(roll.byProject())).as("%s", month).isEqualTo(sums(receivables, month, Contract::project));
    assertThat(minor(roll.byTenant()))
        .as("%s", month)
        .isEqualTo(sums(receivables, month, contract -> contract.tenant().value()));
  }

  @Test
  void theTotalsAreWhatTheReceivablesOfTheMonthAddUpTo() {
    signAll();
    amendAll();
    for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
      town.runOn(month.atDay(1).toString());
      List<Receivable> raised = Everything.all(town.stores.records()::receivables, RenewalTown.LESSOR);
      assertSame(roll(month.atDay(1), town.clock.instant()), raised, month);
      assertSame(roll(month.atEndOfMonth(), town.clock.instant()), raised, month);
    }
  }

  @Test
  void theTotalsOfMonthsToComeAreWhatTheirPreviewAddsUpTo() {
    signAll();
    amendAll();
    Instant known = town.clock.instant().plusSeconds(60);
    town.clock.set(known);
    List<Receivable> expected = new ArrayList<>();
    signed.forEach(
        contract ->
            expected.addAll(town.kit.billing().preview(contract.no(), END).orElseThrow().receivables()));
    for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
      assertSame(roll(month.atDay(17), known), expected, month);
    }
  }

  @Test
  void eachMonthIsAsWorkedOutByHand() {
    signAll();
    amendAll();
    Instant known = town.clock.instant().plusSeconds(60);
    // the tax of 9 % comes on top: 1000.00 + 90.00; of 31 days 1033.23 + 92.99; a week of 700.00 is 100.00 a day
    assertThat(lines(roll(LocalDate.parse("2026-03-31"), known)))
        .isEqualTo("CHANGE=800.00 INDEX=2000.00 STEP=3000.00 DAY=1126.22 DISCOUNT=1090.00 FREE=1500.00 WEEK=3100.00");
    // 666.70 + 60.00; 999.90 + 89.99
    assertThat(lines(roll(LocalDate.parse("2026-04-01"), known)))
        .isEqualTo("CHANGE=800.00 INDEX=2000.00 STEP=3000.00 DAY=1089.89 DISCOUNT=726.70 FREE=0.00 WEEK=3000.00");
    // two percent less counts as nothing
    assertThat(lines(roll(LocalDate.parse("2026-05-01"), known)))
        .isEqualTo("CHANGE=800.00 INDEX=2000.00 STEP=3300.00 DAY=1126.22 DISCOUNT=726.70 FREE=1500.00 WEEK=3100.00");
    // thirty percent more count as ten
    assertThat(lines(roll(LocalDate.parse("2026-07-15"), known)))
        .isEqualTo("CHANGE=900.00 INDEX=2200.00 STEP=3300.00 DAY=1126.22 DISCOUNT=1090.00 FREE=1500.00 WEEK=3100.00");
    // 2200.00 / 127.4 * 130.0 = 2244.898; 770.00 / 7 * 30
    assertThat(lines(roll(LocalDate.parse("2026-09-30"), known)))
        .isEqualTo("CHANGE=900.00 INDEX=2244.90 STEP=3300.00 DAY=0.00 DISCOUNT=1090.00 FREE=1500.00 WEEK=3300.00");
    assertThat(lines(roll(LocalDate.parse("2026-10-01"), known))).endsWith("WEEK=0.00");
    // 3300.00 less a tenth
    assertThat(lines(roll(LocalDate.parse("2026-11-01"), known))).endsWith("WEEK=2970.00");
    assertThat(roll(END, known).lines()).isEmpty();
  }

  @Test
  void aLineTellsWhatWasAgreedAndWhatOfItIsTax() {
    signAll();
    RentRoll april = roll(LocalDate.parse("2026-04-01"), town.clock.instant().plusSeconds(60));
    Map<String, String> lines =
        april.lines().stream()
            .collect(
                Collectors.toMap(
                    line -> line.standing().contract().value(),
                    line -> MinorUnits.plain(line.rent().agreed()) + " " + MinorUnits.plain(line.rent().tax())));
    // 1500.00 / 106 * 6 when it is owed
    assertThat(lines)
        .containsEntry("DISCOUNT", "1000.00 60.00")
        .containsEntry("FREE", "1500.00 0.00")
        .containsEntry("DAY", "999.90 89.99")
        .containsEntry("WEEK", "3000.00 0.00");
    RentRoll may = roll(LocalDate.parse("2026-05-01"), town.clock.instant().plusSeconds(60));
    assertThat(may.lines())
        .filteredOn(line -> line.standing().contract().value().equals("FREE"))
        .extracting(line -> MinorUnits.plain(line.rent().tax()))
        .containsExactly("84.91");
  }

  @Test
  void whatIsLearntLaterChangesNoAnswerOfBefore() {
    signAll();
    Instant before = town.clock.instant().plusSeconds(60);
    town.clock.set(before.plusSeconds(60));
    String september = lines(roll(LocalDate.parse("2026-09-01"), before));
    amendAll();
    assertThat(lines(roll(LocalDate.parse("2026-09-01"), before))).isEqualTo(september);
    assertThat(september)
        .isEqualTo("CHANGE=800.00 INDEX=2200.00 STEP=3300.00 DAY=1089.89 DISCOUNT=1090.00 FREE=1500.00 WEEK=3000.00");
  }
}
