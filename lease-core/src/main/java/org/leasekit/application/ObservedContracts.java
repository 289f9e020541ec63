package org.leasekit.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Portion;
import org.leasekit.contract.StatusChange;
import org.leasekit.contract.UnitRef;
import org.leasekit.event.LeaseEvent;
import org.leasekit.party.LessorId;
import org.leasekit.port.Contracts;

/** Contracts, of which it is noted when they are signed, when they end, and when it turns out that they go on. */
final class ObservedContracts implements Contracts {
  private final Contracts right;
  private final Observing unit;

  ObservedContracts(Contracts right, Observing unit) {
    this.right = right;
    this.unit = unit;
  }

  @Override
  public Added add(Contract contract, List<StatusChange> history) {
    return unit.required(
        () -> {
          Added added = right.add(contract, history);
          if (added == Added.ADDED && contract.status() == ContractStatus.ACTIVE) {
            note(contract.no(), LeaseEvent.OfContract.What.SIGNED, null);
          }
          return added;
        });
  }

  @Override
  public void update(Contract contract) {
    right.update(contract);
  }

  @Override
  public void record(StatusChange change) {
    unit.run(
        () -> {
          right.record(change);
          if (change.to().isEnded() && !change.from().isEnded()) {
            note(change.contract(), LeaseEvent.OfContract.What.ENDED, change.to());
          } else if (change.from().isEnded() && change.to() == ContractStatus.ACTIVE) {
            note(change.contract(), LeaseEvent.OfContract.What.REVIVED, null);
          } else if (change.from() == ContractStatus.DRAFT && change.to() == ContractStatus.ACTIVE) {
            note(change.contract(), LeaseEvent.OfContract.What.SIGNED, null);
          }
        });
  }

  @Override
  public Optional<Contract> find(LessorId lessor, ContractNo no) {
    return right.find(lessor, no);
  }

  @Override
  public List<Contract> findAll(LessorId lessor, Collection<ContractNo> numbers) {
    return right.findAll(lessor, numbers);
  }

  @Override
  public Optional<Contract> lock(LessorId lessor, ContractNo no) {
    return right.lock(lessor, no);
  }

  @Override
  public boolean isFree(LessorId lessor, UnitRef unit, Portion portion, DateRange days) {
    return right.isFree(lessor, unit, portion, days);
  }

  @Override
  public List<StatusChange> changes(LessorId lessor, Collection<ContractNo> numbers) {
    return right.changes(lessor, numbers);
  }

  @Override
  public List<Contract> children(LessorId lessor, ContractNo parent) {
    return right.children(lessor, parent);
  }

  @Override
  public List<Contract> activeEndedBy(LessorId lessor, LocalDate day) {
    return right.activeEndedBy(lessor, day);
  }

  @Override
  public List<Contract> withoutCase(LessorId lessor, LocalDate after, LocalDate through) {
    return right.withoutCase(lessor, after, through);
  }

  private void note(ContractNo no, LeaseEvent.OfContract.What what, @Nullable ContractStatus status) {
    unit.note(new LeaseEvent.OfContract(unit.head(no), what, status));
  }
}
