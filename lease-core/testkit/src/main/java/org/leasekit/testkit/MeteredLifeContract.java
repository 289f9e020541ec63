package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Change;
import org.leasekit.application.AgreeMeteredCharge;
import org.leasekit.application.ContractFile;
import org.leasekit.application.EndMeteredCharge;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.Tax;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;

/**
 * How long a contract pays for what a meter counts, through the front door on an adapter's stores: up to its end, however that
 * comes about, and on with its successor. Each unit of the meter is one of the currency, and is billed once.
 */
public abstract class MeteredLifeContract extends MoneyStage {

  /** For subclasses. */
  protected MeteredLifeContract() {}

  private static AgreeMeteredCharge power(String no, String charge, @Nullable DateRange days) {
    return new AgreeMeteredCharge(no, charge, "M-7", days, "kWh", BigDecimal.ONE, 5, Tax.NONE);
  }

  private static DateRange days(String from, String to) {
    return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
  }

  private void metered(String no) {
    town.kit.meters().agree(power(no, "POWER", null)).orElseThrow();
  }

  private void read(String on, String value) {
    town.read("R@" + on, on, MeterReading.Kind.ACTUAL, value).orElseThrow();
  }

  private void terminate(String effective) {
    town.kit.amendments().amend(AmendmentJourney.termination("A", effective, SubsAtEnd.REFUSE)).orElseThrow();
  }

  private Contract letAfterwards(String no, String start) {
    return town.let(no, lease -> lease.start = start);
  }

  /** What a contract was charged for the meter, corrections and all. */
  private String owed(String no) {
    long minor =
        town.town.receivables(no).stream()
            .filter(each -> each.key().charge().value().equals("POWER"))
            .mapToLong(each -> MinorUnits.of(each.amount()) - MinorUnits.of(each.credited()))
            .sum();
    return MinorUnits.plain(MinorUnits.amount(minor, "CNY"));
  }

  @Test
  void whoHasLeftEarlyPaysNothingOfWhatTheNextTenantUses() {
    town.let("A");
    metered("A");
    read("2026-03-01", "900");
    terminate("2026-04-01");
    read("2026-04-01", "1000");
    town.runOn("2026-04-01");
    letAfterwards("B", "2026-04-01");
    metered("B");
    read("2026-05-01", "1100");
    town.runOn("2026-05-01");
    assertThat(owed("A")).isEqualTo("100.00");
    assertThat(owed("B")).isEqualTo("100.00");
  }

  @Test
  void betweenReadingsWhatWasCountedIsSharedByDays() {
    town.let("A");
    metered("A");
    read("2026-03-01", "0");
    terminate("2026-03-11");
    town.clock.set(march(12));
    letAfterwards("B", "2026-03-11");
    metered("B");
    read("2026-03-31", "300");
    town.runOn("2026-04-01");
    assertThat(owed("A")).isEqualTo("100.00");
    assertThat(owed("B")).isEqualTo("200.00");
    town.read("R-late", "2026-03-11", MeterReading.Kind.ACTUAL, "250").orElseThrow();
    town.runOn("2026-04-02");
    assertThat(owed("A")).isEqualTo("250.00");
    assertThat(owed("B")).isEqualTo("50.00");
  }

  @Test
  void whatWasBilledBeyondAnEndThatIsLearntLateIsCredited() {
    town.let("A");
    metered("A");
    read("2026-03-01", "0");
    read("2026-03-31", "300");
    town.runOn("2026-03-31");
    assertThat(owed("A")).isEqualTo("300.00");
    terminate("2026-03-11");
    town.runOn("2026-04-01");
    assertThat(owed("A")).isEqualTo("100.00");
    assertThat(town.adjustments())
        .filteredOn(each -> each.key().charge().value().equals("POWER"))
        .singleElement()
        .satisfies(each -> assertThat(each.cause().toString()).contains("A/1"));
  }

  @Test
  void aRenewalGoesOnWithTheMeterFromOneTermToTheNext() {
    town.let("A");
    metered("A");
    read("2026-08-22", "1000");
    town.renew();
    String successor = town.contract("A").successor().map(ContractNo::value).orElseThrow();
    assertThat(town.contract(successor).term().start()).isEqualTo("2026-09-01");
    read("2026-09-11", "1200");
    read("2026-10-11", "1230");
    town.runOn("2026-10-11");
    assertThat(owed("A")).isEqualTo("100.00");
    assertThat(owed(successor)).isEqualTo("130.00");
  }

  @Test
  void anEstimateToBeginWithThatWasTooHighIsNoRollover() {
    town.let("A");
    metered("A");
    town.read("guess", "2026-03-01", MeterReading.Kind.ESTIMATE, "1000").orElseThrow();
    read("2026-04-01", "990");
    town.runOn("2026-04-01");
    assertThat(owed("A")).isEqualTo("0.00");
    read("2026-05-01", "995");
    town.runOn("2026-05-01");
    assertThat(owed("A")).isEqualTo("5.00");
  }

  @Test
  void codesOfOtherChargesAreNotForMeters() {
    town.let("A");
    for (String code : new String[] {"RENT", "DEPOSIT", "LATE_FEE", "LATE_FEE-M", "ADDON-lamp", "ONCE-DAMAGE"}) {
      assertRule(town.kit.meters().agree(power("A", code, null)), "CHARGE_RESERVED");
    }
  }

  @Test
  void aMeterCountsForOneContractAtATime() {
    town.let("A");
    town.let("B");
    town.kit.meters().agree(power("A", "POWER", days("2026-03-01", "2026-05-01"))).orElseThrow();
    assertRule(town.kit.meters().agree(power("B", "POWER", null)), "METER_TAKEN");
    assertRule(
        town.kit.meters().agree(power("B", "POWER", days("2026-04-30", "2026-06-01"))), "METER_TAKEN");
    town.kit.meters().agree(power("A", "GRID", days("2026-03-01", "2026-05-01"))).orElseThrow();
    town.kit.meters().agree(power("B", "POWER", days("2026-05-01", "2026-06-01"))).orElseThrow();
  }

  private Outcome<MeterEnd> end(String no, @Nullable String on, String reason) {
    return town.kit.meters()
        .end(
            new EndMeteredCharge(
                no, "POWER", on == null ? null : LocalDate.parse(on), "caretaker", reason, "minutes 7"));
  }

  @Test
  void aChargeIsEndedAtADayAndTheMeterIsFreeForAnother() {
    town.let("A");
    town.let("B");
    metered("A");
    read("2026-03-01", "0");
    read("2026-04-01", "310");
    town.runOn("2026-04-01");
    MeterEnd ended = end("A", "2026-03-11", "moved to another unit").orElseThrow();
    assertThat(ended.on() + " " + ended.proof().by() + " " + ended.number()).isEqualTo("2026-03-11 caretaker 1");
    assertThat(end("A", "2026-03-11", "moved to another unit").orElseThrow()).isEqualTo(ended);
    town.kit.meters().agree(power("B", "POWER", days("2026-03-11", "2026-09-01"))).orElseThrow();
    town.runOn("2026-04-02");
    assertThat(owed("A")).isEqualTo("100.00");
    assertThat(owed("B")).isEqualTo("210.00");
    assertThat(town.adjustments())
        .singleElement()
        .satisfies(each -> assertThat(each.cause().toString()).contains("end of meter M-7"));
    // nothing counts that would count for both
    assertRule(end("A", "2026-03-21", "moved later"), "METER_TAKEN");
    assertRule(end("A", null, "did not move"), "METER_TAKEN");
    end("B", "2026-03-11", "never moved in").orElseThrow();
    end("A", null, "did not move").orElseThrow();
    town.runOn("2026-04-03");
    assertThat(owed("A")).isEqualTo("310.00");
    assertThat(owed("B")).isEqualTo("0.00");
    assertThat(town.kit.contracts().file(A).orElseThrow().entries())
        .filteredOn(ContractFile.MeterEnded.class::isInstance)
        .hasSize(2);
  }

  @Test
  void whatCannotEndIsRefused() {
    town.let("A");
    assertRule(end("A", "2026-03-11", "moved"), "NO_METERED_CHARGE");
    assertRule(end("X", "2026-03-11", "moved"), "NO_SUCH_CONTRACT");
    metered("A");
    assertRule(end("A", "2026-02-28", "moved"), "METER_ENDS_OUTSIDE");
    assertRule(end("A", "2026-09-02", "moved"), "METER_ENDS_OUTSIDE");
    assertRule(end("A", "2026-03-11", " "), "INVALID_COMMAND");
    end("A", "2026-09-01", "not renewed").orElseThrow();
  }

  @Test
  void whatWasEndedIsNotRenewed() {
    town.let("A");
    metered("A");
    end("A", "2026-09-01", "the new tenant has a contract of his own").orElseThrow();
    town.renew();
    ContractNo successor = town.contract("A").successor().orElseThrow();
    assertThat(town.stores.meters().terms(RenewalTown.LESSOR, List.of(successor))).isEmpty();
  }

  @Test
  void whatIsAgreedOrEndedAfterTheRenewalReachesTheSuccessor() {
    town.let("A");
    town.renew();
    String successor = town.contract("A").successor().map(ContractNo::value).orElseThrow();
    metered("A");
    read("2026-08-31", "0");
    read("2026-10-01", "31");
    town.runOn("2026-10-01");
    assertThat(owed("A")).isEqualTo("1.00");
    assertThat(owed(successor)).isEqualTo("30.00");
    end("A", "2026-08-31", "moved").orElseThrow();
    town.runOn("2026-10-02");
    assertThat(owed("A")).isEqualTo("0.00");
    assertThat(owed(successor)).isEqualTo("0.00");
    end("A", null, "did not move").orElseThrow();
    town.runOn("2026-10-03");
    assertThat(owed("A")).isEqualTo("1.00");
    assertThat(owed(successor)).isEqualTo("30.00");
  }

  @Test
  void whatWasSharedAtAnEndGoesOnWhenTheTermIsExtendedAfterAll() {
    town.let("A");
    metered("A");
    read("2026-08-22", "0");
    read("2026-09-11", "20");
    town.runOn("2026-09-11");
    assertThat(owed("A")).isEqualTo("10.00");
    town.amend("A", "2026-08-31", new Change.Extension(LocalDate.parse("2026-11-01")));
    read("2026-10-01", "30");
    town.runOn("2026-10-01");
    assertThat(owed("A")).isEqualTo("30.00");
  }
}
