package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.leasekit.access.Actor;
import org.leasekit.amendment.HoldoverPolicy;
import org.leasekit.application.AmendContract;
import org.leasekit.application.DecideOffer;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.OpenSettlement;
import org.leasekit.application.RecordCall;
import org.leasekit.application.RenewTree;
import org.leasekit.application.ReviseOffer;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.contract.ContractNo;
import org.leasekit.intent.EarlyBird;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.ChannelLadder;
import org.leasekit.renewal.OfferLimits;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.PricingStrategy;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.StewardTask.Kind;
import org.leasekit.renewal.Touch;

/**
 * Whatever holds a renewal up, somebody is asked to do something about it: approvals that nobody gives, calls that nobody
 * answers, tenants who leave. Through the front door, on an adapter's stores.
 */
public abstract class NobodyForgottenContract {
  private static final StaffId MANAGER = new StaffId("manager-m");
  private static final StaffId DIRECTOR = new StaffId("director-d");
  private static final Actor TENANT = new Actor.OfTenant(new TenantId("tenant-A"));
  private static final Actor STAFF = new Actor.Staff(RenewalTown.STEWARD, Actor.Role.STEWARD);

  /** For subclasses. */
  protected NobodyForgottenContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private RenewalTown town(UnaryOperator<LessorProfile> how) {
    return new RenewalTown(stores(), validator(), "2026-02-12", how.apply(RenewalTown.profile()));
  }

  private RenewalTown town(PricingStrategy pricing, OfferPolicy policy) {
    return town(profile -> profile.withOffers(pricing, policy));
  }

  /** Fifteen percent more has to be approved. */
  private RenewalTown dear() {
    RenewalTown town = town(PricingStrategies.changed(1500), OfferPolicy.STANDARD);
    town.onDuty(1, MANAGER);
    town.onDuty(2, DIRECTOR);
    town.let("A", lease -> {});
    return town;
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "ACCEPTED" : outcome.rejection().rule();
  }

  private static List<StewardTask> open(RenewalTown town) {
    return town.tasks().stream().filter(StewardTask::isOpen).toList();
  }

  private static StewardTask one(RenewalTown town, Kind kind) {
    return open(town).stream().filter(task -> task.kind() == kind).findFirst().orElseThrow();
  }

  private static void decide(RenewalTown town, boolean approved) {
    town.kit.offers().decide(new DecideOffer(town.caseOf("A").value(), "boss", approved)).orElseThrow();
  }

  private static Outcome<Proposal> revise(RenewalTown town, String rent) {
    return town.kit.offers()
        .revise(new ReviseOffer(town.caseOf("A").value(), "steward-a", RenewalTown.yuan(rent)));
  }

  private static Outcome<Touch> call(RenewalTown town, StewardTask task, Touch.Result result) {
    return town.kit.tasks().recordCall(new RecordCall(task.id().value(), result));
  }

  @Test
  void aRefusedOfferGoesBackToWhoMayRevise() {
    RenewalTown town = dear();
    town.goTo("2026-03-02", "10:00");
    assertThat(open(town)).extracting(StewardTask::kind).containsExactly(Kind.APPROVAL);
    assertThat(rule(town.kit.tasks().done(one(town, Kind.APPROVAL).id(), "seen"))).isEqualTo("NEEDS_DECISION");
    decide(town, false);
    assertThat(open(town))
        .extracting(StewardTask::kind, StewardTask::role, StewardTask::assignee)
        .containsExactly(tuple(Kind.PROPOSAL_DRAFT, "steward", RenewalTown.STEWARD));
    revise(town, "1200.00").orElseThrow();
    assertThat(open(town)).extracting(StewardTask::kind).containsExactly(Kind.APPROVAL);
    decide(town, false);
    assertThat(open(town)).extracting(StewardTask::kind).containsExactly(Kind.PROPOSAL_DRAFT);
    revise(town, "1050.00").orElseThrow();
    assertThat(open(town)).isEmpty();
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.OPEN);
  }

  /** The first stage is due on February 28 at ten, the second on March 16: half of that is March 8, three quarters March 12. */
  @Test
  void anApprovalThatWaitsGoesUpAndTheTenantIsCalled() {
    RenewalTown town = dear();
    town.daysTo("2026-03-07");
    town.goTo("2026-03-08", "09:30");
    assertThat(open(town)).extracting(StewardTask::kind).containsExactly(Kind.APPROVAL);
    town.daysTo("2026-03-09");
    assertThat(open(town))
        .extracting(StewardTask::kind, StewardTask::stage, StewardTask::assignee)
        .contains(tuple(Kind.HAND_OVER, "30", DIRECTOR));
    town.daysTo("2026-03-13");
    StewardTask call = one(town, Kind.CALL);
    assertThat(call.assignee()).isEqualTo(RenewalTown.STEWARD);
    call(town, call, Touch.Result.ANSWERED).orElseThrow();
    town.daysTo("2026-03-15");
    assertThat(town.touches()).hasSize(1);
    assertThat(open(town)).extracting(StewardTask::kind).containsExactlyInAnyOrder(Kind.APPROVAL, Kind.HAND_OVER);
    decide(town, true);
    assertThat(open(town)).isEmpty();
    // approved: the stage that is due is told, price and all
    town.goTo("2026-03-16", "10:00");
    assertThat(town.shown).hasSize(1);
    assertThat(town.shown.get(0).text()).contains("1150.00");
  }

  @Test
  void everyStageThatCannotSpeakAsksForACallAndTheLastBeforeTheLeaseEnds() {
    RenewalTown town = dear();
    town.daysTo("2026-03-31");
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.PROPOSED);
    assertThat(open(town).stream().filter(task -> task.kind() == Kind.CALL))
        .extracting(StewardTask::stage)
        .containsExactlyInAnyOrder("30", "15", "3");
    town.daysTo("2026-04-01");
    assertThat(open(town)).extracting(StewardTask::kind).containsExactly(Kind.MOVE_OUT);
  }

  @Test
  void whoDoesNotWantToStayIsHeardBeforeTheOfferIsApproved() {
    RenewalTown town = dear();
    town.goTo("2026-03-02", "10:00");
    town.decline("A").orElseThrow();
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.DECLINED);
    assertThat(open(town)).extracting(StewardTask::kind).containsExactly(Kind.MOVE_OUT);
    town.daysTo("2026-03-05");
    assertThat(town.touches()).isEmpty();
  }

  @Test
  void aTreeIsRenewedButForWhatWaitsForApproval() {
    OfferPolicy policy = OfferPolicy.STANDARD;
    RenewalTown town = town(PricingStrategies.UNCHANGED, policy);
    town.let("M", lease -> lease.master = true);
    town.let("M1", lease -> lease.parent = "M");
    town.let("A", lease -> lease.parent = "M");
    town.goTo("2026-03-02", "00:00");
    revise(town, "1500.00").orElseThrow();
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.PROPOSED);
    String master = town.caseOf("M").value();
    RenewTree named = new RenewTree(master, List.of(town.caseOf("A").value()), null);
    assertThat(rule(town.kit.renewals().renewTree(named))).isEqualTo("OFFER_NOT_APPROVED");
    assertThat(town.kit.renewals().renewTree(new RenewTree(master, List.of(), "S-1")).orElseThrow())
        .extracting(renewal -> renewal.contract().value())
        .containsExactly("M", "M1");
    assertThat(town.renewal("A").progress().signedAt()).isNull();
    decide(town, true);
    town.kit.renewals().renewTree(new RenewTree(master, List.of(), "S-2")).orElseThrow();
    assertThat(town.renewal("A").progress().signedAt()).isNotNull();
  }

  @Test
  void aCallThatNobodyAnswersIsTriedAgainAndThenSomebodyGoes() {
    RenewalTown town = town(profile -> profile);
    town.let("A", lease -> lease.contacts = List.of());
    town.goTo("2026-02-28", "10:00");
    StewardTask call = one(town, Kind.CALL);
    assertThat(rule(call(town, call, Touch.Result.DELIVERED))).isEqualTo("NO_RESULT_OF_A_CALL");
    assertThat(town.touches()).isEmpty();
    for (int tried = 1; tried < ChannelLadder.CALLS; tried++) {
      town.goTo("2026-03-0" + tried, "11:00");
      call(town, call, Touch.Result.NO_ANSWER).orElseThrow();
      assertThat(open(town)).extracting(StewardTask::kind).containsExactly(Kind.CALL);
    }
    town.goTo("2026-03-05", "11:00");
    call(town, call, Touch.Result.NO_ANSWER).orElseThrow();
    assertThat(open(town)).extracting(StewardTask::kind, StewardTask::stage).containsExactly(tuple(Kind.VISIT, "30"));
    assertThat(rule(call(town, one(town, Kind.VISIT), Touch.Result.TIMEOUT))).isEqualTo("NO_RESULT_OF_A_CALL");
    call(town, one(town, Kind.VISIT), Touch.Result.ANSWERED).orElseThrow();
    assertThat(open(town)).isEmpty();
    assertThat(town.touches()).hasSize(ChannelLadder.CALLS + 1);
  }

  @Test
  void whoLeavesHandsOverKeysAndTheSettlementSeesToTheRest() {
    RenewalTown town = town(profile -> profile);
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.goTo("2026-03-02", "10:00");
    town.decline("A").orElseThrow();
    assertThat(open(town))
        .extracting(StewardTask::kind, StewardTask::contract, StewardTask::assignee)
        .containsExactly(tuple(Kind.MOVE_OUT, new ContractNo("A"), RenewalTown.STEWARD));
    town.daysTo("2026-04-01");
    assertThat(open(town))
        .extracting(StewardTask::kind, task -> task.contract().value())
        .containsExactlyInAnyOrder(tuple(Kind.MOVE_OUT, "A"), tuple(Kind.MOVE_OUT, "B"));
    for (String no : List.of("A", "B")) {
      town.kit.settlements().open(new OpenSettlement(no, "steward-a")).orElseThrow();
    }
    assertThat(open(town)).isEmpty();
    assertThat(town.tasks().stream().filter(task -> task.kind() == Kind.MOVE_OUT))
        .extracting(StewardTask::outcome)
        .containsExactly(StewardTask.Outcome.DONE, StewardTask.Outcome.DONE);
  }

  @Test
  void whoStaysAfterAllDoesNotMoveOut() {
    RenewalTown town = town(profile -> profile);
    town.let("A", lease -> {});
    town.goTo("2026-03-02", "10:00");
    town.decline("A").orElseThrow();
    town.kit.amendments().amend(AmendmentJourney.extension("A", "2026-04-01", "2027-04-01")).orElseThrow();
    assertThat(open(town)).isEmpty();
    assertThat(rule(town.kit.settlements().open(new OpenSettlement("A", "steward-a")))).isEqualTo("LEASE_NOT_ENDING");
    town.kit.amendments()
        .withdraw(new WithdrawAmendment("A", 1, "steward-a", "a mistake", "mail 8"))
        .orElseThrow();
    assertThat(open(town)).extracting(StewardTask::kind).containsExactly(Kind.MOVE_OUT);
    town.kit.settlements().open(new OpenSettlement("A", "steward-a")).orElseThrow();
  }

  @Test
  void whoIsHeldOverDoesNotMoveOutBeforeThatEnds() {
    RenewalTown town = town(profile -> profile.withHoldover(new HoldoverPolicy(1, 0, "clause 7")));
    town.let("A", lease -> {});
    town.daysTo("2026-04-02");
    assertThat(town.contract("A").status().isEnded()).isFalse();
    assertThat(open(town)).extracting(StewardTask::kind).doesNotContain(Kind.MOVE_OUT);
    town.goTo("2026-05-01", "00:30");
    assertThat(open(town)).extracting(StewardTask::kind).contains(Kind.MOVE_OUT);
  }

  @Test
  void eldersAndWhoeverAsksForItAreCalledByTheEarlyStageToo() {
    EarlyBird bird = new EarlyBird(0.85, 7, 0, 300, 12, 1);
    RenewalTown town =
        town(
            PricingStrategies.UNCHANGED,
            new OfferPolicy(OfferLimits.STANDARD, OfferJourneyContract.HOPEFUL, bird, null));
    town.let("A", lease -> lease.birthDate = "1950-01-01");
    town.let("B", lease -> {});
    town.let("C", lease -> {});
    town.stores
        .wishes()
        .put(
            new Wishes(
                RenewalTown.LESSOR, new TenantId("tenant-B"), Set.of(), false, true, Set.of()));
    town.daysTo("2026-02-14");
    assertThat(open(town))
        .extracting(StewardTask::kind, StewardTask::stage, task -> task.contract().value())
        .containsExactlyInAnyOrder(
            tuple(Kind.CALL, "early-bird", "A"), tuple(Kind.CALL, "early-bird", "B"));
    assertThat(town.shown).hasSize(3);
  }

  @Test
  void theOfficeKeepsToItselfWhatItThinks() {
    OfferPolicy policy =
        new OfferPolicy(
            OfferLimits.STANDARD, OfferJourneyContract.HOPEFUL, null,
            new OfferPolicy.PersonalCode(250, 30, "a secret of the town's"));
    RenewalTown town = town(PricingStrategies.UNCHANGED, policy);
    town.let("A", lease -> {});
    town.kit
        .amendments()
        .amend(new AmendContract.OccupantChange(AmendmentJourney.basis("A", "2026-02-28"), "李雷", "沪A·1"))
        .orElseThrow();
    town.goTo("2026-03-02", "10:00");
    Actor user = new Actor.User(new ContractNo("A"), "沪A·1");
    for (Actor theirs : List.of(TENANT, new Actor.SubAccount(new ContractNo("A")), user)) {
      assertThat(rule(town.kit.as(theirs).renewals().explain(town.caseOf("A")))).isEqualTo("ACTION_NOT_ALLOWED");
      assertThat(town.kit.as(theirs).renewals().view(town.caseOf("A")).isAccepted()).isTrue();
    }
    assertThat(town.kit.as(STAFF).renewals().explain(town.caseOf("A")).orElseThrow().lines()).isNotEmpty();
    assertThat(rule(town.kit.as(user).offers().code(town.caseOf("A")))).isEqualTo("ACTION_NOT_ALLOWED");
    String code = town.kit.as(STAFF).offers().code(town.caseOf("A")).orElseThrow().orElseThrow();
    assertThat(town.kit.as(TENANT).offers().code(town.caseOf("A")).orElseThrow()).contains(code);
  }
}
