package org.leasekit.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.Addressee;
import org.leasekit.escalation.Decision;
import org.leasekit.escalation.Escalation;
import org.leasekit.escalation.Facts;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.party.Channel;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.DutyTask;
import org.leasekit.servicedesk.DutyTaskId;
import org.leasekit.servicedesk.OnCallRoster;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestHistory;
import org.leasekit.servicedesk.RequestState;
import org.leasekit.servicedesk.RoutingDecision;
import org.leasekit.servicedesk.ServiceClocks;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.sla.Milestone;
import org.leasekit.sla.TargetId;
import org.leasekit.sla.TargetReading;

/**
 * What follows from the record of a request by itself, once something was added to it or time has passed: an offer
 * that nobody answered goes on to the next, whoever is on duty is asked about targets that run out, a request that
 * nobody has is offered to somebody, tasks that are settled are closed, and the next time to look is found.
 */
final class ServiceAftermath {
  private final ServiceDeskStores stores;
  private final ServiceDeskProfile profile;
  private final Dispatch dispatch;

  ServiceAftermath(ServiceDeskStores stores, ServiceDeskProfile profile, Dispatch dispatch) {
    this.stores = stores;
    this.profile = profile;
    this.dispatch = dispatch;
  }

  /**
   * A request with all that followed.
   *
   * @param wakeAt when to look again; null when only a person can move it
   */
  record Settled(ServiceFile file, @Nullable Instant wakeAt) {}

  /** Sees to everything; doing it twice at the same instant does nothing twice. */
  Settled settle(ServiceFile before, Instant now) {
    ServiceFile file = passOverWhoIsSilent(before, now);
    closeSettledTasks(file, now);
    List<Instant> wakes = new ArrayList<>();
    file = findBreaches(file, now, wakes);
    file = escalate(file, now, wakes);
    file = route(file, now, wakes);
    file.history().offer().ifPresent(offer -> wakes.add(offer.answerBy()));
    return new Settled(
        file, wakes.stream().min(Instant::compareTo).map(ServiceAftermath::notBefore).orElse(null));
  }

  /** In the microseconds that storage keeps: cut down, it would wake before its time, and again and again. */
  private static Instant notBefore(Instant wake) {
    Instant cut = wake.truncatedTo(ChronoUnit.MICROS);
    return cut.equals(wake) ? wake : cut.plus(1, ChronoUnit.MICROS);
  }

  private ServiceFile passOverWhoIsSilent(ServiceFile file, Instant now) {
    return file.history()
        .offer()
        .filter(offer -> !now.isBefore(offer.answerBy()))
        .map(
            offer ->
                record(
                    file,
                    RequestEntry.learnt(
                        new RequestEvent.Unanswered(offer.technician()),
                        offer.answerBy(),
                        Actor.DESK,
                        now)))
        .orElse(file);
  }

  /** Records each target's breach once, on its day where the desk wakes for it, or when it is looked at next. */
  private ServiceFile findBreaches(ServiceFile before, Instant now, List<Instant> wakes) {
    ServiceFile file = before;
    for (TargetReading reading : before.clock().at(now)) {
      TargetId target = reading.target();
      Instant breachedAt = reading.breachedAt();
      if (breachedAt != null && !isKnownAsBreached(file, target)) {
        file = record(file, RequestEntry.now(new RequestEvent.Breached(target, breachedAt), Actor.DESK, now));
      } else if (breachedAt == null && !ServiceClocks.isSilent(file.clock(), target, now)) {
        ServiceClocks.shares(file.clock(), target)
            .at(Milestone.BREACH)
            .filter(at -> at.isAfter(now))
            .ifPresent(wakes::add);
      }
    }
    return file;
  }

  /** Before breaches were recorded, the first stage at the whole of a target stood for its breach. */
  private boolean isKnownAsBreached(ServiceFile file, TargetId target) {
    return file.history().all(RequestEvent.Breached.class).anyMatch(known -> known.event().target().equals(target))
        || file.history()
            .all(RequestEvent.Escalated.class)
            .map(RequestHistory.Happened::event)
            .anyMatch(
                fired ->
                    fired.target().equals(target)
                        && profile.escalation().shareOf(fired.stage()).orElse(0) >= Milestone.BREACH);
  }

  private ServiceFile escalate(ServiceFile before, Instant now, List<Instant> wakes) {
    ServiceFile file = before;
    if (file.history().state().isFinal()) {
      return file;
    }
    for (TargetReading reading : file.clock().at(now)) {
      TargetId target = reading.target();
      Facts facts =
          new Facts(
              ServiceClocks.isSilent(file.clock(), target, now), OptionalInt.empty());
      Decision decision =
          Escalation.decide(
              profile.escalation(),
              ServiceClocks.shares(file.clock(), target),
              facts,
              fired(file, target),
              now);
      if (decision.due().isPresent()) {
        file = fire(file, target, decision.due().get(), now);
      }
      Stream.ofNullable(decision.nextWake()).forEach(wakes::add);
    }
    return file;
  }

  private static List<Fired> fired(ServiceFile file, TargetId target) {
    return file.history()
        .all(RequestEvent.Escalated.class)
        .filter(happened -> happened.event().target().equals(target))
        .map(
            happened ->
                new Fired(
                    happened.event().stage(), happened.event().plannedFor(), happened.at()))
        .toList();
  }

  private ServiceFile fire(
      ServiceFile file, TargetId target, Decision.Due due, Instant now) {
    OnCallRoster roster =
        new OnCallRoster(stores.roster().at(profile.lessor(), now), profile.top());
    List<OnCallRoster.Reached> reached = new ArrayList<>();
    String stage = due.stage().id();
    List<DutyTask> undone = undone(file, target, stage);
    for (StageAction action : due.actions()) {
      OnCallRoster.Reached whom =
          action.act() instanceof StageAct.HandOver handOver
              ? above(undone, handOver, action.to(), roster, now)
              : whom(file, action.to(), roster, now);
      reached.add(whom);
      String id = file.request().id() + ":" + target + ":" + stage + ":" + reached.size();
      addTask(file, id, DutyTask.Kind.ESCALATION, detail(target, stage), action.channel(), whom, now);
    }
    return record(
        file,
        RequestEntry.now(
            new RequestEvent.Escalated(target, stage, due.plannedFor(), reached),
            Actor.DESK,
            now));
  }

  /** What earlier stages of a target asked for and nobody has done. */
  private List<DutyTask> undone(ServiceFile file, TargetId target, String stage) {
    return stores.tasks().openOf(profile.lessor(), file.request().id()).stream()
        .filter(task -> task.kind() == DutyTask.Kind.ESCALATION)
        .filter(task -> task.detail().startsWith(target + " ") && !task.detail().equals(detail(target, stage)))
        .toList();
  }

  private static String detail(TargetId target, String stage) {
    return target + " " + stage;
  }

  /** Whoever stands so many levels above those who have left something undone; technicians stand at the bottom. */
  private static OnCallRoster.Reached above(
      List<DutyTask> undone,
      StageAct.HandOver handOver,
      Addressee to,
      OnCallRoster roster,
      Instant now) {
    int highest = undone.stream().mapToInt(DutyTask::level).max().orElse(0);
    int least = to instanceof Addressee.OnCall onCall ? onCall.level() : 0;
    return roster.reach(Math.max(highest + handOver.levels(), least), now);
  }

  /** The subject of a target is whoever has the request, or the lowest level on call while nobody has. */
  private static OnCallRoster.Reached whom(
      ServiceFile file, Addressee to, OnCallRoster roster, Instant now) {
    if (to instanceof Addressee.OnCall onCall) {
      return roster.reach(onCall.level(), now);
    }
    return file.history()
        .technician()
        .map(technician -> new OnCallRoster.Reached(technician, 0))
        .orElseGet(() -> roster.reach(0, now));
  }

  private ServiceFile route(ServiceFile before, Instant now, List<Instant> wakes) {
    ServiceFile file = before;
    boolean waitsForSomebody =
        file.history().state() == RequestState.ACCEPTED
            && file.history().offer().isEmpty()
            && file.history().pauses().isEmpty();
    if (!waitsForSomebody) {
      return file;
    }
    RoutingDecision decision = dispatch.decide(file, now);
    if (decision.choice().isPresent()) {
      return record(file, dispatch.offer(file, decision, now));
    }
    OnCallRoster roster =
        new OnCallRoster(stores.roster().at(profile.lessor(), now), profile.top());
    long sent = file.history().all(RequestEvent.Dispatched.class).count();
    addTask(
        file,
        file.request().id() + ":nobody-free:" + sent,
        DutyTask.Kind.NOBODY_FREE,
        decision.explain(),
        Channel.CALL,
        roster.reach(1, now),
        now);
    wakes.add(dispatch.tryAgainAt(now));
    return file;
  }

  private void addTask(
      ServiceFile file,
      String id,
      DutyTask.Kind kind,
      String detail,
      Channel channel,
      OnCallRoster.Reached whom,
      Instant now) {
    stores
        .tasks()
        .add(
            new DutyTask(
                profile.lessor(), new DutyTaskId(id), file.request().id(), kind, detail, channel,
                whom.staff(), whom.level(), now, null));
  }

  private ServiceFile record(ServiceFile file, RequestEntry entry) {
    stores.requests().append(profile.lessor(), file.request().id(), entry);
    return ServiceFile.of(
        file.request(), file.history().with(entry).orElseThrow(), profile.terms());
  }

  /** Nobody has to see to a target that is met, or send somebody to where somebody goes. */
  private void closeSettledTasks(ServiceFile file, Instant now) {
    boolean open = file.history().state().isOpen();
    boolean hasSomebody =
        file.history().technician().isPresent() || file.history().offer().isPresent();
    List<TargetId> running =
        file.clock().at(now).stream()
            .map(TargetReading::target)
            .filter(target -> !ServiceClocks.isSilent(file.clock(), target, now))
            .toList();
    for (DutyTask task : stores.tasks().openOf(profile.lessor(), file.request().id())) {
      boolean settled =
          switch (task.kind()) {
            case NOBODY_FREE -> !open || hasSomebody;
            case ESCALATION ->
                running.stream().noneMatch(target -> task.detail().startsWith(target + " "));
          };
      if (settled) {
        stores.tasks().update(task.close(now));
      }
    }
  }
}
