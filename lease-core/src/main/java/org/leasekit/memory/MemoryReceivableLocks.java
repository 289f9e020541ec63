package org.leasekit.memory;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.leasekit.billing.LockId;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.ReceivableLocks;
import org.leasekit.port.StaleVersionException;

final class MemoryReceivableLocks implements ReceivableLocks {

  private final MemoryUnitOfWork unit;
  private final Table<LockId, ReceivableLock> locks;
  private final Index<ContractNo, At<LockId>> ofContract;

  MemoryReceivableLocks(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.locks = new Table<>(unit);
    this.ofContract = new Index<>(unit);
  }

  @Override
  public boolean add(ReceivableLock lock) {
    return unit.required(
        () -> {
          boolean added = locks.putIfAbsent(lock.lessor(), lock.id(), lock);
          if (added) {
            ofContract.add(lock.lessor(), lock.scope().contract(), new At<>(lock.knownAt(), lock.id()));
          }
          return added;
        });
  }

  @Override
  public void release(ReceivableLock lock) {
    int releases = lock.releases().size();
    if (releases == 0) {
      throw new IllegalArgumentException("no release: " + lock.id());
    }
    unit.run(
        () -> {
          ReceivableLock stored = locks.get(lock.lessor(), lock.id());
          if (stored == null || stored.releases().size() != releases - 1) {
            throw new StaleVersionException("lock " + lock.id());
          }
          locks.put(lock.lessor(), lock.id(), stored.released(lock.releases().get(releases - 1)));
        });
  }

  @Override
  public Optional<ReceivableLock> find(LessorId lessor, LockId id) {
    return unit.required(() -> Optional.ofNullable(locks.get(lessor, id)));
  }

  @Override
  public List<ReceivableLock> of(LessorId lessor, Collection<ContractNo> contracts) {
    return unit.required(
        () ->
            contracts.stream()
                .distinct()
                .flatMap(no -> ofContract.of(lessor, no))
                .sorted()
                .map(key -> Objects.requireNonNull(locks.get(lessor, key.id())))
                .toList());
  }

  void forEach(LessorId lessor, Consumer<ReceivableLock> each) {
    locks.forEach(lessor, each);
  }
}
