package org.leasekit.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Forest;
import org.leasekit.hierarchy.Member;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;

/**
 * The part of the hierarchy around some contracts, as it is stored; never all of it. Who pays is not told here but by
 * {@link Hierarchy}.
 */
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

  /** A contract without what is around it; nothing when it is not there. */
  Forest alone(ContractNo no) {
    return Forest.of(
        stores.contracts().find(lessor, no).map(Member::of).map(Member::alone).stream().toList());
  }

  private void addPath(ContractNo no, Map<ContractNo, Contract> found) {
    @Nullable ContractNo next = no;
    while (next != null && !found.containsKey(next)) {
      Optional<Contract> at = stores.contracts().find(lessor, next);
      at.ifPresent(contract -> found.put(contract.no(), contract));
      next = at.flatMap(Contract::parent).orElse(null);
    }
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
