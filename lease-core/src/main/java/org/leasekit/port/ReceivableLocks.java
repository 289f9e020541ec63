package org.leasekit.port;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leasekit.billing.LockId;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * What holds receivables back.
 *
 * <ol>
 *   <li>An id is unique for its lessor; adding it again answers false and changes nothing, also when two transactions do
 *       it at once.
 *   <li>A lock grows by one release at a time: {@link #release} of one whose earlier releases are not in number those that
 *       are stored throws {@link StaleVersionException} and changes nothing, also when two release at once.
 *   <li>What is stored is never changed nor removed: a lock is found as it was added, with its releases.
 *   <li>Locks of another lessor are not seen.
 * </ol>
 */
public interface ReceivableLocks {

  /** Adds a lock with the releases it has, if any; false when its id is known. */
  boolean add(ReceivableLock lock);

  /**
   * Stores the latest release of a lock.
   *
   * @throws IllegalArgumentException when it has none
   */
  void release(ReceivableLock lock);

  Optional<ReceivableLock> find(LessorId lessor, LockId id);

  /** Locks whose scope names one of the contracts, released or not: by the instant they were recorded, then by id. */
  List<ReceivableLock> of(LessorId lessor, Collection<ContractNo> contracts);
}
