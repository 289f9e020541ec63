package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.access.Actor;
import org.leasekit.application.AcceptRenewal;
import org.leasekit.application.AmendContract;
import org.leasekit.application.DeclineRenewal;
import org.leasekit.application.SignRenewal;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalRejection;
import org.leasekit.renewal.Renewals;
import org.leasekit.renewal.StewardTask;

/**
 * Contracts that pass to another tenant in the season in which they are to be renewed, through the front door, on an adapter's
 * stores: whoever has the contract in the end is asked, and nobody else is written to, shown anything, or can answer.
 */
public abstract class AssignmentJourneyContract {
  private static final Contact OLD_SMS = new Contact(Channel.SMS, "19900000001");
  private static final Contact OLD_WECOM = new Contact(Channel.WECOM, "wm00000001");
  private static final Contact NEW = new Contact(Channel.SMS, "19900000009");
  private static final Contact USERS = new Contact(Channel.SMS, "19900000005", PartyRole.OCCUPANT);
  private static final TenantId FORMER = new TenantId("tenant-A");
  private static final TenantId TAKER = new TenantId("tenant-B");
  private static final ContractNo A = new ContractNo("A");
  private static final CaseId FIRST = new CaseId("A-20260331");

  private RenewalTown town;

  /** For subclasses. */
  protected AssignmentJourneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  /** A lease to 2026-03-31 whose tenant was reminded on 28 February; somebody else is a tenant elsewhere. */
  @BeforeEach
  final void settle() {
    town = new RenewalTown(stores(), validator(), "2026-02-20", RenewalTown.profile());
    town.let("A", lease -> lease.occupant = "李雷");
    town.let(
        "B",
        lease -> {
          lease.lastDay = "2027-03-31";
          lease.contacts = List.of();
        });
  }

  private void season() {
    town.goTo("2026-02-28", "00:00");
    town.goTo("2026-02-28", "11:00");
    assertThat(reached()).containsExactly(OLD_SMS);
    assertThat(of(FIRST).state()).isEqualTo(CaseState.NOTIFIED);
  }

  private static AmendContract.Basis basis(String effective) {
    return new AmendContract.Basis("A", AmendmentJourney.day(effective), "steward-a", "转让", "mail 7");
  }

  /** The contract passes to the tenant of the other one. */
  private void assign(String effective, Contact... contacts) {
    town.kit
        .amendments()
        .amend(new AmendContract.Assignment(basis(effective), TAKER.value(), List.of(contacts)))
        .orElseThrow();
  }

  private void withdraw(int number) {
    town.kit
        .amendments()
        .withdraw(new WithdrawAmendment("A", number, "boss", "a mistake", "mail 8"))
        .orElseThrow();
  }

  private List<Contact> reached() {
    return town.shown.stream().map(Message::contact).toList();
  }

  private List<Contact> reachedAfter(int messages) {
    return reached().subList(messages, town.shown.size());
  }

  private RenewalCase of(CaseId id) {
    return town.stores.cases().find(RenewalTown.LESSOR, id).orElseThrow();
  }

  private CaseId current() {
    return town.kit.renewals().ofContract(A).orElseThrow().orElseThrow().renewal().id();
  }

  private List<StewardTask> openTasks(CaseId id) {
    return town.stores.tasks().openOfCase(RenewalTown.LESSOR, id);
  }

  private void isNobodys(CaseId id) {
    RenewalRejection.PassedOn passed = new RenewalRejection.PassedOn(id);
    for (Outcome<?> answer :
        List.of(
            town.kit.renewals().view(id),
            town.kit.renewals().accept(new AcceptRenewal(id.value())),
            town.kit.renewals().decline(new DeclineRenewal(id.value())),
            town.kit.renewals().sign(new SignRenewal(id.value(), "signature-former")),
            town.kit.offers().choices(id),
            town.kit.offers().code(id),
            town.kit.surveys().find(id))) {
      assertThat(answer.isAccepted()).isFalse();
      assertThat(answer.rejection()).isEqualTo(passed);
    }
    assertThat(town.kit.renewals().explain(id).isAccepted()).as("the office still reads its story").isTrue();
  }

  @Test
  void theNewTenantIsAskedAnewAndTheFormerIsLeftAlone() {
    season();
    town.goTo("2026-03-05", "09:00");
    assign("2026-03-05", NEW);
    assertThat(town.contract("A")).extracting(Contract::tenant, Contract::contacts).containsExactly(TAKER, List.of(NEW));
    assertThat(of(FIRST).state()).isEqualTo(CaseState.SUPERSEDED);
    isNobodys(FIRST);
    town.daysTo("2026-03-06");
    CaseId anew = current();
    assertThat(anew).isNotEqualTo(FIRST);
    assertThat(of(anew).state()).isEqualTo(CaseState.NOTIFIED);
    assertThat(reachedAfter(1)).as("the stage that is due, once").containsExactly(NEW);
    assertThat(town.shown.get(1).link()).isNotEqualTo(town.shown.get(0).link());
    town.daysTo("2026-03-25");
    assertThat(reachedAfter(1)).isNotEmpty().containsOnly(NEW);
    town.kit.renewals().accept(new AcceptRenewal(anew.value())).orElseThrow();
    town.kit.renewals().sign(new SignRenewal(anew.value(), "signature-taker")).orElseThrow();
    town.pay(anew.value(), "P-1", "1000.00").orElseThrow();
    assertThat(town.contract("A-R1"))
        .extracting(Contract::tenant, Contract::contacts)
        .containsExactly(TAKER, List.of(NEW));
    town.daysTo("2026-04-02");
    assertThat(of(FIRST).state()).isEqualTo(CaseState.SUPERSEDED);
    assertThat(town.contract("A").successor()).contains(new ContractNo("A-R1"));
  }

  @Test
  void whoeverHasNoContactIsCalledAndTheFormerIsNotWrittenToInstead() {
    season();
    town.goTo("2026-03-05", "09:00");
    assign("2026-03-05");
    assertThat(town.contract("A").contacts()).isEmpty();
    town.daysTo("2026-03-06");
    assertThat(reached()).containsExactly(OLD_SMS);
    assertThat(openTasks(current())).extracting(StewardTask::kind).containsExactly(StewardTask.Kind.CALL);
  }

  @Test
  void whatWaitsInTheOutboxForTheFormerTenantIsNotSent() {
    town.answer = message -> Delivery.FAILED;
    town.goTo("2026-02-28", "00:00");
    town.goTo("2026-02-28", "11:00");
    assertThat(notices(FIRST)).containsExactly(Notice.State.PENDING);
    assign("2026-02-28", NEW);
    town.answer = message -> Delivery.DELIVERED;
    town.liveTo("2026-03-02", "18:00");
    assertThat(notices(FIRST)).containsExactly(Notice.State.CANCELLED);
    assertThat(reached()).containsExactly(NEW);
  }

  private List<Notice.State> notices(CaseId id) {
    return town.stores.outbox().ofCase(RenewalTown.LESSOR, id).stream().map(Notice::state).toList();
  }

  @Test
  void aCaseThatWasOpenedWhileTheContractPassedOnIsNotGoneOnWith() {
    season();
    assign("2026-02-28", NEW);
    RenewalCase asIfOpenedMeanwhile = Renewals.reopen(of(FIRST), true, true, town.clock.instant());
    town.stores.cases().update(asIfOpenedMeanwhile);
    town.daysTo("2026-03-03");
    assertThat(of(FIRST).state()).isEqualTo(CaseState.SUPERSEDED);
    assertThat(town.shown.stream().skip(1).map(Message::link))
        .isNotEmpty()
        .doesNotContain(town.shown.get(0).link());
  }

  @Test
  void workAboutTheFormerTenantClosesItselfHoweverFarItWasPutOff() {
    town.answer = message -> Delivery.DEAD_CONTACT;
    town.goTo("2026-02-28", "00:00");
    town.goTo("2026-02-28", "11:00");
    town.liveTo("2026-02-28", "12:00");
    StewardTask call = openTasks(FIRST).get(0);
    town.kit.tasks().snooze(call.id(), RenewalTown.at("2026-03-02", "09:00")).orElseThrow();
    assign("2026-02-28", NEW);
    assertThat(openTasks(FIRST)).isEmpty();
    assertThat(town.stores.tasks().find(RenewalTown.LESSOR, call.id()).orElseThrow().outcome())
        .isEqualTo(StewardTask.Outcome.OBSOLETE);
  }

  @Test
  void aNoOfTheFormerTenantIsNoNoOfTheNewOne() {
    season();
    town.decline("A").orElseThrow();
    town.goTo("2026-03-05", "09:00");
    assign("2026-03-05", NEW);
    town.daysTo("2026-03-06");
    assertThat(reachedAfter(1)).containsExactly(NEW);
    CaseId anew = current();
    assertThat(of(anew).progress().respondedAt()).isNull();
    withdraw(1);
    assertThat(current()).isEqualTo(FIRST);
    assertThat(of(FIRST)).extracting(RenewalCase::state, RenewalCase::nextDueAt).containsExactly(CaseState.DECLINED, null);
    isNobodys(anew);
    town.daysTo("2026-03-31");
    assertThat(reachedAfter(2)).as("who has said no is left alone again").isEmpty();
  }

  @Test
  void whatTheFormerTenantHasAcceptedAndPaidIsForSomebodyToSettle() {
    season();
    town.accept("A").orElseThrow();
    town.payRenewal("A", "P-1", "1000.00").orElseThrow();
    assign("2026-02-28", NEW);
    assertThat(openTasks(FIRST)).extracting(StewardTask::kind).containsExactly(StewardTask.Kind.DISPUTED_PAYMENT);
    town.daysTo("2026-03-02");
    assertThat(of(current()).progress()).isEqualTo(RenewalCase.Progress.NONE);
    assertThat(of(current()).state()).isEqualTo(CaseState.NOTIFIED);
  }

  @Test
  void beforeItsDayTheFormerTenantIsReachedAndAsNobodyRenewsWhatIsNotTheirsNobodyIsAsked() {
    season();
    assign("2026-03-10", NEW);
    assertThat(town.contract("A"))
        .extracting(Contract::tenant, Contract::contacts)
        .containsExactly(FORMER, List.of(OLD_SMS, OLD_WECOM));
    isNobodys(FIRST);
    town.daysTo("2026-03-09");
    assertThat(reached()).containsExactly(OLD_SMS);
    assertThat(town.kit.renewals().ofContract(A).orElseThrow()).isEmpty();
    town.daysTo("2026-03-10");
    assertThat(town.contract("A")).extracting(Contract::tenant, Contract::contacts).containsExactly(TAKER, List.of(NEW));
    assertThat(reachedAfter(1)).containsExactly(NEW);
  }

  @Test
  void whatIsAgreedBeforeTheSeasonIsNobodysCaseUntilItsDay() {
    assign("2026-03-10", NEW);
    town.daysTo("2026-03-09");
    assertThat(reached()).isEmpty();
    town.daysTo("2026-03-10");
    assertThat(reached()).containsExactly(NEW);
    assertThat(current()).isNotEqualTo(FIRST);
  }

  @Test
  void oneThatIsTakenBackOpensTheRenewalAgainAsItWasLeft() {
    season();
    town.accept("A").orElseThrow();
    assign("2026-03-05", NEW);
    town.daysTo("2026-03-05");
    CaseId anew = current();
    withdraw(1);
    assertThat(town.contract("A"))
        .extracting(Contract::tenant, Contract::contacts)
        .containsExactly(FORMER, List.of(OLD_SMS, OLD_WECOM));
    assertThat(current()).isEqualTo(FIRST);
    assertThat(of(FIRST).state()).isEqualTo(CaseState.ACCEPTED);
    assertThat(of(anew).state()).isEqualTo(CaseState.SUPERSEDED);
    isNobodys(anew);
    int before = town.shown.size();
    town.daysTo("2026-03-20");
    assertThat(reachedAfter(before)).doesNotContain(NEW);
    town.sign("A", "signature-1").orElseThrow();
    town.payRenewal("A", "P-1", "1000.00").orElseThrow();
    assertThat(town.contract("A-R1").tenant()).isEqualTo(FORMER);
  }

  @Test
  void oneThatIsLearntLateHoldsAtOnce() {
    season();
    town.goTo("2026-03-05", "09:00");
    assign("2026-02-10", NEW);
    assertThat(town.contract("A")).extracting(Contract::tenant, Contract::contacts).containsExactly(TAKER, List.of(NEW));
    town.daysTo("2026-03-06");
    assertThat(reachedAfter(1)).containsExactly(NEW);
    isNobodys(FIRST);
  }

  @Test
  void aRenewalThatIsCompleteStaysWithWhoSigned() {
    season();
    town.sign("A", "signature-1").orElseThrow();
    town.payRenewal("A", "P-1", "1000.00").orElseThrow();
    assign("2026-03-05", NEW);
    town.daysTo("2026-03-20");
    assertThat(of(FIRST).state()).isEqualTo(CaseState.RENEWED);
    assertThat(town.contract("A").tenant()).isEqualTo(TAKER);
    assertThat(town.contract("A-R1").tenant()).isEqualTo(FORMER);
    assertThat(town.kit.renewals().view(FIRST).orElseThrow().tenant().id()).isEqualTo(FORMER);
    assertThat(reached()).containsExactly(OLD_SMS);
  }

  @Test
  void usersAndTheirWishesStayAndTheNewTenantsWishesAreAsked() {
    town.kit
        .amendments()
        .amend(new AmendContract.OccupantChange(basis("2026-02-20"), "李雷", null, List.of(USERS)))
        .orElseThrow();
    Contract before = town.contract("A");
    town.stores.wishes().put(Wishes.nothing(RenewalTown.LESSOR, before.person(PartyRole.OCCUPANT)));
    town.stores
        .wishes()
        .put(new Wishes(RenewalTown.LESSOR, TAKER, Set.of(Channel.SMS), false, true, Set.of()));
    town.goTo("2026-02-27", "09:00");
    assign("2026-02-28", NEW);
    town.daysTo("2026-02-28");
    assertThat(town.contract("A").contacts()).containsExactly(NEW, USERS);
    assertThat(reached()).as("neither the new tenant nor the user wants messages").isEmpty();
    assertThat(openTasks(current())).extracting(StewardTask::kind).contains(StewardTask.Kind.CALL);
  }

  @Test
  void theFormerTenantSeesNothingOfTheContractFromItsDayOn() {
    assign("2026-03-10", NEW);
    town.daysTo("2026-03-09");
    assertThat(town.kit.as(new Actor.OfTenant(FORMER)).billing().owed(A).isAccepted()).isTrue();
    assertThat(town.kit.as(new Actor.OfTenant(TAKER)).billing().owed(A).isAccepted()).isFalse();
    town.daysTo("2026-03-10");
    ContractRejection none = new ContractRejection.NoSuchContract(A);
    assertThat(town.kit.as(new Actor.OfTenant(FORMER)).billing().owed(A).rejection()).isEqualTo(none);
    assertThat(town.kit.as(new Actor.OfTenant(FORMER)).contracts().file(A).rejection()).isEqualTo(none);
    assertThat(town.kit.as(new Actor.OfTenant(FORMER)).renewals().ofContract(A).rejection()).isEqualTo(none);
    assertThat(town.kit.as(new Actor.OfTenant(TAKER)).billing().owed(A).isAccepted()).isTrue();
  }

  @Test
  void whatTheFormerTenantWasAskedIsNotShownToTheNewOne() {
    season();
    assign("2026-02-28", NEW);
    assertThat(town.kit.as(new Actor.OfTenant(TAKER)).renewals().view(FIRST).rejection())
        .isEqualTo(new RenewalRejection.PassedOn(FIRST));
    assertThat(town.kit.as(new Actor.OfTenant(TAKER)).renewals().explain(FIRST).rejection())
        .isEqualTo(new RenewalRejection.PassedOn(FIRST));
    assertThat(town.kit.as(new Actor.OfTenant(FORMER)).renewals().view(FIRST).rejection())
        .isEqualTo(new RenewalRejection.NoSuchCase(FIRST));
  }

  @Test
  void debtsGoAlongWithTheContractAndWhoeverHasItIsRemindedOfThem() {
    RenewalTown dunned =
        new RenewalTown(
            stores(), validator(), "2026-02-28", RenewalTown.profile(), RenewalTown.dunning());
    town = dunned;
    for (String no : List.of("A", "B")) {
      town.let(
          no,
          lease -> {
            lease.start = "2026-03-01";
            lease.lastDay = "2027-02-28";
            lease.deposit = "0.00";
          });
    }
    town.pay("B", "P-B", "1000.00").orElseThrow();
    town.answer = message -> Delivery.FAILED;
    town.goTo("2026-03-05", "10:00");
    assign("2026-03-05", NEW);
    town.answer = message -> Delivery.DELIVERED;
    town.liveTo("2026-03-05", "18:00");
    assertThat(reached()).containsExactly(NEW);
    town.goTo("2026-03-12", "10:30");
    assertThat(reached()).containsOnly(NEW);
  }
}
