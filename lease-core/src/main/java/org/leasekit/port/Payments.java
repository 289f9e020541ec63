package org.leasekit.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;

/**
 * Payments and their allocations.
 *
 * <ol>
 *   <li>A payment id is unique for its lessor; adding it again answers false and changes nothing, also
 *       when two transactions do it at once.
 *   <li>An update whose version is not the stored one throws {@link StaleVersionException}.
 *   <li>Allocations are only ever added, those that take money back too.
 * </ol>
 */
public interface Payments {

  /** Adds a payment; false when its id is known. */
  boolean add(Payment payment);

  /** Stores a changed payment. */
  void update(Payment payment);

  Optional<Payment> find(LessorId lessor, PaymentId id);

  /** Payments for a contract with something unapplied, oldest first, then by id. */
  List<Payment> unapplied(LessorId lessor, ContractNo contract);

  /**
   * Passes every payment with something unapplied, least first, then by id. Only a bounded part is in memory, and whoever is
   * passed one may change it.
   */
  void waiting(LessorId lessor, Consumer<Payment> each);

  /** Payments that name a reference, oldest first, then by id. */
  List<Payment> byReference(LessorId lessor, String reference);

  /** Records what receivables took up or gave back. */
  void addAllocations(List<Allocation> allocations);

  /** What was put to a receivable and taken back again: by instant, then payment, then in the order of recording. */
  List<Allocation> allocations(LessorId lessor, ReceivableKey receivable);

  /** What receivables of a contract took up or gave back, by instant, then payment, then receivable. */
  List<Allocation> allocatedTo(LessorId lessor, ContractNo contract);
}
