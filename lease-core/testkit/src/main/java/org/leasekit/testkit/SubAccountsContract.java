package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leasekit.testkit.FamilyTown.no;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.ActingKit;
import org.leasekit.access.Action;
import org.leasekit.access.Actor;
import org.leasekit.access.AuditEntry;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.application.AcceptRenewal;
import org.leasekit.application.AmendContract;
import org.leasekit.application.GrantRight;
import org.leasekit.application.RenewTree;
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
    for (String no : List.of("W1", "STRANGE")) {
      town.kit.meters().agree(FamilyQuestions.power(no, "M-" + no)).orElseThrow();
    }
    // which has a lock of its own, named after it
    town.kit
        .amendments()
        .amend(new AmendContract.Suspension(AmendmentJourney.basis("STRANGE", "2026-03-10")))
        .orElseThrow();
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
    FamilyQuestions.all()
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
      Object answer = Objects.requireNonNull(FamilyQuestions.all().get(name)).apply(town.kit.as(staff), "W1");
      assertThat(((Outcome<?>) answer).isAccepted()).as(name).isTrue();
    }
    ActingKit west = town.kit.as(new Actor.SubAccount(no("WEST")));
    assertThat(west.renewals().view(new CaseId(FamilyQuestions.caseOf("W1"))).isAccepted()).isTrue();
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
          .revoke(FamilyQuestions.revocation("EAST", grant.id().number()))
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
        no -> ruleOf(lease.renewals().accept(new AcceptRenewal(FamilyQuestions.caseOf(no))));
    assertThat(accept.apply("E1")).isEqualTo("RIGHT_NOT_GRANTED");
    town.grant("E1", Right.RENEW, "11999.99", null);
    assertThat(accept.apply("E1")).isEqualTo("BEYOND_GRANTED_LIMIT");
    town.grant("E1", Right.RENEW, "12000.00", null);
    assertThat(accept.apply("E1")).isEmpty();
  }

  @Test
  void aNumberThatMayNotBeKnownIsNotReadFromWhatOneMaySee() {
    town.kit.amendments().amend(AmendmentJourney.split("E1", "2026-02-10", "TWIN")).orElseThrow();
    town.kit
        .amendments()
        .amend(
            new AmendContract.MergeBack(
                AmendmentJourney.basis("E1", "2026-02-20"), "TWIN", RenewalTown.yuan("1000.00"), "S-2"))
        .orElseThrow();
    town.kit.hierarchy().grant(FamilyTown.right("E1", Right.VIEW)).orElseThrow();
    assertThat(toldOfE1(town.kit.as(new Actor.SubAccount(no("E1")))))
        .contains("600", "S-1")
        .doesNotContain("TWIN");
    assertThat(toldOfE1(town.kit)).contains("600", "S-1", "TWIN");
    assertThat(toldOfE1(town.kit.as(new Actor.SubAccount(no("EAST"))))).contains("TWIN");
  }

  private String toldOfE1(ActingKit kit) {
    ContractNo mine = no("E1");
    Instant now = town.town.clock.instant().plusSeconds(60);
    return kit.amendments().history(mine).map(ContractHistory::recorded)
        + " "
        + kit.amendments().asOf(mine, LocalDate.parse("2026-02-15"), now)
        + kit.amendments().timeline(mine, now)
        + kit.contracts().file(mine);
  }

  @Test
  void anIdOfAPaymentThatASiblingUsedShowsNothingOfTheSiblings() {
    town.kit.payments().receive(FamilyTown.payment("P-1", "W1", "1.00")).orElseThrow();
    ActingKit east = town.kit.as(new Actor.SubAccount(no("EAST")));
    Rejection taken = east.payments().receive(FamilyTown.payment("P-1", "E1", "1.00")).rejection();
    assertThat(taken.rule()).isEqualTo("ACTION_NOT_ALLOWED");
    assertThat(taken.data()).containsExactly("PAY", "E1");
    assertThat(town.stores.payments().byReference(RenewalTown.LESSOR, "E1")).isEmpty();
    assertThat(ruleOf(town.kit.payments().receive(FamilyTown.payment("P-1", "E1", "1.00"))))
        .isEqualTo("PAYMENT_ID_TAKEN");
  }

  @Test
  void limitsOfAGrantBindATreeAsAWhole() {
    town.lease("E2", "EAST");
    town.town.goTo("2026-03-01", "10:00");
    ActingKit east = town.kit.as(new Actor.SubAccount(no("EAST")));
    RenewTree all = new RenewTree(FamilyQuestions.caseOf("EAST"), List.of(), null);
    // two leases for twelve months at 1000.00
    assertThat(renewalWithin("23999.99", null, null, () -> ruleOf(east.renewals().renewTree(all))))
        .isEqualTo("BEYOND_GRANTED_LIMIT");
    assertThat(renewalWithin(null, null, 1, () -> ruleOf(east.renewals().renewTree(all))))
        .isEqualTo("BEYOND_GRANTED_LIMIT");
    assertThat(renewalWithin(null, 11, null, () -> ruleOf(east.renewals().renewTree(all))))
        .isEqualTo("BEYOND_GRANTED_LIMIT");
    AcceptRenewal one = new AcceptRenewal(FamilyQuestions.caseOf("E1"));
    assertThat(renewalWithin(null, 11, null, () -> ruleOf(east.renewals().accept(one))))
        .isEqualTo("BEYOND_GRANTED_LIMIT");
    assertThat(town.town.renewal("E1").progress().acceptedAt()).isNull();
    assertThat(renewalWithin("24000.00", 12, 2, () -> ruleOf(east.renewals().renewTree(all)))).isEmpty();
    assertThat(town.town.renewal("E2").progress().acceptedAt()).isNotNull();
  }

  /** What comes of something that EAST does while it may renew within limits, and not otherwise. */
  private String renewalWithin(
      @Nullable String amount, @Nullable Integer months, @Nullable Integer units, Supplier<String> deed) {
    for (Grant grant : town.kit.hierarchy().grants(no("EAST")).orElseThrow()) {
      if (grant.stands() && grant.delegation().right() == Right.RENEW) {
        town.kit.hierarchy().revoke(FamilyQuestions.revocation("EAST", grant.id().number())).orElseThrow();
      }
    }
    town.kit
        .hierarchy()
        .grant(
            new GrantRight(
                "EAST", Right.RENEW, amount == null ? null : RenewalTown.yuan(amount), months, units, null, "boss",
                "asked for", "mail 1"))
        .orElseThrow();
    return deed.get();
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
    assertThat(ruleOf(town.kit.hierarchy().revoke(FamilyQuestions.revocation("E1", 99)))).isEqualTo("NO_SUCH_GRANT");
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

  @Test
  void whatIsAskedOfNothingIsKeptAsWell() {
    for (String name :
        List.of(
            "see a renewal", "accept", "sign", "pay", "pay a renewal", "do a task", "call", "read a meter",
            "release a lock", "see choices", "see a code", "use a code", "answer a survey", "see an answer")) {
      for (Actor actor : List.of(Actor.HOST, new Actor.SubAccount(no("EAST")))) {
        int before = audited();
        Object answer =
            Objects.requireNonNull(FamilyQuestions.all().get(name)).apply(town.kit.as(actor), "N7");
        assertThat(((Outcome<?>) answer).isAccepted()).as(name).isFalse();
        assertThat(audited()).as("%s by %s", name, actor).isGreaterThan(before);
      }
    }
  }

  private int audited() {
    AtomicInteger count = new AtomicInteger();
    town.stores.records().decisions(RenewalTown.LESSOR, entry -> count.incrementAndGet());
    return count.get();
  }
}
