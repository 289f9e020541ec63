package org.leasekit.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;

/**
 * The contracts that a change concerns, locked in one order: renewal cases first, as whoever answers an offer does, then
 * contracts from below, masters last.
 */
final class AmendmentScope {
  private final Stores stores;
  private final LessorId lessor;
  private final Map<ContractNo, Contract> contracts = new HashMap<>();
  private final Map<ContractNo, ContractHistory> histories = new HashMap<>();

  AmendmentScope(Stores stores, LessorId lessor) {
    this.stores = stores;
    this.lessor = lessor;
  }

  /** Locks the case for the end of each contract's term, where there is one. */
  void lockCases(Collection<ContractNo> numbers) {
    for (ContractNo no : new TreeSet<>(numbers)) {
      stores
          .contracts()
          .find(lessor, no)
          .ifPresent(contract -> stores.cases().lock(lessor, CaseId.of(no, contract.term().lastDay())));
    }
  }

  /** Locks contracts, in the order of their numbers; those that do not exist are left out. */
  void lock(Collection<ContractNo> numbers) {
    for (ContractNo no : new TreeSet<>(numbers)) {
      if (!contracts.containsKey(no)) {
        stores.contracts().lock(lessor, no).ifPresent(contract -> contracts.put(no, contract));
      }
    }
  }

  /** Locks everything that runs below a master, what lies deepest first. */
  void lockBelow(ContractNo master) {
    for (Contract sub : stores.contracts().children(lessor, master)) {
      if (sub.status() == ContractStatus.ACTIVE) {
        if (sub.master()) {
          lockBelow(sub.no());
        }
        lock(List.of(sub.no()));
      }
    }
  }

  /** Locks the master above a locked contract, if it has one. */
  void lockAbove(ContractNo no) {
    find(no).flatMap(Contract::parent).ifPresent(parent -> lock(List.of(parent)));
  }

  Optional<Contract> find(ContractNo no) {
    return Optional.ofNullable(contracts.get(no));
  }

  /** Running contracts directly below a master whose subs are locked, by number. */
  List<Contract> runningBelow(ContractNo master) {
    List<Contract> running = new ArrayList<>();
    for (Contract sub : stores.contracts().children(lessor, master)) {
      if (sub.status() == ContractStatus.ACTIVE) {
        // one that was signed while others were being locked
        lock(List.of(sub.no()));
        find(sub.no()).ifPresent(running::add);
      }
    }
    return running;
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
