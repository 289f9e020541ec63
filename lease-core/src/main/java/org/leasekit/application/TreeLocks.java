package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.ContractNo;
import org.leasekit.port.Stores;

/** What suspensions of whole trees mean for contracts that come into a tree or leave it. Joins the caller's unit of work. */
final class TreeLocks {
  private final Stores stores;
  private final LessorProfile profile;
  private final ExtendingLocks extending;

  TreeLocks(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.extending = new ExtendingLocks(stores, profile);
  }

  /** Whether a contract that moves from below one master to below another leaves a suspended tree or comes into one. */
  boolean concern(@Nullable ContractNo from, @Nullable ContractNo to) {
    Set<ContractNo> left = path(from);
    Set<ContractNo> entered = path(to);
    Set<ContractNo> either = new HashSet<>(left);
    either.addAll(entered);
    either.removeIf(no -> left.contains(no) && entered.contains(no));
    return !either.isEmpty()
        && stores.locks().of(profile.lessor(), either).stream()
            .anyMatch(
                lock ->
                    lock.effect() == ReceivableLock.Effect.SUSPEND
                        && lock.scope() instanceof LockScope.Subtree);
  }

  private Set<ContractNo> path(@Nullable ContractNo no) {
    Set<ContractNo> path = new LinkedHashSet<>();
    if (no != null) {
      path.add(no);
      Hierarchy hierarchy = new Hierarchy(stores, profile.lessor());
      hierarchy.find(no).map(hierarchy::above).ifPresent(path::addAll);
    }
    return path;
  }

  /**
   * Puts contracts on the agendas of billing and of terms that are extended. They are locked: whoever reckons one right now
   * knows nothing of the change, and is to be waited for, or its agenda would win.
   */
  void reckonAgain(Collection<ContractNo> contracts, Instant now) {
    for (ContractNo no : new TreeSet<>(contracts)) {
      stores.receivables().schedule(profile.lessor(), no, profile.day(now));
      extending.watch(no, now);
    }
  }
}
