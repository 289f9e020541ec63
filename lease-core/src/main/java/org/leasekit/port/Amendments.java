package org.leasekit.port;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * What was recorded about contracts after they were signed.
 *
 * <ol>
 *   <li>A history grows by one amendment at a time: {@link #append} of one whose earlier amendments are not in number
 *       those that are stored throws {@link StaleVersionException} and changes nothing, also when two append at once.
 *   <li>What is stored is never changed nor removed: a history is found as it was appended, however long.
 *   <li>A contract is on the agenda with the day of its next change, or not at all.
 *   <li>Histories of another lessor are not seen.
 * </ol>
 */
public interface Amendments {

  /**
   * Stores the latest amendment of a history, and with the first one the contract as it was before.
   *
   * @throws IllegalArgumentException when there is no amendment
   */
  void append(ContractHistory history);

  /** The history of a contract that was amended; empty for any other. */
  Optional<ContractHistory> find(LessorId lessor, ContractNo no);

  /** The histories of those of the numbers that were amended, in no particular order. */
  List<ContractHistory> findAll(LessorId lessor, Collection<ContractNo> numbers);

  /** Puts a contract on the agenda, or takes it off when {@code next} is null. */
  void schedule(LessorId lessor, ContractNo contract, @Nullable LocalDate next);

  /** Contracts whose next change is on or before a day, by number, at most {@code limit}. */
  List<ContractNo> changing(LessorId lessor, LocalDate through, int limit);
}
