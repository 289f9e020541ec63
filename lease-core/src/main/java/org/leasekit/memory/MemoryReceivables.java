package org.leasekit.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Receivables;
import org.leasekit.port.StaleVersionException;

final class MemoryReceivables implements Receivables {

  private final MemoryUnitOfWork unit;
  private final Table<ReceivableKey, Receivable> receivables;
  private final Index<ContractNo, ReceivableKey> ofContract;
  private final Index<ContractNo, ReceivableKey> openOf;
  private final Table<ContractNo, LocalDate> agenda;

  MemoryReceivables(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.receivables = new Table<>(unit);
    this.ofContract = new Index<>(unit);
    this.openOf = new Index<>(unit);
    this.agenda = new Table<>(unit);
  }

  @Override
  public List<Receivable> addAll(List<Receivable> candidates) {
    return unit.required(
        () -> {
          List<Receivable> added = new ArrayList<>();
          for (Receivable candidate : candidates) {
            if (!receivables.contains(candidate.lessor(), candidate.key())) {
              Receivable stored = candidate.withVersion(Versions.FIRST);
              put(stored);
              added.add(stored);
            }
          }
          return List.copyOf(added);
        });
  }

  @Override
  public void updateAll(List<Receivable> changed) {
    unit.run(() -> changed.forEach(this::update));
  }

  private void update(Receivable changed) {
    String name = "receivable " + changed.key();
    Receivable stored = receivables.get(changed.lessor(), changed.key());
    if (stored == null) {
      throw new StaleVersionException(name);
    }
    long version = Versions.next(name, stored.version(), changed.version());
    openOf.remove(stored.lessor(), stored.key().contract(), stored.key());
    openOf.remove(stored.lessor(), stored.payer(), stored.key());
    put(changed.withVersion(version));
  }

  private void put(Receivable receivable) {
    LessorId lessor = receivable.lessor();
    ReceivableKey key = receivable.key();
    receivables.put(lessor, key, receivable);
    ofContract.add(lessor, key.contract(), key);
    if (receivable.outstanding().isPositive()) {
      openOf.add(lessor, key.contract(), key);
      openOf.add(lessor, receivable.payer(), key);
    }
  }

  @Override
  public List<Receivable> of(LessorId lessor, Collection<ContractNo> contracts) {
    return unit.required(
        () -> receivables.select(lessor, contracts.stream().distinct().flatMap(no -> ofContract.of(lessor, no))));
  }

  @Override
  public List<Receivable> open(LessorId lessor, ContractNo contractOrPayer) {
    return unit.required(() -> receivables.select(lessor, openOf.of(lessor, contractOrPayer)));
  }

  /** The unit of work holds the lock of all stores already. */
  @Override
  public List<Receivable> lockOpen(LessorId lessor, ContractNo contractOrPayer) {
    return open(lessor, contractOrPayer);
  }

  /** Payers of whom something is outstanding that was due before a day. Only called inside a unit of work. */
  Set<ContractNo> late(LessorId lessor, LocalDate before) {
    return receivables
        .values(lessor)
        .filter(one -> one.due().isBefore(before) && one.outstanding().isPositive())
        .map(Receivable::payer)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public List<ContractNo> billable(LessorId lessor, LocalDate through, int limit) {
    return unit.required(
        () ->
            agenda
                .entries(lessor)
                .filter(entry -> !entry.getValue().isAfter(through))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList());
  }

  @Override
  public void schedule(LessorId lessor, ContractNo contract, @Nullable LocalDate next) {
    unit.run(
        () -> {
          if (next == null) {
            agenda.remove(lessor, contract);
          } else {
            agenda.put(lessor, contract, next);
          }
        });
  }

  /** Only called inside a unit of work. */
  List<Receivable> ofContract(LessorId lessor, ContractNo no) {
    return receivables.select(lessor, ofContract.of(lessor, no));
  }

  void forEach(LessorId lessor, Consumer<Receivable> each) {
    receivables.forEach(lessor, each);
  }
}
