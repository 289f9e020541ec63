package org.leasekit.servicedesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.StaffId;
import org.leasekit.sla.PauseReason;

/**
 * What happened to a service request, in the order in which it happened; everything else follows from it.
 * Immutable. It never contradicts itself: each entry was possible after those before it.
 *
 * <p>An entry that is learnt late is put in its place in time, and all that follows is derived again. What
 * happened at one instant comes in the order in which it was learnt, except where only another order is
 * possible.
 */
public final class RequestHistory {
  private final RequestId request;
  private final List<RequestEntry> entries;
  private final Position position;

  private RequestHistory(RequestId request, List<RequestEntry> entries, Position position) {
    this.request = request;
    this.entries = entries;
    this.position = position;
  }

  /**
   * Entries in order, and those for which there is no place.
   *
   * @param history of the entries that are possible; empty when nothing opened the request
   * @param aside the others, in order of time
   */
  public record Arranged(Optional<RequestHistory> history, List<Aside> aside) {
    public Arranged {
      aside = List.copyOf(aside);
    }
  }

  /** An entry for which there is no place, and why. */
  public record Aside(RequestEntry entry, Rejection why) {}

  /** Puts entries in order, whatever order they come in. Of two with the same key the later one is put aside. */
  public static Arranged arrange(RequestId request, Collection<RequestEntry> entries) {
    List<RequestEntry> open =
        new ArrayList<>(entries.stream().sorted(RequestEntry.AS_IT_HAPPENED).toList());
    List<Aside> aside = new ArrayList<>();
    putDuplicatesAside(request, open, aside);
    List<RequestEntry> placed = new ArrayList<>();
    Position position = null;
    while (!open.isEmpty()) {
      Instant at = open.get(0).at();
      List<RequestEntry> together =
          new ArrayList<>(open.stream().takeWhile(entry -> entry.at().equals(at)).toList());
      open.subList(0, together.size()).clear();
      position = place(request, position, together, placed);
      Position stuck = position;
      together.forEach(
          entry ->
              aside.add(new Aside(entry, Lifecycle.step(request, stuck, entry).rejection())));
    }
    aside.sort((a, b) -> RequestEntry.AS_IT_HAPPENED.compare(a.entry(), b.entry()));
    return new Arranged(
        position == null
            ? Optional.empty()
            : Optional.of(new RequestHistory(request, List.copyOf(placed), position)),
        aside);
  }

  private static void putDuplicatesAside(
      RequestId request, List<RequestEntry> entries, List<Aside> aside) {
    Set<String> keys = new HashSet<>();
    for (Iterator<RequestEntry> each = entries.iterator(); each.hasNext(); ) {
      RequestEntry entry = each.next();
      if (!keys.add(entry.key())) {
        aside.add(
            new Aside(
                entry,
                new ServiceRejection.AlreadyRecorded(request, entry.event().kind(), entry.at())));
        each.remove();
      }
    }
  }

  /** Moves entries of one instant over, one after the other, as long as one of them is possible. */
  private static @Nullable Position place(
      RequestId request,
      @Nullable Position from,
      List<RequestEntry> together,
      List<RequestEntry> placed) {
    Position position = from;
    for (int i = 0; i < together.size(); ) {
      Outcome<Position> next = Lifecycle.step(request, position, together.get(i));
      if (next.isAccepted()) {
        position = next.orElseThrow();
        placed.add(together.remove(i));
        i = 0;
      } else {
        i++;
      }
    }
    return position;
  }

  /**
   * The history that storage holds.
   *
   * @throws IllegalStateException when the entries contradict each other: somebody has changed them
   */
  public static RequestHistory of(RequestId request, Collection<RequestEntry> entries) {
    Arranged arranged = arrange(request, entries);
    if (!arranged.aside().isEmpty()) {
      throw new IllegalStateException("entries contradict each other: " + arranged.aside());
    }
    return arranged
        .history()
        .orElseThrow(() -> new IllegalStateException("no entries of " + request));
  }

  /**
   * The history with one more entry, put in its place in time; the same history when the entry is known.
   *
   * @return rejected when it was not possible then, or when something recorded would not be possible after it
   */
  public Outcome<RequestHistory> with(RequestEntry entry) {
    if (entries.stream().anyMatch(known -> known.key().equals(entry.key()))) {
      return Outcome.accepted(this);
    }
    RequestEntry numbered = entry.withSequence(nextSequence());
    List<RequestEntry> more = new ArrayList<>(entries);
    more.add(numbered);
    Arranged arranged = arrange(request, more);
    if (arranged.aside().isEmpty()) {
      return Outcome.accepted(arranged.history().orElseThrow());
    }
    Aside first = arranged.aside().get(0);
    return Outcome.rejected(
        first.entry().equals(numbered)
            ? first.why()
            : new ServiceRejection.ContradictsRecord(
                request, entry.event().kind(), first.entry().event().kind(), first.entry().at()));
  }

  private int nextSequence() {
    return 1 + entries.stream().mapToInt(RequestEntry::sequence).max().orElse(0);
  }

  /** As it would have looked at an instant, by what is known now; empty before the request was opened. */
  public Optional<RequestHistory> upTo(Instant inclusive) {
    return arrange(
            request, entries.stream().filter(entry -> !entry.at().isAfter(inclusive)).toList())
        .history();
  }

  /** The request. */
  public RequestId request() {
    return request;
  }

  /** Every entry, as it happened. */
  public List<RequestEntry> entries() {
    return entries;
  }

  /** Events of one type with their entries, as they happened. */
  public <E extends RequestEvent> Stream<Happened<E>> all(Class<E> type) {
    return entries.stream()
        .filter(entry -> type.isInstance(entry.event()))
        .map(entry -> new Happened<>(entry.at(), entry.by(), type.cast(entry.event())));
  }

  /** An event and its entry. */
  public record Happened<E extends RequestEvent>(Instant at, Actor by, E event) {}

  /** When the fault was reported. */
  public Instant openedAt() {
    return position.openedAt();
  }

  /** When something happened last. */
  public Instant lastAt() {
    return entries.get(entries.size() - 1).at();
  }

  /** How far it has come. */
  public RequestState state() {
    return position.state();
  }

  /** The priority that holds. */
  public Priority priority() {
    return position.priority();
  }

  /** Why work waits, as far as nobody has said when it goes on; empty when it does not. */
  public Set<PauseReason> pauses() {
    return position.pauses();
  }

  /** Who has it. */
  public Optional<StaffId> technician() {
    return Optional.ofNullable(position.technician());
  }

  /** The offer that waits for an answer. */
  public Optional<RequestEvent.Offered> offer() {
    return Optional.ofNullable(position.offer());
  }

  /** Everybody who was sent, was there, or said that it was mended. */
  public Set<StaffId> workers() {
    return position.workers();
  }

  /** Who refused it or did not answer since it was last opened. */
  public Set<StaffId> passedOver() {
    return position.passedOver();
  }

  /** What storage keeps beside the entries, to find the request by. */
  public ServiceRequest.Standing standing() {
    return new ServiceRequest.Standing(position.state(), position.priority(), position.last());
  }

  /** Equal when the entries are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RequestHistory that
        && request.equals(that.request)
        && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(request, entries);
  }

  @Override
  public String toString() {
    return "RequestHistory[" + request + ", " + entries + "]";
  }
}
