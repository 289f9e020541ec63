package org.leasekit.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.ContractNo;
import org.leasekit.event.LeaseEvent;
import org.leasekit.party.LessorId;
import org.leasekit.port.Amendments;

/** Amendments, of which each is noted. */
final class ObservedAmendments implements Amendments {
  private final Amendments right;
  private final Observing unit;

  ObservedAmendments(Amendments right, Observing unit) {
    this.right = right;
    this.unit = unit;
  }

  @Override
  public void append(ContractHistory history) {
    unit.run(
        () -> {
          right.append(history);
          unit.note(
              new LeaseEvent.OfContract(
                  unit.head(history.origin().contract()), LeaseEvent.OfContract.What.AMENDED, null));
        });
  }

  @Override
  public Optional<ContractHistory> find(LessorId lessor, ContractNo no) {
    return right.find(lessor, no);
  }

  @Override
  public List<ContractHistory> findAll(LessorId lessor, Collection<ContractNo> numbers) {
    return right.findAll(lessor, numbers);
  }

  @Override
  public void schedule(LessorId lessor, ContractNo contract, @Nullable LocalDate next) {
    right.schedule(lessor, contract, next);
  }

  @Override
  public List<ContractNo> changing(LessorId lessor, LocalDate through, int limit) {
    return right.changing(lessor, through, limit);
  }
}
