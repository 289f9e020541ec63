package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leasekit.billing.LockId;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.port.Stores;

/**
 * Carries locks over to the contract that continues another: those on the contract, a charge of it, or its tree, that still
 * hold when the new term begins, whether they were recorded before the renewal or after it. A lock that follows a
 * suspension stays behind: the new contract begins to run. Each carried lock is one of its own, which begins when the other
 * did; it ends with the other, unless it was released by itself before. Joins the caller's unit of work.
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
    for (ReceivableLock lock : stores.locks().of(profile.lessor(), List.of(from))) {
      if (holdsIn(lock, successor) && !SuspensionLocks.isReserved(lock.id().value())) {
        carry(lock, successor.no(), now);
      }
    }
  }

  private void carry(ReceivableLock lock, ContractNo successor, Instant now) {
    scopeOf(lock.scope(), successor).ifPresent(scope -> add(lock, scope, now));
  }

  /** The same of the contract that continues another; empty for an amount, which stays behind. */
  private static Optional<LockScope> scopeOf(LockScope scope, ContractNo successor) {
    if (scope instanceof LockScope.OneCharge one) {
      return Optional.of(new LockScope.OneCharge(successor, one.charge()));
    }
    if (scope instanceof LockScope.WholeContract) {
      return Optional.of(new LockScope.WholeContract(successor));
    }
    return scope instanceof LockScope.Subtree
        ? Optional.of(new LockScope.Subtree(successor))
        : Optional.empty();
  }

  /** What a lock with that scope is carried over to, one successor after the other; none while there is no renewal. */
  List<LockScope> beyond(LockScope scope) {
    List<LockScope> beyond = new ArrayList<>();
    for (Contract successor : successors(scope.contract())) {
      scopeOf(scope, successor.no()).ifPresent(beyond::add);
    }
    return beyond;
  }

  private List<Contract> successors(ContractNo no) {
    List<Contract> successors = new ArrayList<>();
    Optional<Contract> next = successorOf(no);
    while (next.isPresent()) {
      successors.add(next.get());
      next = successorOf(next.get().no());
    }
    return successors;
  }

  private Optional<Contract> successorOf(ContractNo no) {
    return stores
        .contracts()
        .find(profile.lessor(), no)
        .flatMap(Contract::successor)
        .flatMap(successor -> stores.contracts().find(profile.lessor(), successor));
  }

  /** A lock was put on a contract that is renewed already: it is carried over as it would have been then. */
  List<ReceivableLock> carryOn(ReceivableLock lock, Instant now) {
    for (Contract successor : successors(lock.scope().contract())) {
      if (holdsIn(lock, successor)) {
        carry(lock, successor.no(), now);
      }
    }
    return open(lock);
  }

  /** What was carried over of a lock and is not released. */
  List<ReceivableLock> open(ReceivableLock lock) {
    return beyond(lock.scope()).stream()
        .flatMap(
            scope ->
                stores.locks().find(profile.lessor(), idFor(lock.id(), scope.contract())).stream())
        .filter(carried -> carried.release() == null)
        .toList();
  }

  private boolean holdsIn(ReceivableLock lock, Contract successor) {
    Instant begins = profile.startOf(successor.term().start());
    Instant ends = lock.ends();
    return ends == null || ends.isAfter(begins) && ends.isAfter(lock.from());
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
