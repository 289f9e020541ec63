package org.leasekit.port;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Move;
import org.leasekit.party.LessorId;

/**
 * The record of changes in the hierarchy of contracts.
 *
 * <ol>
 *   <li>The record of a contract grows by one move at a time: {@link #append} of one whose number is not the next throws
 *       {@link StaleVersionException} and changes nothing, also when two append at once.
 *   <li>What is stored is never changed nor removed: moves are found as they were appended.
 *   <li>{@link #lock} holds the hierarchy of the lessor against other units of work until this one ends.
 *   <li>Moves of another lessor are not seen.
 * </ol>
 */
public interface Moves {

  /** Stores the next move of a contract. */
  void append(Move move);

  /** The moves of a contract, by number. */
  List<Move> ofContract(LessorId lessor, ContractNo contract);

  /** The moves of contracts, by number of the contract, then of the move. */
  List<Move> ofContracts(LessorId lessor, Collection<ContractNo> contracts);

  /** Those of the contracts whose last move about bills is {@link Move.Kind#TAKES_BILLS}. */
  Set<ContractNo> takingBills(LessorId lessor, Collection<ContractNo> contracts);

  /** Contracts that some move has taken away from directly below one of the masters, whether they came back or not. */
  Set<ContractNo> leavers(LessorId lessor, Collection<ContractNo> masters);

  /**
   * Waits until no other unit of work changes the hierarchy. Whoever changes who stands below whom takes this first, before
   * any contract, so that what is found above a contract stays above it.
   */
  void lock(LessorId lessor);
}
