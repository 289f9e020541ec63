package org.leasekit.payment;

import java.util.Comparator;
import java.util.List;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Receivable;

/** The standard set behind {@link AllocationStrategies}. */
enum StandardAllocations implements AllocationStrategy {
  OLDEST_DUE_FIRST(
      Comparator.comparing(Receivable::unadjustedDue).thenComparing(StandardAllocations::rank)),
  DEPOSIT_FIRST(
      Comparator.<Receivable>comparingInt(StandardAllocations::rank)
          .thenComparing(Receivable::unadjustedDue));

  private final Comparator<Receivable> order;

  StandardAllocations(Comparator<Receivable> order) {
    this.order = order.thenComparing(Receivable::key);
  }

  private static int rank(Receivable receivable) {
    return receivable.key().charge().equals(ChargeCode.DEPOSIT) ? 0 : 1;
  }

  @Override
  public String code() {
    return name();
  }

  @Override
  public List<Receivable> order(List<Receivable> open) {
    return open.stream().sorted(order).toList();
  }
}
