package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.leasekit.amendment.Proposal;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.UnitRef;
import org.leasekit.occupancy.Hold;
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
   * What a contract is to be amended by.
   *
   * @param no of a stored contract
   * @param proposals in the order in which they are to be recorded, at least one
   */
  record Wanted(ContractNo no, List<Proposal> proposals) {}

  /**
   * Records amendments of contracts, all of them or none, in the caller's unit of work: each may take what another gives up.
   *
   * @param wanted of different contracts, in the order in which they are looked at
   * @return true; rejected with the rule that the first impossible proposal breaks
   */
  Outcome<Boolean> amend(List<Wanted> wanted);

  /**
   * Finds out what {@link #amend} would answer; nothing is stored.
   *
   * @param holds what a stored hold would have become by what was tried before; empty when nothing is left of it
   */
  Outcome<Boolean> tryAmend(List<Wanted> wanted, Function<Hold, Optional<Hold>> holds);
}
