package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.leasekit.ActingKit;
import org.leasekit.access.Actor;
import org.leasekit.application.AgreeMeteredCharge;
import org.leasekit.application.ClearItem;
import org.leasekit.application.CloseSettlement;
import org.leasekit.application.ContractFile;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.OpenSettlement;
import org.leasekit.application.WaiveItem;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.Tax;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.ledger.AccountRole;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.renewal.StewardTask;
import org.leasekit.settlement.Checklist;
import org.leasekit.settlement.ChecklistItem;
import org.leasekit.settlement.ItemCode;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementRejection;
import org.leasekit.settlement.SettlementStatement;

/**
 * Final settlement through the front door, on an adapter's stores: every item is cleared or waived, a lease that has ended and is
 * billed is settled by one statement that nets it all, and everybody does what he may.
 */
public abstract class FinalSettlementContract extends SettlementStage {

  /** For subclasses. */
  protected FinalSettlementContract() {}

  @Test
  void anOpenItemKeepsItOpen() {
    ended("4100.00");
    assertThat(rule(town.close("A", 1))).isEqualTo("SETTLEMENT_NOT_OPENED");
    Settlement opened = town.open("A").orElseThrow();
    assertThat(opened.openItems())
        .containsExactly(
            ItemCode.METERS, ItemCode.DAMAGE, ItemCode.KEYS, ItemCode.ACCESS_CARDS, ItemCode.DEPOSIT);
    assertThat(town.open("A").orElseThrow()).isEqualTo(opened);
    town.clear("A", ItemCode.METERS, null).orElseThrow();
    town.clear("A", ItemCode.DAMAGE, null).orElseThrow();
    town.clear("A", ItemCode.KEYS, null).orElseThrow();
    Outcome<SettlementStatement> open = town.close("A", 1);
    assertThat(open.rejection())
        .isEqualTo(
            new SettlementRejection.OpenItems(A, List.of(ItemCode.ACCESS_CARDS, ItemCode.DEPOSIT)));
    assertThat(open.rejection().message(Locale.CHINESE)).contains("ACCESS_CARDS, DEPOSIT");
    assertThat(town.statements("A")).isEmpty();
    WaiveItem withoutReason = new WaiveItem("A", ItemCode.ACCESS_CARDS, "supervisor-1", " ", "");
    assertThat(rule(town.kit.settlements().waive(withoutReason))).isEqualTo("INVALID_COMMAND");
    WaiveItem waive = new WaiveItem("A", ItemCode.ACCESS_CARDS, "supervisor-1", "lost in the fire", "report");
    Settlement waived = town.kit.settlements().waive(waive).orElseThrow();
    ChecklistItem cards = waived.item(ItemCode.ACCESS_CARDS).orElseThrow();
    assertThat(cards.state()).isEqualTo(ChecklistItem.State.WAIVED);
    assertThat(cards.settled())
        .isEqualTo(
            new ChecklistItem.Settled(
                true, "supervisor-1", "lost in the fire", "report", "", RenewalTown.at("2026-04-02", "10:00")));
    assertThat(town.kit.settlements().waive(waive).orElseThrow()).isEqualTo(waived);
    assertThat(rule(town.clear("A", ItemCode.ACCESS_CARDS, null))).isEqualTo("CHECKLIST_ITEM_SETTLED");
    assertThat(rule(town.clear("A", new ItemCode("PARROT"), null))).isEqualTo("NO_SUCH_CHECKLIST_ITEM");
    assertThat(rule(town.close("A", 1))).isEqualTo("CHECKLIST_ITEMS_OPEN");
    town.clear("A", ItemCode.DEPOSIT, null).orElseThrow();
    assertThat(rule(town.close("A", 1))).isEqualTo("ACCEPTED");
  }

  @Test
  void oneStatementNetsWhatIsOwedWithTheDepositAndTheRestGoesBackOnce() {
    ended("3900.00");
    town.ready("A");
    assertThat(rule(town.clear("A", ItemCode.DAMAGE, "300.00"))).isEqualTo("CHECKLIST_ITEM_SETTLED");
    town.charge("C-1", "A", "CLEANING", "300.00", "2026-04-01").orElseThrow();
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, "A")).isEqualTo(-1000_00);
    SettlementStatement statement = town.close("A", 1).orElseThrow();
    // deposit before rent: of the rent 200.00 were not paid
    assertThat(SettlementTown.sums(statement))
        .isEqualTo("500.00 500.00 0.00 0.00 1000.00 0.00 500.00 500.00 0.00");
    assertThat(town.outstanding("A")).isZero();
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, "A")).isZero();
    assertThat(town.balance(AccountRole.CLEARING, "A")).isEqualTo(-500_00);
    assertThat(statement.explain(Locale.ENGLISH))
        .contains("owed 500.00 CNY = netted 500.00", "deposit of A: 1000.00 CNY; 500.00 put to what is owed; 500.00 to be paid back");
    assertThat(statement.explain(Locale.CHINESE)).contains("应付 500.00 CNY = 已抵 500.00", "应退 500.00");
    town.town.goTo("2026-04-05", "10:00");
    assertThat(town.close("A", 1).orElseThrow()).isEqualTo(statement);
    assertThat(rule(town.close("A", 2))).isEqualTo("NOTHING_TO_SETTLE");
    assertThat(rule(town.close("A", 3))).isEqualTo("NOT_THE_NEXT_STATEMENT");
    StewardTask refund = town.refunds().get(0);
    assertThat(town.refunds()).hasSize(1);
    assertThat(rule(town.kit.tasks().done(refund.id()))).isEqualTo("NEEDS_PAYMENT_REFERENCE");
    town.kit.tasks().paidBack(refund.id(), "BANK-7").orElseThrow();
    assertThat(rule(town.kit.tasks().paidBack(refund.id(), "BANK-8"))).isEqualTo("NO_SUCH_TASK");
    assertThat(town.balance(AccountRole.CLEARING, "A")).isZero();
    assertThat(rule(town.charge("C-2", "A", "CLEANING", "1.00", "2026-04-05"))).isEqualTo("CONTRACT_SETTLED");
    assertThat(town.kit.contracts().file(A).orElseThrow().entries())
        .contains(
            new ContractFile.Charged(town.kit.charges().of(A).orElseThrow().get(0)),
            new ContractFile.Settled(statement));
    // known before it was settled
    assertThat(rule(town.charge("C-1", "A", "CLEANING", "300.00", "2026-04-01"))).isEqualTo("ACCEPTED");
  }

  @Test
  void whatAnItemCostsIsAChargeAndWhatTheDepositDoesNotCoverStaysOwed() {
    ended("4100.00");
    town.open("A").orElseThrow();
    for (ItemCode item : List.of(ItemCode.METERS, ItemCode.KEYS, ItemCode.ACCESS_CARDS, ItemCode.DEPOSIT)) {
      town.clear("A", item, null).orElseThrow();
    }
    Settlement cleared = town.clear("A", ItemCode.DAMAGE, "1800.00").orElseThrow();
    town.town.goTo("2026-04-03", "10:00");
    assertThat(town.clear("A", ItemCode.DAMAGE, "1800.00").orElseThrow()).isEqualTo(cleared);
    assertThat(rule(town.clear("A", ItemCode.DAMAGE, "1900.00"))).isEqualTo("CHARGE_ID_TAKEN");
    assertThat(town.outstanding("A")).isEqualTo(1800_00);
    SettlementStatement statement = town.close("A", 1).orElseThrow();
    assertThat(SettlementTown.sums(statement))
        .isEqualTo("1800.00 1000.00 800.00 0.00 1000.00 0.00 1000.00 0.00 0.00");
    assertThat(town.outstanding("A")).isEqualTo(800_00);
    assertThat(town.refunds()).isEmpty();
    town.pay("A", "P-2", "800.00");
    assertThat(town.outstanding("A")).isZero();
    assertThat(rule(town.close("A", 2))).isEqualTo("NOTHING_TO_SETTLE");
  }

  @Test
  void anEndThatIsLearntLateIsSettledByTheDayOnceItsCreditsAreMade() {
    town.let("A", lease -> lease.lastDay = "2026-08-31");
    town.town.goTo("2026-03-02", "10:00");
    town.pay("A", "P-1", "2000.00");
    town.town.goTo("2026-04-20", "10:00");
    town.kit.amendments().amend(AmendmentJourney.termination("A", "2026-04-11", SubsAtEnd.REFUSE)).orElseThrow();
    town.ready("A");
    town.kit.sweep().runDue();
    assertThat(rule(town.close("A", 1))).isEqualTo("BILLING_NOT_FINISHED");
    town.kit.runDue();
    // 3100.00 for March and a third of it for ten days of April, less 1000.00 beyond the deposit
    SettlementStatement statement = town.close("A", 1).orElseThrow();
    assertThat(SettlementTown.sums(statement))
        .isEqualTo("3133.33 1000.00 2133.33 0.00 1000.00 0.00 1000.00 0.00 0.00");
  }

  @Test
  void whatEndsEarlyIsSettledByTheDayAndNotBeforeItHasEnded() {
    town.let("A", lease -> lease.lastDay = "2026-08-31");
    town.town.goTo("2026-03-02", "10:00");
    town.pay("A", "P-1", "4100.00");
    assertThat(rule(town.open("A"))).isEqualTo("LEASE_NOT_ENDING");
    town.town.goTo("2026-03-10", "10:00");
    // learnt late, it ends on the day after next
    town.kit.amendments().amend(AmendmentJourney.termination("A", "2026-03-12", SubsAtEnd.REFUSE)).orElseThrow();
    town.ready("A");
    assertThat(rule(town.close("A", 1))).isEqualTo("LEASE_NOT_ENDED");
    town.town.goTo("2026-03-12", "10:00");
    SettlementStatement statement = town.close("A", 1).orElseThrow();
    // eleven days at 100.00 were owed, and nothing is
    assertThat(SettlementTown.sums(statement))
        .isEqualTo("0.00 0.00 0.00 0.00 1000.00 2000.00 0.00 3000.00 0.00");
  }

  @Test
  void aMeterIsReadAtTheEndAndBilledBeforeAnythingIsNetted() {
    town.let("A");
    town.kit.meters()
        .agree(
            new AgreeMeteredCharge("A", "POWER", "M-7", null, "kWh", new BigDecimal("0.50"), 5, Tax.NONE))
        .orElseThrow();
    town.money.read("1", "2026-03-01", MeterReading.Kind.ACTUAL, "100").orElseThrow();
    town.town.goTo("2026-03-02", "10:00");
    town.pay("A", "P-1", "4100.00");
    town.town.goTo("2026-04-02", "10:00");
    town.ready("A");
    assertThat(rule(town.close("A", 1))).isEqualTo("METER_NOT_READ");
    assertThat(town.close("A", 1).rejection().message(Locale.ENGLISH)).contains("M-7", "2026-04-01");
    town.money.read("2", "2026-04-01", MeterReading.Kind.ACTUAL, "300").orElseThrow();
    assertThat(rule(town.close("A", 1))).isEqualTo("BILLING_NOT_FINISHED");
    town.kit.billing().raiseDue();
    assertThat(SettlementTown.sums(town.close("A", 1).orElseThrow()))
        .isEqualTo("100.00 100.00 0.00 0.00 1000.00 0.00 100.00 900.00 0.00");
  }

  @Test
  void ofNodesThatCloseAtOnceOneMakesTheStatementAndAllAnswerWithIt() throws Exception {
    ended("3900.00");
    town.ready("A");
    CountDownLatch start = new CountDownLatch(1);
    List<CompletableFuture<SettlementStatement>> answers = new ArrayList<>();
    for (int node = 0; node < 4; node++) {
      answers.add(CompletableFuture.supplyAsync(() -> closeAfter(start)));
    }
    start.countDown();
    for (CompletableFuture<SettlementStatement> answer : answers) {
      assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(town.statements("A").get(0));
    }
    assertThat(town.statements("A")).hasSize(1);
    assertThat(town.refunds()).hasSize(1);
    assertThat(town.balance(AccountRole.CLEARING, "A")).isEqualTo(-800_00);
  }

  private SettlementStatement closeAfter(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return town.close("A", 1).orElseThrow();
  }

  @Test
  void whatIsSeenToIsTheLessorsAffair() {
    LessorProfile keysOnly =
        RenewalTown.profile().withChecklist(new Checklist(List.of(new ItemCode("PLANTS"))));
    town = new SettlementTown(stores(), validator(), keysOnly);
    ended("4100.00");
    assertThat(town.open("A").orElseThrow().openItems()).containsExactly(new ItemCode("PLANTS"));
    assertThat(rule(town.clear("A", ItemCode.KEYS, null))).isEqualTo("NO_SUCH_CHECKLIST_ITEM");
    town.clear("A", new ItemCode("PLANTS"), "30.00").orElseThrow();
    assertThat(SettlementTown.sums(town.close("A", 1).orElseThrow()))
        .isEqualTo("30.00 30.00 0.00 0.00 1000.00 0.00 30.00 970.00 0.00");
  }

  @Test
  void whoDeclinesMayBeginToSettleBeforeTheEnd() {
    town.let("A");
    town.town.goTo("2026-03-02", "10:00");
    town.pay("A", "P-1", "4100.00");
    town.town.decline("A").orElseThrow();
    town.ready("A");
    assertThat(rule(town.close("A", 1))).isEqualTo("LEASE_NOT_ENDED");
    town.town.goTo("2026-04-01", "10:00");
    assertThat(SettlementTown.sums(town.close("A", 1).orElseThrow()))
        .isEqualTo("0.00 0.00 0.00 0.00 1000.00 0.00 0.00 1000.00 0.00");
  }

  @Test
  void everybodyDoesWhatHeMay() {
    ended("4100.00");
    ActingKit steward = town.kit.as(new Actor.Staff(new StaffId("steward-a"), Actor.Role.STEWARD));
    ActingKit finance = town.kit.as(new Actor.Staff(new StaffId("finance-1"), Actor.Role.FINANCE));
    ActingKit tenant = town.kit.as(new Actor.OfTenant(new TenantId("tenant-A")));
    ActingKit stranger = town.kit.as(new Actor.OfTenant(new TenantId("tenant-B")));
    ClearItem damage =
        new ClearItem("A", ItemCode.DAMAGE, "x", "", "scratch", RenewalTown.yuan("10.00"));
    CloseSettlement close = new CloseSettlement("A", 1, "x", "");
    assertThat(rule(tenant.settlements().open(new OpenSettlement("A", "me")))).isEqualTo("ACTION_NOT_ALLOWED");
    assertThat(rule(stranger.settlements().open(new OpenSettlement("A", "me")))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(rule(steward.settlements().open(new OpenSettlement("A", "x")))).isEqualTo("ACCEPTED");
    assertThat(rule(steward.settlements().clear(damage))).isEqualTo("ACTION_NOT_ALLOWED");
    assertThat(rule(finance.settlements().clear(damage))).isEqualTo("ACCEPTED");
    assertThat(rule(steward.settlements().waive(new WaiveItem("A", ItemCode.KEYS, "x", "why", ""))))
        .isEqualTo("ACTION_NOT_ALLOWED");
    assertThat(rule(steward.settlements().clear(new ClearItem("A", ItemCode.KEYS, "x", ""))))
        .isEqualTo("ACCEPTED");
    assertThat(rule(steward.settlements().close(close))).isEqualTo("ACTION_NOT_ALLOWED");
    assertThat(rule(finance.settlements().close(close))).isEqualTo("CHECKLIST_ITEMS_OPEN");
    assertThat(tenant.settlements().find(A).orElseThrow()).isPresent();
    assertThat(rule(stranger.settlements().statements(A))).isEqualTo("NO_SUCH_CONTRACT");
  }
}
