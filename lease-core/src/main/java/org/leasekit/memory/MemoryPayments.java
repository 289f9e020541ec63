package org.leasekit.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.Payments;
import org.leasekit.port.StaleVersionException;

final class MemoryPayments implements Payments {
  private static final Comparator<Payment> LEAST_FIRST =
      Comparator.<Payment>comparingLong(payment -> MinorUnits.of(payment.unapplied()))
          .thenComparing(Payment::id);

  private final MemoryUnitOfWork unit;
  private final Table<PaymentId, Payment> payments;
  private final Table<At<PaymentId>, PaymentId> inTime;
  private final Index<ContractNo, At<PaymentId>> ofContract;
  private final Index<String, At<PaymentId>> ofReference;
  private final Table<PaymentId, PaymentId> waiting;
  private final Table<PaymentId, List<Allocation>> allocations;
  private final Table<ContractNo, List<Allocation>> allocatedTo;
  private final Index<ReceivableKey, PaymentId> toReceivable;

  MemoryPayments(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.payments = new Table<>(unit);
    this.inTime = new Table<>(unit);
    this.ofContract = new Index<>(unit);
    this.ofReference = new Index<>(unit);
    this.waiting = new Table<>(unit);
    this.allocations = new Table<>(unit);
    this.allocatedTo = new Table<>(unit);
    this.toReceivable = new Index<>(unit);
  }

  @Override
  public boolean add(Payment payment) {
    return unit.required(
        () -> {
          if (payments.contains(payment.lessor(), payment.id())) {
            return false;
          }
          put(withVersion(payment, Versions.FIRST));
          return true;
        });
  }

  @Override
  public void update(Payment payment) {
    unit.run(
        () -> {
          String name = "payment " + payment.id();
          Payment stored = payments.get(payment.lessor(), payment.id());
          if (stored == null) {
            throw new StaleVersionException(name);
          }
          long version = Versions.next(name, stored.version(), payment.version());
          At<PaymentId> at = at(stored);
          inTime.remove(stored.lessor(), at);
          ofContract.remove(stored.lessor(), stored.contract(), at);
          ofReference.remove(stored.lessor(), stored.reference(), at);
          put(withVersion(payment, version));
        });
  }

  private void put(Payment payment) {
    LessorId lessor = payment.lessor();
    At<PaymentId> at = at(payment);
    payments.put(lessor, payment.id(), payment);
    inTime.put(lessor, at, payment.id());
    ofContract.add(lessor, payment.contract(), at);
    ofReference.add(lessor, payment.reference(), at);
    if (payment.unapplied().isPositive()) {
      waiting.put(lessor, payment.id(), payment.id());
    } else {
      waiting.remove(lessor, payment.id());
    }
  }

  @Override
  public List<Payment> unapplied(LessorId lessor, ContractNo contract) {
    return unit.required(
        () ->
            load(lessor, ofContract.of(lessor, contract))
                .filter(payment -> payment.unapplied().isPositive())
                .toList());
  }

  @Override
  public void waiting(LessorId lessor, Consumer<Payment> each) {
    unit.required(
            () ->
                waiting
                    .values(lessor)
                    .map(id -> stored(lessor, id))
                    .sorted(LEAST_FIRST)
                    .toList())
        .forEach(each);
  }

  @Override
  public List<Payment> byReference(LessorId lessor, String reference) {
    return unit.required(() -> load(lessor, ofReference.of(lessor, reference)).toList());
  }

  @Override
  public void addAllocations(List<Allocation> made) {
    unit.run(
        () -> {
          for (Allocation allocation : made) {
            append(allocations, allocation.payment(), allocation);
            append(allocatedTo, allocation.receivable().contract(), allocation);
            toReceivable.add(allocation.lessor(), allocation.receivable(), allocation.payment());
          }
        });
  }

  /** Only called inside a unit of work. */
  List<Payment> ofContract(LessorId lessor, ContractNo no) {
    return load(lessor, ofContract.of(lessor, no)).toList();
  }

  private static <K extends Comparable<? super K>> void append(
      Table<K, List<Allocation>> table, K key, Allocation allocation) {
    List<Allocation> known = table.get(allocation.lessor(), key);
    List<Allocation> longer = new ArrayList<>(Objects.requireNonNullElse(known, List.<Allocation>of()));
    longer.add(allocation);
    table.put(allocation.lessor(), key, List.copyOf(longer));
  }

  @Override
  public List<Allocation> allocatedTo(LessorId lessor, ContractNo contract) {
    return unit.required(
        () ->
            Objects.requireNonNullElse(allocatedTo.get(lessor, contract), List.<Allocation>of())
                .stream()
                .sorted(
                    Comparator.comparing(Allocation::at)
                        .thenComparing(Allocation::payment)
                        .thenComparing(Allocation::receivable))
                .toList());
  }

  @Override
  public Optional<Payment> find(LessorId lessor, PaymentId id) {
    return unit.required(() -> Optional.ofNullable(payments.get(lessor, id)));
  }

  @Override
  public List<Allocation> allocations(LessorId lessor, ReceivableKey receivable) {
    // the index has the payments by id and each of them its allocations as recorded: a stable sort keeps that
    return unit.required(
        () ->
            toReceivable.of(lessor, receivable)
                .flatMap(id -> Objects.requireNonNull(allocations.get(lessor, id)).stream())
                .filter(allocation -> allocation.receivable().equals(receivable))
                .sorted(Comparator.comparing(Allocation::at))
                .toList());
  }

  void forEach(LessorId lessor, Consumer<Payment> each) {
    inTime.forEach(lessor, id -> each.accept(stored(lessor, id)));
  }

  private Stream<Payment> load(LessorId lessor, Stream<At<PaymentId>> keys) {
    return keys.map(key -> stored(lessor, key.id()));
  }

  private Payment stored(LessorId lessor, PaymentId id) {
    return Objects.requireNonNull(payments.get(lessor, id));
  }

  private static At<PaymentId> at(Payment payment) {
    return new At<>(payment.receivedAt(), payment.id());
  }

  private static Payment withVersion(Payment of, long version) {
    return new Payment(
        of.lessor(), of.id(), of.contract(), of.reference(), of.amount(), of.unapplied(),
        of.receivedAt(), version);
  }
}
