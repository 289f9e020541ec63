package org.leasekit.intent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What is known at an instant about a tenant whose term ends. Whatever came later is left out when it is made, so
 * that no model can look into the future.
 *
 * @param asOf the instant asked
 * @param zone where the lessor's days begin and end
 * @param expiry last day of the term
 * @param since first day of the first contract of which this one is the successor, or of this one
 * @param oldRentMinor monthly, zero or more, in minor units
 * @param offeredRentMinor monthly, zero or more, in minor units of the same currency
 * @param bills that were raised by then, with what was paid by then
 * @param asked renewals before this one
 * @param tickets when service requests of the contract or those before it were opened
 * @param disputes when the tenant disputed something
 */
public record Dossier(
    Instant asOf,
    ZoneId zone,
    LocalDate expiry,
    LocalDate since,
    long oldRentMinor,
    long offeredRentMinor,
    List<Bill> bills,
    List<Asked> asked,
    List<Instant> tickets,
    List<Instant> disputes) {

  /** Whoever has paid by so many days before expiry renews in most cases, the field reports. */
  public static final int DAY = 22;

  public Dossier {
    if (oldRentMinor < 0 || offeredRentMinor < 0) {
      throw new IllegalArgumentException("oldRentMinor, offeredRentMinor: zero or more");
    }
    bills =
        bills.stream()
            .filter(each -> !each.raisedAt().isAfter(asOf))
            .map(each -> each.asKnown(asOf))
            .toList();
    asked =
        asked.stream()
            .filter(each -> !each.at().isAfter(asOf))
            .map(each -> each.asKnown(asOf))
            .toList();
    tickets = upTo(tickets, asOf);
    disputes = upTo(disputes, asOf);
  }

  private static List<Instant> upTo(List<Instant> instants, Instant asOf) {
    return instants.stream().filter(each -> !each.isAfter(asOf)).toList();
  }

  /** The lessor's day at the instant asked. */
  public LocalDate today() {
    return asOf.atZone(zone).toLocalDate();
  }

  /** True when nothing that was due by day {@value #DAY} before expiry was unpaid then, as far as that day has come. */
  public boolean paidByDay22() {
    LocalDate mark = expiry.minusDays(DAY);
    LocalDate day = mark.isAfter(today()) ? today() : mark;
    return bills.stream()
        .filter(each -> !each.due().isAfter(day))
        .allMatch(each -> each.unpaidAfter(day, zone) == 0);
  }
}
