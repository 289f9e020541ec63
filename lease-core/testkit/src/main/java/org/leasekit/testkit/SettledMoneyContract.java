package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leasekit.application.LessorProfile;
import org.leasekit.billing.LockScope;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.AccountRole;
import org.leasekit.port.Events;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.settlement.SettlementStatement;

/**
 * What becomes of money when a lease is settled, on an adapter's stores: what is frozen is left alone and secured, nobody pays
 * for another one, and no deposit leaves twice.
 */
public abstract class SettledMoneyContract extends SettlementStage {

  /** For subclasses. */
  protected SettledMoneyContract() {}

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
  void whatIsOwedAndWaitsUnderTheContractThatWasRenewedIsNettedToo() {
    town.let("A");
    town.town.goTo("2026-03-02", "10:00");
    town.pay("A", "P-1", "4100.00");
    town.charge("C-0", "A", "CLEANING", "300.00", "2026-03-02").orElseThrow();
    town.town.sign("A", "S-1").orElseThrow();
    town.town.payRenewal("A", "P-2", "3100.00").orElseThrow();
    String next = town.town.contract("A").successor().orElseThrow().value();
    String end = town.town.contract(next).term().endExclusive().toString();
    town.town.goTo("2026-04-01", "00:00");
    town.town.goTo(end, "10:00");
    town.pay("A", "P-3", "50.00");
    town.ready(next);
    town.charge("C-1", next, "DAMAGE", "200.00", end).orElseThrow();
    // 300.00 of the lease before, of which 50.00 were paid at last, and 200.00 of this one, by the deposit of the first
    assertThat(SettlementTown.sums(town.close(next, 1).orElseThrow()))
        .isEqualTo("450.00 450.00 0.00 0.00 1000.00 0.00 450.00 550.00 0.00");
    assertThat(town.outstanding("A") + town.outstanding(next)).isZero();
    town.payBack();
    assertThat(town.town.balance(AccountRole.DEPOSIT_LIABILITY)).isZero();
    assertThat(town.town.balance(AccountRole.CASH)).isEqualTo(7250_00 - 550_00);
  }

  @Test
  void whatACreditGivesBackToAMastersDepositGoesBackToTheMaster() {
    town.let(
        "M",
        lease -> {
          lease.master = true;
          lease.rent = "0.00";
          lease.deposit = "0.00";
        });
    town.let("A", lease -> lease.parent = "M");
    town.town.goTo("2026-03-02", "10:00");
    // the deposit first, and 2500.00 of the rent
    town.pay("M", "P-1", "3500.00");
    town.town.goTo("2026-04-02", "10:00");
    town.ready("A");
    assertThat(SettlementTown.sums(town.close("A", 1).orElseThrow()))
        .isEqualTo("600.00 600.00 0.00 0.00 1000.00 0.00 600.00 400.00 0.00");
    town.money.suspend("S", A, day("2026-03-28"), day("2026-03-31")).orElseThrow();
    town.kit.runDue();
    SettlementStatement second = town.close("A", 2).orElseThrow();
    assertThat(second.refunds())
        .containsExactly(new SettlementStatement.Refund(new ContractNo("M"), RenewalTown.yuan("300.00")));
    town.payBack();
    assertThat(town.town.balance(AccountRole.CASH)).isEqualTo(2800_00);
  }

  @Test
  void whatARenewalGivesBackOfADepositIsNotGivenBackAgain() {
    LessorProfile smaller =
        RenewalTown.profile()
            .withOffers(PricingStrategies.withDeposit(PricingStrategies.UNCHANGED, 1), OfferPolicy.STANDARD);
    town = new SettlementTown(stores(), validator(), smaller);
    town.let("A", lease -> lease.deposit = "4000.00");
    town.town.goTo("2026-03-02", "10:00");
    town.pay("A", "P-1", "7100.00");
    town.town.sign("A", "S-1").orElseThrow();
    town.town.payRenewal("A", "P-2", "3100.00").orElseThrow();
    assertThat(town.refunds()).hasSize(1);
    String next = town.town.contract("A").successor().orElseThrow().value();
    String end = town.town.contract(next).term().endExclusive().toString();
    town.town.goTo("2026-04-01", "00:00");
    town.town.goTo(end, "10:00");
    town.ready(next);
    // of 4000.00 are 900.00 on their way back since the renewal, whether they have been paid out or not
    assertThat(SettlementTown.sums(town.close(next, 1).orElseThrow()))
        .isEqualTo("0.00 0.00 0.00 0.00 3100.00 0.00 0.00 3100.00 0.00");
    assertThat(town.refunds()).hasSize(2);
    town.payBack();
    assertThat(town.town.balance(AccountRole.CLEARING)).isZero();
    assertThat(town.town.balance(AccountRole.DEPOSIT_LIABILITY)).isZero();
    assertThat(town.town.balance(AccountRole.CASH)).isEqualTo(10200_00 - 4000_00);
  }

  @Test
  void noProvidersPaymentIsTakenForADeposits() {
    ended("4000.00");
    assertThat(rule(town.town.pay("A", "deposit:A:1:1", "100.00"))).isEqualTo("PAYMENT_ID_TAKEN");
  }

  @Test
  void itIsToldWhatADepositPaidAndNotThatMoneyCame() {
    List<String> told = new ArrayList<>();
    Events listener =
        recorded -> {
          told.add(recorded.event().type());
          return Events.Answer.TAKEN;
        };
    town =
        new SettlementTown(
            new RenewalTown(stores(), validator(), "2026-03-01", RenewalTown.profile(), listener));
    ended("3900.00");
    town.ready("A");
    town.kit.runDue();
    told.clear();
    town.close("A", 1).orElseThrow();
    town.kit.runDue();
    assertThat(told).containsExactlyInAnyOrder("payment.allocated", "task.opened");
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
}
