package org.leasekit.application;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Forest;
import org.leasekit.hierarchy.Member;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;

/** The part of the hierarchy around some contracts, as it is stored; never all of it. Who pays is not told here but by {@link Hierarchy}. */
final class Family {
  private final Stores stores;
  private final LessorId lessor;

  Family(Stores stores, LessorId lessor) {
    this.stores = stores;
    this.lessor = lessor;
  }

  /** Contracts with everything above them; without those that are not there. */
  Forest path(ContractNo... contracts) {
    Map<ContractNo, Contract> found = new LinkedHashMap<>();
    for (ContractNo no : contracts) {
      addPath(no, found);
    }
    return forest(found);
  }

  /** A contract with everything above it and what is directly below it. */
  Forest withChildren(ContractNo no) {
    Map<ContractNo, Contract> found = new LinkedHashMap<>();
    addPath(no, found);
    add(stores.contracts().children(lessor, no), found);
    return forest(found);
  }

  /** A contract with everything above and below it. */
  Forest withSubtree(ContractNo no) {
    Map<ContractNo, Contract> found = new LinkedHashMap<>();
    addPath(no, found);
    Deque<ContractNo> open = new ArrayDeque<>(List.of(no));
    while (!open.isEmpty()) {
      List<Contract> children = new ArrayList<>(stores.contracts().children(lessor, open.pop()));
      children.removeIf(child -> found.containsKey(child.no()));
      add(children, found);
      children.stream().filter(Contract::master).map(Contract::no).forEach(open::push);
    }
    return forest(found);
  }

  /**
   * Whether a contract may have another term: inside its master's, around those of its running subs.
   *
   * @return true; or {@link org.leasekit.hierarchy.HierarchyRejection.TermOutside}, which says which is outside which
   */
  Outcome<Boolean> mayLast(ContractNo no, DateRange term) {
    return withChildren(no).changeTerm(no, term).map(forest -> true);
  }

  private void addPath(ContractNo no, Map<ContractNo, Contract> found) {
    @Nullable ContractNo next = no;
    while (next != null && !found.containsKey(next)) {
      Optional<Contract> at = stores.contracts().find(lessor, next);
      at.ifPresent(contract -> found.put(contract.no(), contract));
      next = at.flatMap(Contract::parent).orElse(null);
    }
  }

  private static void add(List<Contract> contracts, Map<ContractNo, Contract> found) {
    contracts.forEach(contract -> found.put(contract.no(), contract));
  }

  private static Forest forest(Map<ContractNo, Contract> found) {
    return Forest.of(found.values().stream().map(contract -> member(contract, found)).toList());
  }

  private static Member member(Contract contract, Map<ContractNo, Contract> found) {
    Member member = Member.of(contract);
    return contract.parent().filter(parent -> !found.containsKey(parent)).isPresent()
        ? member.alone()
        : member;
  }
}
