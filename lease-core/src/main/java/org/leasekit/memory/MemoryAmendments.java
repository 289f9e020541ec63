package org.leasekit.memory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Amendments;
import org.leasekit.port.StaleVersionException;

final class MemoryAmendments implements Amendments {

  private final MemoryUnitOfWork unit;
  private final Table<ContractNo, ContractHistory> histories;
  private final Table<ContractNo, LocalDate> agenda;

  MemoryAmendments(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.histories = new Table<>(unit);
    this.agenda = new Table<>(unit);
  }

  @Override
  public void append(ContractHistory history) {
    int number = history.recorded().size();
    if (number == 0) {
      throw new IllegalArgumentException("no amendment: " + history);
    }
    LessorId lessor = history.origin().lessor();
    ContractNo no = history.origin().contract();
    unit.run(
        () -> {
          ContractHistory stored = histories.get(lessor, no);
          int known = stored == null ? 0 : stored.recorded().size();
          if (known != number - 1) {
            throw new StaleVersionException("amendments of " + no);
          }
          histories.put(lessor, no, history);
        });
  }

  @Override
  public Optional<ContractHistory> find(LessorId lessor, ContractNo no) {
    return unit.required(() -> Optional.ofNullable(histories.get(lessor, no)));
  }

  @Override
  public List<ContractHistory> findAll(LessorId lessor, Collection<ContractNo> numbers) {
    return unit.required(() -> histories.select(lessor, numbers.stream().distinct()));
  }

  @Override
  public void schedule(LessorId lessor, ContractNo contract, @Nullable LocalDate next) {
    unit.run(
        () -> {
          if (next == null) {
            agenda.remove(lessor, contract);
          } else {
            agenda.put(lessor, contract, next);
          }
        });
  }

  @Override
  public List<ContractNo> changing(LessorId lessor, LocalDate through, int limit) {
    return unit.required(
        () ->
            agenda
                .entries(lessor)
                .filter(entry -> !entry.getValue().isAfter(through))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList());
  }

  void forEach(LessorId lessor, Consumer<ContractHistory> each) {
    histories.forEach(lessor, each);
  }
}
