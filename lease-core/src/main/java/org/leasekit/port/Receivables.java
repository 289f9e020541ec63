package org.leasekit.port;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * Receivables and the watermark of billing.
 *
 * <ol>
 *   <li>The key (contract, charge, period start, period end, revision) is unique for its lessor, in
 *       storage; adding a key again is a success that changes nothing, also when two transactions do it
 *       at once: exactly one of them is told that it added.
 *   <li>An update whose version is not the stored one throws {@link StaleVersionException}.
 *   <li>A contract is on the agenda with the day its next period begins, or not at all.
 *   <li>{@link #lockOpen} holds what it answers with against other units of work until this one ends, and answers with it as
 *       it stands then.
 * </ol>
 */
public interface Receivables {

  /** Adds those that are new, and answers with them as stored. */
  List<Receivable> addAll(List<Receivable> receivables);

  /** Stores changed receivables. */
  void updateAll(List<Receivable> receivables);

  /** Receivables of some contracts, paid or not, by key. */
  List<Receivable> of(LessorId lessor, Collection<ContractNo> contracts);

  /** Receivables of a contract, or with it as payer, with something outstanding, by key. */
  List<Receivable> open(LessorId lessor, ContractNo contractOrPayer);

  /** The same as {@link #open}, locked. */
  List<Receivable> lockOpen(LessorId lessor, ContractNo contractOrPayer);

  /** Contracts whose next period begins on or before a day, by number, at most {@code limit}. */
  List<ContractNo> billable(LessorId lessor, LocalDate through, int limit);

  /** Puts a contract on the agenda, or takes it off when {@code next} is null. */
  void schedule(LessorId lessor, ContractNo contract, @Nullable LocalDate next);
}
