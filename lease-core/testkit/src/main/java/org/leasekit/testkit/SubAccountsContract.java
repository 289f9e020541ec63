package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leasekit.testkit.FamilyTown.no;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.ActingKit;
import org.leasekit.access.Action;
import org.leasekit.access.Actor;
import org.leasekit.access.AuditEntry;
import org.leasekit.application.AcceptRenewal;
import org.leasekit.application.AnswerSurvey;
import org.leasekit.application.ChooseAddOn;
import org.leasekit.application.DecideOffer;
import org.leasekit.application.DeclineRenewal;
import org.leasekit.application.RecordCall;
import org.leasekit.application.RedeemCode;
import org.leasekit.application.RenewTree;
import org.leasekit.application.ReviseOffer;
import org.leasekit.application.RevokeRight;
import org.leasekit.application.SignRenewal;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.UnitRef;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.Right;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.RejectedException;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.TaskId;
import org.leasekit.renewal.Touch;
import org.leasekit.servicedesk.RequestId;

/**
 * What sub-accounts may do, see and learn through the front door, on an adapter's stores. A company has two sub-accounts,
 * each with leases; everything that can be asked of a contract is asked of a sibling's, and of a number that nobody has.
 */
public abstract class SubAccountsContract {
  private FamilyTown town;

  /** For subclasses. */
  protected SubAccountsContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    town = new FamilyTown(stores(), validator());
    town.companyWithTwoAccounts();
  }

  /** Everything that can be asked about one contract, or about what belongs to it. */
  private static Map<String, BiFunction<ActingKit, String, Object>> questions() {
    Map<String, BiFunction<ActingKit, String, Object>> all = new LinkedHashMap<>();
    all.put("see a renewal", (kit, no) -> kit.renewals().view(new CaseId(caseOf(no))));
    all.put("accept", (kit, no) -> kit.renewals().accept(new AcceptRenewal(caseOf(no))));
    all.put("decline", (kit, no) -> kit.renewals().decline(new DeclineRenewal(caseOf(no))));
    all.put("sign", (kit, no) -> kit.renewals().sign(new SignRenewal(caseOf(no), "S-1")));
    all.put("pay", (kit, no) -> kit.payments().receive(FamilyTown.payment("P-1", no, "1.00")));
    all.put(
        "pay a renewal",
        (kit, no) -> kit.payments().receive(FamilyTown.payment("P-2", caseOf(no), "1.00")));
    all.put(
        "pay in another currency",
        (kit, no) -> kit.payments().receive(FamilyTown.payment("P-3", no, "1", "JPY")));
    all.put("do a task", (kit, no) -> kit.tasks().done(new TaskId(caseOf(no) + ":CALL:3")));
    all.put(
        "call",
        (kit, no) ->
            kit.tasks().recordCall(new RecordCall(caseOf(no) + ":CALL:3", Touch.Result.ANSWERED)));
    all.put("report a fault", (kit, no) -> kit.serviceDesk().report(FamilyTown.fault("F-9", no)));
    all.put("see a request", (kit, no) -> kit.serviceDesk().view(new RequestId("R-" + no)));
    all.put(
        "confirm a request",
        (kit, no) -> kit.serviceDesk().verify(new RequestId("R-" + no), ServiceTown.CUSTOMER));
    all.put(
        "supervise a request",
        (kit, no) -> kit.serviceDesk().accept(new RequestId("R-" + no), ServiceTown.SUPERVISOR));
    all.put("list requests", (kit, no) -> kit.serviceDesk().ofContract(no(no)));
    all.put("promote", (kit, no) -> kit.hierarchy().promote(FamilyTown.promotion(no)));
    all.put("move", (kit, no) -> kit.hierarchy().putBelow(FamilyTown.below(no, "EAST")));
    all.put("move one's own", (kit, no) -> kit.hierarchy().putBelow(FamilyTown.below("E1", no)));
    all.put("take bills", (kit, no) -> kit.hierarchy().takeBills(FamilyTown.bills(no, true)));
    all.put("grant", (kit, no) -> kit.hierarchy().grant(FamilyTown.right(no, Right.VIEW)));
    all.put("revoke", (kit, no) -> kit.hierarchy().revoke(revocation(no, 1)));
    all.put("list grants", (kit, no) -> kit.hierarchy().grants(no(no)));
    all.put("see the file", (kit, no) -> kit.contracts().file(no(no)));
    all.put("see the history", (kit, no) -> kit.amendments().history(no(no)));
    all.put("see versions", (kit, no) -> kit.amendments().timeline(no(no), Samples.NOW));
    all.put(
        "see a day",
        (kit, no) -> kit.amendments().asOf(no(no), Samples.YEAR.start(), Samples.NOW));
    all.put("change contacts", (kit, no) -> kit.amendments().amend(FamilyTown.contacts(no)));
    all.put("withdraw", (kit, no) -> kit.amendments().withdraw(FamilyTown.withdrawal(no)));
    all.put("use a code", (kit, no) -> kit.offers().redeem(new RedeemCode(caseOf(no), "AB12")));
    all.put("take an add-on", (kit, no) -> kit.offers().choose(new ChooseAddOn(caseOf(no), "POST", 1)));
    all.put("see a code", (kit, no) -> kit.offers().code(new CaseId(caseOf(no))));
    all.put("see add-ons", (kit, no) -> kit.offers().addOns(new CaseId(caseOf(no))));
    all.put("see a proposal", (kit, no) -> kit.offers().proposal(new CaseId(caseOf(no))));
    all.put("approve", (kit, no) -> kit.offers().decide(new DecideOffer(caseOf(no), "me", true)));
    all.put(
        "price", (kit, no) -> kit.offers().revise(new ReviseOffer(caseOf(no), "me", Samples.yuan(1))));
    all.put(
        "renew a tree",
        (kit, no) -> kit.renewals().renewTree(new RenewTree(caseOf(no), List.of(), null)));
    all.put("answer a survey", (kit, no) -> kit.surveys().answer(new AnswerSurvey(caseOf(no), 9, "")));
    all.put("see an answer", (kit, no) -> kit.surveys().find(new CaseId(caseOf(no))));
    all.put("see choices", (kit, no) -> kit.offers().choices(new CaseId(caseOf(no))));
    all.put("see places", (kit, no) -> kit.hierarchy().places(no(no)));
    all.put("ask who pays", (kit, no) -> kit.hierarchy().payerOf(no(no)));
    return all;
  }

  private static RevokeRight revocation(String account, int number) {
    return new RevokeRight(account, number, "boss", "no longer needed", "mail 2");
  }

  private static String caseOf(String no) {
    return no + "-20260331";
  }

  private static List<Actor> outsiders() {
    return List.of(
        new Actor.SubAccount(no("EAST")),
        new Actor.SubAccount(no("E1")),
        new Actor.OfTenant(new TenantId("tenant-EAST")),
        new Actor.OfTenant(new TenantId("tenant-E1")),
        new Actor.OfTenant(new TenantId("nobody")),
        new Actor.User(no("E1"), "badge"));
  }

  /** All that somebody can learn from an answer, with the number that was asked for left out. */
  private static String told(Object answer, String no) {
    if (answer instanceof Outcome<?> outcome && !outcome.isAccepted()) {
      Rejection rejection = outcome.rejection();
      return (rejection.getClass()
              + rejection.rule()
              + rejection.field()
              + rejection.data()
              + rejection.message(Locale.ENGLISH)
              + rejection.message(Locale.CHINESE))
          .replace(no, "?");
    }
    return String.valueOf(answer).replace(no, "?");
  }

  @Test
  void aSiblingsContractIsAnsweredAsANumberThatNobodyHas() {
    questions()
        .forEach(
            (name, question) -> {
              for (Actor outsider : outsiders()) {
                String missing = told(question.apply(town.kit.as(outsider), "N7"), "N7");
                for (String hidden : List.of("W1", "STRANGE")) {
                  assertThat(told(question.apply(town.kit.as(outsider), hidden), hidden))
                      .as("%s: %s of %s", outsider, name, hidden)
                      .isEqualTo(missing);
                }
              }
            });
  }

  @Test
  void theSameQuestionsAreAnsweredForWhomTheyConcern() {
    Actor staff = new Actor.Staff(new StaffId("admin"), Actor.Role.ADMIN);
    for (String name :
        List.of(
            "see a renewal", "do a task", "ask who pays", "see places", "see a request", "see the file",
            "see the history", "see versions", "see a day", "change contacts")) {
      Object answer = Objects.requireNonNull(questions().get(name)).apply(town.kit.as(staff), "W1");
      assertThat(((Outcome<?>) answer).isAccepted()).as(name).isTrue();
    }
    ActingKit west = town.kit.as(new Actor.SubAccount(no("WEST")));
    assertThat(west.renewals().view(new CaseId(caseOf("W1"))).isAccepted()).isTrue();
    assertThat(west.payments().receive(FamilyTown.payment("P-1", "W1", "1.00")).isAccepted()).isTrue();
    assertThat(west.serviceDesk().ofContract(no("W1"))).hasSize(1);
  }

  @Test
  void whatSiblingsDoChangesNoList() {
    ActingKit east = town.kit.as(new Actor.SubAccount(no("EAST")));
    assertThat(requests(east)).containsExactly("R-E1");
    assertThat(east.serviceDesk().openTasks()).isEmpty();
    assertThat(east.tasks().open()).isEmpty();
    ActingKit west = town.kit.as(new Actor.SubAccount(no("WEST")));
    west.serviceDesk().report(FamilyTown.fault("R-2", "W1")).orElseThrow();
    assertThat(requests(east)).containsExactly("R-E1");
    assertThat(requests(town.kit.as(new Actor.SubAccount(no("M")))))
        .containsExactlyInAnyOrder("R-E1", "R-W1", "R-2");
    assertThat(requests(town.kit)).hasSize(4);
    // the same asset, reported by both: a duplicate for the desk, and nobody else's affair
    var reported = east.serviceDesk().report(FamilyTown.fault("R-3", "E1")).orElseThrow();
    assertThat(reported.duplicates()).extracting(each -> each.id().value()).containsExactly("R-E1");
    assertThat(town.kit.serviceDesk().view(new RequestId("R-3")).orElseThrow().duplicates())
        .hasSizeGreaterThan(2);
  }

  private static List<String> requests(ActingKit kit) {
    return kit.serviceDesk().open().stream()
        .map(file -> file.request().id().value())
        .toList();
  }

  @Test
  void anIdThatASiblingUsedShowsNothingOfTheSiblings() {
    ActingKit east = town.kit.as(new Actor.SubAccount(no("EAST")));
    Rejection taken = east.serviceDesk().report(FamilyTown.fault("R-W1", "E1")).rejection();
    assertThat(taken.rule()).isEqualTo("ACTION_NOT_ALLOWED");
    assertThat(taken.data()).containsExactly("REQUEST_SERVICE", "E1");
  }

  @Test
  void nobodySpeaksForTheDeskOrForAnotherTenant() {
    ActingKit east = town.kit.as(new Actor.SubAccount(no("EAST")));
    RequestId own = new RequestId("R-E1");
    assertThat(east.serviceDesk().accept(own, ServiceTown.SUPERVISOR).rejection().rule())
        .isEqualTo("ACTION_NOT_ALLOWED");
    assertThat(east.serviceDesk().verify(own, ServiceTown.CUSTOMER).rejection().rule())
        .isEqualTo("ACTION_NOT_ALLOWED");
    assertThat(east.serviceDesk().report(FamilyTown.fault("R-4", null)).rejection().rule())
        .isEqualTo("ROLE_NOT_ALLOWED");
  }

  @Test
  void theLessorsBusinessIsNotForTenants() {
    ActingKit company = town.kit.as(new Actor.OfTenant(new TenantId("tenant-M")));
    List<Runnable> runs =
        List.of(
            () -> company.billing().raiseDue(),
            () -> company.occupancy().rentRoll(Samples.YEAR.start(), Samples.NOW).orElseThrow(),
            () -> company.occupancy().of(new UnitRef("garage", "U-W1")).orElseThrow(),
            () -> company.packages().find("B-1").orElseThrow());
    for (Runnable run : runs) {
      assertThat(rule(run)).isEqualTo("ROLE_NOT_ALLOWED");
    }
    ActingKit finance = town.kit.as(new Actor.Staff(new StaffId("f"), Actor.Role.FINANCE));
    assertThat(finance.billing().raiseDue().setAside()).isEmpty();
  }

  private static String rule(Runnable run) {
    try {
      run.run();
      return "";
    } catch (RejectedException refused) {
      return refused.rejection().rule();
    }
  }

  @Test
  void rightsReachAsFarAsTheirLimitsAndNoLongerThanTheyLast() {
    ActingKit east = town.kit.as(new Actor.SubAccount(no("EAST")));
    Function<String, String> pay =
        id -> ruleOf(east.payments().receive(FamilyTown.payment(id, "E1", "500.01")));
    assertThat(pay.apply("P-1")).isEmpty();
    for (Grant grant : town.kit.hierarchy().grants(no("EAST")).orElseThrow()) {
      town.kit
          .hierarchy()
          .revoke(revocation("EAST", grant.id().number()))
          .orElseThrow();
    }
    assertThat(pay.apply("P-2")).isEqualTo("RIGHT_NOT_GRANTED");
    town.grant("EAST", Right.PAY, "500.00", LocalDate.parse("2026-03-05"));
    assertThat(pay.apply("P-3")).isEqualTo("BEYOND_GRANTED_LIMIT");
    assertThat(ruleOf(east.payments().receive(FamilyTown.payment("P-4", "E1", "500.00")))).isEmpty();
    town.town.clock.set(RenewalTown.at("2026-03-05", "00:00"));
    assertThat(ruleOf(east.payments().receive(FamilyTown.payment("P-5", "E1", "1.00"))))
        .isEqualTo("RIGHT_NOT_GRANTED");
  }

  @Test
  void aRenewalIsWithinLimitsOfItsWholeRentAndItsMonths() {
    ActingKit lease = town.kit.as(new Actor.SubAccount(no("E1")));
    Function<String, String> accept =
        no -> ruleOf(lease.renewals().accept(new AcceptRenewal(caseOf(no))));
    assertThat(accept.apply("E1")).isEqualTo("RIGHT_NOT_GRANTED");
    town.grant("E1", Right.RENEW, "11999.99", null);
    assertThat(accept.apply("E1")).isEqualTo("BEYOND_GRANTED_LIMIT");
    town.grant("E1", Right.RENEW, "12000.00", null);
    assertThat(accept.apply("E1")).isEmpty();
  }

  private static String ruleOf(Outcome<?> outcome) {
    return outcome.isAccepted() ? "" : outcome.rejection().rule();
  }

  @Test
  void aMasterGrantsToWhatIsBelowItAndNotBeside() {
    ActingKit company = town.kit.as(new Actor.OfTenant(new TenantId("tenant-M")));
    assertThat(ruleOf(company.hierarchy().grant(FamilyTown.right("EAST", Right.AMEND_CONTACT)))).isEmpty();
    assertThat(ruleOf(company.hierarchy().grant(FamilyTown.right("M", Right.PAY))))
        .isEqualTo("ACTION_NOT_ALLOWED");
    assertThat(ruleOf(town.kit.hierarchy().grant(FamilyTown.right("M", Right.PAY))))
        .isEqualTo("NO_MASTER_TO_GRANT");
    assertThat(ruleOf(town.kit.hierarchy().revoke(revocation("E1", 99)))).isEqualTo("NO_SUCH_GRANT");
  }

  @Test
  void everyDecisionIsKept() {
    int before = town.stores.audit().ofContract(RenewalTown.LESSOR, no("W1")).size();
    Actor east = new Actor.SubAccount(no("EAST"));
    Actor west = new Actor.SubAccount(no("WEST"));
    town.town.clock.set(town.town.clock.instant().plusSeconds(1));
    town.kit.as(east).payments().receive(FamilyTown.payment("P-1", "W1", "1.00"));
    town.town.clock.set(town.town.clock.instant().plusSeconds(1));
    town.kit.as(west).payments().receive(FamilyTown.payment("P-2", "W1", "2.00"));
    town.town.clock.set(town.town.clock.instant().plusSeconds(1));
    town.kit.payments().receive(FamilyTown.payment("P-3", "W1", "3.00"));
    List<AuditEntry> kept = town.stores.audit().ofContract(RenewalTown.LESSOR, no("W1"));
    List<AuditEntry> added = new ArrayList<>(kept.subList(before, kept.size()));
    assertThat(added).extracting(AuditEntry::actor).containsExactly(east, west, Actor.HOST);
    assertThat(added).extracting(AuditEntry::action).containsOnly(Action.PAY);
    assertThat(added).extracting(AuditEntry::refusedBy).containsExactly("NO_SUCH_CONTRACT", null, null);
    assertThat(added.get(1).act().amount()).isEqualTo(RenewalTown.yuan("2.00"));
    ContractNo unknown = no("N7");
    town.kit.hierarchy().payerOf(unknown);
    assertThat(town.stores.audit().ofContract(RenewalTown.LESSOR, unknown))
        .extracting(AuditEntry::refusedBy)
        .containsExactly("NO_SUCH_CONTRACT");
  }
}
