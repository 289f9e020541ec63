package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leasekit.calendar.DayRolls;
import org.leasekit.calendar.WorkingHours;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.dunning.HeldAmounts;
import org.leasekit.dunning.LateFees;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.escalation.Repeat;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.TargetPolicy;
import org.leasekit.escalation.Trigger;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.StewardTask.Kind;

/** What a policy may say in each of the three applications of the engine, and that nobody gets round it. */
class PolicyCatalogsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LessorId LESSOR = new LessorId("town");
  private static final LessorProfile PROFILE =
      LessorProfile.standard(LESSOR, SHANGHAI, Locale.ENGLISH, ShippedCalendars.china());
  private static final ServiceDeskProfile DESK =
      ServiceDeskProfile.standard(
          LESSOR, SHANGHAI, WorkingHours.in(SHANGHAI).calendar("office"), Map.of(), new StaffId("owner"));
  private static final StageAct NOTICE = new StageAct.Notice(StageAct.Notice.REMINDER, List.of(Channel.SMS));
  private static final StageAct DUN = new StageAct.Notice(DunningPolicies.OVERDUE, List.of(Channel.SMS));

  /** The three ways to use the engine. */
  private enum Use {
    RENEWAL,
    DUNNING,
    SERVICE;

    StageAct usual() {
      return this == DUNNING ? DUN : NOTICE;
    }

    Trigger trigger() {
      return this == SERVICE
          ? new Trigger.ShareOfTarget(50)
          : this == RENEWAL ? new Trigger.DaysBefore(30) : new Trigger.BusinessDaysAfter(3);
    }

    /** As it is checked when somebody builds it. */
    Outcome<?> built(StageAct act, Condition when) {
      PolicyBuilder policy =
          PolicyBuilder.policy("p", SHANGHAI).stage("red", s -> s.on(trigger()).when(when).does(act));
      return switch (this) {
        case RENEWAL -> policy.anchored(RenewalPolicies.CATALOG);
        case DUNNING -> policy.anchored(DunningPolicies.CATALOG);
        case SERVICE -> policy.ofTarget(ServiceDeskProfile.CATALOG);
      };
    }

    /** As it is checked when somebody makes a policy by hand and puts it into a profile. */
    Object profiled(StageAct act, Condition when) {
      Stage stage =
          new Stage("red", "", trigger(), when, List.of(new StageAction(act, Condition.ALWAYS)), null);
      return switch (this) {
        case RENEWAL -> PROFILE.withRenewalPolicy(anchored(stage));
        case DUNNING -> dunning(anchored(stage));
        case SERVICE -> DESK.withTerms(DESK.terms(), new TargetPolicy("p", 1, List.of(stage)));
      };
    }
  }

  private static EscalationPolicy anchored(Stage stage) {
    return new EscalationPolicy("p", 1, LocalTime.of(10, 0), SHANGHAI, DayRolls.PRECEDING, List.of(stage));
  }

  private static DunningProfile dunning(EscalationPolicy policy) {
    return new DunningProfile(
        PolicyVersions.always(policy), LateFees.NONE, HeldAmounts.NONE, arrears -> URI.create("https://t.example"));
  }

  static Stream<Arguments> acts() {
    return Stream.of(
        Arguments.of(new StageAct.ProposalDraft(), Set.of(Use.RENEWAL)),
        Arguments.of(new StageAct.MakeOffer(), Set.of(Use.RENEWAL)),
        Arguments.of(new StageAct.Approval("manager"), Set.of(Use.RENEWAL)),
        Arguments.of(new StageAct.HandOver(1), Set.of(Use.values())));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("acts")
  void anActThatTheApplicationCannotDoIsRefusedByName(StageAct act, Set<Use> can) {
    for (Use use : Use.values()) {
      check(use, act, Condition.ALWAYS, can.contains(use) ? null : "STAGE_ACT_NOT_USABLE", act.word());
    }
  }

  static Stream<Arguments> facts() {
    return Stream.of(
        Arguments.of(new Condition.Responded(), Set.of(Use.RENEWAL), "responded"),
        Arguments.of(new Condition.IntentAtLeast(50), Set.of(Use.RENEWAL), "intent"),
        Arguments.of(new Condition.Reached(), Set.of(Use.RENEWAL, Use.DUNNING), "reached"),
        Arguments.of(new Condition.AgeAtLeast(65), Set.of(Use.RENEWAL, Use.DUNNING), "age"),
        Arguments.of(new Condition.Tagged("vip"), Set.of(Use.RENEWAL, Use.DUNNING), "tag"),
        Arguments.of(
            new Condition.OverdueAtLeast(MinorUnits.amount(1, "CNY")), Set.of(Use.RENEWAL, Use.DUNNING), "overdue"),
        Arguments.of(
            new Condition.ValueAtLeast(MinorUnits.amount(1, "CNY")), Set.of(Use.RENEWAL, Use.DUNNING), "value"));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("facts")
  void aFactThatTheApplicationNeverKnowsIsRefusedByName(Condition asked, Set<Use> knows, String name) {
    Condition inside =
        new Condition.Any(List.of(new Condition.Not(new Condition.All(List.of(asked))), Condition.ALWAYS));
    for (Use use : Use.values()) {
      String rule = knows.contains(use) ? null : "UNKNOWN_FACT";
      check(use, use.usual(), asked, rule, name);
      check(use, use.usual(), inside, rule, name);
    }
  }

  /** By the builder, and by the profile of somebody who went without. */
  private static void check(Use use, StageAct act, Condition when, @Nullable String rule, String named) {
    Outcome<?> outcome = use.built(act, when);
    assertThat(outcome.isAccepted() ? null : outcome.rejection().rule()).as("%s: %s", use, act).isEqualTo(rule);
    if (rule == null) {
      assertThat(use.profiled(act, when)).isNotNull();
      return;
    }
    Rejection rejection = outcome.rejection();
    for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      assertThat(rejection.message(locale)).contains("red");
    }
    assertThat(rejection.message(Locale.ENGLISH)).contains(named);
    assertThatThrownBy(() -> use.profiled(act, when))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(rejection.message(Locale.ENGLISH));
  }

  /** What the kit asks for itself has its own way to it. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aStageAsksForWorkThatIsAStagesToAsk(Kind kind) {
    Set<Kind> stages = Set.of(Kind.CALL, Kind.VISIT, Kind.OVERDUE_CALL, Kind.PROPOSAL_DRAFT, Kind.OFFER);
    StageAct task = new StageAct.Task("manager", kind.name());
    check(Use.RENEWAL, task, Condition.ALWAYS, stages.contains(kind) ? null : "UNKNOWN_WORK", kind.name());
    check(Use.DUNNING, task, Condition.ALWAYS, kind == Kind.OVERDUE_CALL ? null : "UNKNOWN_WORK", kind.name());
  }

  @ParameterizedTest
  @CsvSource({"steward, true", "manager, true", "supervisor, true", "finance, true", "regional, false"})
  void theKitsOwnRolesAreKnown(String role, boolean known) {
    String rule = known ? null : "UNKNOWN_ROLE";
    check(Use.RENEWAL, new StageAct.Approval(role), Condition.ALWAYS, rule, role);
    check(Use.RENEWAL, new StageAct.Task(role, "CALL"), Condition.ALWAYS, rule, role);
    check(Use.DUNNING, new StageAct.Task(role, DunningPolicies.CALL), Condition.ALWAYS, rule, role);
  }

  /** They are said once for the lessor, and for dunning where they stand already. */
  @Test
  void rolesOfTheLessorsOwnAreKnownWhereTheyAreNamed() {
    EscalationPolicy renewal =
        anchored(
            new Stage(
                "red", new Trigger.DaysBefore(30),
                List.of(new StageAction(new StageAct.Approval("regional"), Condition.ALWAYS))));
    Outreach regional = Outreach.STANDARD.withLevels(Map.of("steward", 0, "regional", 2));
    assertThat(PROFILE.withOutreach(regional).withRenewalPolicy(renewal).renewalPolicy()).isEqualTo(renewal);
    assertThatThrownBy(() -> PROFILE.withRenewalPolicy(renewal)).hasMessageContaining("regional");
    EscalationPolicy debts =
        anchored(
            new Stage(
                "red", new Trigger.DaysAfter(3),
                List.of(new StageAction(new StageAct.Task("regional", DunningPolicies.CALL), Condition.ALWAYS))));
    DunningProfile dunning =
        new DunningProfile(
            PolicyVersions.always(debts), LateFees.NONE, HeldAmounts.NONE,
            arrears -> URI.create("https://t.example"), Set.of("regional"));
    dunning.checkRoles(regional);
    assertThat(dunning.withFees(new LateFees(5, 0, 30)).withHeld(HeldAmounts.NONE).roles()).containsExactly("regional");
    assertThatThrownBy(() -> dunning.checkRoles(Outreach.STANDARD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("regional");
    assertThatThrownBy(() -> dunning(debts)).hasMessageContaining("regional");
  }

  /** A policy of targets reaches whoever an action is for; a role of its own would be passed over. */
  @Test
  void aTargetKnowsTheOneWhoIsReachedAlone() {
    check(Use.SERVICE, new StageAct.Task(StageAct.Task.STEWARD, "CALL"), Condition.ALWAYS, null, "");
    check(Use.SERVICE, new StageAct.Task("manager", "CALL"), Condition.ALWAYS, "UNKNOWN_ROLE", "manager");
  }

  @Test
  void aRepetitionWhereNoTargetWarnsIsRefusedByName() {
    StageAction told = new StageAction(NOTICE, Condition.ALWAYS);
    Stage stage =
        new Stage("half", "", new Trigger.ShareOfTarget(50), Condition.ALWAYS, List.of(told), new Repeat(10, 3));
    TargetPolicy never = new TargetPolicy("p", 1, List.of(stage));
    assertThatThrownBy(() -> DESK.withTerms(DESK.terms(), never))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("half#2")
        .hasMessageContaining("[50, 80]");
    Stage late =
        new Stage("late", "", new Trigger.ShareOfTarget(80), Condition.ALWAYS, List.of(told), new Repeat(20, 3));
    assertThatThrownBy(() -> DESK.withTerms(DESK.terms(), new TargetPolicy("p", 1, List.of(late))))
        .hasMessageContaining("late#3");
    Stage right =
        new Stage("right", "", new Trigger.ShareOfTarget(80), Condition.ALWAYS, List.of(told), new Repeat(20, 2));
    Stage hours =
        new Stage(
            "hours", "", new Trigger.WorkingTimeAfter(Duration.ofHours(1)), Condition.ALWAYS, List.of(told),
            new Repeat(60, 3));
    for (Stage each : List.of(right, hours)) {
      assertThat(DESK.withTerms(DESK.terms(), new TargetPolicy("p", 1, List.of(each))).escalation().stages())
          .containsExactly(each);
    }
  }

  @Test
  void aDeskWithoutStagesIsFine() {
    TargetPolicy none = new TargetPolicy("none", 1, List.of());
    assertThat(DESK.withTerms(DESK.terms(), none).escalation()).isEqualTo(none);
  }
}
