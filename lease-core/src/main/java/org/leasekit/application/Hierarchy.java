package org.leasekit.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Contracts;

/** Looks up the master at the top of a contract's tree; remembers what it saw for one unit of work. */
final class Hierarchy {
  private final Contracts contracts;
  private final LessorId lessor;
  private final Map<ContractNo, Optional<Contract>> seen = new HashMap<>();

  Hierarchy(Contracts contracts, LessorId lessor) {
    this.contracts = contracts;
    this.lessor = lessor;
  }

  /**
   * The contract that pays: the one at the top.
   *
   * @throws IllegalStateException when the links form a circle, which no operation can have stored
   */
  ContractNo payerOf(Contract contract) {
    Set<ContractNo> path = new HashSet<>();
    Contract top = contract;
    while (top.parent().isPresent()) {
      if (!path.add(top.no())) {
        throw new IllegalStateException("hierarchy with a circle at " + top.no());
      }
      Optional<Contract> above = find(top.parent().get());
      if (above.isEmpty()) {
        return top.no();
      }
      top = above.get();
    }
    return top.no();
  }

  Optional<Contract> find(ContractNo no) {
    return seen.computeIfAbsent(no, key -> contracts.find(lessor, key));
  }
}
