package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.application.AmendContract;
import org.leasekit.application.ChooseAddOn;
import org.leasekit.application.SignRenewal;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.ledger.AccountRole;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.RenewalCase;

/** Add-ons through the front door, on an adapter's stores: from the offer to the end of the lease. */
public abstract class AddOnJourneyContract {

  /** For subclasses. */
  protected AddOnJourneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  /** A town whose rent stays, with charging posts at a price. */
  private RenewalTown town(String price, int stock) {
    RenewalTown town =
        new RenewalTown(
            stores(),
            validator(),
            "2026-01-20",
            RenewalTown.profile().withOffers(PricingStrategies.UNCHANGED, OfferPolicy.STANDARD));
    town.kit.offers().putAddOn(AddOn.of(RenewalTown.LESSOR, "POST", "充电桩", RenewalTown.yuan(price), stock)).orElseThrow();
    return town;
  }

  private static Outcome<RenewalCase> choose(RenewalTown town, String no, String addOn, int pieces) {
    return town.kit.offers().choose(new ChooseAddOn(town.caseOf(no).value(), addOn, pieces));
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "ACCEPTED" : outcome.rejection().rule();
  }

  private static int taken(RenewalTown town) {
    return town.kit.offers().addOns().get(0).taken();
  }

  /** What A's successor is charged for its posts, credits and debits put to it. */
  private static String charged(RenewalTown town) {
    ContractNo no = new ContractNo("A-R1");
    long minor = 0;
    for (Receivable each : town.receivables(no.value())) {
      boolean raised = each.key().charge().value().equals("ADDON-POST") && each.key().revision() == 0;
      minor += raised ? MinorUnits.of(each.amount()) : 0;
    }
    for (Adjustment each : town.stores.adjustments().of(RenewalTown.LESSOR, List.of(no))) {
      minor += each.key().charge().value().equals("ADDON-POST") ? each.signedMinor() : 0;
    }
    return MinorUnits.plain(MinorUnits.amount(minor, "CNY"));
  }

  /** A has renewed from 2026-04-01 for a year, with so many posts, and has paid. */
  private static void renew(RenewalTown town, int posts, String toPay) {
    town.let("A", lease -> {});
    town.goTo("2026-03-02", "10:00");
    choose(town, "A", "POST", posts).orElseThrow();
    town.payRenewal("A", "P-1", toPay).orElseThrow();
    town.sign("A", "S-1").orElseThrow();
    town.goTo("2026-04-02", "10:00");
  }

  private static AmendContract leaves(String day, String notice) {
    AmendContract.Basis basis =
        new AmendContract.Basis("A-R1", LocalDate.parse(day), "steward-a", "moves away", "letter 1");
    return new AmendContract.EarlyTermination(basis, LocalDate.parse(notice), SubsAtEnd.REFUSE);
  }

  @Test
  void addOnsAreBilledAsOfferedAndComeBackWhenNobodyHasThem() {
    RenewalTown town = town("600.00", 2);
    for (String no : List.of("A", "B", "C")) {
      town.let(no, lease -> {});
    }
    town.goTo("2026-03-02", "10:00");
    assertThat(town.kit.offers().addOns(town.caseOf("A")).orElseThrow()).hasSize(1);
    choose(town, "A", "POST", 2).orElseThrow();
    assertThat(town.kit.offers().addOns(town.caseOf("A")).orElseThrow()).isEmpty();
    choose(town, "A", "POST", 1).orElseThrow();
    choose(town, "B", "POST", 1).orElseThrow();
    assertThat(rule(choose(town, "C", "POST", 1))).isEqualTo("OUT_OF_STOCK");
    assertThat(rule(choose(town, "C", "BOAT", 1))).isEqualTo("NO_SUCH_ADD_ON");
    town.decline("B").orElseThrow();
    assertThat(town.kit.offers().addOns().get(0).left()).isEqualTo(1);
    choose(town, "C", "POST", 1).orElseThrow();
    town.accept("A").orElseThrow();
    assertThat(rule(choose(town, "A", "POST", 0))).isEqualTo("OFFER_FROZEN");

    assertThat(town.renewal("A").offer().firstPayment()).isEqualTo(RenewalTown.yuan("1600.00"));
    town.payRenewal("A", "P-1", "1600.00").orElseThrow();
    town.sign("A", "S-1").orElseThrow();
    assertThat(town.receivables("A-R1"))
        .extracting(each -> each.key().charge().value() + " " + MinorUnits.plain(each.amount()) + " " + each.status())
        .containsExactly("ADDON-POST 600.00 PAID", "RENT 1000.00 PAID");
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isZero();
    // C never answers
    town.liveTo("2026-04-01", "12:00");
    assertThat(town.kit.offers().addOns().get(0).left()).isEqualTo(1);
    // A's year with the post is over
    town.goTo("2027-04-01", "00:00");
    assertThat(town.kit.offers().addOns().get(0).left()).isEqualTo(2);
  }

  @Test
  void theLastAddOnIsNeverSoldTwice() throws Exception {
    RenewalTown town = town("1.00", 3);
    List<String> tenants = Stream.iterate(0, i -> i + 1).limit(8).map(i -> "T-" + i).toList();
    tenants.forEach(no -> town.let(no, lease -> {}));
    town.goTo("2026-03-02", "10:00");
    CountDownLatch start = new CountDownLatch(1);
    List<CompletableFuture<String>> answers =
        tenants.stream()
            .map(no -> CompletableFuture.supplyAsync(() -> afterStart(start, town, no)))
            .toList();
    start.countDown();
    int sold = 0;
    for (CompletableFuture<String> answer : answers) {
      sold += answer.get(60, TimeUnit.SECONDS).equals("ACCEPTED") ? 1 : 0;
    }
    assertThat(sold).isEqualTo(3);
    assertThat(town.kit.offers().addOns().get(0).left()).isZero();
    assertThat(tenants.stream().filter(no -> !town.renewal(no).offer().addOns().isEmpty())).hasSize(3);
  }

  private static String afterStart(CountDownLatch start, RenewalTown town, String no) {
    try {
      start.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return rule(choose(town, no, "POST", 1));
  }

  @Test
  void whoLeavesEarlyIsCreditedTheRestAndTheStockIsThereForOthers() {
    RenewalTown town = town("600.00", 2);
    renew(town, 2, "2200.00");
    town.kit.amendments().amend(leaves("2026-07-10", "2026-04-02")).orElseThrow();
    town.goTo("2026-07-09", "12:00");
    // 100 of the 365 days from April 1 are let: 1,200.00 × 100 / 365 = 328.77
    assertThat(charged(town)).isEqualTo("328.77");
    assertThat(taken(town)).isEqualTo(2);
    town.goTo("2026-07-10", "00:30");
    assertThat(town.contract("A-R1").status()).isEqualTo(ContractStatus.TERMINATED);
    assertThat(taken(town)).isZero();
    // nothing is given back a second time when the term that was agreed is over
    CaseId other = CaseId.of(new ContractNo("B"), LocalDate.parse("2026-08-31"));
    town.let(
        "B",
        lease -> {
          lease.start = "2025-09-01";
          lease.lastDay = "2026-08-31";
        });
    town.goTo("2026-08-10", "10:00");
    town.kit.offers().choose(new ChooseAddOn(other.value(), "POST", 1)).orElseThrow();
    town.pay(other.value(), "P-2", "1600.00").orElseThrow();
    town.kit.renewals().sign(new SignRenewal(other.value(), "S-2")).orElseThrow();
    town.goTo("2027-04-02", "00:30");
    assertThat(taken(town)).isEqualTo(1);
    assertThat(charged(town)).isEqualTo("328.77");
  }

  @Test
  void anEndThatIsTakenBackTakesTheCreditBack() {
    RenewalTown town = town("600.00", 2);
    renew(town, 1, "1600.00");
    int number = town.kit.amendments().amend(leaves("2026-07-10", "2026-04-02")).orElseThrow().recorded().size();
    town.goTo("2026-04-03", "10:00");
    // 600.00 × 100 / 365 = 164.38
    assertThat(charged(town)).isEqualTo("164.38");
    town.goTo("2026-05-03", "10:00");
    town.kit
        .amendments()
        .withdraw(new WithdrawAmendment("A-R1", number, "steward-a", "stays after all", "letter 2"))
        .orElseThrow();
    town.goTo("2026-08-01", "10:00");
    assertThat(charged(town)).isEqualTo("600.00");
    assertThat(taken(town)).isEqualTo(1);
    assertThat(town.contract("A-R1").status()).isEqualTo(ContractStatus.ACTIVE);
  }

  @Test
  void whoGoesOnAfterAllHasItsAddOnsAgainIfTheyAreThere() {
    RenewalTown town = town("600.00", 2);
    renew(town, 2, "2200.00");
    int number = town.kit.amendments().amend(leaves("2026-07-10", "2026-04-02")).orElseThrow().recorded().size();
    town.goTo("2026-07-10", "00:30");
    assertThat(taken(town)).isZero();
    town.kit.offers().putAddOn(AddOn.of(RenewalTown.LESSOR, "POST", "充电桩", RenewalTown.yuan("600.00"), 1));
    WithdrawAmendment late =
        new WithdrawAmendment("A-R1", number, "steward-a", "stays after all", "letter 2");
    assertThat(rule(town.kit.amendments().withdraw(late))).isEqualTo("OUT_OF_STOCK");
    assertThat(town.contract("A-R1").status()).isEqualTo(ContractStatus.TERMINATED);
    town.kit.offers().putAddOn(AddOn.of(RenewalTown.LESSOR, "POST", "充电桩", RenewalTown.yuan("600.00"), 3));
    assertThat(rule(town.kit.amendments().withdraw(late))).isEqualTo("ACCEPTED");
    assertThat(taken(town)).isEqualTo(2);
    town.goTo("2026-07-11", "00:30");
    assertThat(charged(town)).isEqualTo("1200.00");
    town.goTo("2027-04-02", "00:30");
    assertThat(taken(town)).isZero();
  }

  @Test
  void anAddOnOfALeaseThatNeverBeginsCostsNothing() {
    RenewalTown town = town("600.00", 2);
    town.let("A", lease -> {});
    town.goTo("2026-03-02", "10:00");
    choose(town, "A", "POST", 1).orElseThrow();
    town.payRenewal("A", "P-1", "1600.00").orElseThrow();
    town.sign("A", "S-1").orElseThrow();
    town.kit.amendments().amend(leaves("2026-04-01", "2026-03-02")).orElseThrow();
    town.goTo("2026-04-02", "10:00");
    assertThat(charged(town)).isEqualTo("0.00");
    assertThat(taken(town)).isZero();
  }
}
