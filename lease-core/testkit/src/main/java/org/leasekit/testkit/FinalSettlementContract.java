package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.ActingKit;
import org.leasekit.access.Actor;
import org.leasekit.application.ClearItem;
import org.leasekit.application.CloseSettlement;
import org.leasekit.application.OpenSettlement;
import org.leasekit.application.WaiveItem;
import org.leasekit.billing.LockScope;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.ledger.AccountRole;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.StewardTask;
import org.leasekit.settlement.ChecklistItem;
import org.leasekit.settlement.ItemCode;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementRejection;
import org.leasekit.settlement.SettlementStatement;

/**
 * Final settlement through the front door, on an adapter's stores: every item is cleared or waived, one statement nets it all,
 * and no deposit leaves twice. After each test the books agree.
 */
public abstract class FinalSettlementContract {
  private static final ContractNo A = new ContractNo("A");

  private SettlementTown town;

  /** For subclasses. */
  protected FinalSettlementContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void begin() {
    town = new SettlementTown(stores(), validator());
  }

  @AfterEach
  final void theBooksAgree() {
    town.assertBooksAgree();
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "ACCEPTED" : outcome.rejection().rule();
  }

  private static Instant day(String day) {
    return RenewalTown.at(day, "00:00");
  }

  /** A lets for March and has paid so much; it is April 2. */
  private void ended(String paid) {
    town.let("A");
    town.town.goTo("2026-03-02", "10:00");
    if (!paid.isEmpty()) {
      town.pay("A", "P-1", paid);
    }
    town.town.goTo("2026-04-02", "10:00");
  }

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
  void moneyThatWaitsGoesBackWithTheDeposit() {
    ended("4250.00");
    town.ready("A");
    SettlementStatement statement = town.close("A", 1).orElseThrow();
    assertThat(SettlementTown.sums(statement))
        .isEqualTo("0.00 0.00 0.00 0.00 1000.00 150.00 0.00 1150.00 0.00");
    assertThat(town.town.balance(AccountRole.UNAPPLIED_CASH)).isZero();
    town.payBack();
    assertThat(town.town.balance(AccountRole.CLEARING)).isZero();
    // what comes after that is settled by the next statement
    town.pay("A", "P-2", "70.00");
    assertThat(SettlementTown.sums(town.close("A", 2).orElseThrow()))
        .isEqualTo("0.00 0.00 0.00 0.00 0.00 70.00 0.00 70.00 0.00");
    assertThat(town.refunds()).hasSize(1);
  }

  private void freeze(String id, LockScope scope) {
    town.money
        .locked(id, scope, day("2026-04-01"), null, town.kit.locks()::freeze)
        .orElseThrow();
  }

  @Test
  void whatIsFrozenIsLeftAloneAndAsMuchOfTheDepositIsHeldBackUntilItIsReleased() {
    ended("4100.00");
    town.charge("C-1", "A", "DAMAGE", "300.00", "2026-04-01").orElseThrow();
    town.charge("C-2", "A", "CLEANING", "50.00", "2026-04-01").orElseThrow();
    freeze("F", new LockScope.OneCharge(A, town.kit.charges().of(A).orElseThrow().get(0).key().charge()));
    town.ready("A");
    SettlementStatement first = town.close("A", 1).orElseThrow();
    assertThat(SettlementTown.sums(first))
        .isEqualTo("350.00 50.00 0.00 300.00 1000.00 0.00 50.00 650.00 300.00");
    assertThat(town.outstanding("A")).isEqualTo(300_00);
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, "A")).isEqualTo(-300_00);
    assertThat(rule(town.close("A", 2))).isEqualTo("NOTHING_TO_SETTLE");
    town.money.release("F", day("2026-04-02")).orElseThrow();
    SettlementStatement second = town.close("A", 2).orElseThrow();
    assertThat(SettlementTown.sums(second))
        .isEqualTo("300.00 300.00 0.00 0.00 300.00 0.00 300.00 0.00 0.00");
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, "A")).isZero();
    assertThat(town.outstanding("A")).isZero();
    assertThat(town.statements("A")).containsExactly(first, second);
    town.payBack();
    assertThat(town.town.balance(AccountRole.CASH)).isEqualTo(4100_00 - 650_00);
  }

  @Test
  void aPartThatIsFrozenIsHeldAndTheRestIsNetted() {
    ended("4100.00");
    town.charge("C-1", "A", "DAMAGE", "1500.00", "2026-04-01").orElseThrow();
    freeze(
        "F",
        new LockScope.PartOfAmount(
            town.kit.charges().of(A).orElseThrow().get(0).key(), RenewalTown.yuan("600.00")));
    town.ready("A");
    // 900.00 may be netted; there is security for 100.00 of the 600.00 alone
    SettlementStatement statement = town.close("A", 1).orElseThrow();
    assertThat(SettlementTown.sums(statement))
        .isEqualTo("1500.00 900.00 0.00 600.00 1000.00 0.00 900.00 0.00 100.00");
    town.pay("A", "P-2", "450.00");
    assertThat(town.town.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-450_00);
    assertThat(rule(town.close("A", 2))).isEqualTo("NOTHING_TO_SETTLE");
    town.money.release("F", day("2026-04-02")).orElseThrow();
    // the release has let the money in that waited
    assertThat(town.outstanding("A")).isEqualTo(150_00);
    assertThat(SettlementTown.sums(town.close("A", 2).orElseThrow()))
        .isEqualTo("150.00 100.00 50.00 0.00 100.00 0.00 100.00 0.00 0.00");
  }

  @Test
  void aFrozenDepositStaysWhereItIs() {
    ended("4100.00");
    town.charge("C-1", "A", "DAMAGE", "200.00", "2026-04-01").orElseThrow();
    freeze("F", new LockScope.WholeContract(A));
    town.ready("A");
    assertThat(SettlementTown.sums(town.close("A", 1).orElseThrow()))
        .isEqualTo("200.00 0.00 0.00 200.00 1000.00 0.00 0.00 0.00 1000.00");
    assertThat(town.refunds()).isEmpty();
    town.money.release("F", day("2026-04-02")).orElseThrow();
    assertThat(SettlementTown.sums(town.close("A", 2).orElseThrow()))
        .isEqualTo("200.00 200.00 0.00 0.00 1000.00 0.00 200.00 800.00 0.00");
  }

  @Test
  void daysThatAreSuspendedAreNotOwedEvenWhereThatIsLearntAfterTheStatement() {
    ended("1500.00");
    town.ready("A");
    assertThat(SettlementTown.sums(town.close("A", 1).orElseThrow()))
        .isEqualTo("2600.00 1000.00 1600.00 0.00 1000.00 0.00 1000.00 0.00 0.00");
    town.money.suspend("S", A, day("2026-03-11"), day("2026-03-31")).orElseThrow();
    assertThat(rule(town.close("A", 2))).isEqualTo("BILLING_NOT_FINISHED");
    town.kit.billing().raiseDue();
    // of 3100.00 are 1100.00 left, of which 500.00 were paid and 600.00 were taken from the deposit
    SettlementStatement second = town.close("A", 2).orElseThrow();
    assertThat(SettlementTown.sums(second))
        .isEqualTo("0.00 0.00 0.00 0.00 0.00 400.00 0.00 400.00 0.00");
    town.payBack();
    assertThat(town.outstanding("A")).isZero();
    assertThat(town.town.balance(AccountRole.CASH)).isEqualTo(1100_00);
  }

  @Test
  void aDepositThatWasNeverPaidIsNotAskedForAnyMore() {
    town.let("A");
    town.town.goTo("2026-03-02", "10:00");
    town.town.goTo("2026-04-02", "10:00");
    town.ready("A");
    SettlementStatement statement = town.close("A", 1).orElseThrow();
    assertThat(SettlementTown.sums(statement))
        .isEqualTo("4100.00 1000.00 3100.00 0.00 0.00 0.00 0.00 0.00 0.00");
    assertThat(statement.explain(Locale.ENGLISH)).contains("1000.00 deposit not asked for any more");
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, "A")).isZero();
    assertThat(town.refunds()).isEmpty();
  }

  @Test
  void whatOfADepositWasPaidIsUsedAndTheRestIsNotAskedFor() {
    ended("400.00");
    town.ready("A");
    assertThat(SettlementTown.sums(town.close("A", 1).orElseThrow()))
        .isEqualTo("3700.00 1000.00 2700.00 0.00 400.00 0.00 400.00 0.00 0.00");
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, "A")).isZero();
  }

  @Test
  void nobodysDepositPaysAnothersDebt() {
    town.let(
        "M",
        lease -> {
          lease.master = true;
          lease.rent = "0.00";
          lease.deposit = "500.00";
        });
    town.let("A", lease -> lease.parent = "M");
    town.let("B", lease -> lease.parent = "M");
    town.town.goTo("2026-03-02", "10:00");
    // the master pays for both, the three deposits first
    town.pay("M", "P-1", "2500.00");
    town.town.goTo("2026-04-02", "10:00");
    town.ready("A");
    SettlementStatement ofA = town.close("A", 1).orElseThrow();
    assertThat(SettlementTown.sums(ofA))
        .isEqualTo("3100.00 1000.00 2100.00 0.00 1000.00 0.00 1000.00 0.00 0.00");
    assertThat(ofA.funds().get(0).payer()).isEqualTo(new ContractNo("M"));
    assertThat(town.outstanding("B")).isEqualTo(3100_00);
    town.ready("M");
    // the master's own deposit pays what it owes for all
    assertThat(SettlementTown.sums(town.close("M", 1).orElseThrow()))
        .isEqualTo("5200.00 500.00 4700.00 0.00 500.00 0.00 500.00 0.00 0.00");
    town.ready("B");
    town.close("B", 1).orElseThrow();
    assertThat(town.outstanding("A") + town.outstanding("B") + town.outstanding("M"))
        .isEqualTo(6200_00 - 2500_00);
    assertThat(town.town.balance(AccountRole.DEPOSIT_LIABILITY)).isZero();
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
  void aRenewedLeaseIsSettledWithItsSuccessorAndItsDepositGoesBackOnce() {
    town.let("A");
    town.town.goTo("2026-03-02", "10:00");
    town.pay("A", "P-1", "4100.00");
    town.town.sign("A", "S-1").orElseThrow();
    town.town.payRenewal("A", "P-2", "3100.00").orElseThrow();
    assertThat(rule(town.open("A"))).isEqualTo("LEASE_CONTINUED");
    String next = town.town.contract("A").successor().orElseThrow().value();
    String last = town.town.contract(next).term().lastDay().plusDays(1).toString();
    town.town.goTo("2026-04-01", "00:00");
    town.town.goTo(last, "10:00");
    town.ready(next);
    SettlementStatement statement = town.close(next, 1).orElseThrow();
    assertThat(SettlementTown.sums(statement))
        .isEqualTo("0.00 0.00 0.00 0.00 1000.00 0.00 0.00 1000.00 0.00");
    town.payBack();
    assertThat(rule(town.open("A"))).isEqualTo("LEASE_CONTINUED");
    assertThat(town.town.balance(AccountRole.DEPOSIT_LIABILITY)).isZero();
    assertThat(town.town.balance(AccountRole.CASH)).isEqualTo(6200_00);
  }

  @Test
  void whatIsSettledIsNotRenewed() {
    ended("4100.00");
    town.ready("A");
    town.close("A", 1).orElseThrow();
    assertThat(rule(town.town.sign("A", "S-1"))).isNotEqualTo("ACCEPTED");
    town.town.payRenewal("A", "P-2", "3100.00").orElseThrow();
    assertThat(town.town.contract("A").successor()).isEmpty();
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, "A")).isZero();
    // money for a renewal is settled by its own task
    assertThat(rule(town.close("A", 2))).isEqualTo("NOTHING_TO_SETTLE");
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
