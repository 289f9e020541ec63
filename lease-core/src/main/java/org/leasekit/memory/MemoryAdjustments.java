package org.leasekit.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Adjustments;

final class MemoryAdjustments implements Adjustments {

  private final MemoryUnitOfWork unit;
  private final Table<ReceivableKey, Adjustment> adjustments;
  private final Index<ContractNo, ReceivableKey> ofContract;

  MemoryAdjustments(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.adjustments = new Table<>(unit);
    this.ofContract = new Index<>(unit);
  }

  @Override
  public List<Adjustment> addAll(List<Adjustment> candidates) {
    return unit.required(
        () -> {
          List<Adjustment> added = new ArrayList<>();
          for (Adjustment candidate : candidates) {
            if (adjustments.putIfAbsent(candidate.lessor(), candidate.key(), candidate)) {
              ofContract.add(candidate.lessor(), candidate.key().contract(), candidate.key());
              added.add(candidate);
            }
          }
          return List.copyOf(added);
        });
  }

  @Override
  public List<Adjustment> of(LessorId lessor, Collection<ContractNo> contracts) {
    return unit.required(
        () -> adjustments.select(lessor, contracts.stream().distinct().flatMap(no -> ofContract.of(lessor, no))));
  }

  void forEach(LessorId lessor, Consumer<Adjustment> each) {
    adjustments.forEach(lessor, each);
  }
}
