package org.leasekit.application;

import java.util.HashMap;
import java.util.LinkedHashSet;
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
    ContractNo top = contract.no();
    for (ContractNo above : above(contract)) {
      top = above;
    }
    return top;
  }

  /**
   * The contracts above one, from its master to the top.
   *
   * @throws IllegalStateException when the links form a circle, which no operation can have stored
   */
  Set<ContractNo> above(Contract contract) {
    Set<ContractNo> path = new LinkedHashSet<>();
    Optional<Contract> next = contract.parent().flatMap(this::find);
    while (next.isPresent()) {
      Contract above = next.get();
      if (above.no().equals(contract.no()) || !path.add(above.no())) {
        throw new IllegalStateException("hierarchy with a circle at " + above.no());
      }
      next = above.parent().flatMap(this::find);
    }
    return path;
  }

  /** A contract that is known already and need not be looked up again. */
  void remember(Contract contract) {
    seen.put(contract.no(), Optional.of(contract));
  }

  Optional<Contract> find(ContractNo no) {
    return seen.computeIfAbsent(no, key -> contracts.find(lessor, key));
  }
}
