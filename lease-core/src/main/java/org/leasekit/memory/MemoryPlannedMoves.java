package org.leasekit.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.party.LessorId;
import org.leasekit.port.PlannedMoves;
import org.leasekit.port.StaleVersionException;

final class MemoryPlannedMoves implements PlannedMoves {

  private final MemoryUnitOfWork unit;
  private final Table<ContractNo, List<PlannedMove>> plans;

  MemoryPlannedMoves(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.plans = new Table<>(unit);
  }

  @Override
  public void append(PlannedMove plan) {
    unit.run(
        () -> {
          List<PlannedMove> longer = new ArrayList<>(of(plan));
          if (plan.number() != longer.size() + 1) {
            throw new StaleVersionException("planned moves of " + plan.contract());
          }
          longer.add(plan);
          plans.put(plan.lessor(), plan.contract(), List.copyOf(longer));
        });
  }

  @Override
  public void resolve(PlannedMove plan) {
    PlannedMove.Resolution resolution = plan.resolution();
    if (resolution == null) {
      throw new IllegalArgumentException("pending: " + plan);
    }
    unit.run(
        () -> {
          List<PlannedMove> changed = new ArrayList<>(of(plan));
          int place = plan.number() - 1;
          if (place < 0 || place >= changed.size() || !changed.get(place).isPending()) {
            throw new StaleVersionException("planned move " + plan.number() + " of " + plan.contract());
          }
          changed.set(place, changed.get(place).resolved(resolution));
          plans.put(plan.lessor(), plan.contract(), List.copyOf(changed));
        });
  }

  private List<PlannedMove> of(PlannedMove plan) {
    return Objects.requireNonNullElse(
        plans.get(plan.lessor(), plan.contract()), List.<PlannedMove>of());
  }

  @Override
  public List<PlannedMove> ofContracts(LessorId lessor, Collection<ContractNo> contracts) {
    return unit.required(
        () -> plans.select(lessor, contracts.stream().distinct()).stream().flatMap(List::stream).toList());
  }

  @Override
  public List<PlannedMove> due(LessorId lessor, LocalDate through, int limit) {
    return unit.required(
        () ->
            plans
                .values(lessor)
                .flatMap(List::stream)
                .filter(plan -> plan.isPending() && !plan.effective().isAfter(through))
                .sorted(
                    Comparator.comparing(PlannedMove::effective)
                        .thenComparing(PlannedMove::contract)
                        .thenComparing(PlannedMove::number))
                .limit(limit)
                .toList());
  }
}
