package org.leasekit.intake;

import java.util.Map;
import java.util.Set;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;

/**
 * What storage knows that bears on a table.
 *
 * @param contracts the stored contracts among all numbers and parents that the table names
 * @param takenLines lines whose number is not stored, and whose unit is let to a stored contract for
 *     some of the term
 */
public record StoredFacts(Map<ContractNo, Contract> contracts, Set<Integer> takenLines) {

  /** Nothing is stored. */
  public static final StoredFacts NONE = new StoredFacts(Map.of(), Set.of());

  public StoredFacts {
    contracts = Map.copyOf(contracts);
    takenLines = Set.copyOf(takenLines);
  }
}
