package org.leasekit.application;

import java.util.List;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Proposal;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;

/** Records what an import finds changed in stored contracts. */
interface AmendmentIntake {

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
