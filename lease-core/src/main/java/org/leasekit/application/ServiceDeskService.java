package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.port.UnitOfWork;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.AssetId;
import org.leasekit.servicedesk.DutyTask;
import org.leasekit.servicedesk.Evidence;
import org.leasekit.servicedesk.Quality;
import org.leasekit.servicedesk.QualityFigures;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.servicedesk.ServiceRejection;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.sla.PauseReason;
import org.leasekit.sla.PolicyId;

/**
 * What people do at the service desk. Each step locks its request; a step done twice is done once. What
 * telephones report late is put in its place in time, by who had the request then.
 *
 * <p>A request that the desk has accepted is offered to a technician at once; whoever refuses, or does not answer in
 * time, is passed over for the next.
 */
public final class ServiceDeskService {
  private final UnitOfWork unit;
  private final ServiceDeskStores stores;
  private final ServiceDeskProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final ServiceSteps steps;
  private final CheckInDesk checkIns;
  private final FaultIntake intake;
  private final DeskGate gate;

  ServiceDeskService(
      UnitOfWork unit,
      ServiceDeskStores stores,
      ServiceDeskProfile profile,
      InstantSource clock,
      Door door,
      Gate gate,
      ServiceSteps steps) {
    this.unit = unit;
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.steps = steps;
    this.checkIns = new CheckInDesk(stores, profile);
    this.intake = new FaultIntake(stores, profile, steps);
    this.gate = new DeskGate(gate);
  }

  /**
   * Takes a fault in, with the priority that the matrix gives it. Reporting the same request id again answers with
   * what is known under it.
   */
  public Outcome<ReportedFault> report(ReportFault command) {
    return door.check(command)
        .then(
            valid ->
                unit.required(
                    () ->
                        gate.toReport(valid)
                            .then(
                                allowed ->
                                    gate.reported(valid, intake.take(valid, clock.instant())))));
  }

  /** A request with what it may have to do with; rejected when there is none. */
  public Outcome<ReportedFault> view(RequestId id) {
    return unit.required(() -> steps.file(id).map(intake::related).then(gate::toView));
  }

  /** The desk takes a request on, which offers it to a technician. */
  public Outcome<ServiceFile> accept(RequestId id, Actor by) {
    return step(id, by, new RequestEvent.Accepted());
  }

  /** A supervisor overrides the priority, which is recorded with the reason. */
  public Outcome<ServiceFile> prioritise(ChangePriority command) {
    return door.check(command)
        .then(
            valid ->
                step(
                    id(valid.requestId()),
                    supervisor(valid.supervisor()),
                    new RequestEvent.Prioritised(valid.priority(), valid.reason().strip())));
  }

  /** Other promises hold from now on; what has elapsed and was paused is kept. */
  public Outcome<ServiceFile> setPolicy(RequestId id, PolicyId policy, Actor by) {
    return profile.terms().policy(policy).isEmpty()
        ? Outcome.rejected(new ServiceRejection.NoSuchPolicy(id, policy))
        : step(id, by, new RequestEvent.PolicySet(policy));
  }

  /** One request lives on in another about the same asset; both must be open. */
  public Outcome<ServiceFile> merge(RequestId duplicate, RequestId into, Actor by) {
    return stepping(
        duplicate,
        by,
        now ->
            file ->
                gate.toCompare(file, by)
                    .then(allowed -> steps.file(into))
                    .then(
                        other ->
                            canMerge(file, other)
                                ? Outcome.accepted(
                                    List.of(
                                        RequestEntry.now(
                                            new RequestEvent.Merged(into), by, now)))
                                : Outcome.rejected(
                                    new ServiceRejection.NotTheSameFault(duplicate, into))));
  }

  private static boolean canMerge(ServiceFile file, ServiceFile other) {
    AssetId asset = file.request().report().asset();
    return !file.request().id().equals(other.request().id())
        && other.request().report().asset().equals(asset)
        && other.history().state().isOpen();
  }

  /** A technician takes what was offered, or refuses it, which offers it to the next. */
  public Outcome<ServiceFile> answer(AnswerOffer command) {
    return door.check(command)
        .then(
            valid -> {
              StaffId technician = new StaffId(valid.technician().strip());
              RequestEvent event =
                  valid.taken()
                      ? new RequestEvent.Dispatched(technician)
                      : new RequestEvent.Refused(technician, valid.reason().strip());
              return step(id(valid.requestId()), new Actor.Technician(technician), event);
            });
  }

  /** A supervisor sends somebody, whatever the router thinks. */
  public Outcome<ServiceFile> send(RequestId id, StaffId technician, StaffId supervisor) {
    return step(
        id, new Actor.Supervisor(supervisor), new RequestEvent.Dispatched(technician));
  }

  /**
   * A technician says to be there. What speaks against it is recorded as flags; without any it counts as the
   * arrival, at the instant the position was measured.
   */
  public Outcome<ServiceFile> checkIn(CheckInOnSite command) {
    return door.check(command)
        .then(
            valid ->
                unit.required(
                    () ->
                        stepping(
                                id(valid.requestId()),
                                technician(valid.technician()),
                                now -> file -> checkIns.checkIn(file, valid, now))
                            .map(
                                file -> {
                                  checkIns.see(file);
                                  return file;
                                })));
  }

  /** A supervisor, never the technician, lets the last flagged check-in count. */
  public Outcome<ServiceFile> overrideCheckIn(OverrideCheckIn command) {
    return door.check(command)
        .then(
            valid ->
                stepping(
                    id(valid.requestId()),
                    supervisor(valid.supervisor()),
                    now -> file -> checkIns.override(file, valid, now)));
  }

  /** Work waits; whether a clock waits with it is the service policy's to say. */
  public Outcome<ServiceFile> pause(PauseWork command) {
    return door.check(command)
        .then(
            valid ->
                stepping(
                    id(valid.requestId()),
                    valid.by(),
                    now ->
                        file -> {
                          PauseReason reason = new PauseReason(valid.reason().strip());
                          Instant from = valid.from() == null ? now : valid.from();
                          Instant until = valid.untilExclusive();
                          if (until != null && !from.isBefore(until)) {
                            return Outcome.rejected(
                                new ServiceRejection.EndsBeforeItBegins(
                                    file.request().id(), from, until));
                          }
                          RequestEvent event =
                              until == null
                                  ? new RequestEvent.Paused(reason)
                                  : new RequestEvent.Waited(reason, until);
                          return learnt(file, event, from, valid.by(), now);
                        }));
  }

  /** Work goes on. */
  public Outcome<ServiceFile> resume(ResumeWork command) {
    return door.check(command)
        .then(
            valid ->
                stepping(
                    id(valid.requestId()),
                    valid.by(),
                    now ->
                        file ->
                            learnt(
                                file,
                                new RequestEvent.Resumed(
                                    FaultIntake.given(valid.reason())
                                        .map(PauseReason::new)
                                        .orElse(null)),
                                valid.from() == null ? now : valid.from(),
                                valid.by(),
                                now)));
  }

  /** A technician says that it is mended, and shows it. */
  public Outcome<ServiceFile> complete(CompleteWork command) {
    return door.check(command)
        .then(
            valid -> {
              StaffId technician = new StaffId(valid.technician().strip());
              Evidence evidence = new Evidence(valid.note().strip(), valid.photos());
              return stepping(
                  id(valid.requestId()),
                  technician(valid.technician()),
                  now ->
                      file ->
                          learnt(
                              file,
                              new RequestEvent.Resolved(technician, evidence),
                              valid.at() == null ? now : valid.at(),
                              new Actor.Technician(technician),
                              now));
            });
  }

  /** The tenant who reported it, or a supervisor, confirms that it is mended; never somebody who worked on it. */
  public Outcome<ServiceFile> verify(RequestId id, Actor by) {
    return step(id, by, new RequestEvent.Verified());
  }

  /** It is not mended after all: the same clock runs on, and somebody is sought again. */
  public Outcome<ServiceFile> reopen(ReopenRequest command) {
    return door.check(command)
        .then(
            valid ->
                step(
                    id(valid.requestId()),
                    valid.by(),
                    new RequestEvent.Reopened(valid.reason().strip())));
  }

  /** The tenant who reported it rates how it was mended. */
  public Outcome<ServiceFile> rate(RateService command) {
    return door.check(command)
        .then(
            valid ->
                step(
                    id(valid.requestId()),
                    new Actor.Customer(new TenantId(valid.tenant().strip())),
                    new RequestEvent.Rated(valid.stars(), valid.comment().strip())));
  }

  /** The tenant who reported it, or a supervisor, gives the request up. */
  public Outcome<ServiceFile> cancel(CancelRequest command) {
    return door.check(command)
        .then(
            valid ->
                step(
                    id(valid.requestId()),
                    valid.by(),
                    new RequestEvent.Cancelled(valid.reason().strip())));
  }

  /** What people on duty have been asked to see to, oldest first; empty for whoever has nothing to do with it. */
  public List<DutyTask> openTasks() {
    return unit.required(
        () -> gate.toOversee() ? stores.tasks().open(profile.lessor()) : List.of());
  }

  /** Every open request that the actor may see, those opened first first. */
  public List<ServiceFile> open() {
    return unit.required(() -> gate.listed(steps.files(stores.records().open(profile.lessor()))));
  }

  /** Every request of a lease, those opened first first; empty for whoever may not see the lease. */
  public List<ServiceFile> ofContract(ContractNo contract) {
    return unit.required(
        () ->
            gate.listed(steps.files(stores.records().ofContract(profile.lessor(), contract))));
  }

  /**
   * How well the requests were served that were opened from an instant up to, not including, another; empty for whoever
   * has nothing to do with the desk.
   */
  public SortedMap<String, QualityFigures> quality(
      Quality.Dimension dimension, Instant from, Instant untilExclusive) {
    return unit.required(
        () -> {
          List<ServiceRequest> requests = new ArrayList<>();
          if (!gate.toOversee()) {
            return new TreeMap<>();
          }
          stores
              .records()
              .forEach(
                  profile.lessor(),
                  request -> {
                    if (!request.openedAt().isBefore(from)
                        && request.openedAt().isBefore(untilExclusive)) {
                      requests.add(request);
                    }
                  });
          return Quality.by(
              dimension, steps.files(requests), profile.repeatWithin(), clock.instant());
        });
  }

  private Outcome<ServiceFile> step(RequestId id, Actor by, RequestEvent event) {
    return stepping(
        id,
        by,
        now ->
            file ->
                Outcome.accepted(
                    isRepeated(file, event, by, now)
                        ? List.of()
                        : List.of(RequestEntry.now(event, by, now))));
  }

  /** Somebody says again what they said last, and it cannot happen again: they did not get our answer. */
  private static boolean isRepeated(
      ServiceFile file, RequestEvent event, Actor by, Instant now) {
    Optional<RequestEntry> last =
        file.history().entries().stream()
            .filter(entry -> !entry.by().equals(Actor.DESK))
            .reduce((earlier, later) -> later);
    return last.filter(entry -> entry.event().equals(event) && entry.by().equals(by)).isPresent()
        && !file.history().with(RequestEntry.now(event, by, now)).isAccepted();
  }

  private Outcome<ServiceFile> stepping(
      RequestId id,
      Actor by,
      Function<Instant, Function<ServiceFile, Outcome<List<RequestEntry>>>> decide) {
    return unit.required(
        () -> {
          Instant now = clock.instant();
          return steps.step(
              id,
              now,
              file -> gate.toStep(file, by).then(allowed -> decide.apply(now).apply(file)));
        });
  }

  private static Outcome<List<RequestEntry>> learnt(
      ServiceFile file, RequestEvent event, Instant at, Actor by, Instant now) {
    return at.isAfter(now)
        ? Outcome.rejected(new ServiceRejection.NotYet(file.request().id(), at))
        : Outcome.accepted(List.of(RequestEntry.learnt(event, at, by, now)));
  }

  private static RequestId id(String value) {
    return new RequestId(value.strip());
  }

  private static Actor technician(String id) {
    return new Actor.Technician(new StaffId(id.strip()));
  }

  private static Actor supervisor(String id) {
    return new Actor.Supervisor(new StaffId(id.strip()));
  }
}
