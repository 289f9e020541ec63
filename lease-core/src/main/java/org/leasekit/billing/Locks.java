package org.leasekit.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.leasekit.billing.ReceivableLock.Effect;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;

/** What several locks come to; overlaps count once. */
public final class Locks {

  private Locks() {}

  /** The locks as they were known at an instant. */
  public static List<ReceivableLock> asKnownAt(Collection<ReceivableLock> locks, Instant instant) {
    return locks.stream().flatMap(lock -> lock.asKnownAt(instant).stream()).toList();
  }

  /**
   * The days of a term for which a charge is suspended.
   *
   * @param locks as known now, of any contract
   * @param above the contracts above this one
   * @param zone the lessor's
   * @return in order, without overlap; unmodifiable
   */
  public static List<DateRange> suspended(
      Collection<ReceivableLock> locks,
      ContractNo contract,
      ChargeCode charge,
      Above above,
      DateRange term,
      ZoneId zone) {
    return Days.union(
        locks.stream()
            .filter(lock -> lock.effect() == Effect.SUSPEND)
            .filter(lock -> lock.scope().reaches(contract, charge, above.masters()))
            .flatMap(
                lock ->
                    days(lock, term, zone).stream()
                        .flatMap(range -> above.reached(lock.scope(), contract, range).stream()))
            .toList());
  }

  /**
   * The same for a contract that has been in its place all the time.
   *
   * @param above the contracts above this one, up to the top
   */
  public static List<DateRange> suspended(
      Collection<ReceivableLock> locks,
      ContractNo contract,
      ChargeCode charge,
      Set<ContractNo> above,
      DateRange term,
      ZoneId zone) {
    return suspended(locks, contract, charge, Above.always(above), term, zone);
  }

  /** The days of one lock within a term, none or one range. */
  static List<DateRange> days(ReceivableLock lock, DateRange term, ZoneId zone) {
    DateRange reach = term;
    if (lock.scope() instanceof LockScope.OneAmount one) {
      if (!one.key().period().overlaps(term)) {
        return List.of();
      }
      reach = one.key().period().intersection(term).orElseThrow();
    }
    LocalDate first = lock.firstDay(zone);
    LocalDate end = lock.dayAfter(zone);
    LocalDate from = first.isAfter(reach.start()) ? first : reach.start();
    LocalDate to = end == null || end.isAfter(reach.endExclusive()) ? reach.endExclusive() : end;
    return from.isBefore(to) ? List.of(DateRange.of(from, to)) : List.of();
  }

  /**
   * How much of an outstanding amount is held by freezes at an instant, in minor units: all of it where a freeze holds
   * the amount, its charge or its contract; else the parts that are held, added up; never more than is outstanding.
   *
   * @param locks as known now, of any contract
   * @param above the contracts above the receivable's, up to the top
   * @throws IllegalArgumentException if a part is held in another currency than the receivable's
   */
  public static long heldMinor(
      Collection<ReceivableLock> locks,
      ReceivableKey receivable,
      long outstandingMinor,
      String currency,
      Set<ContractNo> above,
      Instant at) {
    long held = 0;
    for (ReceivableLock lock : locks) {
      if (lock.effect() != Effect.FREEZE || !lock.holdsAt(at)) {
        continue;
      }
      if (lock.scope() instanceof LockScope.PartOfAmount part) {
        if (part.key().isOfSameAmount(receivable)) {
          held = Math.addExact(held, partMinor(part, currency));
        }
      } else if (lock.scope() instanceof LockScope.OneAmount one
          ? one.key().isOfSameAmount(receivable)
          : lock.scope().reaches(receivable.contract(), receivable.charge(), above)) {
        return outstandingMinor;
      }
    }
    return Math.min(held, outstandingMinor);
  }

  private static long partMinor(LockScope.PartOfAmount part, String currency) {
    String own = part.held().getCurrency().getCurrencyCode();
    if (!own.equals(currency)) {
      throw new IllegalArgumentException("held: must be in " + currency + ", but was in " + own);
    }
    return MinorUnits.of(part.held());
  }

  /**
   * By how many days a term is to be extended: the days on which a suspension holds that extends it, each once.
   *
   * @param locks as known now
   * @param above the contracts above this one
   * @param term as agreed, without the extension
   */
  public static long extensionDays(
      Collection<ReceivableLock> locks,
      ContractNo contract,
      ChargeCode charge,
      Above above,
      DateRange term,
      ZoneId zone) {
    List<ReceivableLock> extending = new ArrayList<>(locks);
    extending.removeIf(lock -> !lock.extendsTerm());
    return suspended(extending, contract, charge, above, term, zone).stream().mapToLong(DateRange::days).sum();
  }
}
