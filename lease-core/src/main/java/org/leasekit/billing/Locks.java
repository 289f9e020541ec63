package org.leasekit.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
   * What is outstanding of a receivable, and of those that a part of its amount is held of before it.
   *
   * @param minor in minor units, zero or more
   * @param lowerMinor what is outstanding of lower revisions of the same amount, in minor units, zero or more
   * @param currency ISO 4217 code
   */
  public record Outstanding(ReceivableKey key, long minor, long lowerMinor, String currency) {

    /**
     * Of a receivable as it stands.
     *
     * @param all receivables among which those of the same amount are, each revision once; others are passed over
     */
    public static Outstanding of(Receivable receivable, Collection<Receivable> all) {
      long lower = 0;
      // what was raised first is what everything else corrects
      if (receivable.key().revision() > 0) {
        for (Receivable each : all) {
          boolean isLower = each.key().revision() < receivable.key().revision();
          lower += isLower && each.key().isOfSameAmount(receivable.key()) ? each.outstandingMinor() : 0;
        }
      }
      return new Outstanding(
          receivable.key(), receivable.outstandingMinor(), lower,
          receivable.amount().getCurrency().getCurrencyCode());
    }
  }

  /**
   * How much of an outstanding amount is held by freezes at an instant, in minor units: all of it where a freeze holds
   * the amount, its charge or its contract; else the parts that are held, added up; never more than is outstanding. A part is
   * held once of an amount and the debits that correct it: of the lowest revision first, and of the next what is more.
   *
   * @param locks as known now, of any contract
   * @param above the contracts above the receivable's, up to the top
   * @throws IllegalArgumentException if a part is held in another currency than the receivable's
   */
  public static long heldMinor(
      Collection<ReceivableLock> locks, Outstanding amount, Set<ContractNo> above, Instant at) {
    return heldMinor(
        locks.stream().filter(lock -> lock.holdsAt(at) && freezes(lock, amount.key(), above)).toList(), amount);
  }

  /**
   * The same on a day: of the freezes that hold at its noon, in a zone, those of trees that the contract stood in on it.
   *
   * @param amount as it was outstanding on the day
   * @param above the contracts above the receivable's, and when
   * @param zone the lessor's
   * @throws IllegalArgumentException if a part is held in another currency than the receivable's
   */
  public static long heldMinorOn(
      Collection<ReceivableLock> locks, Outstanding amount, Above above, LocalDate day, ZoneId zone) {
    return heldMinor(
        locks.stream().filter(lock -> freezesOn(lock, amount.key(), above, day, zone)).toList(), amount);
  }

  /** Whether a lock freezes a receivable, or a part of it, on a day: at its noon, in a zone. */
  public static boolean freezesOn(
      ReceivableLock lock, ReceivableKey receivable, Above above, LocalDate day, ZoneId zone) {
    return lock.holdsAt(day.atTime(LocalTime.NOON).atZone(zone).toInstant())
        && freezes(lock, receivable, above.masters())
        && !above.reached(lock.scope(), receivable.contract(), DateRange.ofClosed(day, day)).isEmpty();
  }

  private static boolean freezes(ReceivableLock lock, ReceivableKey receivable, Set<ContractNo> above) {
    if (lock.effect() != Effect.FREEZE) {
      return false;
    }
    if (lock.scope() instanceof LockScope.PartOfAmount part) {
      return part.key().isOfSameAmount(receivable);
    }
    return lock.scope() instanceof LockScope.OneAmount one
        ? one.key().isOfSameAmount(receivable)
        : lock.scope().reaches(receivable.contract(), receivable.charge(), above);
  }

  private static long heldMinor(List<ReceivableLock> holding, Outstanding amount) {
    long parts = 0;
    for (ReceivableLock lock : holding) {
      if (!(lock.scope() instanceof LockScope.PartOfAmount part)) {
        return amount.minor();
      }
      parts = Math.addExact(parts, partMinor(part, amount.currency()));
    }
    return Math.min(Math.max(0, parts - amount.lowerMinor()), amount.minor());
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
