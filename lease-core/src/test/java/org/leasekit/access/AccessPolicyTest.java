package org.leasekit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.leasekit.access.Actor.Role;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.hierarchy.Act;
import org.leasekit.hierarchy.Delegation;
import org.leasekit.hierarchy.Delegations;
import org.leasekit.hierarchy.Forest;
import org.leasekit.hierarchy.Member;
import org.leasekit.hierarchy.Right;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.party.Occupant;
import org.leasekit.party.PayerId;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;

/** A framework of a company with two sub-accounts, each with a lease, and a stranger. */
class AccessPolicyTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final Act ACT = Act.on(DAY);
  private static final ContractNo FRAME = new ContractNo("FRAME");
  private static final ContractNo EAST = new ContractNo("EAST");
  private static final ContractNo EAST_LEASE = new ContractNo("EAST-1");
  private static final ContractNo WEST = new ContractNo("WEST");
  private static final ContractNo WEST_LEASE = new ContractNo("WEST-1");
  private static final ContractNo STRANGE = new ContractNo("STRANGE");
  private static final ContractNo NOBODYS = new ContractNo("NOBODYS");

  private static final PayerId PAYER = new PayerId("employer");

  private static Member member(ContractNo no, ContractNo parent, String tenant) {
    boolean master = no.equals(FRAME) || no.equals(EAST) || no.equals(WEST);
    return new Member(
        no, master, parent, new TenantId(tenant), master ? null : new Occupant("user", "badge " + no),
        no.equals(EAST_LEASE) ? PAYER : null,
        DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)), false, false);
  }

  private static AccessPolicy policy() {
    Forest forest =
        Forest.of(
            List.of(
                member(FRAME, null, "company"), member(EAST, FRAME, "east"), member(EAST_LEASE, EAST, "east"),
                member(WEST, FRAME, "west"), member(WEST_LEASE, WEST, "west"), member(STRANGE, null, "stranger")));
    List<Delegation> grants = new ArrayList<>();
    for (Right right : List.of(Right.VIEW, Right.PAY)) {
      grants.add(Delegation.unlimited(FRAME, EAST, right));
      grants.add(Delegation.unlimited(FRAME, WEST, right));
    }
    return new AccessPolicy(forest, Delegations.of(grants));
  }

  private static String rule(Actor actor, Action action, ContractNo contract) {
    Decision decision = policy().decide(actor, action, contract, ACT);
    assertThat(decision.toOutcome().isAccepted()).isEqualTo(decision.isAllowed());
    return decision.isAllowed() ? "" : decision.toOutcome().rejection().rule();
  }

  @ParameterizedTest
  @CsvSource({
    "VIEW,               yes, yes, yes, yes",
    "VIEW_BILLS,         yes, yes, yes, yes",
    "RENEW,              yes, no,  yes, yes",
    "ANSWER_SURVEY,      yes, no,  yes, yes",
    "PAY,                no,  yes, no,  yes",
    "SIGN,               no,  no,  no,  no",
    "REQUEST_SERVICE,    yes, no,  yes, yes",
    "AMEND_CONTACT,      yes, no,  yes, yes",
    "RECORD_WISH,        yes, yes, yes, yes",
    "AMEND,              yes, no,  yes, yes",
    "WITHDRAW_AMENDMENT, no,  no,  yes, yes",
    "CHANGE_HIERARCHY,   no,  no,  yes, yes",
    "ADJUST_MONEY,       no,  yes, no,  yes",
    "GRANT,              no,  no,  no,  yes",
    "SETTLE,             yes, yes, yes, yes",
    "WAIVE_ITEM,         no,  no,  yes, yes",
    "BILL,               no,  yes, no,  yes",
    "IMPORT,             yes, no,  yes, yes",
    "EXPORT_BOOKS,       no,  yes, no,  yes",
    "DO_TASK,            yes, yes, yes, yes",
    "HANDLE_SERVICE,     yes, no,  yes, yes",
    "SUPERVISE_SERVICE,  no,  no,  yes, yes"
  })
  void staffByRole(Action action, String steward, String finance, String supervisor, String admin) {
    List<String> expected = List.of(steward, finance, supervisor, admin);
    for (Role role : Role.values()) {
      Actor staff = new Actor.Staff(new StaffId("s"), role);
      assertThat(rule(staff, action, EAST_LEASE))
          .isEqualTo(expected.get(role.ordinal()).equals("yes") ? "" : "ACTION_NOT_ALLOWED");
      assertThat(rule(staff, action, NOBODYS)).isEqualTo("NO_SUCH_CONTRACT");
      assertThat(AccessPolicy.decideOnWhole(staff, action, ACT).isAllowed())
          .isEqualTo(expected.get(role.ordinal()).equals("yes"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theHostMayDoEverythingToWhatIsThere(Action action) {
    assertThat(rule(Actor.HOST, action, EAST_LEASE)).isEmpty();
    assertThat(rule(Actor.HOST, action, NOBODYS)).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(AccessPolicy.decideOnWhole(Actor.HOST, action, ACT).isAllowed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void theBusinessAsAWholeIsNotForTheTenantsSide(Action action) {
    for (Actor tenant :
        List.of(
            new Actor.OfTenant(new TenantId("company")), new Actor.SubAccount(EAST), new Actor.User(EAST, "b"),
            new Actor.OfPayer(PAYER))) {
      Decision decision = AccessPolicy.decideOnWhole(tenant, action, ACT);
      assertThat(decision.toOutcome().rejection().rule()).isEqualTo("ROLE_NOT_ALLOWED");
    }
  }

  @Test
  void whoActsForAMasterGrantsToWhatIsBelowAndNotToItself() {
    Actor company = new Actor.OfTenant(new TenantId("company"));
    assertThat(rule(company, Action.GRANT, EAST)).isEmpty();
    assertThat(rule(company, Action.GRANT, EAST_LEASE)).isEmpty();
    assertThat(rule(company, Action.GRANT, FRAME)).isEqualTo("ACTION_NOT_ALLOWED");
    assertThat(rule(new Actor.SubAccount(EAST), Action.GRANT, EAST_LEASE)).isEmpty();
    assertThat(rule(new Actor.SubAccount(EAST), Action.GRANT, EAST)).isEqualTo("ACTION_NOT_ALLOWED");
    assertThat(rule(new Actor.SubAccount(EAST), Action.GRANT, WEST_LEASE)).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(rule(new Actor.User(EAST_LEASE, "badge EAST-1"), Action.GRANT, EAST_LEASE))
        .isEqualTo("ACTION_NOT_ALLOWED");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GRANT")
  void theTenantOfTheFrameMayDoEverythingOfHisInAllOfIt(Action action) {
    Actor company = new Actor.OfTenant(new TenantId("company"));
    for (ContractNo contract : List.of(FRAME, EAST, EAST_LEASE, WEST_LEASE)) {
      assertThat(rule(company, action, contract))
          .isEqualTo(action.right().isPresent() ? "" : "ACTION_NOT_ALLOWED");
    }
    assertThat(rule(company, action, STRANGE)).isEqualTo("NO_SUCH_CONTRACT");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GRANT")
  void aSubAccountMayDoWhatIsGrantedToItAndBelowIt(Action action) {
    String expected =
        switch (action) {
          case VIEW, VIEW_BILLS, PAY, RECORD_WISH -> "";
          case RENEW, SIGN, ANSWER_SURVEY, REQUEST_SERVICE, AMEND_CONTACT -> "RIGHT_NOT_GRANTED";
          default -> "ACTION_NOT_ALLOWED";
        };
    for (Actor east : List.of(new Actor.SubAccount(EAST), new Actor.OfTenant(new TenantId("east")))) {
      assertThat(rule(east, action, EAST)).isEqualTo(expected);
      assertThat(rule(east, action, EAST_LEASE)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverPaysSeesTheBillsAndPaysThemSaysHowToBeSpokenToAndNothingElse(Action action) {
    Actor payer = new Actor.OfPayer(PAYER);
    boolean allowed = action == Action.VIEW_BILLS || action == Action.PAY || action == Action.RECORD_WISH;
    assertThat(rule(payer, action, EAST_LEASE)).isEqualTo(allowed ? "" : "ACTION_NOT_ALLOWED");
    assertThat(rule(payer, action, EAST)).isEqualTo("NO_SUCH_CONTRACT");
    Forest ended = policy().forest().end(EAST_LEASE, SubsAtEnd.REFUSE).orElseThrow();
    assertThat(new AccessPolicy(ended, Delegations.NONE).decide(payer, action, EAST_LEASE, ACT).isAllowed())
        .as("debts outlive the contract")
        .isEqualTo(allowed);
  }

  /** Decision, rejection, text in both languages: nothing tells a sibling from a number that nobody has. */
  @ParameterizedTest
  @EnumSource
  void aSiblingDoesNotExist(Action action) {
    List<Actor> outsiders =
        List.of(
            new Actor.SubAccount(EAST), new Actor.SubAccount(EAST_LEASE), new Actor.OfTenant(new TenantId("east")),
            new Actor.User(EAST_LEASE, "badge EAST-1"), new Actor.OfTenant(new TenantId("nobody")),
            new Actor.SubAccount(NOBODYS), new Actor.User(WEST_LEASE, "badge EAST-1"), new Actor.OfPayer(PAYER),
            new Actor.OfPayer(new PayerId("pays nothing")));
    Decision missing = policy().decide(outsiders.get(0), action, NOBODYS, ACT);
    for (Actor outsider : outsiders) {
      for (ContractNo hidden : List.of(WEST, WEST_LEASE, FRAME, STRANGE)) {
        Decision decision = policy().decide(outsider, action, hidden, ACT);
        assertThat(decision.refusal()).isEqualTo(new ContractRejection.NoSuchContract(hidden));
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
          assertThat(decision.toOutcome().rejection().message(locale).replace(hidden.value(), "?"))
              .isEqualTo(missing.toOutcome().rejection().message(locale).replace(NOBODYS.value(), "?"));
        }
      }
    }
  }

  @Test
  void whatIsNotVisibleIsNotCounted() {
    AccessPolicy policy = policy();
    assertThat(policy.visibleTo(new Actor.SubAccount(EAST), ACT)).containsExactly(EAST, EAST_LEASE);
    assertThat(policy.visibleTo(new Actor.OfTenant(new TenantId("company")), ACT))
        .containsExactly(EAST, EAST_LEASE, FRAME, WEST, WEST_LEASE);
    assertThat(policy.visibleTo(new Actor.User(EAST_LEASE, "badge EAST-1"), ACT)).containsExactly(EAST_LEASE);
    assertThat(policy.visibleTo(new Actor.OfTenant(new TenantId("nobody")), ACT)).isEmpty();
    assertThat(policy.visibleTo(new Actor.OfPayer(PAYER), ACT)).isEmpty();
    assertThat(policy.visibleTo(new Actor.Staff(new StaffId("s"), Role.STEWARD), ACT)).hasSize(6);
  }

  @Test
  void theUserSeesTheContractAndAsksForServiceWhileItRuns() {
    Actor user = new Actor.User(EAST_LEASE, "badge EAST-1");
    assertThat(rule(user, Action.VIEW, EAST_LEASE)).isEmpty();
    assertThat(rule(user, Action.REQUEST_SERVICE, EAST_LEASE)).isEmpty();
    assertThat(rule(user, Action.RECORD_WISH, EAST_LEASE)).isEmpty();
    assertThat(rule(user, Action.PAY, EAST_LEASE)).isEqualTo("ACTION_NOT_ALLOWED");
    assertThat(rule(new Actor.User(EAST_LEASE, "other"), Action.VIEW, EAST_LEASE)).isEqualTo("NO_SUCH_CONTRACT");
    Forest ended =
        policy().forest().end(EAST_LEASE, SubsAtEnd.REFUSE).orElseThrow();
    assertThat(new AccessPolicy(ended, Delegations.NONE).decide(user, Action.VIEW, EAST_LEASE, ACT).isAllowed())
        .isFalse();
  }
}
