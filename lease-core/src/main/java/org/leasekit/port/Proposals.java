package org.leasekit.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.leasekit.party.LessorId;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Proposal;

/**
 * The proposals behind offers.
 *
 * <ol>
 *   <li>A case has one proposal: adding it again answers false and changes nothing, also when two transactions do it
 *       at once.
 *   <li>An update whose version is not the stored one throws {@link StaleVersionException}.
 *   <li>Proposals of another lessor are not seen.
 * </ol>
 */
public interface Proposals {

  /** Adds a proposal with version 0, stored as version 1; false when its case has one. */
  boolean add(Proposal proposal);

  /** Stores a changed proposal. */
  void update(Proposal proposal);

  /** Those of the cases that have one, by case. */
  List<Proposal> findAll(LessorId lessor, Collection<CaseId> cases);

  /** The proposal of a case. */
  default Optional<Proposal> find(LessorId lessor, CaseId renewalCase) {
    return findAll(lessor, List.of(renewalCase)).stream().findFirst();
  }

  /**
   * Proposals due at or before an instant, earliest first, then by case, at most {@code limit}. They are not locked: who
   * acts on one locks its case first.
   */
  List<Proposal> due(LessorId lessor, Instant now, int limit);

  /** Passes every proposal once, by case, holding only a bounded part of them in memory. */
  void forEach(LessorId lessor, Consumer<Proposal> each);
}
