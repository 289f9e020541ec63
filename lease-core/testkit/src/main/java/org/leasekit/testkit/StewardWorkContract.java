package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.Outreach;
import org.leasekit.application.RecordCall;
import org.leasekit.contract.ContractNo;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.StageAct;
import org.leasekit.party.Absence;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;
import org.leasekit.renewal.Touch;

/**
 * Who does the stewards' work, through the front door on an adapter's stores: deputies, the chain of those on duty, tasks
 * that are put off or settle themselves.
 */
public abstract class StewardWorkContract {
  private static final StaffId DEPUTY = new StaffId("steward-b");
  private static final StaffId MANAGER = new StaffId("manager");
  private static final StaffId BOSS = new StaffId("boss");

  /** For subclasses. */
  protected StewardWorkContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private RenewalTown town(LessorProfile profile) {
    return new RenewalTown(stores(), validator(), "2026-01-20", profile);
  }

  private static LessorProfile with(Outreach outreach) {
    return RenewalTown.profile().withOutreach(outreach);
  }

  private static Absence away(StaffId who, String from, String until, @Nullable StaffId deputy) {
    return new Absence(
        RenewalTown.LESSOR, who, RenewalTown.at(from, "00:00"), RenewalTown.at(until, "00:00"), deputy);
  }

  private static @Nullable StaffId callGoesTo(RenewalTown town) {
    town.let("A", lease -> lease.contacts = List.of());
    town.goTo("2026-03-16", "10:00");
    assertThat(town.tasks()).hasSize(1);
    return town.tasks().get(0).assignee();
  }

  @Test
  void workGoesToTheDeputyWhileSomebodyIsAway() {
    RenewalTown town = town(RenewalTown.profile());
    town.stores.absences().putAll(List.of(away(RenewalTown.STEWARD, "2026-03-10", "2026-03-20", DEPUTY)));
    assertThat(callGoesTo(town)).isEqualTo(DEPUTY);
  }

  @Test
  void workGoesUpTheChainWhenNobodyOnDutyIsThere() {
    RenewalTown town = town(with(Outreach.STANDARD.withTop(BOSS)));
    town.onDuty(0, DEPUTY);
    town.onDuty(1, MANAGER);
    town.stores
        .absences()
        .putAll(
            List.of(
                away(RenewalTown.STEWARD, "2026-03-10", "2026-03-20", DEPUTY),
                away(DEPUTY, "2026-03-16", "2026-03-17", RenewalTown.STEWARD)));
    assertThat(callGoesTo(town)).isEqualTo(MANAGER);
  }

  @Test
  void atTheTopSomebodyIsAlwaysThere() {
    RenewalTown town = town(with(Outreach.STANDARD.withTop(BOSS)));
    town.stores.absences().putAll(List.of(away(RenewalTown.STEWARD, "2026-03-10", "2026-03-20", null)));
    assertThat(callGoesTo(town)).isEqualTo(BOSS);
  }

  @Test
  void openWorkChangesHandsWhenSomebodyGoesAway() {
    RenewalTown town = town(RenewalTown.profile());
    assertThat(callGoesTo(town)).isEqualTo(RenewalTown.STEWARD);
    town.kit.tasks().accept(town.tasks().get(0).id()).orElseThrow();
    town.stores.absences().putAll(List.of(away(RenewalTown.STEWARD, "2026-03-18", "2026-03-20", DEPUTY)));
    town.goTo("2026-03-17", "23:59");
    assertThat(town.tasks().get(0).assignee()).isEqualTo(RenewalTown.STEWARD);
    town.goTo("2026-03-18", "00:00");
    assertThat(town.tasks().get(0).assignee()).isEqualTo(DEPUTY);
    assertThat(town.tasks().get(0).handling().acceptedAt()).isNull();
  }

  @Test
  void aTaskIsPutOffSoOftenAndSoFarAtMost() {
    RenewalTown town = town(RenewalTown.profile());
    callGoesTo(town);
    StewardTask task = town.tasks().get(0);
    Instant now = town.clock.instant();
    assertThat(town.kit.tasks().snooze(task.id(), now).isAccepted()).isFalse();
    assertThat(town.kit.tasks().snooze(task.id(), now.plus(Duration.ofHours(73))).isAccepted()).isFalse();
    for (int time = 1; time <= 3; time++) {
      town.kit.tasks().snooze(task.id(), now.plus(Duration.ofHours(72))).orElseThrow();
      assertThat(town.kit.tasks().due()).isEmpty();
      assertThat(town.kit.tasks().open()).hasSize(1);
    }
    assertThat(town.kit.tasks().snooze(task.id(), now.plusSeconds(60)).rejection().rule())
        .isEqualTo("CANNOT_SNOOZE");
    town.clock.set(now.plus(Duration.ofHours(72)));
    assertThat(town.kit.tasks().due()).hasSize(1);
    StewardTask done = town.kit.tasks().done(task.id(), "谈妥了").orElseThrow();
    assertThat(done.handling().note()).isEqualTo("谈妥了");
    assertThat(town.tasks().get(0)).isEqualTo(done);
    assertThat(town.kit.tasks().accept(task.id()).rejection().rule()).isEqualTo("NO_SUCH_TASK");
  }

  @Test
  void tasksOfSettledCasesCloseThemselves() {
    RenewalTown town = town(RenewalTown.profile());
    callGoesTo(town);
    town.decline("A").orElseThrow();
    StewardTask task = town.tasks().get(0);
    assertThat(task.outcome()).isEqualTo(StewardTask.Outcome.OBSOLETE);
    assertThat(
            town.kit.tasks().recordCall(new RecordCall(task.id().value(), Touch.Result.ANSWERED)).isAccepted())
        .isFalse();
  }

  /** A call, a hand-over of what nobody has done, a draft and an offer. */
  private RenewalTown asked() {
    EscalationPolicy policy =
        PolicyBuilder.policy("renewal", RenewalTown.SHANGHAI)
            .stage("30", s -> s.daysBefore(30).task("steward", "CALL"))
            .stage("20", s -> s.daysBefore(20).does(new StageAct.HandOver(1)))
            .anchored(RenewalPolicies.CATALOG)
            .orElseThrow();
    RenewalTown town = town(with(Outreach.STANDARD.withTop(BOSS)).withRenewalPolicy(policy));
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    town.goTo("2026-03-11", "10:00");
    desk(town, StewardTask.Kind.OFFER);
    desk(town, StewardTask.Kind.PROPOSAL_DRAFT);
    assertThat(open(town))
        .containsExactlyInAnyOrder(
            StewardTask.Kind.CALL, StewardTask.Kind.HAND_OVER, StewardTask.Kind.OFFER, StewardTask.Kind.PROPOSAL_DRAFT);
    return town;
  }

  /** Puts a task on the list as a stage would that found no rule for a price. */
  private static void desk(RenewalTown town, StewardTask.Kind kind) {
    town.stores
        .tasks()
        .add(
            new StewardTask(
                RenewalTown.LESSOR, new TaskId(town.caseOf("A") + ":" + kind + ":20"), town.caseOf("A"),
                new ContractNo("A"), kind, "20", RenewalTown.STEWARD, town.clock.instant(), null, null));
  }

  private static List<StewardTask.Kind> open(RenewalTown town) {
    return town.tasks().stream().filter(StewardTask::isOpen).map(StewardTask::kind).toList();
  }

  @Test
  void whoHasPaidNeedsNoOtherOfferButHelpToSign() {
    RenewalTown town = asked();
    town.payRenewal("A", "P-1", "1000.00").orElseThrow();
    assertThat(open(town)).containsExactly(StewardTask.Kind.HAND_OVER);
    town.goTo("2026-03-13", "10:00");
    assertThat(open(town)).containsExactlyInAnyOrder(StewardTask.Kind.HAND_OVER, StewardTask.Kind.SIGNATURE_MISSING);
    town.sign("A", "S-1").orElseThrow();
    assertThat(open(town)).isEmpty();
  }

  @Test
  void whoHasSignedNeedsNoOtherOfferButHelpToPay() {
    RenewalTown town = asked();
    town.sign("A", "S-1").orElseThrow();
    assertThat(open(town)).containsExactly(StewardTask.Kind.HAND_OVER);
    town.goTo("2026-03-13", "10:00");
    assertThat(open(town)).containsExactlyInAnyOrder(StewardTask.Kind.HAND_OVER, StewardTask.Kind.PAYMENT_MISSING);
    town.payRenewal("A", "P-1", "1000.00").orElseThrow();
    assertThat(open(town)).isEmpty();
  }
}
