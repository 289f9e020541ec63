package org.leasekit.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;

/** Looks up what stands above contracts and who pays for them; remembers what it saw for one unit of work. */
final class Hierarchy {
  private final Stores stores;
  private final LessorId lessor;
  private final Map<ContractNo, Optional<Contract>> seen = new HashMap<>();
  private final Map<ContractNo, Boolean> takesBills = new HashMap<>();

  Hierarchy(Stores stores, LessorId lessor) {
    this.stores = stores;
    this.lessor = lessor;
  }

  /** Looks up at once what is going to be asked for these contracts one by one. */
  void prepare(Collection<Contract> contracts) {
    Set<ContractNo> asked = new HashSet<>();
    for (Contract contract : contracts) {
      remember(contract);
      if (contract.parent().isPresent()) {
        asked.add(contract.no());
        asked.addAll(above(contract));
      }
    }
    lookUpBills(asked);
  }

  /**
   * The contract that pays: the nearest one on the path, from the contract itself upwards, that takes bills or has a
   * registered payer, or else the one at the top.
   *
   * @throws IllegalStateException when the links form a circle, which no operation can have stored
   */
  ContractNo payerOf(Contract contract) {
    Set<ContractNo> path = new LinkedHashSet<>(Set.of(contract.no()));
    path.addAll(above(contract));
    if (path.size() == 1 || contract.payer() != null) {
      return contract.no();
    }
    lookUpBills(path);
    ContractNo payer = contract.no();
    for (ContractNo no : path) {
      payer = no;
      if (takesBills.getOrDefault(no, false) || hasPayer(no)) {
        return no;
      }
    }
    return payer;
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

  private boolean hasPayer(ContractNo no) {
    return find(no).filter(contract -> contract.payer() != null).isPresent();
  }

  /** A contract that is known already and need not be looked up again. */
  private void remember(Contract contract) {
    seen.put(contract.no(), Optional.of(contract));
  }

  Optional<Contract> find(ContractNo no) {
    return seen.computeIfAbsent(no, key -> stores.contracts().find(lessor, key));
  }

  private void lookUpBills(Set<ContractNo> path) {
    Set<ContractNo> unknown = new HashSet<>(path);
    unknown.removeAll(takesBills.keySet());
    if (!unknown.isEmpty()) {
      Set<ContractNo> taking = stores.moves().takingBills(lessor, unknown);
      unknown.forEach(no -> takesBills.put(no, taking.contains(no)));
    }
  }
}
