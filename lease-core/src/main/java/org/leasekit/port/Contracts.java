package org.leasekit.port;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.StatusChange;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.LessorId;

/**
 * Contracts and the record of their life.
 *
 * <ol>
 *   <li>A number is unique for its lessor; adding it again answers {@link Added#DUPLICATE_NUMBER} and
 *       changes nothing.
 *   <li>A unit is never let twice for the same time: adding a contract that finds no room beside what others hold (see
 *       {@link Holds}) answers {@link Added#UNIT_TAKEN}, also when both are added at once by two transactions.
 *   <li>An update of a contract whose version is not the stored one throws {@link
 *       StaleVersionException} and changes nothing; a successful one adds one to the version.
 *   <li>{@link #lock} holds the contract against other units of work until this one ends.
 *   <li>Status changes are only ever added.
 *   <li>Contracts of another lessor are not seen.
 * </ol>
 */
public interface Contracts {

  /** What became of a contract that was to be added. */
  enum Added {
    ADDED,
    DUPLICATE_NUMBER,
    UNIT_TAKEN
  }

  /** Adds a contract with version 0, stored as version 1, and the record of its first states. */
  Added add(Contract contract, List<StatusChange> history);

  /** Stores a changed contract. */
  void update(Contract contract);

  /** Adds to the record of a contract's life. */
  void record(StatusChange change);

  Optional<Contract> find(LessorId lessor, ContractNo no);

  /** Those of the numbers that exist, in no particular order. */
  List<Contract> findAll(LessorId lessor, Collection<ContractNo> numbers);

  /** The contract, locked against other units of work. */
  Optional<Contract> lock(LessorId lessor, ContractNo no);

  /** True when a portion of a unit could be let for some days: there is room beside what contracts hold. */
  boolean isFree(LessorId lessor, UnitRef unit, Portion portion, DateRange days);

  /** What is recorded of the life of contracts, by number, then in the order it was recorded. */
  List<StatusChange> changes(LessorId lessor, Collection<ContractNo> numbers);

  /** Contracts directly below a master, by number. */
  List<Contract> children(LessorId lessor, ContractNo parent);

  /** Active contracts that let nothing any more: {@code endsOn} on or before the day, by number. */
  List<Contract> activeEndedBy(LessorId lessor, LocalDate day);

  /**
   * Active contracts without successor, without early end and without a renewal case for the end of their term, superseded
   * cases aside, whose {@code term.endExclusive} lies in (after, through], by number.
   */
  List<Contract> withoutCase(LessorId lessor, LocalDate after, LocalDate through);
}
