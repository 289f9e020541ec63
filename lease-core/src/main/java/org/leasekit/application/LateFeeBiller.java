package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.Arrears;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.dunning.LateFees;
import org.leasekit.escalation.Fired;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Stores;

/**
 * Raises late fees as charges. Up to which day a debt has been charged is noted in the dunning log under the debt's
 * own contract, due day and key, so that no day is charged twice, whatever becomes of the other debts.
 */
final class LateFeeBiller {
  private static final String NOTE = "fee@";

  /** Days for which a contract is charged. */
  private record Days(ContractNo contract, DateRange range) {}

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
    Map<Days, List<Arrears.Debt>> late = new LinkedHashMap<>();
    for (Arrears.Debt debt : arrears.debts()) {
      LocalDate from = chargedUpTo(debt);
      if (fees.slice(debt, from, today).isPresent()) {
        Days days = new Days(debt.receivable().key().contract(), DateRange.of(from, today));
        late.computeIfAbsent(days, key -> new ArrayList<>()).add(debt);
      }
    }
    String currency = arrears.total().getCurrency().getCurrencyCode();
    List<Receivable> wanted = new ArrayList<>();
    late.forEach(
        (days, debts) -> {
          List<Derivation.Slice> slices =
              debts.stream()
                  .flatMap(debt -> fees.slice(debt, days.range().start(), today).stream())
                  .toList();
          Derivation derivation = fees.derivation(slices, currency);
          // what is less than the smallest unit waits for more days
          if (derivation.totalMinor() > 0) {
            wanted.add(receivable(arrears, days, derivation, today, now));
            debts.forEach(debt -> note(debt, today, now));
          }
        });
    List<Receivable> added = stores.receivables().addAll(wanted);
    stores.journal().post(added.stream().map(one -> Bookkeeping.raised(one, now)).toList());
    return added;
  }

  private Receivable receivable(
      Arrears arrears, Days days, Derivation derivation, LocalDate today, Instant now) {
    return Receivable.raised(
        profile.lessor(),
        new ReceivableKey(days.contract(), charge(arrears.id().payer(), days), days.range(), 0),
        arrears.id().payer(),
        today,
        profile.dueRoll().adjust(today, profile.calendar()),
        MinorUnits.amount(derivation.totalMinor(), derivation.currency()),
        derivation,
        now);
  }

  /** One that is not another payer's: a contract that came under a master has debts of its own and of the master's. */
  private ChargeCode charge(ContractNo payer, Days days) {
    Set<ChargeCode> ofOthers =
        stores.receivables().of(profile.lessor(), List.of(days.contract())).stream()
            .filter(one -> one.key().period().equals(days.range()) && !one.payer().equals(payer))
            .map(one -> one.key().charge())
            .collect(Collectors.toSet());
    int number = 1;
    while (ofOthers.contains(LateFees.charge(number))) {
      number++;
    }
    return LateFees.charge(number);
  }

  private LocalDate chargedUpTo(Arrears.Debt debt) {
    return stores.dunning().fired(profile.lessor(), id(debt)).stream()
        .map(Fired::stage)
        .filter(stage -> stage.startsWith(NOTE) && stage.endsWith(of(debt)))
        .map(stage -> LocalDate.parse(stage.substring(NOTE.length(), stage.length() - of(debt).length())))
        .max(LocalDate::compareTo)
        .orElse(debt.receivable().due().plusDays(1));
  }

  private void note(Arrears.Debt debt, LocalDate today, Instant now) {
    stores.dunning().addFired(profile.lessor(), id(debt), new Fired(NOTE + today + of(debt), now, now));
  }

  private static String of(Arrears.Debt debt) {
    ReceivableKey key = debt.receivable().key();
    return "/" + key.charge() + "/" + key.period().start() + "/" + key.period().endExclusive() + "/" + key.revision();
  }

  private static ArrearsId id(Arrears.Debt debt) {
    return new ArrearsId(debt.receivable().key().contract(), debt.receivable().due());
  }
}
