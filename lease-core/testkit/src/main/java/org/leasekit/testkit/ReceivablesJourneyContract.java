package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Change;
import org.leasekit.application.AmendContract;
import org.leasekit.application.OpenItems;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Receivable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.AccountRole;

/**
 * Receivables that are owed exactly once, through the front door on an adapter's stores: what other systems got wrong about
 * suspended money, each from a public issue, and what follows for payments and books.
 */
public abstract class ReceivablesJourneyContract extends MoneyStage {

  /** For subclasses. */
  protected ReceivablesJourneyContract() {}

  @Test
  @DisplayName("Unsuspending bills the whole suspended time afterwards (UCRM#139, killbill#2123)")
  void releaseNeverBillsTheSuspendedTime() {
    town.let("A");
    town.suspend("L", A, march(11), null).orElseThrow();
    town.runOn("2026-03-01");
    town.runOn("2026-04-15");
    assertThat(town.months("A")).isEqualTo("1000.00");
    town.runOn("2026-05-10");
    town.release("L", day("2026-05-01")).orElseThrow();
    town.runOn("2026-05-10");
    assertThat(town.months("A")).isEqualTo("1000.00 0.00 3100.00");
  }

  @Test
  @DisplayName("Unsuspending bills the day before (killbill#1686)")
  void theFirstDayAfterASuspensionIsTheDayItEnds() {
    town.let("A");
    town.suspend("L", A, march(11), null).orElseThrow();
    town.runOn("2026-03-01");
    town.release("L", march(21)).orElseThrow();
    town.runOn("2026-03-21");
    assertThat(town.months("A")).isEqualTo("2100.00");
  }

  @Test
  void suspensionsAreNotBilledWhateverTheClockShowsBetweenTwoMicroseconds() {
    town.let("A");
    town.clock.advance(Duration.ofNanos(1_234));
    amend(new AmendContract.Suspension(basis(11)));
    town.clock.advance(Duration.ofNanos(1));
    town.runOn("2026-03-02");
    assertThat(town.months("A")).isEqualTo("1000.00");
    town.clock.advance(Duration.ofNanos(999));
    amend(new AmendContract.Resumption(basis(21)));
    town.runOn("2026-03-03");
    assertThat(town.months("A")).isEqualTo("2100.00");
    town.clock.advance(Duration.ofNanos(2_001));
    town.kit.amendments().withdraw(new WithdrawAmendment("A", 2, "steward", "a mistake", "mail")).orElseThrow();
    town.kit.amendments().withdraw(new WithdrawAmendment("A", 1, "steward", "a mistake", "mail")).orElseThrow();
    town.runOn("2026-03-04");
    assertThat(town.months("A")).isEqualTo("3100.00");
  }

  @Test
  void twoAmendmentsAtOneInstantBothCount() {
    town.let("A");
    amend(new AmendContract.Suspension(basis(11)));
    amend(new AmendContract.Resumption(basis(21)));
    town.runOn("2026-03-02");
    assertThat(town.months("A")).isEqualTo("2100.00");
  }

  private void amend(AmendContract command) {
    town.kit.amendments().amend(command).orElseThrow();
  }

  private static AmendContract.Basis basis(int dayOfMarch) {
    return new AmendContract.Basis("A", MARCH.withDayOfMonth(dayOfMarch), "steward", "asked for", "mail");
  }

  @Test
  @DisplayName("Repeated block and unblock over multi-month periods makes overlapping items (killbill#2306)")
  void repeatedSuspensionsOfALongPeriodMakeNoOverlap() {
    town.let("A", lease -> lease.cycleMonths = 3);
    for (int k = 0; k < 6; k++) {
      town.suspend("L" + k, A, march(1 + 4 * k), march(3 + 4 * k)).orElseThrow();
      town.runOn("2026-03-" + (10 + k));
    }
    // twelve days of March
    assertThat(town.months("A")).isEqualTo("8100.00");
    assertThat(town.rents("A")).extracting(each -> each.key().period())
        .containsOnly(DateRange.of(MARCH, MARCH.plusMonths(3)));
  }

  @Test
  @DisplayName("A failed nightly run is started again and bills twice (OCA/contract#1473, erpnext#28179, lago-api#1868)")
  void aRunThatIsRepeatedBillsOnce() {
    town.let("A");
    for (int times = 0; times < 3; times++) {
      town.stores.receivables().schedule(RenewalTown.LESSOR, A, MARCH);
      town.runOn("2026-05-01");
    }
    assertThat(town.months("A")).isEqualTo("3100.00 3100.00 3100.00");
    assertThat(town.rents("A")).hasSize(3);
  }

  @Test
  @DisplayName("A terminated subscription is billed twice because the job was already queued (lago-api#958)")
  void aJobThatWasQueuedBeforeTheEndBillsNothingMore() {
    town.let("A");
    town.runOn("2026-04-01");
    town.amend("A", "2026-04-16", new Change.EarlyTermination(MARCH));
    for (int times = 0; times < 2; times++) {
      town.stores.receivables().schedule(RenewalTown.LESSOR, A, MARCH);
      town.runOn("2026-06-01");
    }
    assertThat(town.months("A")).isEqualTo("3100.00 1550.00");
  }

  @Test
  @DisplayName("An adjusted item is billed again (killbill#154)")
  void anAmountThatWasCorrectedToNothingIsNotRaisedAgain() {
    town.let("A");
    town.runOn("2026-03-01");
    town.suspend("L", A, march(1), day("2026-04-01")).orElseThrow();
    town.runOn("2026-03-02");
    town.stores.receivables().schedule(RenewalTown.LESSOR, A, MARCH);
    town.runOn("2026-03-03");
    assertThat(town.months("A")).isEqualTo("0.00");
    assertThat(town.rents("A")).extracting(Receivable::status).containsExactly(Receivable.Status.CREDITED);
    assertThat(town.adjustments()).hasSize(1);
  }

  @Test
  @DisplayName("A child's invoice is missing from the parent's, or added twice (killbill#1863, #1922)")
  void theMastersBillIsThatOfItsTreeOnce() {
    ContractNo master = town.tree();
    town.locked(
            "TREE", new LockScope.Subtree(master), march(11), march(21), town.kit.locks()::suspend)
        .orElseThrow();
    town.suspend("OWN", A, march(16), march(26)).orElseThrow();
    town.runOn("2026-03-26");
    assertThat(town.months("A")).isEqualTo("1600.00");
    assertThat(town.months("B")).isEqualTo("2100.00");
    OpenItems owed = town.kit.billing().owed(master).orElseThrow();
    assertThat(owed.items()).extracting(item -> item.receivable().key().contract().value())
        .containsExactly("A", "B");
    assertThat(owed.payable().get("CNY")).isEqualTo(RenewalTown.yuan("3700.00"));
  }

  @Test
  @DisplayName("Taking a child away pays it twice (killbill#762)")
  void aChildThatIsTakenAwayPaysOnlyWhatComesAfter() {
    ContractNo master = town.tree();
    town.runOn("2026-03-01");
    Contract child = town.contract("A");
    town.stores.contracts().update(child.withLinks(child.links().withParent(null)));
    town.suspend("L", A, march(11), march(21)).orElseThrow();
    town.runOn("2026-04-01");
    assertThat(town.months("A")).isEqualTo("2100.00 3100.00");
    assertThat(town.rents("A")).extracting(each -> each.payer().value()).containsExactly("M", "A");
    assertThat(town.adjustments()).extracting(Adjustment::payer).containsExactly(master);
  }

  @Test
  @DisplayName("A pause around an older pause is not seen as an overlap; one learnt of late cannot be entered (fineract)")
  void aLatePauseAroundAnOlderOneCountsOnce() {
    town.let("A");
    town.suspend("INNER", A, march(11), march(16)).orElseThrow();
    town.runOn("2026-05-01");
    assertThat(town.months("A")).isEqualTo("2600.00 3100.00 3100.00");
    town.runOn("2026-06-10");
    town.suspend("OUTER", A, march(6), march(26)).orElseThrow();
    town.runOn("2026-06-10");
    assertThat(town.months("A")).isEqualTo("1100.00 3100.00 3100.00 3100.00");
    assertThat(town.adjustments().get(0).cause()).hasToString("lock OUTER");
  }

  @Test
  @DisplayName("A skipped period leaves the subscription stuck for ever (erpnext#46080)")
  void aSkippedPeriodHealsItself() {
    town.let("A");
    town.runOn("2026-03-01");
    town.stores.receivables().schedule(RenewalTown.LESSOR, A, LocalDate.of(2026, 6, 1));
    town.runOn("2026-06-01");
    assertThat(town.months("A")).isEqualTo("3100.00 3100.00 3100.00 3100.00");
  }

  @Test
  @DisplayName("Variables reused between rows repeat earlier items on later invoices (PropMS)")
  void contractsOfOneRunLeaveNothingForEachOther() {
    town.let("A");
    town.let("B", lease -> lease.rent = "620.00");
    town.suspend("L", A, march(1), march(31)).orElseThrow();
    town.runOn("2026-03-01");
    assertThat(town.months("A")).isEqualTo("100.00");
    assertThat(town.months("B")).isEqualTo("620.00");
  }

  @Test
  void aLockShorterThanADayHasTheDayWhoseNoonItHolds() {
    town.let("A");
    town.suspend("NIGHT", A, march(11).plusSeconds(13 * 3600), march(12).plusSeconds(11 * 3600)).orElseThrow();
    town.runOn("2026-03-01");
    assertThat(town.months("A")).isEqualTo("3100.00");
    town.suspend("NOON", A, march(11).plusSeconds(11 * 3600), march(11).plusSeconds(13 * 3600)).orElseThrow();
    town.runOn("2026-03-02");
    assertThat(town.months("A")).isEqualTo("3000.00");
  }

  @Test
  void aCreditOnWhatIsPaidBecomesUnappliedCashAndPaysWhatComesNext() {
    town.let("A");
    town.runOn("2026-03-01");
    town.pay("P1", "3100.00");
    town.suspend("L", A, march(11), march(21)).orElseThrow();
    town.runOn("2026-03-11");
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-100_000);
    assertThat(town.rents("A").get(0).status()).isEqualTo(Receivable.Status.PAID);
    town.runOn("2026-04-01");
    town.pay("P2", "2100.00");
    assertThat(town.rents("A")).extracting(Receivable::status).containsOnly(Receivable.Status.PAID);
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isZero();
  }

  @Test
  void aCreditOnWhatIsPaidPaysWhatElseIsOpenAtOnce() {
    town.let("A");
    town.runOn("2026-04-01");
    town.pay("P1", "3100.00");
    town.suspend("L", A, march(11), march(21)).orElseThrow();
    town.runOn("2026-04-02");
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isZero();
    assertThat(town.rents("A")).extracting(Receivable::outstanding)
        .containsExactly(RenewalTown.yuan("0.00"), RenewalTown.yuan("2100.00"));
  }

  @Test
  void aCreditTakesWhatIsOpenBeforeWhatIsPaid() {
    town.let("A");
    town.runOn("2026-03-01");
    town.pay("P1", "2500.00");
    town.suspend("L", A, march(11), march(21)).orElseThrow();
    town.runOn("2026-03-11");
    // 600.00 was open, 400.00 comes back
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-40_000);
    assertThat(town.balance(AccountRole.RECEIVABLE)).isZero();
  }

  @Test
  void aReleaseThatGivesDaysBackIsADebitThatCanBePaid() {
    town.let("A");
    town.suspend("L", A, march(11), march(21)).orElseThrow();
    town.runOn("2026-03-01");
    town.pay("P1", "2100.00");
    town.release("L", march(16)).orElseThrow();
    town.runOn("2026-03-16");
    assertThat(town.months("A")).isEqualTo("2600.00");
    assertThat(town.kit.billing().owed(A).orElseThrow().payable().get("CNY")).isEqualTo(RenewalTown.yuan("500.00"));
    town.pay("P2", "500.00");
    assertThat(town.kit.billing().owed(A).orElseThrow().items()).isEmpty();
    // and taken away once more, wholly
    town.suspend("ALL", A, march(1), day("2026-04-01")).orElseThrow();
    town.runOn("2026-03-17");
    assertThat(town.months("A")).isEqualTo("0.00");
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-260_000);
  }

  @Test
  void aRetroactiveRentChangeIsADebitForEachPeriodItReaches() {
    town.let("A");
    town.runOn("2026-05-01");
    town.amend("A", "2026-04-01", new Change.RentChange(RenewalTown.yuan("3400.00"), "S-7"));
    town.runOn("2026-05-02");
    assertThat(town.months("A")).isEqualTo("3100.00 3400.00 3400.00");
    assertThat(town.adjustments()).extracting(each -> each.cause().toString()).containsOnly("terms A/1");
    assertThat(town.adjustments()).extracting(Adjustment::due).containsOnly(LocalDate.of(2026, 5, 6));
  }

  @Test
  void whatIsFrozenIsLeftAloneUntilItIsReleased() {
    town.let("A");
    town.runOn("2026-04-01");
    town.locked(
            "F", new LockScope.OneAmount(rent(3, 0)), day("2026-04-01"), null, town.kit.locks()::freeze)
        .orElseThrow();
    town.pay("P1", "4000.00");
    assertThat(town.rents("A")).extracting(Receivable::outstanding)
        .containsExactly(RenewalTown.yuan("3100.00"), RenewalTown.yuan("0.00"));
    OpenItems open = town.kit.billing().owed(A).orElseThrow();
    assertThat(open.payable().get("CNY")).isEqualTo(RenewalTown.yuan("0.00"));
    assertThat(open.held().get("CNY")).isEqualTo(RenewalTown.yuan("3100.00"));
    town.release("F", day("2026-04-02")).orElseThrow();
    town.runOn("2026-04-02");
    town.pay("P2", "2200.00");
    assertThat(town.kit.billing().owed(A).orElseThrow().items()).isEmpty();
  }

  @Test
  void aPartThatIsFrozenIsHeldAndTheRestIsPaidAndOnePaymentMayComeTwice() {
    town.let("A");
    town.runOn("2026-03-01");
    town.locked(
            "F", new LockScope.PartOfAmount(rent(3, 0), RenewalTown.yuan("100.00")), march(1), march(3),
            town.kit.locks()::freeze)
        .orElseThrow();
    town.pay("P1", "3100.00");
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-10_000);
    town.runOn("2026-03-04");
    town.pay("P2", "1.00");
    assertThat(town.balance(AccountRole.RECEIVABLE)).isZero();
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-100);
  }
}
