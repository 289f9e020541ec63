package org.leasekit.intent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.leasekit.billing.Receivable;
import org.leasekit.money.MinorUnits;
import org.leasekit.payment.Allocation;

/**
 * An amount that was owed, and when it was paid.
 *
 * @param due day it was to be paid by, in the lessor's zone
 * @param raisedAt when it came to be owed
 * @param minor in minor units of the contract's currency, zero or more
 * @param payments in order of time
 */
public record Bill(LocalDate due, Instant raisedAt, long minor, List<Paid> payments) {

  /**
   * Part of a bill that was paid, or taken back again.
   *
   * @param minor in minor units, below zero when it was taken back
   */
  public record Paid(Instant at, long minor) {}

  public Bill {
    payments = payments.stream().sorted(Comparator.comparing(Paid::at)).toList();
    if (minor < 0) {
      throw new IllegalArgumentException("minor: zero or more, but was " + minor);
    }
  }

  /** The bill that a receivable is, less what was credited; allocations to other receivables are passed over. */
  public static Bill of(Receivable receivable, Collection<Allocation> allocations) {
    return new Bill(
        receivable.due(),
        receivable.raisedAt(),
        MinorUnits.of(receivable.amount().subtract(receivable.credited())),
        allocations.stream()
            .filter(each -> each.receivable().equals(receivable.key()))
            .map(each -> new Paid(each.at(), MinorUnits.of(each.amount())))
            .toList());
  }

  /** The bill as it was known at an instant: without what was paid later. */
  Bill asKnown(Instant asOf) {
    return new Bill(
        due, raisedAt, minor, payments.stream().filter(each -> !each.at().isAfter(asOf)).toList());
  }

  /** What was unpaid at the end of a day. */
  long unpaidAfter(LocalDate day, ZoneId zone) {
    long paid =
        payments.stream()
            .filter(each -> !each.at().atZone(zone).toLocalDate().isAfter(day))
            .mapToLong(Paid::minor)
            .sum();
    return Math.max(0, minor - paid);
  }

  /** The day on which the last of it was paid; empty while something is unpaid. */
  Optional<LocalDate> paidOn(ZoneId zone) {
    long open = minor;
    Optional<LocalDate> paid = minor == 0 ? Optional.of(due) : Optional.empty();
    for (Paid each : payments) {
      open -= each.minor();
      if (open > 0) {
        paid = Optional.empty();
      } else if (paid.isEmpty()) {
        paid = Optional.of(each.at().atZone(zone).toLocalDate());
      }
    }
    return paid;
  }
}
