package org.leasekit.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.escalation.Fired;
import org.leasekit.party.LessorId;
import org.leasekit.port.DunningLog;

final class MemoryDunningLog implements DunningLog {

  private record Place(ContractNo payer, long since) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::payer).thenComparingLong(Place::since);

    static Place of(ArrearsId id) {
      return new Place(id.payer(), id.since().toEpochDay());
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final MemoryUnitOfWork unit;
  private final Table<Place, List<Fired>> fired;

  MemoryDunningLog(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.fired = new Table<>(unit);
  }

  @Override
  public boolean addFired(LessorId lessor, ArrearsId id, Fired stage) {
    return unit.required(
        () -> {
          List<Fired> known = fired(lessor, id);
          if (known.stream().anyMatch(logged -> logged.stage().equals(stage.stage()))) {
            return false;
          }
          List<Fired> longer = new ArrayList<>(known);
          longer.add(stage);
          longer.sort(
              Comparator.comparing(Fired::at)
                  .thenComparing(Fired::plannedFor)
                  .thenComparing(Fired::stage));
          fired.put(lessor, Place.of(id), List.copyOf(longer));
          return true;
        });
  }

  @Override
  public List<Fired> fired(LessorId lessor, ArrearsId id) {
    return unit.required(
        () -> Objects.requireNonNullElse(fired.get(lessor, Place.of(id)), List.<Fired>of()));
  }
}
