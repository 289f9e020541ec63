package org.leasekit.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Portion;
import org.leasekit.contract.StatusChange;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Contracts;
import org.leasekit.port.StaleVersionException;

final class MemoryContracts implements Contracts {

  private final MemoryUnitOfWork unit;
  private final MemoryRenewalCases cases;
  private final MemoryHolds holds;
  private final Table<ContractNo, Contract> contracts;
  private final Table<ContractNo, List<StatusChange>> histories;
  private final Index<ContractNo, ContractNo> ofParent;
  private final Index<TenantId, ContractNo> ofTenant;

  MemoryContracts(MemoryUnitOfWork unit, MemoryRenewalCases cases, MemoryHolds holds) {
    this.unit = unit;
    this.holds = holds;
    this.cases = cases;
    this.contracts = new Table<>(unit);
    this.histories = new Table<>(unit);
    this.ofParent = new Index<>(unit);
    this.ofTenant = new Index<>(unit);
  }

  @Override
  public Added add(Contract contract, List<StatusChange> history) {
    return unit.required(
        () -> {
          if (contracts.contains(contract.lessor(), contract.no())) {
            return Added.DUPLICATE_NUMBER;
          }
          if (!holds.take(contract)) {
            return Added.UNIT_TAKEN;
          }
          put(contract.withVersion(Versions.FIRST));
          history.forEach(this::record);
          return Added.ADDED;
        });
  }

  @Override
  public boolean isFree(LessorId lessor, UnitRef wanted, Portion portion, DateRange days) {
    return holds.isFree(lessor, wanted, portion, days);
  }

  @Override
  public List<StatusChange> changes(LessorId lessor, Collection<ContractNo> numbers) {
    return unit.required(
        () -> histories.select(lessor, numbers.stream().distinct()).stream().flatMap(List::stream).toList());
  }

  @Override
  public void update(Contract contract) {
    unit.run(
        () -> {
          String name = "contract " + contract.no();
          Contract stored = contracts.get(contract.lessor(), contract.no());
          if (stored == null) {
            throw new StaleVersionException(name);
          }
          long version = Versions.next(name, stored.version(), contract.version());
          unindex(stored);
          put(contract.withVersion(version));
        });
  }

  private void put(Contract contract) {
    LessorId lessor = contract.lessor();
    contracts.put(lessor, contract.no(), contract);
    contract.parent().ifPresent(parent -> ofParent.add(lessor, parent, contract.no()));
    ofTenant.add(lessor, contract.tenant(), contract.no());
  }

  private void unindex(Contract contract) {
    LessorId lessor = contract.lessor();
    contract.parent().ifPresent(parent -> ofParent.remove(lessor, parent, contract.no()));
    ofTenant.remove(lessor, contract.tenant(), contract.no());
  }

  @Override
  public void record(StatusChange change) {
    unit.run(
        () -> {
          List<StatusChange> known = histories.get(change.lessor(), change.contract());
          List<StatusChange> longer =
              new ArrayList<>(Objects.requireNonNullElse(known, List.<StatusChange>of()));
          longer.add(change);
          histories.put(change.lessor(), change.contract(), List.copyOf(longer));
        });
  }

  @Override
  public Optional<Contract> find(LessorId lessor, ContractNo no) {
    return unit.required(() -> Optional.ofNullable(contracts.get(lessor, no)));
  }

  @Override
  public List<Contract> findAll(LessorId lessor, Collection<ContractNo> numbers) {
    return unit.required(() -> contracts.select(lessor, numbers.stream().distinct()));
  }

  /** The unit of work holds the lock of all stores already. */
  @Override
  public Optional<Contract> lock(LessorId lessor, ContractNo no) {
    return find(lessor, no);
  }

  @Override
  public List<Contract> children(LessorId lessor, ContractNo parent) {
    return unit.required(() -> contracts.select(lessor, ofParent.of(lessor, parent)));
  }

  @Override
  public List<Contract> activeEndedBy(LessorId lessor, LocalDate day) {
    return active(lessor, contract -> !contract.endsOn().isAfter(day));
  }

  @Override
  public List<Contract> withoutCase(LessorId lessor, LocalDate after, LocalDate through) {
    return active(
        lessor,
        contract -> {
          LocalDate end = contract.term().endExclusive();
          return end.isAfter(after)
              && !end.isAfter(through)
              && contract.successor().isEmpty()
              && contract.terminatesOn() == null
              && !cases.exists(lessor, contract.no(), contract.term().lastDay());
        });
  }

  private List<Contract> active(LessorId lessor, Predicate<Contract> wanted) {
    return unit.required(
        () ->
            contracts
                .values(lessor)
                .filter(contract -> contract.status() == ContractStatus.ACTIVE)
                .filter(wanted)
                .toList());
  }

  /** Only called inside a unit of work. */
  List<Contract> ofTenant(LessorId lessor, TenantId tenant) {
    return contracts.select(lessor, ofTenant.of(lessor, tenant));
  }

  /** Only called inside a unit of work. */
  List<StatusChange> historyOf(LessorId lessor, ContractNo no) {
    return Objects.requireNonNullElse(histories.get(lessor, no), List.<StatusChange>of());
  }

  void forEach(LessorId lessor, Consumer<Contract> each) {
    contracts.forEach(lessor, each);
  }

  void forEachChange(LessorId lessor, Consumer<StatusChange> each) {
    histories.forEach(lessor, history -> history.forEach(each));
  }
}
