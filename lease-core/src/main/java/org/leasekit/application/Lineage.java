package org.leasekit.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;

/** Which contracts one continues. */
final class Lineage {

  private Lineage() {}

  /** The contract first, then what it continues. */
  static List<ContractNo> of(Stores stores, LessorId lessor, Contract contract) {
    List<ContractNo> chain = new ArrayList<>();
    Optional<Contract> at = Optional.of(contract);
    while (at.isPresent()) {
      chain.add(at.get().no());
      at =
          Optional.ofNullable(at.get().links().predecessor())
              .filter(no -> !chain.contains(no))
              .flatMap(no -> stores.contracts().find(lessor, no));
    }
    return chain;
  }
}
