package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leasekit.access.Actor;
import org.leasekit.application.AcceptRenewal;
import org.leasekit.application.DecideOffer;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.RedeemCode;
import org.leasekit.application.RenewTree;
import org.leasekit.application.ReviseOffer;
import org.leasekit.application.TaskService;
import org.leasekit.billing.Receivable;
import org.leasekit.intent.Dossier;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.Estimate;
import org.leasekit.intent.IntentModel;
import org.leasekit.ledger.AccountRole;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.OfferLimits;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.PricingStrategy;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;
import org.leasekit.renewal.Touch;

/** Offers through the front door, on an adapter's stores: the price shown is the price charged. */
public abstract class OfferJourneyContract {
  private static final OfferPolicy.PersonalCode CODE =
      new OfferPolicy.PersonalCode(250, 10, "a secret of the town's");

  /** For subclasses. */
  protected OfferJourneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  /** Thinks that everybody renews. */
  static final IntentModel HOPEFUL =
      new IntentModel() {
        @Override
        public String code() {
          return "HOPEFUL";
        }

        @Override
        public Estimate estimate(Dossier dossier) {
          return new Estimate(0.9, 0.8, 0.95);
        }
      };

  private RenewalTown town(PricingStrategy pricing, OfferPolicy policy) {
    LessorProfile profile = RenewalTown.profile().withOffers(pricing, policy);
    return new RenewalTown(stores(), validator(), "2026-01-20", profile);
  }

  private static OfferPolicy policy(
      @Nullable EarlyBird bird, OfferPolicy.@Nullable PersonalCode code) {
    return new OfferPolicy(OfferLimits.STANDARD, HOPEFUL, bird, code);
  }

  private static EarlyBird everyBird(double heldBack) {
    return new EarlyBird(0.85, 7, heldBack, 300, 5, 1);
  }

  private static Proposal proposal(RenewalTown town, String no) {
    return town.kit.offers().proposal(town.caseOf(no)).orElseThrow();
  }

  private static String rent(RenewalTown town, String no) {
    return MinorUnits.plain(town.renewal(no).offer().terms().monthlyRent());
  }

  private static Outcome<Proposal> decide(RenewalTown town, String no, String by, boolean approved) {
    return town.kit.offers().decide(new DecideOffer(town.caseOf(no).value(), by, approved));
  }

  private static Outcome<Proposal> redeem(RenewalTown town, String no, String code) {
    return town.kit.offers().redeem(new RedeemCode(town.caseOf(no).value(), code));
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "ACCEPTED" : outcome.rejection().rule();
  }

  private static List<StewardTask.Kind> openTasks(RenewalTown town) {
    return town.tasks().stream().filter(StewardTask::isOpen).map(StewardTask::kind).toList();
  }

  @Test
  void anOfferBeyondTheLimitsIsNotSentBeforeAPersonApproves() {
    RenewalTown town = town(PricingStrategies.changed(1001), policy(null, null));
    town.let("A", lease -> {});
    town.liveTo("2026-03-10", "12:00");
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.PROPOSED);
    assertThat(proposal(town, "A").approval().breaches())
        .containsExactly(OfferLimits.Breach.RENT_RISE);
    assertThat(town.touches()).isEmpty();
    assertThat(openTasks(town)).containsExactlyInAnyOrder(StewardTask.Kind.APPROVAL, StewardTask.Kind.HAND_OVER);
    assertThat(rule(town.accept("A"))).isEqualTo("OFFER_NOT_APPROVED");
    assertThat(rule(town.sign("A", "S-1"))).isEqualTo("OFFER_NOT_APPROVED");

    decide(town, "A", "boss", true).orElseThrow();
    assertThat(rule(decide(town, "A", "boss", true))).isEqualTo("NOTHING_TO_DECIDE");
    assertThat(openTasks(town)).isEmpty();
    town.liveTo("2026-03-12", "12:00");
    // the stage of day 30 is due still, and comes once
    assertThat(town.touches()).extracting(Touch::stage).containsExactly("30");
    town.accept("A").orElseThrow();
    assertThat(rent(town, "A")).isEqualTo("1100.10");
    assertThat(proposal(town, "A").approval().decidedBy()).hasToString("boss");
  }

  @Test
  void theRefusedWaitForARevisionAndNobodyApprovesTheirOwn() {
    RenewalTown town = town(PricingStrategies.changed(2000), policy(null, null));
    town.let("A", lease -> {});
    town.goTo("2026-03-02", "10:00");
    decide(town, "A", "boss", false).orElseThrow();
    town.liveTo("2026-03-04", "12:00");
    assertThat(town.touches()).isEmpty();

    ReviseOffer more =
        new ReviseOffer(town.caseOf("A").value(), "steward-a", RenewalTown.yuan("1100.01"));
    town.kit.offers().revise(more).orElseThrow();
    assertThat(rule(decide(town, "A", "steward-a", true))).isEqualTo("OWN_PROPOSAL");
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.PROPOSED);
    ReviseOffer within =
        new ReviseOffer(town.caseOf("A").value(), "steward-a", RenewalTown.yuan("1100.00"));
    town.kit.offers().revise(within).orElseThrow();
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.OPEN);
    town.liveTo("2026-03-05", "12:00");
    assertThat(town.touches()).hasSize(1);
    assertThat(rule(town.kit.offers().revise(more))).isEqualTo("OFFER_FROZEN");
    assertThat(proposal(town, "A").price().rule()).isEqualTo("SET_BY(steward-a)");
  }

  @Test
  void whoNobodyApprovesIsNotWrittenToAndNotForgotten() {
    RenewalTown town = town(PricingStrategies.changed(2000), policy(null, null));
    town.let("A", lease -> {});
    town.liveTo("2026-04-01", "12:00");
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.LAPSED);
    // no message, for there is no price to tell; a call before every stage's window ends, and somebody above who knows
    assertThat(town.touches()).isEmpty();
    assertThat(town.tasks().stream().filter(task -> task.kind() != StewardTask.Kind.APPROVAL))
        .extracting(StewardTask::kind, StewardTask::stage)
        .containsExactlyInAnyOrder(
            tuple(StewardTask.Kind.HAND_OVER, "30"),
            tuple(StewardTask.Kind.CALL, "30"),
            tuple(StewardTask.Kind.HAND_OVER, "15"),
            tuple(StewardTask.Kind.CALL, "15"),
            tuple(StewardTask.Kind.HAND_OVER, "3"),
            tuple(StewardTask.Kind.CALL, "3"),
            tuple(StewardTask.Kind.MOVE_OUT, ""));
    assertThat(rule(decide(town, "A", "boss", true))).isEqualTo("NOTHING_TO_DECIDE");
  }

  @Test
  void anEarlyBirdHearsAWeekEarlierAndWhoAcceptsKeepsThePrice() {
    RenewalTown town = town(PricingStrategies.changed(500), policy(new EarlyBird(0.85, 7, 0, 300, 12, 1), null));
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.liveTo("2026-02-13", "23:30");
    assertThat(proposalsOf(town)).isEmpty();
    town.liveTo("2026-02-14", "09:30");
    assertThat(town.touches()).isEmpty();
    town.liveTo("2026-02-21", "12:00");
    // the first stage is planned for February 28, a week before lies in the Spring Festival, and the day before that is worked
    assertThat(town.touches())
        .extracting(touch -> touch.stage() + " " + touch.channel() + " " + touch.at())
        .containsOnly("early-bird SMS " + RenewalTown.at("2026-02-14", "10:00"))
        .hasSize(2);
    assertThat(town.shown.get(0).text()).startsWith("【garage】").contains("我们优先为您保留");
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.NOTIFIED);
    assertThat(rent(town, "A")).isEqualTo("1018.50");
    town.accept("A").orElseThrow();

    town.liveTo("2026-02-25", "23:30");
    assertThat(rent(town, "B")).isEqualTo("1018.50");
    town.liveTo("2026-02-26", "00:30");
    assertThat(rent(town, "A")).isEqualTo("1018.50");
    assertThat(rent(town, "B")).isEqualTo("1050.00");
    String shown = "1018.50";
    AcceptRenewal old = new AcceptRenewal(town.caseOf("B").value(), new BigDecimal(shown));
    assertThat(rule(town.kit.renewals().accept(old))).isEqualTo("PRICE_CHANGED");
    AcceptRenewal seen = new AcceptRenewal(town.caseOf("B").value(), new BigDecimal("1050"));
    town.kit.renewals().accept(seen).orElseThrow();
    town.payRenewal("A", "P-1", shown).orElseThrow();
    town.sign("A", "S-1").orElseThrow();
    assertThat(town.contract("A-R1").terms().monthlyRent()).isEqualTo(RenewalTown.yuan(shown));
    assertThat(town.receivables("A-R1")).extracting(Receivable::status).containsExactly(Receivable.Status.PAID);
  }

  private static List<Proposal> proposalsOf(RenewalTown town) {
    List<Proposal> all = new ArrayList<>();
    town.kit.offers().proposals(all::add);
    return all;
  }

  @Test
  void theHeldBackAreTreatedAsEverybodyElse() {
    RenewalTown town = town(PricingStrategies.UNCHANGED, policy(everyBird(1), null));
    town.let("A", lease -> {});
    town.liveTo("2026-02-27", "12:00");
    assertThat(proposal(town, "A").chance().group()).isEqualTo(EarlyBird.Group.HELD_BACK);
    assertThat(proposal(town, "A").chance().intent()).isEqualTo(new Estimate(0.9, 0.8, 0.95));
    assertThat(town.stores.cases().find(RenewalTown.LESSOR, town.caseOf("A"))).isEmpty();
    town.liveTo("2026-03-01", "12:00");
    assertThat(town.touches()).extracting(Touch::stage).containsExactly("30");
    assertThat(rent(town, "A")).isEqualTo("1000.00");
  }

  @Test
  void aPersonalCodeIsUsedOnceByTheOneItIsFor() {
    RenewalTown town = town(PricingStrategies.UNCHANGED, policy(null, CODE));
    for (String no : List.of("A", "B", "C")) {
      town.let(no, lease -> {});
    }
    town.goTo("2026-03-02", "10:00");
    String code = town.kit.offers().code(town.caseOf("A")).orElseThrow().orElseThrow();
    assertThat(code).isNotEqualTo(proposal(town, "B").code());
    assertThat(rule(redeem(town, "B", code))).isEqualTo("NO_SUCH_CODE");
    redeem(town, "A", " " + code.toLowerCase(Locale.ROOT)).orElseThrow();
    assertThat(rule(redeem(town, "A", code))).isEqualTo("CODE_USED");
    assertThat(rent(town, "A")).isEqualTo("975.00");
    town.accept("C").orElseThrow();
    assertThat(rule(redeem(town, "C", String.valueOf(proposal(town, "C").code())))).isEqualTo("OFFER_FROZEN");
    town.goTo("2026-03-12", "00:00");
    assertThat(rule(redeem(town, "B", String.valueOf(proposal(town, "B").code())))).isEqualTo("CODE_EXPIRED");
    town.payRenewal("A", "P-1", "975.00").orElseThrow();
    town.sign("A", "S-1").orElseThrow();
    assertThat(town.receivables("A-R1")).extracting(Receivable::amount).containsExactly(RenewalTown.yuan("975.00"));
  }

  @Test
  void aSmallerDepositIsPaidBackAndAGreaterToppedUp() {
    RenewalTown town =
        town(PricingStrategies.withDeposit(PricingStrategies.UNCHANGED, 2), policy(null, null));
    town.let("MORE", lease -> {});
    town.let("LESS", lease -> lease.deposit = "2500.00");
    town.goTo("2026-03-02", "10:00");
    // the deposit of 2500.00, and twelve rents
    town.pay("LESS", "P-0", "14500.00").orElseThrow();
    assertThat(town.renewal("MORE").offer().firstPayment()).isEqualTo(RenewalTown.yuan("2000.00"));
    assertThat(town.renewal("LESS").offer().firstPayment()).isEqualTo(RenewalTown.yuan("1000.00"));
    assertThat(town.renewal("LESS").offer().depositRefund()).isEqualTo(RenewalTown.yuan("500.00"));
    long before = town.balance(AccountRole.DEPOSIT_LIABILITY);
    town.payRenewal("MORE", "P-1", "2000.00").orElseThrow();
    town.sign("MORE", "S-1").orElseThrow();
    town.payRenewal("LESS", "P-2", "1000.00").orElseThrow();
    town.sign("LESS", "S-2").orElseThrow();
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, "MORE-R1")).isEqualTo(-2000_00);
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, "LESS-R1")).isEqualTo(-2000_00);
    assertThat(town.balance(AccountRole.CLEARING, "LESS")).isEqualTo(-500_00);
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY)).isEqualTo(before - 1000_00 + 500_00);
    assertThat(openTasks(town)).containsExactly(StewardTask.Kind.DEPOSIT_REFUND);
    theRestLeavesOnceAndWithAReference(town);
  }

  private static void theRestLeavesOnceAndWithAReference(RenewalTown town) {
    long cash = town.balance(AccountRole.CASH);
    TaskService tasks = town.kit.tasks();
    TaskId id = tasks.open().get(0).id();
    assertThat(rule(tasks.done(id, "paid"))).isEqualTo("NEEDS_PAYMENT_REFERENCE");
    assertThat(rule(tasks.paidBack(id, " "))).isEqualTo("NEEDS_PAYMENT_REFERENCE");
    Actor steward = new Actor.Staff(new StaffId("steward-9"), Actor.Role.STEWARD);
    assertThat(rule(town.kit.as(steward).tasks().paidBack(id, "BANK-1"))).isNotEqualTo("ACCEPTED");
    assertThat(town.balance(AccountRole.CASH)).isEqualTo(cash);
    Actor finance = new Actor.Staff(new StaffId("finance-9"), Actor.Role.FINANCE);
    assertThat(town.kit.as(finance).tasks().paidBack(id, "BANK-1").orElseThrow().handling().note())
        .isEqualTo("BANK-1");
    assertThat(rule(tasks.paidBack(id, "BANK-2"))).isEqualTo("NO_SUCH_TASK");
    assertThat(town.balance(AccountRole.CASH)).isEqualTo(cash - 500_00);
    assertThat(town.balance(AccountRole.CLEARING, "LESS")).isZero();
  }

  @Test
  void whatHasEndedIsLearntFrom() {
    RenewalTown town = town(PricingStrategies.UNCHANGED, policy(null, null));
    town.let("PAYS", lease -> {});
    town.let("OWES", lease -> {});
    town.goTo("2026-02-27", "10:00");
    long owed =
        town.receivables("PAYS").stream().mapToLong(each -> MinorUnits.of(each.amount())).sum();
    town.pay("PAYS", "P-0", MinorUnits.plain(MinorUnits.amount(owed, "CNY"))).orElseThrow();
    town.goTo("2026-02-28", "10:00");
    town.payRenewal("PAYS", "P-1", "1000.00").orElseThrow();
    town.sign("PAYS", "S-1").orElseThrow();
    town.decline("OWES").orElseThrow();
    IntentModel learnt = town.kit.offers().learn().orElseThrow();
    // two cases are too few for anything but the plain rule: one of one renewed, none of one
    assertThat(learnt.code()).isEqualTo("PAID_BY_DAY_22");
    assertThat(learnt).extracting("paid.high", "unpaid.low").containsExactly(1.0, 0.0);
  }

  @Test
  void aMasterRenewsAllBelowItOrSomeAndWhoIsNotBelowItStays() {
    RenewalTown town = town(PricingStrategies.UNCHANGED, policy(null, null));
    town.let("M", lease -> lease.master = true);
    for (String no : List.of("M1", "M2", "M3")) {
      town.let(no, lease -> lease.parent = "M");
    }
    town.let("OTHER", lease -> {});
    town.goTo("2026-03-02", "10:00");
    String master = town.caseOf("M").value();
    List<String> some = List.of(town.caseOf("M1").value(), town.caseOf("M3").value());
    RenewTree stranger = new RenewTree(master, List.of(town.caseOf("OTHER").value()), null);
    assertThat(rule(town.kit.renewals().renewTree(stranger))).isEqualTo("NO_SUCH_CASE");
    assertThat(town.renewal("M").progress().acceptedAt()).isNull();

    town.kit.renewals().renewTree(new RenewTree(master, some, null)).orElseThrow();
    assertThat(Stream.of("M", "M1", "M2", "M3", "OTHER").filter(no -> town.renewal(no).progress().acceptedAt() != null))
        .containsExactly("M", "M1", "M3");
    town.kit.renewals().renewTree(new RenewTree(master, List.of(), "S-1")).orElseThrow();
    assertThat(town.renewal("M2").progress().signedAt()).isNotNull();
    assertThat(town.renewal("OTHER").progress().signedAt()).isNull();
    town.payRenewal("M", "P-0", "2000.00").orElseThrow();
    for (String no : List.of("M1", "M2", "M3")) {
      town.payRenewal(no, "P-" + no, "1000.00").orElseThrow();
      assertThat(town.contract(no + "-R1").parent()).hasValueSatisfying(up -> assertThat(up.value()).isEqualTo("M-R1"));
    }
  }

  @Test
  void aTreeThatCannotTakeAStepAsAWholeTakesNone() {
    RenewalTown town = town(PricingStrategies.UNCHANGED, policy(null, null));
    town.let("M", lease -> lease.master = true);
    town.let("M1", lease -> lease.parent = "M");
    town.let("M2", lease -> lease.parent = "M");
    town.goTo("2026-03-02", "10:00");
    town.decline("M2").orElseThrow();
    RenewTree both =
        new RenewTree(
            town.caseOf("M").value(),
            List.of(town.caseOf("M1").value(), town.caseOf("M2").value()),
            null);
    assertThat(rule(town.kit.renewals().renewTree(both))).isEqualTo("NO_SUCH_CASE");
    assertThat(town.renewal("M1").progress().acceptedAt()).isNull();
    town.kit.renewals().renewTree(new RenewTree(both.caseId(), List.of(), null)).orElseThrow();
    assertThat(town.renewal("M1").progress().acceptedAt()).isNotNull();
    assertThat(town.renewal("M2").state()).isEqualTo(CaseState.DECLINED);
  }
}
