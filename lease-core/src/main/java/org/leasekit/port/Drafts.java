package org.leasekit.port;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.leasekit.contract.ContractDraft;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * Contracts that nobody has signed yet. What is recorded of them, who drew them up and when, is a {@link
 * Contracts#record status change} like any other.
 *
 * <ol>
 *   <li>A number is drafted once: {@link #add} of one that is there, discarded or not, answers false and changes nothing, also
 *       when two add it at once.
 *   <li>An update of a draft whose version is not the stored one throws {@link StaleVersionException} and changes nothing; a
 *       successful one adds one to the version.
 *   <li>{@link #remove} takes away a draft that was signed; when its version is not the stored one it throws {@link
 *       StaleVersionException} and changes nothing.
 *   <li>{@link #lock} holds the draft against other units of work until this one ends.
 *   <li>A draft is none of the {@link Contracts}: it is not found there, is below no master and holds no unit.
 *   <li>Drafts of another lessor are not seen.
 *   <li>{@link #reserve} holds a number, drafted or not, against others that reserve it until this unit of work ends; they
 *       then see what it left, drafts and contracts.
 * </ol>
 */
public interface Drafts {

  /** Adds a draft with version 0, stored as version 1; false when its number is drafted already. */
  boolean add(ContractDraft draft);

  /** Stores a changed draft. */
  void update(ContractDraft draft);

  /** Takes a draft away. */
  void remove(ContractDraft draft);

  /** Those of the numbers that are drafted, in no particular order. */
  List<ContractDraft> findAll(LessorId lessor, Collection<ContractNo> numbers);

  /** The draft of that number, locked against other units of work. */
  Optional<ContractDraft> lock(LessorId lessor, ContractNo no);

  /** Holds a number against other units of work that reserve it. */
  void reserve(LessorId lessor, ContractNo no);

  /** Passes every draft once, discarded ones too, by number; a bounded part of them is in memory. */
  void forEach(LessorId lessor, Consumer<ContractDraft> each);
}
