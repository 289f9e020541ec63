package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leasekit.billing.Above;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Locks;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.Stores;

/**
 * What of the receivables of some contracts was owed and not held on each day, as the books know it now: a credit was never
 * owed, except of a deposit, which is owed until it is asked for no more; money counts from the day it came, whatever it was
 * put to first; a freeze holds on the days at whose noon it holds.
 */
final class OwedByDay {

  /** What one payment covers of a receivable in minor units, and when that changed last. */
  private record Cover(long minor, Instant at) {
    Cover and(Cover later) {
      return new Cover(minor + later.minor, later.at);
    }
  }

  private final LessorProfile profile;
  private final Map<ReceivableKey, Receivable> receivables = new LinkedHashMap<>();
  private final Map<ReceivableKey, Map<PaymentId, Cover>> covered = new HashMap<>();
  private final Map<PaymentId, LocalDate> came = new HashMap<>();
  private final Map<ContractNo, Above> above = new HashMap<>();
  private final List<Adjustment> adjustments;
  private final List<ReceivableLock> locks;

  private OwedByDay(
      LessorProfile profile, Collection<Receivable> all, List<Adjustment> adjustments, List<ReceivableLock> locks) {
    this.profile = profile;
    this.adjustments = adjustments;
    this.locks = locks;
    all.forEach(each -> receivables.put(each.key(), each));
  }

  /** Looks up all that is known of some contracts. */
  static OwedByDay of(Stores stores, LessorProfile profile, Collection<ContractNo> numbers, Instant now) {
    Collection<Contract> contracts = stores.contracts().findAll(profile.lessor(), numbers);
    Ancestry ancestry = Ancestry.of(stores, profile.lessor(), contracts, now);
    OwedByDay books =
        new OwedByDay(
            profile,
            stores.receivables().of(profile.lessor(), numbers),
            stores.adjustments().of(profile.lessor(), numbers),
            stores.locks().of(profile.lessor(), ancestry.all()));
    for (ContractNo no : numbers) {
      books.above.put(no, ancestry.above(no));
      stores.payments().allocatedTo(profile.lessor(), no).forEach(each -> books.cover(stores, each));
    }
    return books;
  }

  private void cover(Stores stores, Allocation allocation) {
    covered
        .computeIfAbsent(allocation.receivable(), key -> new LinkedHashMap<>())
        .merge(allocation.payment(), new Cover(MinorUnits.of(allocation.amount()), allocation.at()), Cover::and);
    came.computeIfAbsent(
        allocation.payment(),
        id ->
            stores
                .payments()
                .find(profile.lessor(), id)
                .map(Payment::receivedAt)
                .map(profile::day)
                .orElseThrow(() -> new IllegalStateException("allocated, but not received: " + id)));
  }

  /** Every receivable of the contracts, paid or not, by key. */
  List<Receivable> receivables() {
    return List.copyOf(receivables.values());
  }

  /** Every correction of the contracts' receivables, by key. */
  List<Adjustment> adjustments() {
    return adjustments;
  }

  /** The locks that name one of the contracts or what is above them. */
  List<ReceivableLock> locks() {
    return locks;
  }

  /** Whether a lock freezes a receivable on one of some days. */
  boolean freezes(ReceivableLock lock, Receivable receivable, DateRange days) {
    return days.start().datesUntil(days.endExclusive())
        .anyMatch(day -> Locks.freezesOn(lock, receivable.key(), aboveOf(receivable), day, profile.zone()));
  }

  /** The payments that were put to a receivable at or after an instant and cover something of it. */
  List<PaymentId> paidSince(ReceivableKey key, Instant since) {
    return covered.getOrDefault(key, Map.of()).entrySet().stream()
        .filter(each -> each.getValue().minor() > 0 && !each.getValue().at().isBefore(since))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The day on which a payment of {@link #paidSince} came. */
  LocalDate dayOf(PaymentId payment) {
    LocalDate day = came.get(payment);
    if (day == null) {
      throw new IllegalArgumentException("payment: covers nothing here, " + payment);
    }
    return day;
  }

  /**
   * What of a receivable was owed at the end of a day and not held on it, in minor units, zero or more.
   *
   * @param heldByHost what the host holds of it besides, in minor units; only the more of both counts
   */
  long freeMinor(Receivable receivable, LocalDate day, long heldByHost) {
    long owed = owed(receivable, day);
    long lower = 0;
    if (receivable.key().revision() > 0) {
      for (Receivable each : receivables.values()) {
        boolean below = each.key().revision() < receivable.key().revision();
        lower += below && each.key().isOfSameAmount(receivable.key()) ? owed(each, day) : 0;
      }
    }
    long frozen =
        Locks.heldMinorOn(
            locks,
            new Locks.Outstanding(
                receivable.key(), owed, lower, receivable.amount().getCurrency().getCurrencyCode()),
            aboveOf(receivable),
            day,
            profile.zone());
    return Math.max(0, owed - Math.max(frozen, heldByHost));
  }

  private Above aboveOf(Receivable receivable) {
    return above.getOrDefault(receivable.key().contract(), Above.NOBODY);
  }

  /** What was owed of a receivable at the end of a day. */
  private long owed(Receivable asked, LocalDate day) {
    Receivable receivable = receivables.getOrDefault(asked.key(), asked);
    long paid = 0;
    for (Map.Entry<PaymentId, Cover> each : covered.getOrDefault(receivable.key(), Map.of()).entrySet()) {
      paid += dayOf(each.getKey()).isAfter(day) ? 0 : each.getValue().minor();
    }
    return Math.max(0, MinorUnits.of(receivable.amount()) - credited(receivable, day) - paid);
  }

  private long credited(Receivable receivable, LocalDate day) {
    if (!receivable.key().charge().equals(ChargeCode.DEPOSIT)) {
      return MinorUnits.of(receivable.credited());
    }
    long later = 0;
    for (Adjustment each : adjustments) {
      boolean isLater = each.side() == Adjustment.Side.CREDIT && profile.day(each.at()).isAfter(day);
      later += isLater && each.key().isOfSameAmount(receivable.key()) ? MinorUnits.of(each.amount()) : 0;
    }
    return Math.max(0, MinorUnits.of(receivable.credited()) - later);
  }
}
