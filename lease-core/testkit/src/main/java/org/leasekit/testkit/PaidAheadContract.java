package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leasekit.application.Receipt;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.AccountRole;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.renewal.StewardTask;

/**
 * Money that came before it was owed, through the front door on an adapter's stores: it is put to what is owed as soon as
 * something is, without another payment, and nobody is reminded whose money is here. A payment reported twice is taken once.
 */
public abstract class PaidAheadContract extends MoneyStage {

  /** For subclasses. */
  protected PaidAheadContract() {}

  private List<String> outstanding(String no) {
    return town.rents(no).stream().map(each -> MinorUnits.plain(each.outstanding())).toList();
  }

  @Test
  void aRunPutsWhatWasPaidAheadToWhatItRaises() {
    town.let("A");
    town.runOn("2026-03-01");
    town.pay("P1", "7000.00");
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-390_000);
    town.runOn("2026-04-01");
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-80_000);
    List<List<?>> once = town.state();
    town.runOn("2026-04-01");
    assertThat(town.state()).isEqualTo(once);
    town.runOn("2026-05-01");
    assertThat(outstanding("A")).containsExactly("0.00", "0.00", "2300.00");
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isZero();
    assertThat(town.stores.payments().allocatedTo(RenewalTown.LESSOR, A))
        .extracting(each -> each.payment().value() + " " + MinorUnits.plain(each.amount()))
        .containsExactly("P1 3100.00", "P1 3100.00", "P1 800.00");
  }

  @Test
  void olderMoneyIsUsedFirstAndOlderDebtsArePaidFirst() {
    town.let("A");
    town.pay("P1", "100.00");
    town.clock.set(march(2));
    town.pay("P2", "3100.00");
    town.runOn("2026-04-01");
    assertThat(outstanding("A")).containsExactly("0.00", "3000.00");
    assertThat(town.stores.payments().allocatedTo(RenewalTown.LESSOR, A))
        .extracting(each -> each.payment().value() + " " + each.receivable().period().start())
        .containsExactly("P1 2026-03-01", "P2 2026-03-01", "P2 2026-04-01");
  }

  @Test
  void aTreeIsPaidByWhatItsMasterPaidAheadAndByItsOwn() {
    ContractNo master = town.tree();
    town.town.pay("M", "P1", "4000.00").orElseThrow();
    town.town.pay("B", "P2", "500.00").orElseThrow();
    town.runOn("2026-03-01");
    // B's own money goes to B alone, the master's to either
    assertThat(town.kit.billing().owed(master).orElseThrow().payable().get("CNY"))
        .isEqualTo(RenewalTown.yuan("1700.00"));
    assertThat(town.stores.payments().allocatedTo(RenewalTown.LESSOR, A)).hasSize(1);
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isZero();
  }

  @Test
  void theEndOfAFreezeLetsMoneyIn() {
    town.let("A");
    town.runOn("2026-03-01");
    freeze("F", march(1), march(10));
    town.pay("P1", "3100.00");
    town.runOn("2026-03-09");
    assertThat(outstanding("A")).containsExactly("3100.00");
    town.runOn("2026-03-10");
    assertThat(outstanding("A")).containsExactly("0.00");
  }

  @Test
  void theReleaseOfAFreezeLetsMoneyInAtOnce() {
    ContractNo master = town.tree();
    town.runOn("2026-03-01");
    freeze("F", march(1), null);
    town.town.pay("A", "P1", "1000.00").orElseThrow();
    town.town.pay("M", "P2", "4200.00").orElseThrow();
    assertThat(outstanding("A")).containsExactly("3100.00");
    town.release("F", march(1)).orElseThrow();
    assertThat(town.kit.billing().owed(master).orElseThrow().payable().get("CNY"))
        .isEqualTo(RenewalTown.yuan("1000.00"));
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isZero();
  }

  private void freeze(String id, Instant from, @Nullable Instant until) {
    town.locked(id, new LockScope.OneAmount(rent(3, 0)), from, until, town.kit.locks()::freeze).orElseThrow();
  }

  @Test
  void whatACreditGaveBackPaysTheNextMonth() {
    town.let("A");
    town.runOn("2026-03-01");
    town.pay("P1", "3100.00");
    town.suspend("L", A, march(11), march(21)).orElseThrow();
    town.runOn("2026-03-11");
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-100_000);
    town.runOn("2026-04-01");
    assertThat(outstanding("A")).containsExactly("0.00", "2100.00");
  }

  @Test
  void nobodyIsLateWhoseMoneyIsHere() {
    town.let("A");
    town.runOn("2026-03-01");
    freeze("F", march(1), march(20));
    town.pay("P1", "3100.00");
    town.clock.set(march(25));
    assertThat(town.kit.dunning().runDue().looked()).isZero();
    assertThat(outstanding("A")).containsExactly("0.00");
  }

  @Test
  void whatIsLeftOfAPaymentForARenewalPaysTheSuccessor() {
    town.let("A");
    renewPaying("4000.00");
    assertThat(outstanding("A-R1")).containsExactly("0.00");
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-90_000);
    town.runOn("2026-10-01");
    assertThat(outstanding("A-R1")).containsExactly("0.00", "2200.00");
  }

  @Test
  void whatAStewardLooksIntoIsLeftAloneUntilHeHas() {
    town.let("A");
    renewPaying("3100.00");
    town.town.payRenewal("A", "P-again", "3100.00").orElseThrow();
    town.runOn("2026-10-01");
    assertThat(outstanding("A-R1")).containsExactly("0.00", "3100.00");
    for (StewardTask task : town.kit.tasks().open()) {
      if (task.kind() == StewardTask.Kind.DISPUTED_PAYMENT) {
        town.kit.tasks().done(task.id(), "is to be kept").orElseThrow();
      }
    }
    town.runOn("2026-10-01");
    assertThat(outstanding("A-R1")).containsExactly("0.00", "0.00");
  }

  private void renewPaying(String amount) {
    town.town.goTo("2026-08-01", "10:00");
    town.clock.set(RenewalTown.at("2026-08-21", "10:00"));
    town.town.sign("A", "signature").orElseThrow();
    // the old lease is paid
    town.pay("P-old", "18600.00");
    town.town.payRenewal("A", "P-renewal", amount).orElseThrow();
  }

  @Test
  void aPaymentIsADuplicateOnlyWhereEverythingAgrees() {
    town.let("A");
    town.let("B");
    town.runOn("2026-03-01");
    town.pay("P1", "1000.00");
    List<List<?>> before = town.state();
    Receipt again = town.town.pay("A", "P1", "1000").orElseThrow();
    assertThat(again.duplicate()).isTrue();
    assertThat(again.payment().unapplied().isZero()).isTrue();
    for (Outcome<Receipt> other :
        List.of(town.town.pay("A", "P1", "1000.01"), town.town.pay("B", "P1", "1000.00"))) {
      assertRule(other, "PAYMENT_ID_TAKEN");
      assertThat(other.rejection().message(Locale.ENGLISH)).contains("P1");
    }
    assertThat(town.state()).isEqualTo(before);
    assertThat(town.rents("B")).extracting(Receivable::status).containsExactly(Receivable.Status.OPEN);
  }
}
