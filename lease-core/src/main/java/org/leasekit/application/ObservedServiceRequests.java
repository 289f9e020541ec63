package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.escalation.TargetPolicy;
import org.leasekit.event.LeaseEvent;
import org.leasekit.event.LeaseEvent.OfRequest.What;
import org.leasekit.party.LessorId;
import org.leasekit.port.ServiceRequests;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.sla.Milestone;
import org.leasekit.sla.TargetId;

/** Service requests, of which it is noted what is added to their records; who did it, and where, is nobody's business. */
final class ObservedServiceRequests implements ServiceRequests {
  private final ServiceRequests right;
  private final Observing unit;
  private final TargetPolicy stages;

  ObservedServiceRequests(ServiceRequests right, Observing unit, TargetPolicy stages) {
    this.right = right;
    this.unit = unit;
    this.stages = stages;
  }

  @Override
  public boolean add(ServiceRequest request, RequestEntry opened) {
    return unit.required(
        () -> {
          boolean added = right.add(request, opened);
          if (added) {
            note(request, opened, What.OPENED);
          }
          return added;
        });
  }

  @Override
  public boolean append(LessorId lessor, RequestId id, RequestEntry entry) {
    return unit.required(
        () -> {
          What what = what(entry.event());
          if (what == What.ESCALATED && isToldAsBreach(lessor, id, (RequestEvent.Escalated) entry.event())) {
            what = null;
          }
          boolean added = right.append(lessor, id, entry);
          if (added && what != null) {
            What told = what;
            right.find(lessor, id).ifPresent(request -> note(request, entry, told));
          }
          return added;
        });
  }

  /** Null for what is between the desk and its people. */
  private static @Nullable What what(RequestEvent event) {
    return switch (event.kind()) {
      case OPENED -> What.OPENED;
      case PRIORITY -> What.TRIAGED;
      case ACCEPTED -> What.ACCEPTED;
      case DISPATCHED -> What.DISPATCHED;
      case ARRIVED -> What.ARRIVED;
      case RESOLVED -> What.RESOLVED;
      case REOPENED -> What.REOPENED;
      case VERIFIED -> What.VERIFIED;
      case BREACHED -> What.BREACHED;
      case ESCALATED -> What.ESCALATED;
      case MERGED -> What.MERGED;
      case CANCELLED -> What.CANCELLED;
      case POLICY, REFUSED, UNANSWERED, PREEMPTED, OFFERED, CHECKED_IN, RESUMED, PAUSED, WAITED, RATED -> null;
    };
  }

  /** The first stage at the whole of a target or beyond says nothing that the breach itself did not. */
  private boolean isToldAsBreach(LessorId lessor, RequestId id, RequestEvent.Escalated fired) {
    return isBreach(fired)
        && right.entries(lessor, List.of(id)).getOrDefault(id, List.of()).stream()
            .noneMatch(
                known ->
                    known.event() instanceof RequestEvent.Escalated before
                        && before.target().equals(fired.target())
                        && isBreach(before));
  }

  private boolean isBreach(RequestEvent.Escalated fired) {
    return stages.shareOf(fired.stage()).orElse(0) >= Milestone.BREACH;
  }

  private void note(ServiceRequest request, RequestEntry entry, What what) {
    RequestEvent event = entry.event();
    Priority priority =
        event instanceof RequestEvent.Prioritised given ? given.priority() : request.standing().priority();
    TargetId target = null;
    Instant happened = entry.at();
    if (event instanceof RequestEvent.Escalated escalated) {
      target = escalated.target();
      happened = escalated.plannedFor();
    } else if (event instanceof RequestEvent.Breached breached) {
      target = breached.target();
      happened = breached.since();
    }
    ContractNo contract = request.report().contract();
    unit.note(
        new LeaseEvent.OfRequest(
            unit.head(contract == null ? LeaseEvent.NO_CONTRACT : contract), what, request.id(), priority,
            happened, target));
  }

  @Override
  public void update(ServiceRequest request) {
    right.update(request);
  }

  @Override
  public Optional<ServiceRequest> find(LessorId lessor, RequestId id) {
    return right.find(lessor, id);
  }

  @Override
  public Optional<ServiceRequest> lock(LessorId lessor, RequestId id) {
    return right.lock(lessor, id);
  }

  @Override
  public List<ServiceRequest> claimDue(LessorId lessor, Instant now, int limit) {
    return right.claimDue(lessor, now, limit);
  }

  @Override
  public Map<RequestId, List<RequestEntry>> entries(LessorId lessor, Collection<RequestId> ids) {
    return right.entries(lessor, ids);
  }
}
