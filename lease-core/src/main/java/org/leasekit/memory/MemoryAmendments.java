package org.leasekit.memory;

import java.util.Optional;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Amendments;
import org.leasekit.port.StaleVersionException;

final class MemoryAmendments implements Amendments {

  private final MemoryUnitOfWork unit;
  private final Table<ContractNo, ContractHistory> histories;

  MemoryAmendments(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.histories = new Table<>(unit);
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
}
