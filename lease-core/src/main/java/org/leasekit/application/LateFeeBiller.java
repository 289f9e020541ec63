package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.money.MonetaryAmount;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.dunning.Arrears;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.dunning.LateFees;
import org.leasekit.escalation.Fired;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Stores;

/**
 * Raises late fees as charges. Up to which day a debt has been charged is noted in the dunning log under the debt's
 * own contract and due day, so that no day is charged twice, whatever becomes of the other debts.
 */
final class LateFeeBiller {
  private static final String NOTE = "fee@";

  private final Stores stores;
  private final LessorProfile profile;

  LateFeeBiller(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** Whether an entry of the log is a note of this biller and no stage. */
  static boolean isNote(Fired entry) {
    return entry.stage().startsWith(NOTE);
  }

  /** Charges every debt from the day it was charged up to last, or was due, up to today. */
  List<Receivable> raise(Arrears arrears, LateFees fees, LocalDate today, Instant now) {
    Map<ReceivableKey, MonetaryAmount> owed = new TreeMap<>();
    for (Arrears.Debt debt : arrears.debts()) {
      LocalDate from = chargedUpTo(debt);
      MonetaryAmount fee = fees.upTo(debt, today).subtract(fees.upTo(debt, from));
      if (fee.isPositive()) {
        ReceivableKey key =
            new ReceivableKey(
                debt.receivable().key().contract(), LateFees.CHARGE, DateRange.of(from, today), 0);
        owed.merge(key, fee, MonetaryAmount::add);
        note(debt, today, now);
      }
    }
    List<Receivable> wanted = new ArrayList<>();
    owed.forEach((key, fee) -> wanted.add(receivable(arrears, key, fee, today, now)));
    List<Receivable> added = stores.receivables().addAll(wanted);
    stores.journal().post(added.stream().map(one -> Bookkeeping.raised(one, now)).toList());
    return added;
  }

  private Receivable receivable(
      Arrears arrears, ReceivableKey key, MonetaryAmount fee, LocalDate today, Instant now) {
    Derivation derivation =
        new Derivation(
            Derivation.ONE_OFF,
            MinorUnits.of(fee),
            List.of(new Derivation.Slice(key.period(), 1, 1)),
            fee.getCurrency().getCurrencyCode());
    return Receivable.raised(
        profile.lessor(),
        key,
        arrears.id().payer(),
        today,
        profile.dueRoll().adjust(today, profile.calendar()),
        fee,
        derivation,
        now);
  }

  private LocalDate chargedUpTo(Arrears.Debt debt) {
    return stores.dunning().fired(profile.lessor(), id(debt)).stream()
        .filter(LateFeeBiller::isNote)
        .map(entry -> LocalDate.parse(entry.stage().substring(NOTE.length())))
        .max(LocalDate::compareTo)
        .orElse(debt.receivable().due().plusDays(1));
  }

  private void note(Arrears.Debt debt, LocalDate today, Instant now) {
    stores.dunning().addFired(profile.lessor(), id(debt), new Fired(NOTE + today, now, now));
  }

  private static ArrearsId id(Arrears.Debt debt) {
    return new ArrearsId(debt.receivable().key().contract(), debt.receivable().due());
  }
}
