package org.leasekit.memory;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.leasekit.access.AuditEntry;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Audit;

final class MemoryAudit implements Audit {

  private final MemoryUnitOfWork unit;
  private final Table<At<Long>, AuditEntry> entries;
  private final Index<ContractNo, At<Long>> ofContract;
  private long last;

  MemoryAudit(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.entries = new Table<>(unit);
    this.ofContract = new Index<>(unit);
  }

  @Override
  public void append(AuditEntry entry) {
    unit.run(
        () -> {
          At<Long> key = new At<>(entry.at(), ++last);
          entries.put(entry.lessor(), key, entry);
          ContractNo contract = entry.contract();
          if (contract != null) {
            ofContract.add(entry.lessor(), contract, key);
          }
        });
  }

  @Override
  public List<AuditEntry> ofContract(LessorId lessor, ContractNo contract) {
    return unit.required(
        () ->
            ofContract
                .of(lessor, contract)
                .map(key -> Objects.requireNonNull(entries.get(lessor, key)))
                .toList());
  }

  void forEach(LessorId lessor, Consumer<AuditEntry> each) {
    entries.forEach(lessor, each);
  }
}
