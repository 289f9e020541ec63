package org.leasekit.intake;

import java.util.List;
import org.leasekit.amendment.Proposal;
import org.leasekit.contract.ContractNo;

/** What became of a row, or would have in a dry run. */
public sealed interface RowOutcome
    permits RowOutcome.Added, RowOutcome.Amended, RowOutcome.Unchanged, QuarantinedRow {

  /** Counts data rows from 1, the header not counted. */
  int line();

  /** The row is a contract now. */
  record Added(int line, ContractNo contract) implements RowOutcome {}

  /**
   * The stored contract is what the row says, by amendments.
   *
   * @param proposals what was recorded, in this order, at least one
   */
  record Amended(int line, ContractNo contract, List<Proposal> proposals) implements RowOutcome {
    public Amended {
      proposals = List.copyOf(proposals);
    }
  }

  /** The contract was stored before, just as the row says. */
  record Unchanged(int line, ContractNo contract) implements RowOutcome {}
}
