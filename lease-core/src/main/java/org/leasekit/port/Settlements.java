package org.leasekit.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementStatement;

/**
 * Settlements of contracts and their statements.
 *
 * <ol>
 *   <li>A contract has one settlement: adding another answers false and changes nothing, also when two transactions do it at
 *       once.
 *   <li>An update whose version is not the stored one throws {@link StaleVersionException}.
 *   <li>Contract and number of a statement are unique for a lessor: adding another answers false and changes nothing, also
 *       when two transactions do it at once. Statements are never changed.
 *   <li>What is stored is found as it was given.
 *   <li>Settlements and statements of another lessor are not seen.
 * </ol>
 */
public interface Settlements {

  /** Adds a settlement with version 0, stored as version 1; false when its contract has one. */
  boolean add(Settlement settlement);

  /** Stores a changed settlement. */
  void update(Settlement settlement);

  Optional<Settlement> find(LessorId lessor, ContractNo contract);

  /** Adds a statement; false when its contract has one with that number. */
  boolean addStatement(SettlementStatement statement);

  /** The statements of a contract, by number. */
  List<SettlementStatement> statements(LessorId lessor, ContractNo contract);

  /** Passes every settlement once, by contract; only a bounded part is held in memory. */
  void forEach(LessorId lessor, Consumer<Settlement> each);
}
