package org.leasekit.application;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leasekit.billing.LockId;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.ContractNo;
import org.leasekit.event.LeaseEvent;
import org.leasekit.party.LessorId;
import org.leasekit.port.ReceivableLocks;

/** Locks, of which it is noted when they are set and released. */
final class ObservedReceivableLocks implements ReceivableLocks {
  private final ReceivableLocks right;
  private final Observing unit;

  ObservedReceivableLocks(ReceivableLocks right, Observing unit) {
    this.right = right;
    this.unit = unit;
  }

  @Override
  public boolean add(ReceivableLock lock) {
    return unit.required(
        () -> {
          boolean added = right.add(lock);
          if (added) {
            note(lock, LeaseEvent.OfReceivable.What.LOCKED);
          }
          return added;
        });
  }

  @Override
  public void release(ReceivableLock lock) {
    unit.run(
        () -> {
          right.release(lock);
          note(lock, LeaseEvent.OfReceivable.What.RELEASED);
        });
  }

  @Override
  public Optional<ReceivableLock> find(LessorId lessor, LockId id) {
    return right.find(lessor, id);
  }

  @Override
  public List<ReceivableLock> of(LessorId lessor, Collection<ContractNo> contracts) {
    return right.of(lessor, contracts);
  }

  private void note(ReceivableLock lock, LeaseEvent.OfReceivable.What what) {
    unit.note(
        new LeaseEvent.OfReceivable(unit.head(lock.scope().contract()), what, lock.id().value(), null));
  }
}
