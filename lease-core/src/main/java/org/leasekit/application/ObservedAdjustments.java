package org.leasekit.application;

import java.util.Collection;
import java.util.List;
import org.leasekit.billing.Adjustment;
import org.leasekit.contract.ContractNo;
import org.leasekit.event.LeaseEvent;
import org.leasekit.party.LessorId;
import org.leasekit.port.Adjustments;

/** Corrections, of which each is noted. */
final class ObservedAdjustments implements Adjustments {
  private final Adjustments right;
  private final Observing unit;

  ObservedAdjustments(Adjustments right, Observing unit) {
    this.right = right;
    this.unit = unit;
  }

  @Override
  public List<Adjustment> addAll(List<Adjustment> adjustments) {
    return unit.required(
        () -> {
          List<Adjustment> added = right.addAll(adjustments);
          for (Adjustment each : added) {
            unit.note(
                new LeaseEvent.OfReceivable(
                    unit.head(each.key().contract()), LeaseEvent.OfReceivable.What.ADJUSTED,
                    each.key().toString(), each.amount()));
          }
          return added;
        });
  }

  @Override
  public List<Adjustment> of(LessorId lessor, Collection<ContractNo> contracts) {
    return right.of(lessor, contracts);
  }
}
