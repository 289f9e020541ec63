package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.Arrears;
import org.leasekit.dunning.HeldAmounts;
import org.leasekit.dunning.LateFees;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Stores;

/**
 * Raises late fees as charges: for each day since a debt was charged last, the rate of what was owed of it and not held on
 * that day, see {@link OwedByDay}. What the host holds now it holds on all of these days. What is learnt of those days later
 * is for {@link LateFeeCorrector}.
 */
final class LateFeeBiller {

  /** Days for which a contract is charged. */
  private record Days(ContractNo contract, DateRange range) {}

  /** A debt, and what its days cost. */
  private record Late(Receivable debt, List<Derivation.Slice> slices) {}

  private final Stores stores;
  private final LessorProfile profile;
  private final HeldAmounts held;
  private final FeeNotes notes;

  LateFeeBiller(Stores stores, LessorProfile profile, HeldAmounts held) {
    this.stores = stores;
    this.profile = profile;
    this.held = held;
    this.notes = new FeeNotes(stores, profile);
  }

  /** Charges every debt from the day it was charged up to last, or was due, up to today. */
  List<Receivable> raise(Arrears arrears, LateFees fees, LocalDate today, Instant now) {
    String currency = arrears.total().getCurrency().getCurrencyCode();
    List<Receivable> wanted = new ArrayList<>();
    late(arrears, fees, today, now)
        .forEach(
            (days, debts) -> {
              List<Derivation.Slice> slices = debts.stream().flatMap(each -> each.slices().stream()).toList();
              Derivation derivation = fees.derivation(slices, currency);
              // what is less than the smallest unit waits for more days
              if (derivation.totalMinor() > 0) {
                wanted.add(receivable(arrears, days, derivation, today, now));
                debts.forEach(each -> notes.note(each.debt(), today, now));
              }
            });
    List<Receivable> added = stores.receivables().addAll(wanted);
    stores.journal().post(added.stream().map(one -> Bookkeeping.raised(one, now)).toList());
    return added;
  }

  private Map<Days, List<Late>> late(Arrears arrears, LateFees fees, LocalDate today, Instant now) {
    if (fees.perTenThousandADay() == 0) {
      return Map.of();
    }
    Set<ContractNo> contracts = new TreeSet<>();
    arrears.debts().forEach(debt -> contracts.add(debt.receivable().key().contract()));
    OwedByDay books = OwedByDay.of(stores, profile, contracts, now);
    Map<Days, List<Late>> late = new LinkedHashMap<>();
    for (Arrears.Debt each : arrears.debts()) {
      Receivable debt = each.receivable();
      long byHost = MinorUnits.of(held.held(debt));
      LocalDate from = notes.chargedUpTo(debt);
      List<Derivation.Slice> slices =
          fees.slices(debt, day -> books.freeMinor(debt, day, byHost), from, today);
      if (!slices.isEmpty()) {
        Days days = new Days(debt.key().contract(), DateRange.of(from, today));
        late.computeIfAbsent(days, key -> new ArrayList<>()).add(new Late(debt, slices));
      }
    }
    return late;
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
}
