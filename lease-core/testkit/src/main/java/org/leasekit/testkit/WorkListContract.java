package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leasekit.access.Actor;
import org.leasekit.application.AmendContract;
import org.leasekit.application.DunningProfile;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.Outreach;
import org.leasekit.application.RecordCall;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.dunning.HeldAmounts;
import org.leasekit.dunning.LateFees;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.escalation.StageAct;
import org.leasekit.party.Absence;
import org.leasekit.party.Channel;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.StewardTask.Kind;
import org.leasekit.renewal.TaskId;
import org.leasekit.renewal.Touch;
import org.leasekit.servicedesk.Duty;

/** Who has which task and when it is over, through the front door on an adapter's stores. */
public abstract class WorkListContract {
  private static final StaffId ON_DUTY = new StaffId("steward-b");
  private static final StaffId MANAGER = new StaffId("manager");
  private static final StaffId BOSS = new StaffId("boss");

  /** For subclasses. */
  protected WorkListContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private RenewalTown town(LessorProfile profile) {
    return new RenewalTown(stores(), validator(), "2026-01-20", profile);
  }

  /** A town with one lease, whose first notice is out. */
  private RenewalTown town() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    return town;
  }

  private static StewardTask give(
      RenewalTown town, Kind kind, String role, @Nullable StaffId assignee) {
    StewardTask task =
        new StewardTask(
            RenewalTown.LESSOR, new TaskId(town.caseOf("A") + ":" + kind), town.caseOf("A"),
            town.contract("A").no(), kind, "", role, assignee, town.clock.instant(), null, null,
            StewardTask.Handling.NONE);
    town.stores.tasks().add(task);
    return task;
  }

  private static StewardTask stored(RenewalTown town, StewardTask task) {
    return town.stores.tasks().find(RenewalTown.LESSOR, task.id()).orElseThrow();
  }

  private static void onDuty(RenewalTown town, int level, StaffId who, String from) {
    Instant start = RenewalTown.at(from, "00:00");
    town.stores
        .serviceDesk()
        .roster()
        .putAll(List.of(new Duty(RenewalTown.LESSOR, level, who, start, start.plusSeconds(90 * 86_400L))));
  }

  private static void away(RenewalTown town, StaffId who, String from) {
    town.stores
        .absences()
        .putAll(
            List.of(
                new Absence(
                    RenewalTown.LESSOR, who, RenewalTown.at(from, "00:00"),
                    RenewalTown.at("2026-06-01", "00:00"), null)));
  }

  @Test
  void aTaskThatIsBeingClosedIsNotTakenOnAgain() {
    RenewalTown town = town();
    StewardTask call = give(town, Kind.CALL, StageAct.Task.STEWARD, RenewalTown.STEWARD);
    Overlap.Answers<String> answers =
        Overlap.of(
            town.stores.unitOfWork(),
            true,
            hold -> {
              String end = town.decline("A").map(renewal -> renewal.state().name()).orElseThrow();
              hold.untilTheOtherHasTried();
              return end;
            },
            () -> town.kit.tasks().accept(call.id()).rejection().rule());
    assertThat(answers).isEqualTo(new Overlap.Answers<>("DECLINED", "NO_SUCH_TASK"));
    assertThat(stored(town, call).outcome()).isEqualTo(StewardTask.Outcome.OBSOLETE);
  }

  @Test
  void ofTwoWhoPutATaskOffAtOnceBothCount() {
    RenewalTown town = town();
    StewardTask call = give(town, Kind.CALL, StageAct.Task.STEWARD, RenewalTown.STEWARD);
    Instant until = town.clock.instant().plusSeconds(3600);
    Overlap.of(
        town.stores.unitOfWork(),
        true,
        hold -> {
          boolean first = town.kit.tasks().snooze(call.id(), until).isAccepted();
          hold.untilTheOtherHasTried();
          return first;
        },
        () -> town.kit.tasks().snooze(call.id(), until).isAccepted());
    assertThat(stored(town, call).handling().snoozes()).isEqualTo(2);
  }

  @Test
  void tasksOfDeclinedRenewalsCloseThemselves() {
    closesAllButWhatIsAboutMoney(CaseState.DECLINED);
  }

  @Test
  void tasksOfLapsedRenewalsCloseThemselves() {
    closesAllButWhatIsAboutMoney(CaseState.LAPSED);
  }

  @Test
  void tasksOfSupersededRenewalsCloseThemselves() {
    closesAllButWhatIsAboutMoney(CaseState.SUPERSEDED);
  }

  private void closesAllButWhatIsAboutMoney(CaseState end) {
    RenewalTown town = town();
    CaseId id = town.caseOf("A");
    for (Kind kind : Kind.values()) {
      give(town, kind, StageAct.Task.STEWARD, RenewalTown.STEWARD);
    }
    switch (end) {
      case DECLINED -> town.decline("A").orElseThrow();
      case LAPSED -> town.goTo("2026-04-01", "00:00");
      default ->
          town.kit
              .amendments()
              .amend(
                  new AmendContract.Extension(
                      new AmendContract.Basis(
                          "A", LocalDate.parse("2026-04-01"), "steward-a", "租户要求", "mail 7"),
                      LocalDate.parse("2026-10-01")))
              .orElseThrow();
    }
    assertThat(town.stores.cases().find(RenewalTown.LESSOR, id).orElseThrow().state()).isEqualTo(end);
    Set<Kind> left =
        town.stores.tasks().openOfCase(RenewalTown.LESSOR, id).stream()
            .map(StewardTask::kind)
            .collect(Collectors.toSet());
    Set<Kind> aboutMoney = Set.of(Kind.OVERDUE_CALL, Kind.DISPUTED_PAYMENT, Kind.DEPOSIT_REFUND);
    assertThat(left).containsAll(aboutMoney);
    // who stays does not move out
    assertThat(left.contains(Kind.MOVE_OUT)).isEqualTo(end != CaseState.SUPERSEDED);
    assertThat(left).hasSize(end == CaseState.SUPERSEDED ? 3 : 4);
    assertThat(town.tasks())
        .filteredOn(task -> !task.isOpen())
        .extracting(StewardTask::outcome)
        .hasSize(Kind.values().length - left.size())
        .containsOnly(StewardTask.Outcome.OBSOLETE);
  }

  @Test
  void whatWasPaidButNotSignedLeavesTheHelpOpen() {
    RenewalTown town = town();
    Arrays.stream(Kind.values())
        .forEach(kind -> give(town, kind, StageAct.Task.STEWARD, RenewalTown.STEWARD));
    town.payRenewal("A", "P-1", "1000.00").orElseThrow();
    assertThat(town.stores.tasks().openOfCase(RenewalTown.LESSOR, town.caseOf("A")))
        .extracting(StewardTask::kind)
        .contains(Kind.SIGNATURE_MISSING, Kind.HAND_OVER)
        .doesNotContain(Kind.CALL, Kind.VISIT);
  }

  @Test
  void whoeverTakesATaskOnHasIt() {
    RenewalTown town = town();
    StewardTask nobodys = give(town, Kind.CALL, StageAct.Task.STEWARD, null);
    Actor.Staff steward = new Actor.Staff(ON_DUTY, Actor.Role.STEWARD);
    town.kit.as(steward).tasks().accept(nobodys.id()).orElseThrow();
    assertThat(stored(town, nobodys).assignee()).isEqualTo(ON_DUTY);
    Instant taken = town.clock.instant();
    assertThat(stored(town, nobodys).handling().acceptedAt()).isEqualTo(taken);
    town.clock.set(taken.plusSeconds(60));
    Actor.Staff late = new Actor.Staff(MANAGER, Actor.Role.SUPERVISOR);
    town.kit.as(late).tasks().accept(nobodys.id()).orElseThrow();
    town.kit.tasks().accept(nobodys.id()).orElseThrow();
    assertThat(stored(town, nobodys).assignee()).isEqualTo(ON_DUTY);
    assertThat(stored(town, nobodys).handling().acceptedAt()).isEqualTo(taken);
  }

  @Test
  void theHostTakesATaskOnForItsAssignee() {
    RenewalTown town = town();
    StewardTask call = give(town, Kind.CALL, StageAct.Task.STEWARD, RenewalTown.STEWARD);
    town.kit.tasks().accept(call.id()).orElseThrow();
    assertThat(stored(town, call).assignee()).isEqualTo(RenewalTown.STEWARD);
  }

  @Test
  void whatIsNobodysGoesToWhoeverComesOnDutyAtItsLevel() {
    RenewalTown town = town();
    StewardTask call = give(town, Kind.CALL, StageAct.Task.STEWARD, null);
    StewardTask approval = give(town, Kind.APPROVAL, StageAct.Task.SUPERVISOR, null);
    StewardTask refund = give(town, Kind.DEPOSIT_REFUND, StageAct.Task.FINANCE, null);
    StewardTask handOver = give(town, Kind.HAND_OVER, StageAct.Task.STEWARD, null);
    town.goTo("2026-03-01", "10:00");
    assertThat(stored(town, call).assignee()).isNull();
    onDuty(town, 0, ON_DUTY, "2026-03-02");
    town.goTo("2026-03-02", "10:00");
    assertThat(town.kit.tasks().open())
        .extracting(StewardTask::kind, StewardTask::assignee)
        .containsExactlyInAnyOrder(
            tuple(Kind.CALL, ON_DUTY),
            tuple(Kind.APPROVAL, null),
            tuple(Kind.DEPOSIT_REFUND, null),
            tuple(Kind.HAND_OVER, null));
    onDuty(town, 1, MANAGER, "2026-03-03");
    town.goTo("2026-03-03", "10:00");
    assertThat(List.of(stored(town, approval), stored(town, refund), stored(town, handOver)))
        .extracting(StewardTask::assignee)
        .containsOnly(MANAGER);
    assertThat(stored(town, call).assignee()).isEqualTo(ON_DUTY);
  }

  @Test
  void theWorkOfAnAbsentSupervisorGoesToNoSteward() {
    RenewalTown town = town(RenewalTown.profile().withOutreach(Outreach.STANDARD.withTop(BOSS)));
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    onDuty(town, 0, ON_DUTY, "2026-03-01");
    StewardTask approval = give(town, Kind.APPROVAL, StageAct.Task.SUPERVISOR, MANAGER);
    away(town, MANAGER, "2026-03-02");
    town.goTo("2026-03-02", "10:00");
    assertThat(stored(town, approval).assignee()).isEqualTo(BOSS);
  }

  private static EscalationPolicy handingOver() {
    return PolicyBuilder.policy("renewal", RenewalTown.SHANGHAI)
        .version(1)
        .stage("30", s -> s.daysBefore(30).notice("reminder", Channel.SMS).task("manager", "CALL"))
        .stage("10", s -> s.daysBefore(10).does(new StageAct.HandOver(1)))
        .anchored(RenewalPolicies.CATALOG)
        .orElseThrow();
  }

  private static RenewalTown toTheHandOver(RenewalTown town, boolean done) {
    onDuty(town, 0, ON_DUTY, "2026-02-01");
    onDuty(town, 1, MANAGER, "2026-02-01");
    onDuty(town, 2, BOSS, "2026-02-01");
    town.let("A", lease -> lease.lastDay = "2026-04-30");
    town.goTo("2026-03-31", "10:00");
    StewardTask call = town.tasks().get(0);
    assertThat(call.assignee()).isEqualTo(MANAGER);
    if (done) {
      town.kit.tasks().recordCall(new RecordCall(call.id().value(), Touch.Result.ANSWERED)).orElseThrow();
    }
    town.goTo("2026-04-20", "10:00");
    return town;
  }

  private static @Nullable StaffId handOver(RenewalTown town) {
    return town.tasks().stream().filter(task -> task.kind() == Kind.HAND_OVER).findAny().orElseThrow().assignee();
  }

  @Test
  void aHandOverGoesAboveTheOneWhoHasLeftSomethingUndone() {
    LessorProfile profile = RenewalTown.profile().withRenewalPolicy(handingOver());
    assertThat(handOver(toTheHandOver(town(profile), false))).isEqualTo(BOSS);
  }

  @Test
  void aHandOverOfWhatWasDoneGoesAboveTheSteward() {
    LessorProfile profile = RenewalTown.profile().withRenewalPolicy(handingOver());
    assertThat(handOver(toTheHandOver(town(profile), true))).isEqualTo(MANAGER);
  }

  /** A call about a debt that the manager has, and seven business days later a hand-over one level up. */
  private RenewalTown handOverOfADebt(boolean done) {
    EscalationPolicy policy =
        PolicyBuilder.policy("dunning", RenewalTown.SHANGHAI)
            .stage("3", s -> s.businessDaysAfter(3).task("manager", DunningPolicies.CALL))
            .stage(
                "10",
                s -> s.businessDaysAfter(10).task("steward", DunningPolicies.CALL).does(new StageAct.HandOver(1)))
            .anchored(DunningPolicies.CATALOG)
            .orElseThrow();
    RenewalTown town =
        new RenewalTown(
            stores(), validator(), "2026-02-28", RenewalTown.profile(),
            new DunningProfile(
                PolicyVersions.always(policy), LateFees.NONE, HeldAmounts.NONE, RenewalTown.dunning().page()));
    onDuty(town, 0, ON_DUTY, "2026-02-01");
    onDuty(town, 1, MANAGER, "2026-02-01");
    onDuty(town, 2, BOSS, "2026-02-01");
    town.let("A", lease -> {
      lease.start = "2026-03-02";
      lease.lastDay = "2027-03-01";
      lease.deposit = "0.00";
    });
    town.daysTo("2026-03-06");
    StewardTask call = town.tasks().get(0);
    assertThat(call.assignee()).isEqualTo(MANAGER);
    if (done) {
      town.kit.tasks().done(call.id(), "promised").orElseThrow();
    }
    town.daysTo("2026-03-17");
    return town;
  }

  @Test
  void aHandOverOfADebtGoesAboveTheOneWhoHasLeftSomethingUndone() {
    assertThat(handOver(handOverOfADebt(false))).isEqualTo(BOSS);
  }

  @Test
  void aHandOverOfADebtOfWhichAllWasDoneGoesAboveTheSteward() {
    assertThat(handOver(handOverOfADebt(true))).isEqualTo(MANAGER);
  }

  /** A role of the lessor's own is known where its level is. */
  @Test
  void aRoleOfTheLessorsOwnGetsItsWork() {
    StaffId head = new StaffId("head");
    Outreach manners = Outreach.STANDARD.withLevels(Map.of("steward", 0, "manager", 1, "regional", 3));
    LessorProfile usual = RenewalTown.profile().withOutreach(manners);
    EscalationPolicy policy =
        PolicyBuilder.policy("renewal", RenewalTown.SHANGHAI)
            .stage("30", s -> s.daysBefore(30).task("regional", "CALL"))
            .anchored(usual.renewalCatalog())
            .orElseThrow();
    RenewalTown town = town(usual.withRenewalPolicy(policy));
    onDuty(town, 1, MANAGER, "2026-02-01");
    onDuty(town, 3, head, "2026-02-01");
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    assertThat(town.tasks())
        .extracting(StewardTask::kind, StewardTask::role, StewardTask::assignee)
        .containsExactly(tuple(Kind.CALL, "regional", head));
  }
}
