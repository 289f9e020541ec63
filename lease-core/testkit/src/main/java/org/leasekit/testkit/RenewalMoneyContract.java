package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leasekit.application.LessorProfile;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Receivable;
import org.leasekit.intent.EarlyBird;
import org.leasekit.ledger.AccountRole;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.OfferLimits;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.PricingStrategy;
import org.leasekit.renewal.StewardTask;

/** Money that came for renewals and deposits that go along with them, on an adapter's stores: none of it vanishes. */
public abstract class RenewalMoneyContract {

  /** For subclasses. */
  protected RenewalMoneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private MoneyTown town(PricingStrategy pricing, @Nullable EarlyBird bird) {
    LessorProfile profile =
        RenewalTown.profile()
            .withOffers(
                pricing,
                new OfferPolicy(OfferLimits.STANDARD, OfferJourneyContract.HOPEFUL, bird, null));
    return new MoneyTown(new RenewalTown(stores(), validator(), "2026-02-05", profile));
  }

  private static List<StewardTask> disputes(MoneyTown money) {
    return money.town.tasks().stream()
        .filter(task -> task.kind() == StewardTask.Kind.DISPUTED_PAYMENT)
        .toList();
  }

  @Test
  void whatWasPaidForACaseThatCameToNothingIsSettledByAPerson() {
    MoneyTown money = town(PricingStrategies.UNCHANGED, null);
    RenewalTown town = money.town;
    for (String no : List.of("PART", "FULL", "DECLINES", "EXTENDS", "NOTHING")) {
      town.let(no, lease -> {});
    }
    town.goTo("2026-03-02", "10:00");
    town.payRenewal("PART", "P-1", "400.00").orElseThrow();
    town.payRenewal("FULL", "P-2", "1000.00").orElseThrow();
    town.payRenewal("DECLINES", "P-3", "1.00").orElseThrow();
    town.payRenewal("EXTENDS", "P-4", "999.99").orElseThrow();
    assertThat(disputes(money)).isEmpty();
    town.decline("DECLINES").orElseThrow();
    CaseId extended = town.caseOf("EXTENDS");
    town.kit.amendments()
        .amend(AmendmentJourney.extension("EXTENDS", "2026-04-01", "2026-07-01"))
        .orElseThrow();
    assertThat(disputes(money))
        .extracting(StewardTask::renewalCase)
        .containsExactlyInAnyOrder(town.caseOf("DECLINES"), extended);
    town.goTo("2026-04-01", "00:00");
    assertThat(town.renewal("FULL").state()).isEqualTo(CaseState.LAPSED);
    assertThat(disputes(money))
        .filteredOn(StewardTask::isOpen)
        .extracting(StewardTask::assignee)
        .containsOnly(new StaffId("steward-a"))
        .hasSize(4);
    assertThat(money.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-2400_99);
    money.assertBooksAgree();
  }

  @Test
  void moneyThatComesAfterADisputeWasSettledIsAnother() {
    MoneyTown money = town(PricingStrategies.UNCHANGED, null);
    RenewalTown town = money.town;
    town.let("A", lease -> {});
    town.goTo("2026-03-02", "10:00");
    town.decline("A").orElseThrow();
    town.payRenewal("A", "P-1", "1000.00").orElseThrow();
    town.payRenewal("A", "P-2", "1000.00").orElseThrow();
    assertThat(disputes(money)).hasSize(1);
    town.kit.tasks().done(disputes(money).get(0).id(), "paid back").orElseThrow();
    town.payRenewal("A", "P-3", "1000.00").orElseThrow();
    assertThat(disputes(money)).extracting(StewardTask::isOpen).containsExactly(false, true);
  }

  @Test
  void anEarlyBirdsPriceThatComesTooLateIsNotTakenForPayment() {
    MoneyTown money = town(PricingStrategies.UNCHANGED, new EarlyBird(0.85, 7, 0, 300, 12, 1));
    RenewalTown town = money.town;
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.daysTo("2026-02-21");
    town.payRenewal("B", "P-B", "970.00").orElseThrow();
    town.daysTo("2026-02-27");
    town.payRenewal("A", "P-A", "970.00").orElseThrow();
    assertThat(town.renewal("A").progress().paidAt()).isNull();
    assertThat(disputes(money)).extracting(StewardTask::renewalCase).containsExactly(town.caseOf("A"));
    town.payRenewal("A", "P-A2", "30.00").orElseThrow();
    assertThat(town.renewal("A").progress().paidAt()).isNotNull();
  }

  /**
   * 2500.00 of deposit were agreed, two rents of 1000.00 are asked for now, and so much was paid. What is paid back is what
   * was paid beyond 2000.00; what is credited is what was not paid beyond that; the rest that was not paid stays owed.
   */
  @Test
  void onlyWhatWasPaidOfADepositIsPaidBack() {
    MoneyTown money = town(PricingStrategies.withDeposit(PricingStrategies.UNCHANGED, 2), null);
    for (String no : List.of("NONE", "SOME", "MOST", "ALL")) {
      money.town.let(
          no,
          lease -> {
            lease.start = "2026-02-10";
            lease.lastDay = "2026-03-31";
            lease.deposit = "2500.00";
          });
    }
    money.town.goTo("2026-02-10", "00:00");
    for (String paid : List.of("SOME 1200.00", "MOST 2200.00", "ALL 2500.00")) {
      String[] each = paid.split(" ", -1);
      money.town.pay(each[0], "P-D-" + each[0], each[1]).orElseThrow();
    }
    money.town.goTo("2026-03-02", "10:00");
    renew(money, "NONE", "0.00", 2000_00);
    renew(money, "SOME", "0.00", 800_00);
    renew(money, "MOST", "200.00", 0);
    renew(money, "ALL", "500.00", 0);
    assertThat(money.balance(AccountRole.CLEARING)).isEqualTo(-700_00);
    money.town.tasks().stream()
        .filter(task -> task.kind() == StewardTask.Kind.DEPOSIT_REFUND)
        .forEach(task -> money.kit.tasks().paidBack(task.id(), "BANK-" + task.contract()).orElseThrow());
    assertThat(money.balance(AccountRole.CLEARING)).isZero();
    money.assertBooksAgree();
    // what is still owed can be paid, and is the successor's deposit then
    money.town.pay("SOME", "P-late", "800.00").orElseThrow();
    assertThat(deposit(money, "SOME").outstandingMinor()).isZero();
    money.assertBooksAgree();
  }

  private static void renew(MoneyTown money, String no, String back, long owed) {
    RenewalTown town = money.town;
    town.payRenewal(no, "P-" + no, "1000.00").orElseThrow();
    town.sign(no, "S-" + no).orElseThrow();
    assertThat(town.renewal(no).offer().depositRefund()).isEqualTo(RenewalTown.yuan(back));
    assertThat(-town.balance(AccountRole.CLEARING, no))
        .isEqualTo(MinorUnits.of(RenewalTown.yuan(back)));
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, no)).isZero();
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, no + "-R1")).isEqualTo(-2000_00);
    assertThat(deposit(money, no).outstandingMinor()).isEqualTo(owed);
    money.assertBooksAgree();
  }

  private static Receivable deposit(MoneyTown money, String no) {
    return money.town.receivables(no).stream()
        .filter(each -> each.key().charge().equals(ChargeCode.DEPOSIT))
        .findFirst()
        .orElseThrow();
  }
}
