package org.leasekit.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;

/**
 * The contracts that a change concerns, locked in the one order there is: renewal cases first, as whoever answers an offer
 * does, then contracts by number.
 */
final class AmendmentScope {
  private final Stores stores;
  private final LessorId lessor;
  private final ContractLocks locks;
  private final Map<ContractNo, ContractHistory> histories = new HashMap<>();

  AmendmentScope(Stores stores, LessorId lessor) {
    this(stores, lessor, new ContractLocks(stores, lessor));
  }

  private AmendmentScope(Stores stores, LessorId lessor, ContractLocks locks) {
    this.stores = stores;
    this.lessor = lessor;
    this.locks = locks;
  }

  /** For an answer that nothing is stored upon: contracts are looked up and not locked. */
  static AmendmentScope reading(Stores stores, LessorId lessor) {
    return new AmendmentScope(stores, lessor, ContractLocks.none(stores, lessor));
  }

  /** Locks the cases for the end of each contract's term, whoever of its tenants they ask, by their ids as everybody does. */
  void lockCases(Collection<ContractNo> numbers) {
    List<Contract> contracts = stores.contracts().findAll(lessor, numbers);
    for (CaseId id : new Tenancies(stores, lessor).all(contracts)) {
      stores.cases().lock(lessor, id);
    }
  }

  /** Locks contracts and nothing around them; those that do not exist are left out. */
  void lock(Collection<ContractNo> numbers) {
    locks.take(numbers);
  }

  /** Locks contracts, with the master that each of them has. */
  void lockWithMasters(Collection<ContractNo> numbers) {
    locks.take(() -> withMasters(numbers));
  }

  /** Locks contracts, what runs below each, and their masters; nobody else moves contracts meanwhile. */
  void lockTrees(Collection<ContractNo> numbers) {
    locks.take(() -> trees(numbers));
  }

  /** Contracts, what runs below each, and their masters, as far as there are any. */
  Set<ContractNo> trees(Collection<ContractNo> numbers) {
    Set<ContractNo> all = withMasters(numbers);
    numbers.forEach(no -> all.addAll(locks.runningBelow(no)));
    return all;
  }

  private Set<ContractNo> withMasters(Collection<ContractNo> numbers) {
    Set<ContractNo> all = new HashSet<>();
    numbers.forEach(no -> all.addAll(locks.withMaster(no)));
    return all;
  }

  Optional<Contract> find(ContractNo no) {
    return locks.find(no);
  }

  /** Running contracts directly below a master whose tree is locked, by number. */
  List<Contract> runningBelow(ContractNo master) {
    return stores.contracts().children(lessor, master).stream()
        .flatMap(sub -> find(sub.no()).stream())
        .filter(sub -> sub.status() == ContractStatus.ACTIVE)
        .toList();
  }

  ContractHistory history(Contract contract) {
    return histories.computeIfAbsent(
        contract.no(), no -> new Histories(stores, lessor).of(contract));
  }

  /**
   * The instant at which something about a contract becomes known: now, but later than whatever is recorded of it, by a
   * microsecond, the least that stores keep.
   */
  static Instant knownFrom(ContractHistory history, Instant now) {
    Instant latest = history.latest();
    return now.isAfter(latest) ? now : latest.plus(1, ChronoUnit.MICROS);
  }
}
