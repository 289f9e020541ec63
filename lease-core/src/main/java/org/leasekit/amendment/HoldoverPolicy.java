package org.leasekit.amendment;

import java.util.Optional;
import javax.money.MonetaryAmount;
import org.leasekit.money.MinorUnits;

/**
 * What becomes of a lease whose term is over while nobody renewed it, gave notice or moved out.
 *
 * @param months how often the term is extended by a month, 0 for never: the lease then ends with its term
 * @param rentPercent monthly rent of those months in percent of the rent in force before, steps and index
 *     included, 0 or more, rounded half up to the
 *     currency's smallest unit
 * @param clause reference to the clause of the contract that says so, evidence and agreement of what is recorded
 */
public record HoldoverPolicy(int months, int rentPercent, String clause) {

  /** The lease ends with its term. */
  public static final HoldoverPolicy END = new HoldoverPolicy(0, 100, "none");

  public HoldoverPolicy {
    if (months < 0 || rentPercent < 0) {
      throw new IllegalArgumentException("months, rentPercent: must not be negative");
    }
    if (clause.isBlank()) {
      throw new IllegalArgumentException("clause: must not be blank");
    }
  }

  /** Month by month for at most so many months. */
  public static HoldoverPolicy monthToMonth(int months, int rentPercent, String clause) {
    return new HoldoverPolicy(months, rentPercent, clause);
  }

  /** The monthly rent of a holdover; empty when it is what it was. */
  public Optional<MonetaryAmount> rent(MonetaryAmount before) {
    if (rentPercent == 100) {
      return Optional.empty();
    }
    long scaled = Math.multiplyExact(MinorUnits.of(before), (long) rentPercent);
    return Optional.of(
        MinorUnits.amount(Math.floorDiv(Math.addExact(scaled, 50L), 100L), before.getCurrency()));
  }
}
