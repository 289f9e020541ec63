package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leasekit.application.DunningProfile;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.PauseWork;
import org.leasekit.application.ResumeWork;
import org.leasekit.application.ServiceDeskProfile;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.Shift;
import org.leasekit.calendar.WorkingHours;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.dunning.HeldAmounts;
import org.leasekit.dunning.LateFees;
import org.leasekit.escalation.Addressee;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.MovedBy;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.TargetPolicy;
import org.leasekit.party.Channel;
import org.leasekit.port.Stores;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;

/**
 * Stages at a span of working time through the front door, on an adapter's stores: of renewals back from the end of the
 * term, of debts from the end of the day they were due, of service requests by their own clocks. In Shanghai's Spring Festival of
 * 2026, off from 15 to 23 February, with Saturday the 14th worked instead.
 */
public abstract class WorkingTimeContract {

  /** For subclasses. */
  protected WorkingTimeContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private static PolicyBuilder renewal() {
    return PolicyBuilder.policy("renewal", RenewalTown.SHANGHAI);
  }

  private RenewalTown endingInTheHoliday(PolicyBuilder policy, LessorProfile profile) {
    EscalationPolicy checked = policy.anchored(RenewalPolicies.CATALOG).orElseThrow();
    RenewalTown town =
        new RenewalTown(stores(), validator(), "2026-01-20", profile.withRenewalPolicy(checked));
    town.let("A", lease -> {
      lease.start = "2025-02-24";
      lease.lastDay = "2026-02-23";
      lease.deposit = "0.00";
    });
    return town;
  }

  private static List<Fired> fired(RenewalTown town) {
    return town.stores.cases().fired(RenewalTown.LESSOR, town.caseOf("A"));
  }

  @Test
  void aRenewalIsSeenToEightHoursOfWorkBeforeItsTermEnds() {
    RenewalTown town =
        endingInTheHoliday(
            renewal()
                .stage("30", s -> s.daysBefore(30).notice("reminder", Channel.SMS))
                .stage("8h", s -> s.workingTimeBefore(Duration.ofHours(8)).task("manager", "CALL")),
            RenewalTown.profile());
    town.goTo("2026-01-23", "10:00");
    assertThat(town.renewal("A").nextDueAt()).isEqualTo(RenewalTown.at("2026-02-14", "09:00"));
    town.goTo("2026-02-14", "08:59");
    assertThat(town.tasks()).isEmpty();
    assertThat(town.kit.renewals().explain(town.caseOf("A")).orElseThrow().text(Locale.ENGLISH, RenewalTown.SHANGHAI))
        .contains("Stage 8h: planned for 2026-02-14 09:00, will fire at 2026-02-14 09:00");
    town.goTo("2026-02-14", "09:00");
    assertThat(town.tasks())
        .extracting(StewardTask::kind, StewardTask::stage, StewardTask::openedAt)
        .containsExactly(tuple(StewardTask.Kind.CALL, "8h", RenewalTown.at("2026-02-14", "09:00")));
    assertThat(fired(town).get(1))
        .extracting(Fired::stage, Fired::plannedFor, Fired::at, Fired::movedBy)
        .containsExactly(
            "8h", RenewalTown.at("2026-02-14", "09:00"), RenewalTown.at("2026-02-14", "09:00"), MovedBy.NONE);
  }

  @Test
  void theHoursAreThoseOfTheLessorAndACaseOpensOnTheDayOfItsFirst() {
    LessorProfile mornings =
        RenewalTown.profile()
            .withHours(
                WorkingHours.in(RenewalTown.SHANGHAI)
                    .onBusinessDays(ShippedCalendars.china(), Shift.of("08:00-12:00"))
                    .calendar("mornings"));
    RenewalTown town =
        endingInTheHoliday(
            renewal().stage("8h", s -> s.workingTimeBefore(Duration.ofHours(8)).task("manager", "CALL")), mornings);
    // four hours on the Saturday that is worked, four on the Friday before
    town.goTo("2026-02-12", "23:59");
    assertThat(town.stores.cases().find(RenewalTown.LESSOR, town.caseOf("A"))).isEmpty();
    town.goTo("2026-02-13", "00:00");
    assertThat(town.renewal("A").nextDueAt()).isEqualTo(RenewalTown.at("2026-02-13", "08:00"));
    town.goTo("2026-02-13", "08:00");
    assertThat(fired(town)).extracting(Fired::stage, Fired::at)
        .containsExactly(tuple("8h", RenewalTown.at("2026-02-13", "08:00")));
  }

  /** An hour a day: two hundred of them are most of a year. */
  @Test
  void whoWorksLittleIsToldEarlierThatATermEnds() {
    LessorProfile hourly =
        RenewalTown.profile()
            .withHours(
                WorkingHours.in(RenewalTown.SHANGHAI)
                    .onBusinessDays(ShippedCalendars.china(), Shift.of("08:00-09:00"))
                    .calendar("an hour"));
    EscalationPolicy policy =
        renewal()
            .stage("200h", s -> s.workingTimeBefore(Duration.ofHours(200)).task("manager", "CALL"))
            .anchored(RenewalPolicies.CATALOG)
            .orElseThrow();
    RenewalTown town = new RenewalTown(stores(), validator(), "2026-02-24", hourly.withRenewalPolicy(policy));
    town.let("A", lease -> {
      lease.lastDay = "2026-12-31";
      lease.deposit = "0.00";
    });
    town.daysTo("2026-03-20");
    assertThat(fired(town)).extracting(Fired::stage, fired -> fired.at().atZone(RenewalTown.SHANGHAI).toLocalDate(), Fired::movedBy)
        .containsExactly(tuple("200h", LocalDate.parse("2026-03-17"), MovedBy.NONE));
  }

  @Test
  void aDebtIsSeenToSoManyHoursOfWorkAfterTheDayItWasDue() {
    EscalationPolicy policy =
        PolicyBuilder.policy("dunning", RenewalTown.SHANGHAI)
            .stage("8h", s -> s.workingTimeAfter(Duration.ofHours(8)).notice(DunningPolicies.OVERDUE, Channel.SMS))
            .stage("10h", s -> s.workingTimeAfter(Duration.ofHours(10)).notice(DunningPolicies.OVERDUE, Channel.SMS))
            .stage("5d", s -> s.businessDaysAfter(5).notice(DunningPolicies.FINAL, Channel.SMS))
            .anchored(DunningPolicies.CATALOG)
            .orElseThrow();
    RenewalTown town =
        new RenewalTown(
            stores(), validator(), "2026-02-13", RenewalTown.profile(),
            new DunningProfile(
                PolicyVersions.always(policy), LateFees.NONE, HeldAmounts.NONE, RenewalTown.dunning().page()));
    // due on Friday the 13th, late from the Saturday on, which is worked
    town.let("A", lease -> {
      lease.start = "2026-02-13";
      lease.lastDay = "2027-02-12";
      lease.deposit = "0.00";
    });
    for (String time : List.of("2026-02-13T10:00", "2026-02-14T17:59", "2026-02-14T18:00", "2026-02-23T23:30",
        "2026-02-24T10:59", "2026-02-24T11:00", "2026-02-27T09:59", "2026-02-27T10:00")) {
      town.goTo(time.substring(0, 10), time.substring(11));
    }
    assertThat(town.touches())
        .extracting(Touch::stage, Touch::at)
        .containsExactly(
            tuple("8h", RenewalTown.at("2026-02-14", "18:00")),
            tuple("10h", RenewalTown.at("2026-02-24", "11:00")),
            tuple("5d", RenewalTown.at("2026-02-27", "10:00")));
  }

  private ServiceTown desk() {
    TargetPolicy stages =
        PolicyBuilder.policy("service-desk", ServiceTown.SHANGHAI)
            .stage("8h", s -> s.workingTimeAfter(Duration.ofHours(8)).does(onCall()))
            .stage("16h", s -> s.workingTimeAfter(Duration.ofHours(16)).does(onCall()))
            .ofTarget(ServiceDeskProfile.CATALOG)
            .orElseThrow();
    ServiceDeskProfile usual = ServiceTown.profile();
    ServiceTown town =
        new ServiceTown(stores(), validator(), "2026-02-13", usual.withTerms(usual.terms(), stages));
    town.setTime("14:00");
    return town;
  }

  private static StageAction onCall() {
    return new StageAction(Channel.CALL, Condition.ALWAYS, new Addressee.OnCall(1));
  }

  private static List<String> resolving(ServiceTown town, RequestId id) {
    return town.file(id).history().all(RequestEvent.Escalated.class)
        .filter(each -> each.event().target().value().equals("resolve"))
        .map(each -> each.event().stage() + " " + each.at())
        .toList();
  }

  /** Four hours on the Friday and four on the Saturday; then four more there, and four when the holiday is over. */
  @Test
  void aRequestIsSeenToWhenItsClockHasRunForSoLong() {
    ServiceTown town = desk();
    RequestId id = town.accepted("R-1", 4);
    town.takes(ServiceTown.ANN, id).orElseThrow();
    town.goTo("2026-02-14", "13:59");
    assertThat(resolving(town, id)).isEmpty();
    town.goTo("2026-02-14", "14:00");
    town.goTo("2026-02-24", "13:59");
    town.goTo("2026-02-24", "14:00");
    assertThat(resolving(town, id))
        .containsExactly("8h " + ServiceTown.at("2026-02-14", "14:00"), "16h " + ServiceTown.at("2026-02-24", "14:00"));
    assertThat(town.tasks()).contains("owner: resolve 8h", "owner: resolve 16h");
  }

  @Test
  void whileAClockStandsNoTimeOfWorkGoesBy() {
    ServiceTown town = desk();
    RequestId id = town.accepted("R-1", 4);
    town.takes(ServiceTown.ANN, id).orElseThrow();
    town.goTo("2026-02-14", "10:00");
    Actor ann = new Actor.Technician(ServiceTown.ANN);
    town.desk.pause(new PauseWork(id.value(), "WAITING_PARTS", null, null, ann)).orElseThrow();
    town.goTo("2026-02-24", "10:00");
    assertThat(resolving(town, id)).isEmpty();
    town.desk.resume(new ResumeWork(id.value(), null, null, ann)).orElseThrow();
    // five hours had gone by: three are left
    town.goTo("2026-02-24", "13:59");
    assertThat(resolving(town, id)).isEmpty();
    town.goTo("2026-02-24", "14:00");
    assertThat(resolving(town, id)).containsExactly("8h " + ServiceTown.at("2026-02-24", "14:00"));
  }
}
