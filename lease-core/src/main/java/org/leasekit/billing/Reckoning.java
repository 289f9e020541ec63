package org.leasekit.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;

/**
 * Compares what a charge should have cost by all that is known now with what was raised so far, and says what is missing:
 * new amounts, and corrections of old ones. Applying what it says, and asking again, gives nothing; so a run may be
 * repeated, cut off anywhere, or done with stale knowledge, and the next one makes good.
 *
 * <p>Rules
 *
 * <ol>
 *   <li>A day belongs to the raised amount whose period covers it; where several do, to the first by key. A day that is
 *       covered is never raised again, whatever became of its amount.
 *   <li>A day costs what {@link ChargeSchedule#spans} says; a day that is suspended or outside the term costs nothing.
 *   <li>Within each period of the schedule, costs are added up exactly by day and the running total is rounded half up;
 *       an amount is the difference of the totals at its ends. So the parts of a period make the rounded whole, and what
 *       is raised later never changes what was raised before. An amount itself, cut by steps, locks and stubs, falls
 *       into parts by largest remainder ({@link Derivation#parts}), which make it to the last unit.
 *   <li>A correction has the key of what it corrects with the next revision.
 *   <li>Days of a period that begins by the horizon (in arrears: ends by it) and that no amount covers are raised; when
 *       they cost nothing, nothing is raised, and they are looked at again next time.
 * </ol>
 *
 * <p>For each day of the term there is exactly one {@link DayState}.
 */
public final class Reckoning {

  private Reckoning() {}

  /**
   * A charge as known now.
   *
   * @param above the contracts above this one
   * @param changes of the terms that were recorded since the contract began, for naming causes
   * @param zone the lessor's
   */
  public record Charge(
      ContractNo contract,
      ChargeCode code,
      Above above,
      ChargeSchedule schedule,
      List<TermsChange> changes,
      ZoneId zone) {
    public Charge {
      changes = List.copyOf(changes);
    }

    /** A charge of a contract that has been in its place all the time. */
    public Charge(
        ContractNo contract,
        ChargeCode code,
        Set<ContractNo> above,
        ChargeSchedule schedule,
        List<TermsChange> changes,
        ZoneId zone) {
      this(contract, code, Above.always(above), schedule, changes, zone);
    }

    /** The same charge with further changes that were recorded. */
    public Charge withChanges(List<TermsChange> more) {
      List<TermsChange> all = new ArrayList<>(changes);
      all.addAll(more);
      return new Charge(contract, code, above, schedule, all, zone);
    }
  }

  /**
   * A change of terms that was recorded.
   *
   * @param source such as the number of the supplementary agreement
   */
  public record TermsChange(String source, Instant knownAt) {}

  /**
   * What was raised: an amount with revision 0, or a correction of it.
   *
   * @param minor signed, in minor units
   */
  public record Raised(ReceivableKey key, long minor, Instant at) {}

  /**
   * An amount to be raised.
   *
   * @param key with revision 0
   * @param minor above zero
   * @param derivation how it came about; days that cost nothing are in it with a share of zero. Its own rounding may
   *     differ from {@code minor} by one unit where the amount is a later part of a period
   */
  public record NewAmount(ReceivableKey key, LocalDate unadjustedDue, long minor, Derivation derivation) {}

  /**
   * A correction to be made.
   *
   * @param key of what is corrected, with the next revision
   * @param beforeMinor what it came to so far
   * @param afterMinor what it comes to now, zero or more, another number
   * @param derivation how the latter came about, as for new amounts
   */
  public record Correction(
      ReceivableKey key, long beforeMinor, long afterMinor, Derivation derivation, AdjustmentCause cause) {

    /** Positive when more is owed than before. */
    public long deltaMinor() {
      return Math.subtractExact(afterMinor, beforeMinor);
    }
  }

  /**
   * What is missing.
   *
   * @param next the day the first period falls due to be raised that is not by the horizon; null for none
   */
  public record Plan(List<NewAmount> amounts, List<Correction> corrections, @Nullable LocalDate next) {
    public Plan {
      amounts = List.copyOf(amounts);
      corrections = List.copyOf(corrections);
    }

    /** Whether all is as it should be. */
    public boolean isEmpty() {
      return amounts.isEmpty() && corrections.isEmpty();
    }
  }

  /** What became of a day. */
  public enum DayState {
    /** Not owed because a lock suspends it. */
    SUSPENDED,
    /**
     * Not owed because the terms say so: free of rent, a rate of zero, wholly discounted, or a stub that the proration
     * counts as nothing, such as January 30 alone by 30/360.
     */
    WAIVED,
    /** Covered by a raised amount. */
    BILLED,
    /** Owed, and still to be raised. */
    NOT_YET_BILLED
  }

  /** Some days and what became of them. */
  public record Stretch(DateRange days, DayState state) {}

  /**
   * What is missing by a horizon.
   *
   * @param locks as known now, of any contract
   * @param raised all that was raised for the charge so far, in any order
   * @param through the horizon, included
   */
  public static Plan plan(
      Charge charge, Collection<ReceivableLock> locks, Collection<Raised> raised, LocalDate through) {
    Costs costs = new Costs(charge.schedule(), suspended(charge, locks));
    TreeMap<ReceivableKey, Account> accounts = Account.of(raised);
    List<Correction> corrections = new ArrayList<>();
    List<DateRange> covered = new ArrayList<>();
    for (Account account : accounts.values()) {
      List<DateRange> own = Days.minus(account.key().period(), covered);
      covered.add(account.key().period());
      long after = costs.minor(own);
      if (after != account.minor()) {
        corrections.add(
            new Correction(
                account.next(),
                account.minor(),
                after,
                costs.derivation(own, account.key().period()),
                new CauseFinder(charge.above(), charge.changes(), charge.zone(), locks).of(account)));
      }
    }
    List<NewAmount> amounts = new ArrayList<>();
    LocalDate next = null;
    for (PeriodGrid.Cut cut : charge.schedule().cuts()) {
      LocalDate begins = triggeredOn(charge.schedule(), cut.range());
      if (begins.isAfter(through)) {
        next = begins;
        break;
      }
      Days.minus(cut.range(), covered).forEach(days -> addNew(amounts, charge, costs, cut.range(), days));
    }
    return new Plan(amounts, corrections, next);
  }

  private static void addNew(
      List<NewAmount> amounts, Charge charge, Costs costs, DateRange period, DateRange days) {
    long minor = costs.minor(List.of(days));
    if (minor > 0) {
      amounts.add(
          new NewAmount(
              new ReceivableKey(charge.contract(), charge.code(), days, 0),
              charge.schedule().unadjustedDue(period),
              minor,
              costs.derivation(List.of(days), days)));
    }
  }

  private static LocalDate triggeredOn(ChargeSchedule schedule, DateRange period) {
    return schedule.timing() == BillingTiming.ADVANCE ? period.start() : period.endExclusive();
  }

  private static List<DateRange> suspended(Charge charge, Collection<ReceivableLock> locks) {
    return Locks.suspended(
        locks, charge.contract(), charge.code(), charge.above(), charge.schedule().term(), charge.zone());
  }

  /**
   * What became of each day of the term: stretches in order that tile it.
   *
   * @param locks as known now, of any contract
   */
  public static List<Stretch> days(
      Charge charge, Collection<ReceivableLock> locks, Collection<Raised> raised) {
    List<DateRange> suspended = suspended(charge, locks);
    List<DateRange> billed = Days.union(raised.stream().map(each -> each.key().period()).toList());
    List<DateRange> waived =
        Days.union(
            charge.schedule().spans().stream()
                .filter(span -> span.cost().compareTo(Ratio.ZERO) == 0)
                .map(PricedSpan::days)
                .toList());
    List<Stretch> stretches = new ArrayList<>();
    for (LocalDate day = charge.schedule().term().start();
        day.isBefore(charge.schedule().term().endExclusive());
        day = day.plusDays(1)) {
      DayState state =
          in(suspended, day)
              ? DayState.SUSPENDED
              : in(waived, day)
                  ? DayState.WAIVED
                  : in(billed, day) ? DayState.BILLED : DayState.NOT_YET_BILLED;
      append(stretches, day, state);
    }
    return List.copyOf(stretches);
  }

  private static boolean in(List<DateRange> ranges, LocalDate day) {
    return ranges.stream().anyMatch(range -> range.contains(day));
  }

  private static void append(List<Stretch> stretches, LocalDate day, DayState state) {
    int last = stretches.size() - 1;
    if (last >= 0 && stretches.get(last).state() == state) {
      DateRange longer = DateRange.ofClosed(stretches.get(last).days().start(), day);
      stretches.set(last, new Stretch(longer, state));
    } else {
      stretches.add(new Stretch(DateRange.ofClosed(day, day), state));
    }
  }
}
