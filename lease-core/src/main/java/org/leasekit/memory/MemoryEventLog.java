package org.leasekit.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.leasekit.contract.ContractNo;
import org.leasekit.event.EventId;
import org.leasekit.event.LeaseEvent;
import org.leasekit.event.Recorded;
import org.leasekit.party.LessorId;
import org.leasekit.port.EventLog;

final class MemoryEventLog implements EventLog {

  private record Place(ContractNo contract, int number) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::contract).thenComparingInt(Place::number);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** An event that was not told yet. */
  private record Pending(Recorded recorded, Instant due) {}

  private final MemoryUnitOfWork unit;
  private final Table<ContractNo, Integer> last;
  private final Table<Place, Pending> pending;

  MemoryEventLog(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.last = new Table<>(unit);
    this.pending = new Table<>(unit);
  }

  @Override
  public void append(List<LeaseEvent> events) {
    unit.run(
        () -> {
          for (LeaseEvent event : events) {
            LeaseEvent.Head head = event.head();
            int number = Objects.requireNonNullElse(last.get(head.lessor(), head.contract()), 0) + 1;
            EventId id = new EventId(head.lessor(), head.contract(), number);
            last.put(head.lessor(), head.contract(), number);
            pending.put(
                head.lessor(), new Place(head.contract(), number), new Pending(new Recorded(id, event, 0), head.at()));
          }
        });
  }

  @Override
  public List<Recorded> claimDue(LessorId lessor, Instant now, int limit) {
    return unit.required(
        () -> {
          Map<ContractNo, Pending> first = new TreeMap<>();
          pending.values(lessor).forEach(each -> first.putIfAbsent(each.recorded().id().contract(), each));
          return first.values().stream()
              .filter(each -> !each.due().isAfter(now))
              .sorted(Comparator.comparing(Pending::due).thenComparing(each -> each.recorded().id().contract()))
              .limit(limit)
              .map(Pending::recorded)
              .toList();
        });
  }

  @Override
  public void told(EventId id) {
    unit.run(() -> pending.remove(id.lessor(), place(id)));
  }

  @Override
  public void retryAt(EventId id, Instant at) {
    unit.run(
        () -> {
          Pending before = pending.get(id.lessor(), place(id));
          if (before != null) {
            Recorded again =
                new Recorded(id, before.recorded().event(), before.recorded().attempts() + 1);
            pending.put(id.lessor(), place(id), new Pending(again, at));
          }
        });
  }

  private static Place place(EventId id) {
    return new Place(id.contract(), id.number());
  }
}
