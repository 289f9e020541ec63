package org.leasekit.servicedesk;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.StaffId;
import org.leasekit.sla.PauseReason;

/**
 * Where a request stands after some of its entries.
 *
 * @param wasAccepted true once the desk has taken it on
 * @param pauses why work waits, as long as nobody says otherwise
 * @param technician who has it; null when nobody has
 * @param offer to whom it is offered; null when it is not
 * @param last who has it, is offered it, or had it last; null before anybody
 * @param workers everybody who was sent, was there or said it was mended
 * @param passedOver who refused, or did not answer, since it was last opened
 */
record Position(
    Instant openedAt,
    RequestState state,
    boolean wasAccepted,
    Priority priority,
    Set<PauseReason> pauses,
    @Nullable StaffId technician,
    RequestEvent.@Nullable Offered offer,
    @Nullable StaffId last,
    Set<StaffId> workers,
    Set<StaffId> passedOver) {

  static Position opened(Instant at, Priority priority) {
    return new Position(
        at, RequestState.RECEIVED, false, priority, Set.of(), null, null, null, Set.of(), Set.of());
  }

  Position prioritised(Priority to) {
    return new Position(
        openedAt, state, wasAccepted, to, pauses, technician, offer, last, workers, passedOver);
  }

  Position paused(PauseReason reason) {
    return new Position(
        openedAt, state, wasAccepted, priority, with(pauses, reason), technician, offer, last, workers,
        passedOver);
  }

  /** Work goes on where it waited for a reason, or for any when it is null. */
  Position resumed(@Nullable PauseReason reason) {
    Set<PauseReason> left = new TreeSet<>(pauses);
    left.removeIf(pause -> reason == null || pause.equals(reason));
    return new Position(
        openedAt, state, wasAccepted, priority, Set.copyOf(left), technician, offer, last, workers,
        passedOver);
  }

  Position accepted() {
    return new Position(
        openedAt, RequestState.ACCEPTED, true, priority, pauses, technician, offer, last,
        workers, passedOver);
  }

  Position offered(RequestEvent.Offered to) {
    return new Position(
        openedAt, state, wasAccepted, priority, pauses, null, to, to.technician(), workers,
        passedOver);
  }

  /** The offer came to nothing. */
  Position declined(StaffId by) {
    return new Position(
        openedAt, state, wasAccepted, priority, pauses, null, null, last, workers,
        with(passedOver, by));
  }

  /** Taken from whoever has it or is offered it. */
  Position free() {
    return new Position(
        openedAt, RequestState.ACCEPTED, wasAccepted, priority, pauses, null, null, last,
        workers, passedOver);
  }

  Position dispatched(StaffId to) {
    return new Position(
        openedAt, RequestState.DISPATCHED, wasAccepted, priority, pauses, to, null, to,
        with(workers, to), passedOver);
  }

  Position arrived(StaffId who) {
    return new Position(
        openedAt, RequestState.ON_SITE, wasAccepted, priority, pauses, who, null, who,
        with(workers, who), passedOver);
  }

  /** Whatever ends the work ends the waiting and the offer too. */
  Position ended(RequestState end, @Nullable StaffId by) {
    return new Position(
        openedAt, end, wasAccepted, priority, Set.of(), null, null, by == null ? last : by,
        by == null ? workers : with(workers, by), passedOver);
  }

  Position reopened() {
    return new Position(
        openedAt,
        wasAccepted ? RequestState.ACCEPTED : RequestState.RECEIVED,
        wasAccepted, priority, Set.of(), null, null, last, workers, Set.of());
  }

  Position verified() {
    return ended(RequestState.VERIFIED, null);
  }

  private static <T extends Comparable<T>> Set<T> with(Set<T> known, T one) {
    Set<T> more = new TreeSet<>(known);
    more.add(one);
    return Set.copyOf(more);
  }
}
