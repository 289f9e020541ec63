package org.leasekit.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.event.LeaseEvent;
import org.leasekit.party.LessorId;
import org.leasekit.port.Receivables;

/** Receivables, of which it is noted when they are raised. */
final class ObservedReceivables implements Receivables {
  private final Receivables right;
  private final Observing unit;

  ObservedReceivables(Receivables right, Observing unit) {
    this.right = right;
    this.unit = unit;
  }

  @Override
  public List<Receivable> addAll(List<Receivable> receivables) {
    return unit.required(
        () -> {
          List<Receivable> added = right.addAll(receivables);
          for (Receivable each : added) {
            unit.note(
                new LeaseEvent.OfReceivable(
                    unit.head(each.key().contract()), LeaseEvent.OfReceivable.What.RAISED,
                    each.key().toString(), each.amount()));
          }
          return added;
        });
  }

  @Override
  public void updateAll(List<Receivable> receivables) {
    right.updateAll(receivables);
  }

  @Override
  public List<Receivable> of(LessorId lessor, Collection<ContractNo> contracts) {
    return right.of(lessor, contracts);
  }

  @Override
  public Set<ContractNo> owing(LessorId lessor, Collection<ContractNo> contractsOrPayers) {
    return right.owing(lessor, contractsOrPayers);
  }

  @Override
  public List<Receivable> open(LessorId lessor, ContractNo contractOrPayer) {
    return right.open(lessor, contractOrPayer);
  }

  @Override
  public List<Receivable> lockOpen(LessorId lessor, ContractNo contractOrPayer) {
    return right.lockOpen(lessor, contractOrPayer);
  }

  @Override
  public List<ContractNo> billable(LessorId lessor, LocalDate through, int limit) {
    return right.billable(lessor, through, limit);
  }

  @Override
  public void schedule(LessorId lessor, ContractNo contract, @Nullable LocalDate next) {
    right.schedule(lessor, contract, next);
  }
}
