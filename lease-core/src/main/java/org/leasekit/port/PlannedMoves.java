package org.leasekit.port;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.party.LessorId;

/**
 * Changes in the hierarchy that are planned for a later day.
 *
 * <ol>
 *   <li>The plans of a contract grow by one at a time: {@link #append} of one whose number is not the next throws {@link
 *       StaleVersionException} and changes nothing, also when two append at once.
 *   <li>What is stored is never changed nor removed, except that what became of a plan is recorded once: {@link #resolve} of
 *       one of which it is recorded, or that there is not, throws {@link StaleVersionException} and changes nothing.
 *   <li>{@link #due} answers with plans that are pending and that hold from that day or an earlier one, and no others.
 *   <li>Plans of another lessor are not seen.
 * </ol>
 */
public interface PlannedMoves {

  /** Stores the next plan of a contract. */
  void append(PlannedMove plan);

  /**
   * Stores what became of a plan.
   *
   * @throws IllegalArgumentException when it is pending
   */
  void resolve(PlannedMove plan);

  /** Every plan of some contracts, whatever became of it, by contract, then number. */
  List<PlannedMove> ofContracts(LessorId lessor, Collection<ContractNo> contracts);

  /** Plans to be carried out by a day, by the day from which they hold, then contract, then number, at most {@code limit}. */
  List<PlannedMove> due(LessorId lessor, LocalDate through, int limit);
}
