package org.leasekit.port;

import java.util.Collection;
import java.util.List;
import org.leasekit.billing.Adjustment;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * Corrections of raised amounts, to which more are only ever added.
 *
 * <ol>
 *   <li>The key (contract, charge, period start, period end, revision) is unique for its lessor, in storage; adding a key
 *       again is a success that changes nothing, also when two transactions do it at once: exactly one of them is told
 *       that it added.
 *   <li>An adjustment is found as it was added.
 *   <li>Adjustments of another lessor are not seen.
 * </ol>
 */
public interface Adjustments {

  /** Adds those that are new, and answers with them as stored, in the order given. */
  List<Adjustment> addAll(List<Adjustment> adjustments);

  /** Adjustments of some contracts, by key. */
  List<Adjustment> of(LessorId lessor, Collection<ContractNo> contracts);
}
