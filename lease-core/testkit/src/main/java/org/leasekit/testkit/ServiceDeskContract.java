package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.application.CancelRequest;
import org.leasekit.application.OverrideCheckIn;
import org.leasekit.application.RateService;
import org.leasekit.application.ReportedFault;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.CheckInFlag;
import org.leasekit.servicedesk.Impact;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.Quality;
import org.leasekit.servicedesk.QualityFigures;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.RequestState;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.servicedesk.Urgency;
import org.leasekit.sla.TargetId;
import org.leasekit.sla.TargetReading;

/**
 * Whole service requests through the front door, on an adapter's stores: what the ports promise one by one has
 * to carry a service desk.
 */
public abstract class ServiceDeskContract {

  /** A Monday. */
  private static final String DAY = "2026-03-02";

  private static final StaffId ANN = ServiceTown.ANN;
  private static final StaffId BOB = ServiceTown.BOB;

  private ServiceTown town;

  /** For subclasses. */
  protected ServiceDeskContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    town = new ServiceTown(stores(), validator(), DAY);
  }

  @Test
  void aFaultIsReportedTriagedServedVerifiedAndRated() {
    RequestId id = town.accepted("R-1", 2);
    assertThat(town.file(id).history().offer().orElseThrow().why())
        .startsWith("ann 3 min = travel 3 + open 0 + today 0; bob 6 min");
    town.setTime("09:05");
    town.takes(ANN, id).orElseThrow();
    town.setTime("09:40");
    town.checksIn(ANN, id, 50).orElseThrow();
    town.setTime("11:00");
    town.completes(ANN, id).orElseThrow();
    town.setTime("11:30");
    town.desk.verify(id, ServiceTown.CUSTOMER).orElseThrow();
    town.desk
        .rate(new RateService(id.value(), ServiceTown.TENANT.value(), 5, "谢谢"))
        .orElseThrow();
    ServiceFile file = town.file(id);
    assertThat(file.history().state()).isEqualTo(RequestState.VERIFIED);
    assertThat(file.clock().at(town.clock.instant()))
        .extracting(reading -> reading.target() + " " + reading.state() + " " + reading.elapsed())
        .containsExactly(
            "respond MET PT0S", "resolve MET PT2H", "dispatch MET PT5M", "arrive MET PT35M");
    assertThat(file.request().nextDueAt()).isNull();
    assertThat(town.tasks()).isEmpty();
  }

  @Test
  void theSameReportTwiceIsOneRequest() {
    town.reported("R-1", 3);
    town.setTime("09:10");
    ReportedFault again =
        town.desk
            .report(ServiceTown.fault("R-1", "AC-2", Impact.SITE, Urgency.HIGH))
            .orElseThrow();
    assertThat(again.file().history().entries()).hasSize(1);
    assertThat(again.file().request().report().asset().value()).isEqualTo("AC-R-1");
    assertThat(again.file().history().priority()).isEqualTo(Priority.P3);
  }

  @Test
  void aStepSaidTwiceIsOneStep() {
    RequestId id = town.accepted("R-1", 3);
    assertThat(town.desk.accept(id, ServiceTown.SUPERVISOR).isAccepted()).isTrue();
    town.takes(ANN, id).orElseThrow();
    assertThat(town.takes(ANN, id).isAccepted()).isTrue();
    town.setTime("09:20");
    town.checksIn(ANN, id, 0).orElseThrow();
    town.setTime("09:21");
    assertThat(town.checksIn(ANN, id, 0).isAccepted()).isTrue();
    town.completes(ANN, id).orElseThrow();
    assertThat(town.completes(ANN, id).isAccepted()).isTrue();
    assertThat(town.file(id).history().entries())
        .extracting(entry -> entry.event().kind().name())
        .containsExactly(
            "OPENED", "ACCEPTED", "OFFERED", "DISPATCHED", "CHECKED_IN", "ARRIVED", "RESOLVED");
  }

  @Test
  void whoRefusesIsPassedOverAndWhoDoesNotAnswerToo() {
    RequestId id = town.accepted("R-1", 3);
    assertThat(town.with(id)).isEqualTo("ann?");
    town.refuses(ANN, id).orElseThrow();
    assertThat(town.with(id)).isEqualTo("bob?");
    town.goTo("09:09");
    assertThat(town.with(id)).isEqualTo("bob?");
    town.goTo("09:10");
    assertThat(town.with(id)).isEqualTo("cid?");
    assertThat(town.takes(BOB, id).rejection().rule()).isEqualTo("NOT_THEIR_REQUEST");
    assertThat(town.refuses(ANN, id).isAccepted()).as("said again").isTrue();
    assertThat(town.with(id)).isEqualTo("cid?");
    town.goTo("09:25");
    assertThat(town.with(id)).isEqualTo("nobody");
    assertThat(town.tasks()).containsExactly("owner: NOBODY_FREE");
  }

  @Test
  void withNobodyFreeItGoesUpTheChainAndIsTriedAgain() {
    town.onDuty(1, "lead", DAY, "09:00", "12:00");
    town.stores
        .serviceDesk()
        .staff()
        .putAll(
            List.of(
                ServiceTown.technician("ann", 1000, "never", 2),
                ServiceTown.technician("bob", 2000, "never", 2),
                ServiceTown.technician("cid", 3000, "never", 2)));
    RequestId id = town.accepted("R-1", 4);
    assertThat(town.tasks()).containsExactly("lead: NOBODY_FREE");
    assertThat(town.desk.openTasks().get(0).detail())
        .isEqualTo("ann OFF_SHIFT; bob OFF_SHIFT; cid OFF_SHIFT");
    town.goTo("09:10");
    assertThat(town.tasks()).as("asked for once").containsExactly("lead: NOBODY_FREE");
    town.stores
        .serviceDesk()
        .staff()
        .putAll(List.of(ServiceTown.technician("bob", 2000, "day", 2)));
    town.goTo("09:20");
    assertThat(town.with(id)).isEqualTo("bob?");
    town.takes(BOB, id).orElseThrow();
    assertThat(town.tasks()).isEmpty();
  }

  @Test
  void aSupervisorSendsSomebodyByHand() {
    RequestId id = town.accepted("R-1", 4);
    town.desk.send(id, new StaffId("cid"), ServiceTown.BOSS).orElseThrow();
    assertThat(town.with(id)).isEqualTo("cid");
    assertThat(town.takes(ANN, id).rejection().rule()).isEqualTo("STEP_NOT_POSSIBLE");
  }

  @Test
  void aPressingRequestTakesATechnicianFromOneThatCanWait() {
    town.stores
        .serviceDesk()
        .staff()
        .putAll(
            List.of(
                ServiceTown.technician("ann", 1000, "day", 1),
                ServiceTown.technician("bob", 2000, "never", 1),
                ServiceTown.technician("cid", 3000, "never", 1)));
    RequestId small = town.accepted("R-4", 4);
    town.takes(ANN, small).orElseThrow();
    RequestId middle = town.accepted("R-3", 3);
    assertThat(town.with(middle)).as("one step is not enough").isEqualTo("nobody");
    RequestId pressing = town.accepted("R-1", 1);
    assertThat(town.with(pressing)).isEqualTo("ann?");
    assertThat(town.file(pressing).history().offer().orElseThrow().why())
        .startsWith("ann 73 min = travel 3 + open 0 + today 10 + taking R-4 away 60");
    assertThat(town.with(small)).isEqualTo("nobody");
    town.goTo("09:00");
    assertThat(town.with(small)).isEqualTo("nobody");
    assertThat(town.tasks()).hasSize(2);
    town.takes(ANN, pressing).orElseThrow();
    town.setTime("09:05");
    town.checksIn(ANN, pressing, 0).orElseThrow();
    RequestId other = town.accepted("R-1b", 1);
    assertThat(town.with(other)).as("nobody is called away from a site").isEqualTo("nobody");
    town.completes(ANN, pressing).orElseThrow();
    town.goTo("09:15");
    assertThat(town.with(other)).isEqualTo("ann?");
  }

  @Test
  void ofTwoRequestsAcceptedAtOnceOneGetsTheOnlyTechnician() throws Exception {
    town.stores
        .serviceDesk()
        .staff()
        .putAll(
            List.of(
                ServiceTown.technician("ann", 1000, "day", 1),
                ServiceTown.technician("bob", 2000, "never", 1),
                ServiceTown.technician("cid", 3000, "never", 1)));
    for (int round = 0; round < 5; round++) {
      RequestId one = town.reported("A-" + round, 4);
      RequestId other = town.reported("B-" + round, 4);
      CompletableFuture<Outcome<ServiceFile>> first =
          CompletableFuture.supplyAsync(() -> town.desk.accept(one, ServiceTown.SUPERVISOR));
      CompletableFuture<Outcome<ServiceFile>> second =
          CompletableFuture.supplyAsync(() -> town.desk.accept(other, ServiceTown.SUPERVISOR));
      first.get(60, TimeUnit.SECONDS).orElseThrow();
      second.get(60, TimeUnit.SECONDS).orElseThrow();
      assertThat(List.of(town.with(one), town.with(other)))
          .containsExactlyInAnyOrder("ann?", "nobody");
      for (RequestId id : List.of(one, other)) {
        town.desk
            .cancel(new CancelRequest(id.value(), "next round", ServiceTown.CUSTOMER))
            .orElseThrow();
      }
    }
  }

  @Test
  void aFarCheckInCountsOnlyWhenASupervisorSaysSo() {
    RequestId id = town.accepted("R-1", 3);
    town.takes(ANN, id).orElseThrow();
    town.setTime("09:30");
    ServiceFile flagged = town.checksIn(ANN, id, 5000).orElseThrow();
    assertThat(flagged.history().state()).isEqualTo(RequestState.DISPATCHED);
    assertThat(flagged.history().all(RequestEvent.CheckedIn.class))
        .extracting(happened -> happened.event().flags().toString())
        .containsExactly("[" + CheckInFlag.TOO_FAR + "]");
    town.setTime("10:00");
    assertThat(
            town.desk
                .overrideCheckIn(new OverrideCheckIn(id.value(), ANN.value(), "I was there"))
                .rejection()
                .rule())
        .as("nobody lets their own check-in count")
        .isEqualTo("NOT_ENTITLED");
    town.desk
        .overrideCheckIn(new OverrideCheckIn(id.value(), "boss", "tenant saw her"))
        .orElseThrow();
    TargetReading arrive = town.reading(id, TargetId.ARRIVE);
    assertThat(arrive.stopped()).isEqualTo(ServiceTown.at(DAY, "09:30"));
    assertThat(
            town.desk
                .overrideCheckIn(
                    new OverrideCheckIn(town.accepted("R-2", 3).value(), "boss", "why not"))
                .rejection()
                .rule())
        .isEqualTo("NO_FLAGGED_CHECK_IN");
  }

  @Test
  void whoeverWorkedOnItNeverVerifiesIt() {
    RequestId id = town.accepted("R-1", 3);
    town.takes(ANN, id).orElseThrow();
    town.setTime("09:30");
    town.checksIn(ANN, id, 0).orElseThrow();
    assertThat(town.desk.verify(id, ServiceTown.CUSTOMER).rejection().rule())
        .as("not mended yet")
        .isEqualTo("STEP_NOT_POSSIBLE");
    town.completes(ANN, id).orElseThrow();
    Map<Actor, String> refused =
        Map.of(
            new Actor.Technician(ANN), "VERIFIED_BY_WORKER",
            new Actor.Supervisor(ANN), "VERIFIED_BY_WORKER",
            new Actor.Technician(BOB), "NOT_ENTITLED",
            new Actor.Customer(new TenantId("T-2")), "NOT_ENTITLED",
            Actor.DESK, "NOT_ENTITLED");
    refused.forEach(
        (who, rule) ->
            assertThat(town.desk.verify(id, who).rejection().rule())
                .as(who.toString())
                .isEqualTo(rule));
    assertThat(town.file(id).history().state()).isEqualTo(RequestState.RESOLVED);
    assertThat(town.desk.verify(id, ServiceTown.SUPERVISOR).isAccepted()).isTrue();
  }

  @Test
  void duplicatesOnAnAssetAreOfferedAndMerged() {
    RequestId first = town.reported("R-1", "AC-7", 3);
    town.setTime("09:05");
    ReportedFault second =
        town.desk
            .report(ServiceTown.fault("R-2", "AC-7", Impact.SINGLE, Urgency.LOW))
            .orElseThrow();
    assertThat(second.duplicates()).extracting(ServiceRequest::id).containsExactly(first);
    RequestId id = second.file().request().id();
    RequestId elsewhere = town.reported("R-3", "AC-8", 3);
    assertThat(merge(id, elsewhere)).isEqualTo("NOT_THE_SAME_FAULT");
    assertThat(merge(id, id)).isEqualTo("NOT_THE_SAME_FAULT");
    assertThat(merge(id, new RequestId("R-9"))).isEqualTo("NO_SUCH_REQUEST");
    assertThat(merge(id, first)).isEqualTo("merged");
    assertThat(merge(first, id)).as("not into what is merged").isEqualTo("NOT_THE_SAME_FAULT");
    assertThat(town.file(id).history().state()).isEqualTo(RequestState.MERGED);
    town.goTo("2026-03-10", "10:00");
    assertThat(town.file(id).history().all(RequestEvent.Escalated.class)).isEmpty();
    assertThat(town.desk.openTasks())
        .as("of the two others")
        .hasSize(4)
        .noneMatch(task -> task.request().equals(id));
  }

  private String merge(RequestId duplicate, RequestId into) {
    Outcome<ServiceFile> merged = town.desk.merge(duplicate, into, ServiceTown.SUPERVISOR);
    return merged.isAccepted() ? "merged" : merged.rejection().rule();
  }

  @Test
  void faultsThatComeBackAreLinkedAndCountAgainstWhoeverMendedThem() {
    mend("R-1", "AC-7", ANN, "10:00", 4);
    mend("R-2", "AC-8", ANN, "11:00", 5);
    town.setTime("14:00");
    ReportedFault back =
        town.desk
            .report(ServiceTown.fault("R-3", "AC-7", Impact.SINGLE, Urgency.LOW))
            .orElseThrow();
    assertThat(back.repeats()).extracting(one -> one.id().value()).containsExactly("R-1");
    SortedMap<String, QualityFigures> figures =
        town.desk.quality(
            Quality.Dimension.TECHNICIAN,
            ServiceTown.at(DAY, "00:00"),
            ServiceTown.at("2026-03-03", "00:00"));
    assertThat(figures).containsOnlyKeys("", "ann");
    QualityFigures ann = figures.getOrDefault("ann", QualityFigures.NONE);
    assertThat(ann.mended()).isEqualTo(2);
    assertThat(ann.firstTimeFixShare()).hasValue(0.5);
    assertThat(ann.meanStars()).hasValue(4.5);
    assertThat(ann.targets()).hasEntrySatisfying(
        TargetId.RESOLVE, resolve -> assertThat(resolve.breachShare()).hasValue(0));
    assertThat(figures.getOrDefault("", QualityFigures.NONE).requests()).isEqualTo(1);
  }

  private void mend(String id, String asset, StaffId who, String until, int stars) {
    RequestId request = town.reported(id, asset, 4);
    town.desk.accept(request, ServiceTown.SUPERVISOR).orElseThrow();
    town.desk.send(request, who, ServiceTown.BOSS).orElseThrow();
    town.setTime(until);
    town.checksIn(who, request, 0).orElseThrow();
    town.completes(who, request).orElseThrow();
    town.desk.verify(request, ServiceTown.CUSTOMER).orElseThrow();
    town.desk
        .rate(new RateService(id, ServiceTown.TENANT.value(), stars, ""))
        .orElseThrow();
  }

  @Test
  void aRequestThatDoesNotExistIsAnsweredByName() {
    assertThat(town.desk.view(new RequestId("R-9")).rejection().rule())
        .isEqualTo("NO_SUCH_REQUEST");
    assertThat(town.desk.accept(new RequestId("R-9"), ServiceTown.SUPERVISOR).rejection().rule())
        .isEqualTo("NO_SUCH_REQUEST");
  }
}
