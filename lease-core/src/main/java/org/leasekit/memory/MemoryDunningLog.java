package org.leasekit.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  private final MemoryReceivables receivables;
  private final Table<Place, List<Fired>> fired;
  private final Table<ContractNo, Instant> list;

  MemoryDunningLog(MemoryUnitOfWork unit, MemoryReceivables receivables) {
    this.unit = unit;
    this.receivables = receivables;
    this.fired = new Table<>(unit);
    this.list = new Table<>(unit);
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

  @Override
  public List<ArrearsId> matters(LessorId lessor, ContractNo payer) {
    return unit.required(
        () ->
            fired
                .entries(lessor)
                .map(Map.Entry::getKey)
                .filter(place -> place.payer().equals(payer))
                .map(place -> new ArrearsId(payer, LocalDate.ofEpochDay(place.since())))
                .toList());
  }

  @Override
  public void enlist(LessorId lessor, LocalDate before, Instant now) {
    unit.run(
        () -> {
          Set<ContractNo> late = receivables.late(lessor, before);
          late.forEach(payer -> list.putIfAbsent(lessor, payer, now));
          List<ContractNo> settled =
              list.entries(lessor)
                  .filter(entry -> entry.getValue().isAfter(now) && !late.contains(entry.getKey()))
                  .map(Map.Entry::getKey)
                  .toList();
          settled.forEach(payer -> list.put(lessor, payer, now));
        });
  }

  @Override
  public List<ContractNo> claimDue(LessorId lessor, Instant now, int limit) {
    return unit.required(
        () ->
            list.entries(lessor)
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(entry -> new At<>(entry.getValue(), entry.getKey()))
                .sorted()
                .limit(limit)
                .map(At::id)
                .toList());
  }

  @Override
  public void lookAgain(LessorId lessor, ContractNo payer, @Nullable Instant at) {
    unit.run(
        () -> {
          if (at == null) {
            list.remove(lessor, payer);
          } else if (list.contains(lessor, payer)) {
            list.put(lessor, payer, at);
          }
        });
  }
}
