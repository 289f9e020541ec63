package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Proposal;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.UnitRef;
import org.leasekit.outcome.Outcome;

/** What an import does to contracts beyond adding them. */
interface AmendmentIntake {

  /**
   * Locks everything that amendments of some contracts will concern, and units, at once: a unit of work that amends several
   * would otherwise lock them in the order of a table.
   *
   * @param units that are going to be let besides
   */
  void lock(Collection<ContractNo> numbers, Collection<UnitRef> units);

  /** Ends packages sold by the day that no longer lie in a gap of units, which are locked. */
  void closeGaps(Collection<UnitRef> units, Instant now);

  /**
   * Records amendments of one contract, all of them or none, in the caller's unit of work.
   *
   * @param no of a stored contract
   * @param proposals in the order in which they are to be recorded, at least one
   * @param dryRun whether nothing is stored; the answer is the same
   * @return the longer history; rejected with the rule that the first impossible proposal breaks
   */
  Outcome<ContractHistory> amend(ContractNo no, List<Proposal> proposals, boolean dryRun);
}
