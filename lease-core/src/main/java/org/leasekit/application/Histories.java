package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.port.Stores;

/** The history of a contract, amended or not. */
final class Histories {
  private final Stores stores;

  Histories(Stores stores) {
    this.stores = stores;
  }

  /** The history of a contract as recorded; of one that was never amended, its beginning. */
  ContractHistory of(Contract contract) {
    return stores
        .amendments()
        .find(contract.lessor(), contract.no())
        .orElseGet(() -> ContractHistory.begin(Origin.of(contract, Instant.EPOCH)));
  }

  /** The histories of some contracts, by number. */
  Map<ContractNo, ContractHistory> ofAll(Collection<Contract> contracts) {
    Map<ContractNo, ContractHistory> histories = new LinkedHashMap<>();
    contracts.forEach(contract -> histories.put(contract.no(), of(contract)));
    return histories;
  }
}
