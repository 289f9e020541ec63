package org.leasekit.servicedesk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;

/** What may happen when, whoever does it: the states of a request and the steps between them. */
final class Lifecycle {

  private Lifecycle() {}

  /** Where a request stands after one more entry; null stands for a request that is not opened. */
  static Outcome<Position> step(
      RequestId request, @Nullable Position before, RequestEntry entry) {
    RequestEvent event = entry.event();
    if (before == null) {
      return event instanceof RequestEvent.Opened opened
          ? Outcome.accepted(Position.opened(entry.at(), opened.priority()))
          : Outcome.rejected(
              new ServiceRejection.NotOpened(request, event.kind(), entry.at()));
    }
    if (event instanceof RequestEvent.Opened) {
      return Outcome.rejected(new ServiceRejection.AlreadyOpened(request, before.openedAt()));
    }
    if (event instanceof RequestEvent.Paused paused && before.state().isOpen()) {
      return before.pauses().contains(paused.reason())
          ? Outcome.rejected(new ServiceRejection.AlreadyPaused(request, paused.reason()))
          : Outcome.accepted(before.paused(paused.reason()));
    }
    if (event instanceof RequestEvent.Resumed resumed) {
      Position after = before.resumed(resumed.reason());
      return after.pauses().equals(before.pauses())
          ? Outcome.rejected(new ServiceRejection.NotPaused(request))
          : Outcome.accepted(after);
    }
    Position after = move(before, event);
    return after != null
        ? Outcome.accepted(after)
        : Outcome.rejected(
            new ServiceRejection.NotPossible(request, event.kind(), before.state()));
  }

  /** Null when the event cannot happen. */
  private static @Nullable Position move(Position from, RequestEvent event) {
    Position after = handOver(from, event);
    return after != null ? after : progress(from, event);
  }

  /** Who has the request. */
  private static @Nullable Position handOver(Position from, RequestEvent event) {
    boolean waits = from.state() == RequestState.ACCEPTED;
    if (event instanceof RequestEvent.Offered offered) {
      return waits && from.offer() == null ? from.offered(offered) : null;
    }
    if (event instanceof RequestEvent.Refused refused) {
      return isOffered(from, refused.technician()) ? from.declined(refused.technician()) : null;
    }
    if (event instanceof RequestEvent.Unanswered unanswered) {
      return isOffered(from, unanswered.technician())
          ? from.declined(unanswered.technician())
          : null;
    }
    if (event instanceof RequestEvent.Preempted preempted) {
      boolean has =
          isOffered(from, preempted.technician())
              || preempted.technician().equals(from.technician());
      return has ? from.free() : null;
    }
    if (event instanceof RequestEvent.Dispatched dispatched) {
      return waits ? from.dispatched(dispatched.technician()) : null;
    }
    if (event instanceof RequestEvent.Arrived arrived) {
      return from.state() == RequestState.DISPATCHED ? from.arrived(arrived.technician()) : null;
    }
    return null;
  }

  private static boolean isOffered(Position from, StaffId technician) {
    return from.offer() != null
        && Objects.requireNonNull(from.offer()).technician().equals(technician);
  }

  /** How far the request has come. */
  private static @Nullable Position progress(Position from, RequestEvent event) {
    RequestState state = from.state();
    boolean open = state.isOpen();
    boolean resolved = state == RequestState.RESOLVED;
    return switch (event.kind()) {
      case PRIORITY ->
          state.isFinal() ? null : from.prioritised(((RequestEvent.Prioritised) event).priority());
      case ACCEPTED -> open && !from.wasAccepted() ? from.accepted() : null;
      case WAITED -> open ? from : null;
      case POLICY -> state.isFinal() ? null : from;
      case CHECKED_IN -> state == RequestState.DISPATCHED ? from : null;
      case RESOLVED ->
          open
              ? from.ended(
                  RequestState.RESOLVED, ((RequestEvent.Resolved) event).technician())
              : null;
      case REOPENED -> resolved ? from.reopened() : null;
      case VERIFIED -> resolved ? from.verified() : null;
      case RATED -> resolved || state == RequestState.VERIFIED ? from : null;
      case ESCALATED -> state.isFinal() ? null : from;
      // found out after the end as well
      case BREACHED -> from;
      case MERGED -> open ? from.ended(RequestState.MERGED, null) : null;
      case CANCELLED -> open ? from.ended(RequestState.CANCELLED, null) : null;
      default -> null;
    };
  }
}
