package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Change;
import org.leasekit.application.OpenItems;
import org.leasekit.application.ReleaseLock;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.LockId;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.LateFees;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Stores;

/**
 * A late fee is the rate of what was owed and not held, day by day, as the books know it; through the front door. March of
 * 1000.00 is due on Monday the 2nd, so that the first day late is the 3rd; the stages fire on the 5th, 12th and 19th. After
 * each test the books agree with the receivables.
 */
public abstract class LateFeesContract {
  private static final ContractNo A = new ContractNo("A");
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final ReceivableKey RENT =
      new ReceivableKey(A, ChargeCode.RENT, DateRange.of(MARCH, MARCH.plusMonths(1)), 0);
  private static final LockScope PART = new LockScope.PartOfAmount(RENT, RenewalTown.yuan("600.00"));
  private static final LockScope ALL = new LockScope.WholeContract(A);

  private MoneyTown town;

  /** For subclasses. */
  protected LateFeesContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @AfterEach
  final void theBooksAgree() {
    town.assertBooksAgree();
  }

  @BeforeEach
  final void settle() {
    town = begin(30);
  }

  /** One per mille a day of what is owed since March 2, of a tenant who has paid February. */
  private MoneyTown begin(int capPercent) {
    RenewalTown renewals =
        new RenewalTown(
            stores(), validator(), "2026-02-28", RenewalTown.profile(),
            RenewalTown.dunning().withFees(new LateFees(10, 0, capPercent)));
    MoneyTown begun = new MoneyTown(renewals);
    begun.let(
        "A",
        lease -> {
          lease.start = "2026-02-01";
          lease.lastDay = "2027-01-31";
          lease.rent = "1000.00";
        });
    begun.kit.billing().raiseDue();
    begun.pay("P-FEB", "1000.00");
    return begun;
  }

  /** Bills and duns at half past ten of every day through one. */
  private void liveThrough(String day) {
    LocalDate next = town.clock.instant().atZone(RenewalTown.SHANGHAI).toLocalDate();
    for (; !next.isAfter(LocalDate.parse(day)); next = next.plusDays(1)) {
      town.clock.set(RenewalTown.at(next.toString(), "10:30"));
      assertThat(town.kit.billing().raiseDue().setAside()).isEmpty();
      assertThat(town.kit.dunning().runDue().setAside()).isEmpty();
    }
  }

  private void freeze(String id, LockScope scope, String from, String until) {
    freeze(id, scope, RenewalTown.at(from, "00:00"), RenewalTown.at(until, "00:00"));
  }

  private void freeze(String id, LockScope scope, Instant from, Instant until) {
    town.locked(id, scope, from, until, town.kit.locks()::freeze).orElseThrow();
  }

  private List<Receivable> fees() {
    return town.town.receivables("A").stream().filter(one -> LateFees.isFee(one.key().charge())).toList();
  }

  /** Each fee as its days and what it came to, credits taken off. */
  private List<String> charged() {
    return fees().stream()
        .map(
            one ->
                one.key().period().start() + ".." + one.key().period().endExclusive() + " "
                    + MinorUnits.plain(one.amount().subtract(one.credited())))
        .toList();
  }

  private String explained(ReceivableKey key, Locale locale) {
    return town.kit.billing().explain(key).orElseThrow().text(locale);
  }

  @Test
  void daysOnWhichAllOfADebtWasFrozenAreNotChargedAfterTheRelease() {
    freeze("DISPUTE", ALL, "2026-02-28", "2026-03-16");
    liveThrough("2026-03-16");
    assertThat(charged()).isEmpty();
    liveThrough("2026-03-19");
    assertThat(charged()).containsExactly("2026-03-03..2026-03-19 3.00");
    assertThat(explained(fees().get(0).key(), Locale.ENGLISH))
        .contains(
            "0.1% a day: 2026-03-03 to 2026-03-15 (13 days) not owed or held, nothing",
            "2026-03-16 to 2026-03-18 (3 days) of 1000.00 CNY = 30/10000; 1000.00 × 30/10000 = 3.00 CNY");
    assertThat(explained(fees().get(0).key(), Locale.CHINESE))
        .contains("2026-03-03 至 2026-03-15（13 天）未欠或已冻结，不计", "1000.00 CNY 逾期 2026-03-16 至 2026-03-18（3 天）= 30/10000");
  }

  @Test
  void ofADebtThatIsFrozenInPartTheRestIsChargedForThoseDays() {
    liveThrough("2026-03-02");
    freeze("PART", PART, "2026-03-01", "2026-03-10");
    liveThrough("2026-03-12");
    assertThat(charged()).containsExactly("2026-03-03..2026-03-05 0.80", "2026-03-05..2026-03-12 4.00");
    assertThat(explained(fees().get(1).key(), Locale.ENGLISH))
        .contains(
            "2026-03-05 to 2026-03-09 (5 days) of 400.00 CNY = 50/10000",
            "2026-03-10 to 2026-03-11 (2 days) of 1000.00 CNY = 20/10000",
            "400.00 × 50/10000 + 1000.00 × 20/10000 = 4.00 CNY");
  }

  @Test
  void aFreezeOfTodayTakesNothingOffTheDaysBeforeIt() {
    liveThrough("2026-03-09");
    freeze("PART", PART, "2026-03-10", "2026-05-01");
    liveThrough("2026-03-12");
    assertThat(charged()).containsExactly("2026-03-03..2026-03-05 2.00", "2026-03-05..2026-03-12 5.80");
  }

  @Test
  void aDayIsFrozenIfItIsAtNoon() {
    freeze("EVENING", ALL, RenewalTown.at("2026-03-05", "12:01"), RenewalTown.at("2026-03-06", "12:00"));
    freeze("LUNCH", ALL, RenewalTown.at("2026-03-09", "12:00"), RenewalTown.at("2026-03-09", "12:01"));
    liveThrough("2026-03-12");
    assertThat(charged()).containsExactly("2026-03-03..2026-03-05 2.00", "2026-03-05..2026-03-12 6.00");
  }

  @Test
  void whatWasPaidBearsNoFeeFromTheDayItCame() {
    liveThrough("2026-03-09");
    town.pay("P-PART", "500.00");
    liveThrough("2026-03-12");
    assertThat(charged()).containsExactly("2026-03-03..2026-03-05 2.00", "2026-03-05..2026-03-12 5.50");
  }

  @Test
  void daysThatAreFrozenDoNotCountTowardsTheCap() {
    town = begin(1);
    liveThrough("2026-03-05");
    freeze("DISPUTE", ALL, "2026-03-06", "2026-03-12");
    liveThrough("2026-03-31");
    // ten days cost the one per cent: the 3rd to the 5th, and seven from the 12th on
    assertThat(charged())
        .containsExactly(
            "2026-03-03..2026-03-05 2.00", "2026-03-05..2026-03-12 1.00", "2026-03-12..2026-03-19 7.00");
  }

  @Test
  void aPartIsFrozenOnceHoweverOftenTheAmountWasCorrected() {
    liveThrough("2026-03-03");
    freeze("PART", new LockScope.PartOfAmount(RENT, RenewalTown.yuan("300.00")), "2026-03-03", "2026-06-01");
    town.amend("A", "2026-03-01", new Change.RentChange(RenewalTown.yuan("1200.00"), "S-1"));
    town.runOn("2026-03-04");
    OpenItems owed = town.kit.billing().owed(A).orElseThrow();
    // March is 1000.00 and a debit of 200.00
    assertThat(owed.items())
        .extracting(item -> item.receivable().key().revision(), item -> MinorUnits.plain(item.held()))
        .containsExactly(
            tuple(0, "300.00"), tuple(1, "0.00"));
    assertThat(owed.payable()).containsEntry("CNY", RenewalTown.yuan("900.00"));
    town.pay("P-900", "900.00");
    assertThat(town.stores.payments().unapplied(RenewalTown.LESSOR, A)).isEmpty();
    assertThat(town.kit.billing().owed(A).orElseThrow().payable()).containsEntry("CNY", RenewalTown.yuan("0.00"));
  }

  /** What was corrected of late fees. */
  private List<Adjustment> corrections() {
    return town.adjustments().stream().filter(each -> LateFees.isFee(each.key().charge())).toList();
  }

  /** Bills, and bills again: what is right is left as it is. */
  private void billTwice(String day) {
    town.runOn(day);
    List<List<?>> once = town.state();
    town.runOn(day);
    assertThat(town.state()).isEqualTo(once);
  }

  @Test
  void theFeeOfADebtThatASuspensionTakesAwayIsTakenBack() {
    liveThrough("2026-03-12");
    town.suspend("REST", A, RenewalTown.at("2026-03-01", "00:00"), null).orElseThrow();
    billTwice("2026-03-13");
    assertThat(charged()).containsExactly("2026-03-03..2026-03-05 0.00", "2026-03-05..2026-03-12 0.00");
    assertThat(corrections())
        .extracting(each -> MinorUnits.plain(each.amount()), each -> each.cause().locks())
        .containsExactly(tuple("2.00", List.of(new LockId("REST"))), tuple("7.00", List.of(new LockId("REST"))));
    assertThat(town.kit.billing().owed(A).orElseThrow().items()).isEmpty();
    assertThat(explained(corrections().get(1).key(), Locale.ENGLISH))
        .contains("credit of 7.00 CNY: from 7.00 to 0.00, because of lock REST");
    assertThat(explained(corrections().get(1).key(), Locale.CHINESE)).contains("锁定 REST");
  }

  @Test
  void theFeeOfADebtThatALowerRentMakesSmallerIsLoweredAndThePaymentGoesToWhatIsOwed() {
    liveThrough("2026-03-12");
    town.pay("P-MAR", "1009.00");
    town.amend("A", "2026-03-01", new Change.RentChange(RenewalTown.yuan("600.00"), "S-1"));
    billTwice("2026-03-13");
    assertThat(charged()).containsExactly("2026-03-03..2026-03-05 1.20", "2026-03-05..2026-03-12 4.20");
    assertThat(town.stores.payments().unapplied(RenewalTown.LESSOR, A))
        .extracting(each -> MinorUnits.plain(each.unapplied()))
        .containsExactly("403.60");
    assertThat(explained(corrections().get(1).key(), Locale.ENGLISH))
        .contains(
            "from 7.00 to 4.20, because of change of terms A/1",
            "2026-03-05 to 2026-03-11 (7 days) of 600.00 CNY = 70/10000; 600.00 × 70/10000 = 4.20 CNY");
  }

  @Test
  void theFeeOfDaysWhoseFreezeIsLearntLateIsTakenBack() {
    liveThrough("2026-03-12");
    town.clock.set(RenewalTown.at("2026-03-13", "09:00"));
    freeze("LATE", PART, "2026-03-06", "2026-03-09");
    billTwice("2026-03-14");
    assertThat(charged()).containsExactly("2026-03-03..2026-03-05 2.00", "2026-03-05..2026-03-12 5.20");
    assertThat(corrections()).extracting(each -> each.cause().locks()).containsExactly(List.of(new LockId("LATE")));
    // and what was taken back is not charged again
    liveThrough("2026-03-19");
    assertThat(charged())
        .containsExactly(
            "2026-03-03..2026-03-05 2.00", "2026-03-05..2026-03-12 5.20", "2026-03-12..2026-03-19 7.00");
  }

  /** Money that a correction sets free was here when it came, whatever it had been put to. */
  @Test
  void moneyThatIsSetFreeLaterPaysFromTheDayItCame() {
    liveThrough("2026-03-12");
    town.amend("A", "2026-02-01", new Change.RentChange(RenewalTown.yuan("900.00"), "S-1"));
    billTwice("2026-03-13");
    // February came to 900.00, its other 100.00 pay of March, which came to 900.00 as well
    assertThat(charged()).containsExactly("2026-03-03..2026-03-05 1.60", "2026-03-05..2026-03-12 5.60");
  }

  /** February comes to 900.00 while March is frozen, so that the other 100.00 of February's money wait. */
  private void setMoneyFreeWhileFrozen() {
    liveThrough("2026-03-12");
    freeze("DISPUTE", ALL, "2026-03-13", "2026-03-16");
    town.amend("A", "2026-02-01", new Change.RentChange(RenewalTown.yuan("900.00"), "S-1"));
    billTwice("2026-03-13");
    assertThat(charged()).containsExactly("2026-03-03..2026-03-05 1.80", "2026-03-05..2026-03-12 6.30");
    assertThat(town.stores.payments().unapplied(RenewalTown.LESSOR, A))
        .extracting(each -> MinorUnits.plain(each.unapplied()))
        .containsExactly("100.00");
  }

  @Test
  void moneyThatWaitedForTheEndOfAFreezePaysFromTheDayItCame() {
    setMoneyFreeWhileFrozen();
    billTwice("2026-03-16");
    assertThat(charged()).containsExactly("2026-03-03..2026-03-05 1.60", "2026-03-05..2026-03-12 5.60");
    assertThat(corrections())
        .filteredOn(each -> each.cause().terms().contains("payment P-FEB"))
        .extracting(each -> each.key().revision(), each -> MinorUnits.plain(each.amount()))
        .containsExactly(tuple(2, "0.20"), tuple(2, "0.70"));
  }

  @Test
  void moneyThatWaitedForAReleasePaysFromTheDayItCame() {
    setMoneyFreeWhileFrozen();
    town.clock.set(RenewalTown.at("2026-03-14", "09:00"));
    town.kit
        .locks()
        .release(new ReleaseLock("DISPUTE", town.clock.instant(), "manager", "settled"))
        .orElseThrow();
    billTwice("2026-03-15");
    assertThat(charged()).containsExactly("2026-03-03..2026-03-05 1.60", "2026-03-05..2026-03-12 5.60");
  }
}
