package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.application.AnswerOffer;
import org.leasekit.application.ChangePriority;
import org.leasekit.application.ReopenRequest;
import org.leasekit.application.ReportFault;
import org.leasekit.application.ServiceDeskProfile;
import org.leasekit.escalation.Addressee;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.TargetPolicy;
import org.leasekit.escalation.Trigger;
import org.leasekit.event.LeaseEvent;
import org.leasekit.event.Recorded;
import org.leasekit.party.Channel;
import org.leasekit.port.Events;
import org.leasekit.port.Stores;
import org.leasekit.servicedesk.Impact;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.Urgency;
import org.leasekit.sla.TargetId;

/** What happens to service requests is told to whoever listens, in order and without saying who; on an adapter's stores. */
public abstract class ServiceEventsContract {

  /** A Monday. */
  private static final String DAY = "2026-03-02";

  private final List<Recorded> heard = new ArrayList<>();
  private Stores stores;
  private ServiceTown town;

  /** For subclasses. */
  protected ServiceEventsContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    stores = stores();
    town =
        new ServiceTown(stores, validator(), DAY, this::hear);
  }

  private static LeaseEvent.OfRequest told(Recorded event) {
    return (LeaseEvent.OfRequest) event.event();
  }

  private List<String> types(RequestId id) {
    return heard.stream().filter(each -> told(each).request().equals(id)).map(each -> each.event().type()).toList();
  }

  private List<LeaseEvent.OfRequest> of(LeaseEvent.OfRequest.What what, TargetId target) {
    return heard.stream()
        .map(ServiceEventsContract::told)
        .filter(each -> each.what() == what && target.equals(each.target()))
        .toList();
  }

  @Test
  void aRequestIsToldFromItsReportToItsVerification() {
    RequestId id = town.accepted("R-1", 3);
    town.desk.prioritise(new ChangePriority(id.value(), Priority.P2, "server room", "boss")).orElseThrow();
    town.takes(ServiceTown.ANN, id).orElseThrow();
    town.setTime("09:20");
    town.checksIn(ServiceTown.ANN, id, 0, ServiceTown.at(DAY, "09:15")).orElseThrow();
    town.setTime("09:40");
    town.completes(ServiceTown.ANN, id).orElseThrow();
    town.desk.reopen(new ReopenRequest(id.value(), "drips", ServiceTown.CUSTOMER)).orElseThrow();
    town.goTo("09:50");
    assertThat(types(id))
        .containsExactly(
            "request.opened", "request.accepted", "request.triaged", "request.dispatched", "request.arrived",
            "request.resolved", "request.reopened");
    assertThat(heard).extracting(each -> told(each).priority())
        .containsExactly(
            Priority.P3, Priority.P3, Priority.P2, Priority.P2, Priority.P2, Priority.P2, Priority.P2);
    LeaseEvent.OfRequest arrived = told(heard.get(4));
    assertThat(arrived.happened()).isEqualTo(ServiceTown.at(DAY, "09:15"));
    assertThat(arrived.head().at()).as("when it was learnt").isEqualTo(ServiceTown.at(DAY, "09:20"));
  }

  @Test
  void whatSomebodyElseConfirmsIsVerified() {
    RequestId id = town.accepted("R-1", 4);
    town.takes(ServiceTown.ANN, id).orElseThrow();
    town.checksIn(ServiceTown.ANN, id, 0).orElseThrow();
    town.completes(ServiceTown.ANN, id).orElseThrow();
    town.desk.verify(id, ServiceTown.CUSTOMER).orElseThrow();
    town.goTo("10:00");
    assertThat(types(id)).endsWith("request.resolved", "request.verified");
  }

  /** P1: eight hours from nine, with an hour for lunch. */
  @Test
  void targetsAreEscalatedAndBreachedOnce() {
    town.onDuty(1, "lead", DAY, "09:00", "18:00");
    RequestId id = town.accepted("R-1", 1);
    town.takes(ServiceTown.ANN, id).orElseThrow();
    town.setTime("09:30");
    town.checksIn(ServiceTown.ANN, id, 0).orElseThrow();
    town.goTo("14:00");
    town.goTo("16:30");
    assertThat(of(LeaseEvent.OfRequest.What.ESCALATED, TargetId.RESOLVE))
        .extracting(LeaseEvent.OfRequest::happened)
        .containsExactly(ServiceTown.at(DAY, "14:00"), ServiceTown.at(DAY, "16:24"));
    assertThat(of(LeaseEvent.OfRequest.What.BREACHED, TargetId.RESOLVE)).isEmpty();
    town.goTo("2026-03-03", "09:30");
    town.goTo("2026-03-03", "10:30");
    assertThat(of(LeaseEvent.OfRequest.What.BREACHED, TargetId.RESOLVE))
        .extracting(LeaseEvent.OfRequest::happened)
        .containsExactly(ServiceTown.at(DAY, "18:00"));
    assertThat(of(LeaseEvent.OfRequest.What.ESCALATED, TargetId.RESOLVE)).hasSize(2);
    assertThat(heard).filteredOn(each -> told(each).target() == null)
        .noneMatch(each -> each.event().type().equals("request.breached"));
    assertThat(id).isEqualTo(new RequestId("R-1"));
  }

  @Test
  void aTargetIsBreachedOnceBetweenStagesByTheHour() {
    isBreachedOnce(List.of(byTheHour(2), byTheHour(12)));
  }

  @Test
  void aTargetIsBreachedOnceAfterItsLastStage() {
    isBreachedOnce(List.of(byTheHour(2)));
  }

  @Test
  void aTargetIsBreachedOnceAtAStageByTheHour() {
    isBreachedOnce(List.of(byTheHour(8)));
  }

  @Test
  void aTargetIsBreachedOnceWithoutStages() {
    isBreachedOnce(List.of());
  }

  private void isBreachedOnce(List<Stage> stages) {
    ServiceDeskProfile usual = ServiceTown.profile();
    ServiceDeskProfile profile = usual.withTerms(usual.terms(), new TargetPolicy("by-the-hour", 1, stages));
    town = new ServiceTown(stores, validator(), DAY, profile, this::hear);
    RequestId id = town.accepted("R-1", 1);
    town.takes(ServiceTown.ANN, id).orElseThrow();
    town.setTime("09:30");
    town.checksIn(ServiceTown.ANN, id, 0).orElseThrow();
    town.goTo("17:59");
    assertThat(of(LeaseEvent.OfRequest.What.BREACHED, TargetId.RESOLVE)).isEmpty();
    town.goTo("18:00");
    town.goTo("2026-03-03", "09:30");
    town.goTo("2026-03-03", "15:30");
    town.completes(ServiceTown.ANN, id).orElseThrow();
    town.desk.reopen(new ReopenRequest(id.value(), "drips", ServiceTown.CUSTOMER)).orElseThrow();
    town.goTo("2026-03-04", "09:30");
    assertThat(of(LeaseEvent.OfRequest.What.BREACHED, TargetId.RESOLVE))
        .extracting(LeaseEvent.OfRequest::happened, each -> each.head().at())
        .containsExactly(tuple(ServiceTown.at(DAY, "18:00"), ServiceTown.at(DAY, "18:00")));
    assertThat(of(LeaseEvent.OfRequest.What.ESCALATED, TargetId.RESOLVE)).hasSize(stages.size());
  }

  /** Who completes the work after its time, and before the desk has looked, has breached the target too. */
  @Test
  void whatIsMendedTooLateIsBreached() {
    ServiceDeskProfile usual = ServiceTown.profile();
    town =
        new ServiceTown(
            stores, validator(), DAY, usual.withTerms(usual.terms(), new TargetPolicy("none", 1, List.of())), this::hear);
    RequestId id = town.accepted("R-1", 1);
    town.takes(ServiceTown.ANN, id).orElseThrow();
    town.setTime("09:30");
    town.checksIn(ServiceTown.ANN, id, 0).orElseThrow();
    town.clock.set(ServiceTown.at("2026-03-03", "09:30"));
    town.completes(ServiceTown.ANN, id).orElseThrow();
    town.desk.verify(id, ServiceTown.CUSTOMER).orElseThrow();
    town.goTo("2026-03-03", "10:00");
    assertThat(of(LeaseEvent.OfRequest.What.BREACHED, TargetId.RESOLVE))
        .extracting(LeaseEvent.OfRequest::happened)
        .containsExactly(ServiceTown.at(DAY, "18:00"));
  }

  private static Stage byTheHour(int hours) {
    return new Stage(
        hours + "h", new Trigger.WorkingTimeAfter(Duration.ofHours(hours)),
        List.of(new StageAction(Channel.CALL, Condition.ALWAYS, new Addressee.OnCall(1))));
  }

  private Events.Answer hear(Recorded event) {
    heard.add(event);
    return Events.Answer.TAKEN;
  }

  @Test
  void eventsOfRequestsAreNumberedUnderTheirContractOrUnderNone() {
    ReportFault inTheLobby = ServiceTown.fault("R-1", "AC-1", Impact.SINGLE, Urgency.LOW);
    ReportFault ofALease =
        new ReportFault(
            "R-2", "AC-2", inTheLobby.siteId(), "12F", inTheLobby.faultKind(), Impact.SINGLE, Urgency.LOW, "不制冷",
            List.of("photo-1"), "C-7", ServiceTown.TENANT.value());
    town.desk.report(inTheLobby).orElseThrow();
    town.desk.report(ofALease).orElseThrow();
    town.desk.report(inTheLobby).orElseThrow();
    town.desk.accept(new RequestId("R-1"), ServiceTown.SUPERVISOR).orElseThrow();
    town.kit.events().runDue();
    assertThat(heard)
        .extracting(each -> each.id() + " " + each.event().type())
        .containsExactlyInAnyOrder(
            "town/(none)/1 request.opened", "town/C-7/1 request.opened", "town/(none)/2 request.accepted");
  }

  @Test
  void noEventTellsWhoItWasOrWhere() {
    town.onDuty(1, "lead", DAY, "09:00", "18:00");
    RequestId id = town.accepted("R-1", 1);
    town.desk.answer(new AnswerOffer(id.value(), "ann", false, "busy")).orElseThrow();
    town.takes(ServiceTown.BOB, id).orElseThrow();
    town.checksIn(ServiceTown.BOB, id, 0).orElseThrow();
    town.goTo("2026-03-04", "10:00");
    town.completes(ServiceTown.BOB, id).orElseThrow();
    town.desk.reopen(new ReopenRequest(id.value(), "王伟 says it drips", ServiceTown.CUSTOMER)).orElseThrow();
    town.kit.events().runDue();
    assertThat(types(id)).contains("request.breached", "request.reopened");
    for (Recorded each : heard) {
      assertThat(each.event().data().toString() + each.event() + each.id())
          .doesNotContain("ann", "bob", "lead", "boss", "owner", "T-1", "12F", "不制冷", "photo", "busy", "drips", "王伟");
    }
  }

  @Test
  void whatIsRolledBackIsNotTold() {
    assertThatThrownBy(
            () ->
                stores
                    .unitOfWork()
                    .run(
                        () -> {
                          town.reported("R-1", 4);
                          throw new IllegalStateException("the host thinks better of it");
                        }))
        .hasMessageContaining("better");
    town.kit.events().runDue();
    assertThat(heard).isEmpty();
  }
}
