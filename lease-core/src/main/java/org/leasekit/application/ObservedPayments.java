package org.leasekit.application;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;
import org.leasekit.event.LeaseEvent;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.Payments;

/** Payments, of which it is noted what came and where it went. */
final class ObservedPayments implements Payments {
  private final Payments right;
  private final Observing unit;

  ObservedPayments(Payments right, Observing unit) {
    this.right = right;
    this.unit = unit;
  }

  @Override
  public boolean add(Payment payment) {
    return unit.required(
        () -> {
          boolean added = right.add(payment);
          // of a deposit that pays, no money comes
          if (added && !payment.id().isOfDeposit()) {
            unit.note(
                new LeaseEvent.OfPayment(
                    unit.head(payment.contract()), LeaseEvent.OfPayment.What.RECEIVED, payment.id(),
                    payment.amount()));
          }
          return added;
        });
  }

  @Override
  public void update(Payment payment) {
    right.update(payment);
  }

  @Override
  public Optional<Payment> find(LessorId lessor, PaymentId id) {
    return right.find(lessor, id);
  }

  @Override
  public void waiting(LessorId lessor, Consumer<Payment> each) {
    right.waiting(lessor, each);
  }

  @Override
  public List<Payment> unapplied(LessorId lessor, ContractNo contract) {
    return right.unapplied(lessor, contract);
  }

  @Override
  public List<Payment> byReference(LessorId lessor, String reference) {
    return right.byReference(lessor, reference);
  }

  @Override
  public void addAllocations(List<Allocation> allocations) {
    unit.run(
        () -> {
          right.addAllocations(allocations);
          allocations.forEach(this::note);
        });
  }

  @Override
  public List<Allocation> allocations(LessorId lessor, ReceivableKey receivable) {
    return right.allocations(lessor, receivable);
  }

  @Override
  public List<Allocation> allocatedTo(LessorId lessor, ContractNo contract) {
    return right.allocatedTo(lessor, contract);
  }

  private void note(Allocation made) {
    boolean back = made.amount().isNegative();
    unit.note(
        new LeaseEvent.OfPayment(
            unit.head(made.receivable().contract()),
            back ? LeaseEvent.OfPayment.What.REVERSED : LeaseEvent.OfPayment.What.ALLOCATED,
            made.payment(),
            back ? made.amount().negate() : made.amount()));
  }
}
