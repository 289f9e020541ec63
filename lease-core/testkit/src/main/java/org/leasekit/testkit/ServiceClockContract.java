package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.application.CancelRequest;
import org.leasekit.application.ChangePriority;
import org.leasekit.application.PauseWork;
import org.leasekit.application.ReopenRequest;
import org.leasekit.application.ResumeWork;
import org.leasekit.application.ServiceDeskProfile;
import org.leasekit.escalation.Addressee;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.TargetPolicy;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.sla.PolicyId;
import org.leasekit.sla.TargetId;
import org.leasekit.sla.TargetReading;
import org.leasekit.sla.TargetState;

/**
 * The clocks of service requests through the front door, on an adapter's stores: what is learnt late, paused,
 * re-prioritised and reopened, and who is asked to see to it when time runs out.
 */
public abstract class ServiceClockContract {

  /** A Monday. */
  private static final String DAY = "2026-03-02";

  private static final StaffId ANN = ServiceTown.ANN;
  private static final StaffId BOB = ServiceTown.BOB;

  private ServiceTown town;

  /** For subclasses. */
  protected ServiceClockContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    town = new ServiceTown(stores(), validator(), DAY);
  }

  /** Ten working minutes: an offer made five minutes before lunch is answered five minutes after it. */
  @Test
  void lunchDoesNotCountAgainstAnAnswer() {
    town.setTime("11:55");
    RequestId id = town.accepted("R-1", 3);
    town.goTo("12:30");
    assertThat(town.with(id)).isEqualTo("ann?");
    town.goTo("13:04");
    assertThat(town.with(id)).isEqualTo("ann?");
    town.goTo("13:05");
    assertThat(town.with(id)).isEqualTo("bob?");
    assertThat(town.file(id).history().all(RequestEvent.Unanswered.class))
        .extracting(happened -> happened.at())
        .containsExactly(ServiceTown.at(DAY, "13:05"));
  }

  /** P1 is to be arrived at within two hours; the telephone was off from 10:30 to 11:30. */
  @Test
  void anArrivalLearntLateIsPutInItsPlaceInTime() {
    RequestId id = town.accepted("R-1", 1);
    town.takes(ANN, id).orElseThrow();
    town.goTo("11:10");
    assertThat(town.reading(id, TargetId.ARRIVE).state()).isEqualTo(TargetState.BREACHED);
    assertThat(town.tasks()).contains("owner: arrive 100%");
    town.setTime("11:30");
    town.checksIn(ANN, id, 0, ServiceTown.at(DAY, "10:30")).orElseThrow();
    TargetReading arrive = town.reading(id, TargetId.ARRIVE);
    assertThat(arrive.state()).isEqualTo(TargetState.MET);
    assertThat(arrive.elapsed()).isEqualTo(Duration.ofMinutes(90));
    assertThat(town.tasks()).doesNotContain("owner: arrive 100%");
  }

  @Test
  void anArrivalBeforeTheDepartureAndOneInTheFutureAreRefused() {
    RequestId id = town.accepted("R-1", 1);
    town.setTime("09:30");
    town.goTo("09:30");
    town.takes(BOB, id).orElseThrow();
    town.setTime("10:00");
    assertThat(town.checksIn(BOB, id, 0, ServiceTown.at(DAY, "09:15")).rejection().rule())
        .isEqualTo("STEP_NOT_POSSIBLE");
    Outcome<ServiceFile> planned =
        town.desk.pause(
            new PauseWork(
                id.value(), "WAITING_PARTS", ServiceTown.at(DAY, "10:01"), null,
                new Actor.Technician(BOB)));
    assertThat(planned.rejection().rule()).isEqualTo("NOT_YET");
  }

  /** Two hours before it is said to be mended, two hours after it is reopened: four, not two and not five. */
  @Test
  void reopeningResumesTheSameClock() {
    RequestId id = town.accepted("R-1", 2);
    town.takes(ANN, id).orElseThrow();
    town.setTime("11:00");
    town.checksIn(ANN, id, 0).orElseThrow();
    town.completes(ANN, id).orElseThrow();
    town.setTime("14:00");
    ReopenRequest stillWarm =
        new ReopenRequest(id.value(), "still warm", ServiceTown.CUSTOMER);
    ServiceFile reopened = town.desk.reopen(stillWarm).orElseThrow();
    assertThat(reopened.history().offer()).as("somebody is sought again").isPresent();
    town.setTime("16:00");
    TargetReading resolve = town.reading(id, TargetId.RESOLVE);
    assertThat(resolve.state()).isEqualTo(TargetState.RUNNING);
    assertThat(resolve.elapsed()).isEqualTo(Duration.ofHours(4));
    assertThat(resolve.due()).isEqualTo(ServiceTown.at("2026-03-04", "11:00"));
  }

  /** P1 is to be resolved in eight working hours: at half of it 14:00, at four fifths 16:24, at the end 18:00. */
  @Test
  void targetsThatRunOutAreEscalatedEachStageOnce() {
    town.onDuty(1, "lead", DAY, "09:00", "18:00");
    RequestId id = town.accepted("R-1", 1);
    town.takes(ANN, id).orElseThrow();
    town.setTime("09:30");
    town.checksIn(ANN, id, 0).orElseThrow();
    town.liveTo("18:00");
    assertThat(town.file(id).history().all(RequestEvent.Escalated.class))
        .extracting(
            happened ->
                happened.event().target() + " " + happened.event().stage() + " "
                    + happened.event().reached().get(0).staff() + " " + happened.at())
        .containsExactly(
            "resolve 50% ann " + ServiceTown.at(DAY, "14:00"),
            "resolve 80% lead " + ServiceTown.at(DAY, "16:24"),
            "resolve 100% owner " + ServiceTown.at(DAY, "18:00"));
    assertThat(town.tasks())
        .containsExactly("ann: resolve 50%", "lead: resolve 80%", "owner: resolve 100%");
    town.goTo("2026-03-03", "09:30");
    town.completes(ANN, id).orElseThrow();
    assertThat(town.tasks()).isEmpty();
    assertThat(town.reading(id, TargetId.RESOLVE).breachedAt())
        .as("when it happened, not when it was seen")
        .isEqualTo(ServiceTown.at(DAY, "18:00"));
  }

  @Test
  void whoLooksLateEscalatesTheStageThatIsDueAndNotABurst() {
    RequestId id = town.reported("R-1", 1);
    town.goTo("2026-03-04", "10:00");
    assertThat(town.file(id).history().all(RequestEvent.Escalated.class))
        .extracting(happened -> happened.event().target() + " " + happened.event().stage())
        .containsExactly("respond 100%", "resolve 100%");
    assertThat(town.file(id).history().all(RequestEvent.Escalated.class))
        .extracting(happened -> happened.event().plannedFor())
        .containsExactly(ServiceTown.at(DAY, "09:15"), ServiceTown.at(DAY, "18:00"));
  }

  /** zammad#4353: a promise that is no longer made goes on escalating. */
  @Test
  void aTargetThatIsNoLongerPromisedIsNotEscalated() {
    RequestId id = town.reported("R-1", 1);
    town.goTo("09:08");
    assertThat(town.tasks()).containsExactly("owner: respond 50%");
    assertThat(
            town.desk
                .setPolicy(id, new PolicyId("gold"), ServiceTown.SUPERVISOR)
                .rejection()
                .rule())
        .isEqualTo("NO_SUCH_SERVICE_POLICY");
    town.desk
        .setPolicy(id, ServiceTown.RESOLVE_ONLY, ServiceTown.SUPERVISOR)
        .orElseThrow();
    assertThat(town.tasks()).isEmpty();
    town.liveTo("13:59");
    assertThat(town.tasks()).isEmpty();
    town.liveTo("14:00");
    assertThat(town.tasks()).containsExactly("owner: resolve 50%");
  }

  /** glpi#15605: changing the priority forgets the paused time. erpnext#49414, helpdesk#2212: nights and lunch count. */
  @Test
  void anotherPriorityKeepsWhatHasElapsedAndWhatWasPaused() {
    RequestId id = town.accepted("R-1", 3);
    town.takes(ANN, id).orElseThrow();
    town.setTime("11:00");
    town.desk
        .pause(
            new PauseWork(
                id.value(), "WAITING_PARTS", null, null, new Actor.Technician(ANN)))
        .orElseThrow();
    town.clock.set(ServiceTown.at("2026-03-03", "10:00"));
    town.desk
        .resume(new ResumeWork(id.value(), null, null, new Actor.Technician(ANN)))
        .orElseThrow();
    town.desk
        .prioritise(new ChangePriority(id.value(), Priority.P2, "server room", "boss"))
        .orElseThrow();
    TargetReading resolve = town.reading(id, TargetId.RESOLVE);
    assertThat(resolve.elapsed()).isEqualTo(Duration.ofHours(2));
    assertThat(resolve.paused()).as("11 to 12, 13 to 18, 9 to 10").isEqualTo(Duration.ofHours(7));
    assertThat(resolve.remaining()).isEqualTo(Duration.ofHours(14));
    assertThat(resolve.due()).isEqualTo(ServiceTown.at("2026-03-04", "17:00"));
    assertThat(
            town.desk
                .prioritise(new ChangePriority(id.value(), Priority.P1, "I say so", "ann"))
                .isAccepted())
        .as("recorded with who and why")
        .isTrue();
    assertThat(town.file(id).history().all(RequestEvent.Prioritised.class))
        .extracting(happened -> happened.event().reason())
        .containsExactly("server room", "I say so");
  }

  /** fineract: a pause around an older pause is not seen as an overlap; one learnt late cannot be entered. */
  @Test
  void aPauseAroundAnOlderOneIsEnteredLateAndCountsOnce() {
    RequestId id = town.accepted("R-1", 3);
    town.takes(ANN, id).orElseThrow();
    Actor ann = new Actor.Technician(ANN);
    town.setTime("10:00");
    town.desk.pause(new PauseWork(id.value(), "WAITING_PARTS", null, null, ann)).orElseThrow();
    town.setTime("10:30");
    town.desk.resume(new ResumeWork(id.value(), null, null, ann)).orElseThrow();
    town.setTime("12:30");
    town.desk
        .pause(
            new PauseWork(
                id.value(), "WAITING_TENANT", ServiceTown.at(DAY, "09:30"),
                ServiceTown.at(DAY, "11:00"), ann))
        .orElseThrow();
    TargetReading resolve = town.reading(id, TargetId.RESOLVE);
    assertThat(resolve.paused()).isEqualTo(Duration.ofMinutes(90));
    assertThat(resolve.elapsed()).isEqualTo(Duration.ofMinutes(90));
    Instant eleven = ServiceTown.at(DAY, "11:00");
    assertThat(
            town.desk
                .pause(new PauseWork(id.value(), "WAITING_PARTS", eleven, eleven, ann))
                .rejection()
                .rule())
        .isEqualTo("ENDS_BEFORE_IT_BEGINS");
  }

  @Test
  void whileWorkWaitsNobodyIsSought() {
    RequestId id = town.reported("R-1", 4);
    town.desk
        .pause(
            new PauseWork(id.value(), "WAITING_TENANT", null, null, ServiceTown.SUPERVISOR))
        .orElseThrow();
    town.desk.accept(id, ServiceTown.SUPERVISOR).orElseThrow();
    assertThat(town.with(id)).isEqualTo("nobody");
    assertThat(town.tasks()).isEmpty();
    town.setTime("10:00");
    town.desk
        .resume(new ResumeWork(id.value(), null, null, ServiceTown.SUPERVISOR))
        .orElseThrow();
    assertThat(town.with(id)).isEqualTo("ann?");
  }

  @Test
  void whatIsGivenUpIsLeftAlone() {
    RequestId id = town.accepted("R-1", 1);
    assertThat(
            town.desk
                .cancel(new CancelRequest(id.value(), "no time", new Actor.Technician(ANN)))
                .rejection()
                .rule())
        .isEqualTo("NOT_ENTITLED");
    town.desk
        .cancel(new CancelRequest(id.value(), "it was the fuse", ServiceTown.CUSTOMER))
        .orElseThrow();
    town.goTo("2026-03-04", "10:00");
    ServiceFile file = town.file(id);
    assertThat(file.request().nextDueAt()).isNull();
    assertThat(file.clock().at(town.clock.instant()))
        .extracting(TargetReading::state)
        .containsExactlyInAnyOrder(
            TargetState.MET, TargetState.INACTIVE, TargetState.INACTIVE);
    assertThat(town.tasks()).isEmpty();
  }

  /** What is asked of others while a request of priority 1 that ann has goes by its four fifths and its end, unless it is mended. */
  private List<String> whoWasAsked(StageAction half, StageAction late, StageAction breach) {
    TargetPolicy stages =
        PolicyBuilder.policy("service-desk", ServiceTown.SHANGHAI)
            .stage("half", s -> s.shareOfTarget(50).does(half))
            .stage("late", s -> s.shareOfTarget(80).does(late))
            .stage("over", s -> s.shareOfTarget(100).does(breach))
            .ofTarget(ServiceDeskProfile.CATALOG)
            .orElseThrow();
    ServiceDeskProfile usual = ServiceTown.profile();
    town = new ServiceTown(stores(), validator(), DAY, usual.withTerms(usual.terms(), stages));
    town.onDuty(0, "dispatcher", DAY, "09:00", "23:00");
    town.onDuty(1, "lead", DAY, "09:00", "23:00");
    town.onDuty(2, "chief", DAY, "09:00", "23:00");
    RequestId id = town.accepted("R-1", 1);
    town.takes(ANN, id).orElseThrow();
    town.setTime("09:30");
    town.checksIn(ANN, id, 0).orElseThrow();
    for (String time : List.of("14:00", "16:24", "18:00")) {
      town.goTo(time);
    }
    return town.file(id).history().all(RequestEvent.Escalated.class)
        .map(each -> each.event().stage() + " " + each.event().reached().get(0).staff())
        .toList();
  }

  private static StageAction up(int levels) {
    return new StageAction(new StageAct.HandOver(levels), Condition.ALWAYS);
  }

  @Test
  void aHandOverGoesUpFromTheOneWhoHasTheRequest() {
    StageAction told = new StageAction(Channel.WECOM, Condition.ALWAYS);
    assertThat(whoWasAsked(told, up(1), up(1))).containsExactly("half ann", "late lead", "over chief");
  }

  @Test
  void aHandOverGoesSoManyLevelsUpAndEndsAtTheTop() {
    assertThat(whoWasAsked(up(2), up(1), up(1))).containsExactly("half chief", "late owner", "over owner");
  }

  @Test
  void aHandOverToALevelGoesNoLower() {
    StageAction high = new StageAction(new StageAct.HandOver(1), Condition.ALWAYS, new Addressee.OnCall(2));
    assertThat(whoWasAsked(up(1), high, up(1))).containsExactly("half lead", "late chief", "over owner");
  }
}
