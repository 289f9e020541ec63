package org.leasekit.application;

import java.time.Instant;
import java.util.List;
import org.leasekit.billing.LockId;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.port.Stores;

/**
 * Carries locks over to the contract that continues another: those on the contract, a charge of it, or its tree, that still
 * hold when the new term begins. A lock that follows a suspension stays behind: the new contract begins to run. Each
 * carried lock is one of its own, which begins when the other did and is released by itself. Joins the caller's unit of work.
 */
final class CarriedLocks {
  private static final char CARRIED_TO = '>';

  private final Stores stores;
  private final LessorProfile profile;

  CarriedLocks(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** Whether an id is kept for locks that are carried over. */
  static boolean isReserved(String lockId) {
    return lockId.indexOf(CARRIED_TO) >= 0;
  }

  /** Carries over once: a lock that was carried to that successor already stays as it is. */
  void carry(ContractNo from, Contract successor, Instant now) {
    Instant begins = profile.startOf(successor.term().start());
    for (ReceivableLock lock : stores.locks().of(profile.lessor(), List.of(from))) {
      Instant ends = lock.ends();
      boolean holds = ends == null || ends.isAfter(begins) && ends.isAfter(lock.from());
      if (holds && !SuspensionLocks.isReserved(lock.id().value())) {
        carry(lock, successor.no(), now);
      }
    }
  }

  private void carry(ReceivableLock lock, ContractNo successor, Instant now) {
    LockScope scope = lock.scope();
    if (scope instanceof LockScope.OneCharge one) {
      add(lock, new LockScope.OneCharge(successor, one.charge()), now);
    } else if (scope instanceof LockScope.WholeContract) {
      add(lock, new LockScope.WholeContract(successor), now);
    } else if (scope instanceof LockScope.Subtree) {
      add(lock, new LockScope.Subtree(successor), now);
    }
  }

  private void add(ReceivableLock lock, LockScope scope, Instant now) {
    stores
        .locks()
        .add(
            new ReceivableLock(
                lock.lessor(), idFor(lock.id(), scope.contract()), lock.effect(), scope, lock.reason(),
                lock.evidence(), lock.askedBy(), lock.approvedBy(), lock.from(), lock.ends(), lock.extendsTerm(),
                now, List.of()));
    if (lock.extendsTerm()) {
      new ExtendingLocks(stores, profile).watch(scope.contract(), now);
    }
  }

  /** The id of the first of a chain, and where it was carried to. */
  private static LockId idFor(LockId id, ContractNo successor) {
    int end = id.value().indexOf(CARRIED_TO);
    return new LockId((end < 0 ? id.value() : id.value().substring(0, end)) + CARRIED_TO + successor);
  }
}
