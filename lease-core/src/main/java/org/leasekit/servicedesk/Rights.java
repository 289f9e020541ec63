package org.leasekit.servicedesk;

import java.util.Optional;
import org.leasekit.party.StaffId;

/**
 * Who may do what to a request, as it stood when they did it. Whoever worked on a request never says that it is
 * mended, and nobody lets their own check-in count.
 */
public final class Rights {

  private Rights() {}

  /**
   * Why the actor of an entry may not do what it says; empty when they may.
   *
   * @param history before the entry
   */
  public static Optional<ServiceRejection> objection(
      ServiceRequest request, RequestHistory history, RequestEntry entry) {
    RequestHistory then = history.upTo(entry.at()).orElse(history);
    RequestEvent event = entry.event();
    ServiceRejection.NotEntitled notEntitled =
        new ServiceRejection.NotEntitled(request.id(), event.kind());
    if (entry.by() instanceof Actor.Technician technician) {
      return ofTechnician(request, then, event, technician.id());
    }
    boolean may =
        switch (event.kind()) {
          case OPENED, OFFERED, UNANSWERED, PREEMPTED, BREACHED, ESCALATED -> entry.by().equals(Actor.DESK);
          case ACCEPTED -> !(entry.by() instanceof Actor.Customer);
          case PRIORITY, POLICY, MERGED, DISPATCHED, PAUSED, RESUMED, WAITED ->
              entry.by() instanceof Actor.Supervisor;
          case ARRIVED -> isOverride((RequestEvent.Arrived) event, entry.by());
          case VERIFIED, REOPENED, CANCELLED ->
              entry.by() instanceof Actor.Supervisor || isReporter(request, entry.by());
          case RATED -> isReporter(request, entry.by());
          case REFUSED, CHECKED_IN, RESOLVED -> false;
        };
    if (!may) {
      return Optional.of(notEntitled);
    }
    boolean worked =
        entry.by() instanceof Actor.Supervisor supervisor
            && then.workers().contains(supervisor.id());
    return worked && judges(event.kind())
        ? Optional.of(verifiedByWorker(request, ((Actor.Supervisor) entry.by()).id()))
        : Optional.empty();
  }

  private static Optional<ServiceRejection> ofTechnician(
      ServiceRequest request, RequestHistory then, RequestEvent event, StaffId technician) {
    if (judges(event.kind()) && then.workers().contains(technician)) {
      return Optional.of(verifiedByWorker(request, technician));
    }
    boolean has = then.technician().filter(technician::equals).isPresent();
    boolean offered =
        then.offer().filter(offer -> offer.technician().equals(technician)).isPresent();
    return switch (event.kind()) {
      case REFUSED, DISPATCHED ->
          offered && event.value().equals(technician.value())
              ? Optional.empty()
              : Optional.of(new ServiceRejection.NotTheirs(request.id(), technician));
      case PAUSED, RESUMED, WAITED ->
          has
              ? Optional.empty()
              : Optional.of(new ServiceRejection.NotTheirs(request.id(), technician));
      case CHECKED_IN, ARRIVED, RESOLVED ->
          has && isOwn(event, technician)
              ? Optional.empty()
              : Optional.of(new ServiceRejection.NotTheirs(request.id(), technician));
      default -> Optional.of(new ServiceRejection.NotEntitled(request.id(), event.kind()));
    };
  }

  private static boolean isOwn(RequestEvent event, StaffId technician) {
    if (event instanceof RequestEvent.Arrived arrived) {
      return arrived.technician().equals(technician) && arrived.override().isEmpty();
    } else if (event instanceof RequestEvent.Resolved resolved) {
      return resolved.technician().equals(technician);
    }
    return event.value().equals(technician.value());
  }

  private static boolean isOverride(RequestEvent.Arrived arrived, Actor by) {
    return by instanceof Actor.Supervisor supervisor
        && !arrived.override().isBlank()
        && !supervisor.id().equals(arrived.technician());
  }

  private static boolean isReporter(ServiceRequest request, Actor by) {
    return by instanceof Actor.Customer customer
        && customer.id().equals(request.report().reporter());
  }

  private static boolean judges(RequestEvent.Kind kind) {
    return kind == RequestEvent.Kind.VERIFIED || kind == RequestEvent.Kind.RATED;
  }

  private static ServiceRejection verifiedByWorker(ServiceRequest request, StaffId who) {
    return new ServiceRejection.VerifiedByWorker(request.id(), who.value());
  }
}
