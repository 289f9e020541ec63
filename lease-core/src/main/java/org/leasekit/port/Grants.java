package org.leasekit.port;

import java.util.Collection;
import java.util.List;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Grant;
import org.leasekit.party.LessorId;

/**
 * Rights that masters granted to their sub-contracts.
 *
 * <ol>
 *   <li>The grants of an account grow by one at a time: {@link #append} of one whose number is not the next throws {@link
 *       StaleVersionException} and changes nothing, also when two append at once.
 *   <li>What is stored is never changed nor removed, except that a grant is revoked once: {@link #revoke} of one that is
 *       revoked, or that there is not, throws {@link StaleVersionException} and changes nothing.
 *   <li>Grants of another lessor are not seen.
 * </ol>
 */
public interface Grants {

  /** Stores the next grant of an account. */
  void append(Grant grant);

  /**
   * Stores that a grant was revoked.
   *
   * @throws IllegalArgumentException when it says nothing of a revocation
   */
  void revoke(Grant grant);

  /** Every grant of some accounts, revoked or not, by account, then number. */
  List<Grant> ofAccounts(LessorId lessor, Collection<ContractNo> accounts);
}
