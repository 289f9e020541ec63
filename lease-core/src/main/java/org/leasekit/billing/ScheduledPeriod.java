package org.leasekit.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.leasekit.calendar.DateRange;

/**
 * One period of a resolved {@link ChargeSchedule}: its days, when it is due, what it costs and why.
 *
 * @param index position in the schedule, from 0
 * @param range the days
 * @param stub whether it is shorter or longer than a regular period
 * @param unadjustedDue the due date by the terms alone
 * @param due the due date after it moved off a day that is not worked
 * @param grossMinor what the rates come to before discounts, in minor units
 * @param discounts what was taken off, one for each code that held; with the amount they make the gross
 * @param derivation how the rates, less discounts, came about
 * @param split that amount in net and tax
 */
public record ScheduledPeriod(
    int index,
    DateRange range,
    boolean stub,
    LocalDate unadjustedDue,
    LocalDate due,
    long grossMinor,
    List<Taken> discounts,
    Derivation derivation,
    Tax.Split split) {

  /**
   * What a discount took off.
   *
   * @param code of the discount
   * @param minor in minor units, zero or more
   */
  public record Taken(String code, long minor) {}

  /** @throws IllegalArgumentException if gross, discounts and derivation do not agree */
  public ScheduledPeriod {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(split, "split");
    discounts = List.copyOf(discounts);
    long off = discounts.stream().mapToLong(Taken::minor).sum();
    if (grossMinor - off != derivation.amountMinor()) {
      throw new IllegalArgumentException(
          "grossMinor less discounts must be what the derivation gives, " + derivation.amountMinor()
              + ", but was " + (grossMinor - off));
    }
  }

  /** What the rates come to after discounts, with or without tax as the schedule's tax says, in minor units. */
  public long amountMinor() {
    return derivation.amountMinor();
  }

  /** What the tenant owes, tax and all, in minor units. */
  public long totalMinor() {
    return split.totalMinor();
  }
}
