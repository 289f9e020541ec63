package org.leasekit.application;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.party.LessorId;
import org.leasekit.port.StaleVersionException;
import org.leasekit.port.Stores;

/**
 * Contracts that one unit of work locks, in the order of their numbers: see the description of this package. Joins the
 * caller's unit of work.
 */
final class ContractLocks {
  private final Stores stores;
  private final LessorId lessor;
  private final boolean reading;
  private final Map<ContractNo, Optional<Contract>> taken = new HashMap<>();
  private @Nullable ContractNo highest;

  ContractLocks(Stores stores, LessorId lessor) {
    this(stores, lessor, false);
  }

  private ContractLocks(Stores stores, LessorId lessor, boolean reading) {
    this.stores = stores;
    this.lessor = lessor;
    this.reading = reading;
  }

  /** For an answer that nothing is stored upon: contracts are looked up and not locked. */
  static ContractLocks none(Stores stores, LessorId lessor) {
    return new ContractLocks(stores, lessor, true);
  }

  /**
   * Locks contracts; those that do not exist are left out.
   *
   * @throws StaleVersionException when one would have had to be locked before another that is locked already
   */
  void take(Collection<ContractNo> numbers) {
    for (ContractNo no : new TreeSet<>(numbers)) {
      if (!taken.containsKey(no)) {
        taken.put(no, reading ? stores.contracts().find(lessor, no) : lock(no));
      }
    }
  }

  private Optional<Contract> lock(ContractNo no) {
    if (highest != null && no.compareTo(highest) < 0) {
      throw new StaleVersionException("hierarchy around " + no);
    }
    highest = no;
    return stores.contracts().lock(lessor, no);
  }

  /** Locks what is found to be concerned, and looks again, until nothing comes to it any more. */
  void take(Supplier<Set<ContractNo>> concerned) {
    for (Set<ContractNo> all = concerned.get(); !taken.keySet().containsAll(all); all = concerned.get()) {
      take(all);
    }
  }

  /** A contract that is locked, as it was when it was. */
  Optional<Contract> find(ContractNo no) {
    return taken.getOrDefault(no, Optional.empty());
  }

  /** A contract and the one it stands below, if any. */
  Set<ContractNo> withMaster(ContractNo no) {
    Set<ContractNo> both = new HashSet<>(Set.of(no));
    stores.contracts().find(lessor, no).flatMap(Contract::parent).ifPresent(both::add);
    return both;
  }

  /** Everything below a contract, at any depth. */
  Set<ContractNo> below(ContractNo top) {
    return below(top, false);
  }

  /**
   * Everything that stands below a contract or has stood below it, at any depth, with all that stands below that now: a lock on
   * the tree reaches the days before somebody left it as well.
   */
  Set<ContractNo> everBelow(ContractNo top) {
    Set<ContractNo> tree = below(top);
    tree.add(top);
    Set<ContractNo> next = new TreeSet<>(tree);
    Set<ContractNo> asked = new HashSet<>();
    while (!next.isEmpty()) {
      asked.addAll(next);
      for (ContractNo left : stores.moves().leavers(lessor, next)) {
        if (tree.add(left)) {
          tree.addAll(below(left));
        }
      }
      next = new TreeSet<>(tree);
      next.removeAll(asked);
    }
    tree.remove(top);
    return tree;
  }

  /** What runs below a contract, each of it below what runs. */
  Set<ContractNo> runningBelow(ContractNo top) {
    return below(top, true);
  }

  private Set<ContractNo> below(ContractNo top, boolean running) {
    Set<ContractNo> below = new TreeSet<>();
    Deque<ContractNo> masters = new ArrayDeque<>(Set.of(top));
    while (!masters.isEmpty()) {
      for (Contract child : stores.contracts().children(lessor, masters.remove())) {
        boolean counts = !running || child.status() == ContractStatus.ACTIVE;
        if (counts && below.add(child.no()) && child.master()) {
          masters.add(child.no());
        }
      }
    }
    return below;
  }
}
