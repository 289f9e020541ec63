package org.leasekit.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.money.MonetaryAmount;
import org.leasekit.billing.Receivable;
import org.leasekit.money.MinorUnits;

/** Puts money to receivables; what it takes from the one it gives to the others, to the last unit. */
public final class Allocations {

  private Allocations() {}

  /**
   * What an allocation did.
   *
   * @param payment after it
   * @param receivables those that changed, after it
   * @param allocations what each took up
   */
  public record Result(
      Payment payment, List<Receivable> receivables, List<Allocation> allocations) {
    public Result {
      receivables = List.copyOf(receivables);
      allocations = List.copyOf(allocations);
    }
  }

  /**
   * Allocates what is unapplied of a payment, in the strategy's order, until it or the receivables are
   * used up. Receivables in another currency are passed over.
   *
   * @param open receivables with something outstanding
   */
  public static Result allocate(
      Payment payment, List<Receivable> open, AllocationStrategy strategy, Instant now) {
    return allocate(payment, open, strategy, receivable -> 0, now);
  }

  /**
   * The same, but what is frozen takes up nothing.
   *
   * @param open receivables with something outstanding
   * @param heldMinor how much of what is outstanding is held, in minor units, zero to all of it; see {@link
   *     org.leasekit.billing.Locks#heldMinor}
   */
  public static Result allocate(
      Payment payment,
      List<Receivable> open,
      AllocationStrategy strategy,
      ToLongFunction<Receivable> heldMinor,
      Instant now) {
    Payment rest = payment;
    List<Receivable> changed = new ArrayList<>();
    List<Allocation> allocations = new ArrayList<>();
    for (Receivable receivable : strategy.order(open)) {
      MonetaryAmount outstanding = free(receivable, heldMinor.applyAsLong(receivable));
      if (rest.unapplied().isZero()) {
        break;
      }
      if (outstanding.isZero() || !outstanding.getCurrency().equals(rest.amount().getCurrency())) {
        continue;
      }
      MonetaryAmount taken =
          outstanding.isGreaterThan(rest.unapplied()) ? rest.unapplied() : outstanding;
      rest = rest.apply(taken);
      changed.add(receivable.allocate(taken));
      allocations.add(
          new Allocation(payment.lessor(), payment.id(), receivable.key(), taken, now));
    }
    return new Result(rest, changed, allocations);
  }

  private static MonetaryAmount free(Receivable receivable, long heldMinor) {
    MonetaryAmount outstanding = receivable.outstanding();
    MonetaryAmount held = MinorUnits.amount(heldMinor, outstanding.getCurrency());
    if (held.isNegative() || held.isGreaterThan(outstanding)) {
      throw new IllegalArgumentException(
          "heldMinor: zero to " + outstanding + ", but was " + heldMinor + " of " + receivable.key());
    }
    return outstanding.subtract(held);
  }
}
