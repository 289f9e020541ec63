package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.StatusChange;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;

/** The histories of contracts: those recorded, and for contracts that were never amended those that say just that. */
final class Histories {
  private final Stores stores;
  private final LessorId lessor;

  Histories(Stores stores, LessorId lessor) {
    this.stores = stores;
    this.lessor = lessor;
  }

  /** The history of one contract. */
  ContractHistory of(Contract contract) {
    return ofAll(List.of(contract)).get(0);
  }

  /** The histories of contracts, in their order. */
  List<ContractHistory> ofAll(Collection<Contract> contracts) {
    List<ContractNo> numbers = contracts.stream().map(Contract::no).toList();
    Map<ContractNo, ContractHistory> amended =
        stores.amendments().findAll(lessor, numbers).stream()
            .collect(Collectors.toMap(history -> history.origin().contract(), history -> history));
    Map<ContractNo, Instant> known = knownSince(numbers, amended.keySet());
    return contracts.stream()
        .map(
            contract -> {
              ContractHistory history = amended.get(contract.no());
              // what nobody recorded the beginning of is known since ever
              return history != null
                  ? history
                  : ContractHistory.begin(
                      Origin.of(contract, known.getOrDefault(contract.no(), Instant.EPOCH)));
            })
        .toList();
  }

  private Map<ContractNo, Instant> knownSince(Collection<ContractNo> numbers, Set<ContractNo> amended) {
    List<ContractNo> others = numbers.stream().filter(no -> !amended.contains(no)).toList();
    Map<ContractNo, Instant> known = new HashMap<>();
    for (StatusChange change : stores.contracts().changes(lessor, others)) {
      // a draft is nothing that holds: a contract is known from its signing on
      if (change.to() != ContractStatus.DRAFT && change.to() != ContractStatus.DISCARDED) {
        known.putIfAbsent(change.contract(), change.at());
      }
    }
    return known;
  }
}
