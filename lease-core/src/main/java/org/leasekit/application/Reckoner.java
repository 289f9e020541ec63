package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.Above;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.BillingPeriod;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ContractCharges;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Metering;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.billing.Reckoning;
import org.leasekit.billing.TermCharges;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Offers;

/**
 * Finds out what contracts have to be charged: loads what is known of them, asks {@link Reckoning}, and stores nothing.
 */
final class Reckoner {
  private final Stores stores;
  private final LessorProfile profile;
  private final Histories histories;

  Reckoner(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.histories = new Histories(stores, profile.lessor());
  }

  /** What is known of some contracts and what they were charged. */
  private record Known(
      Hierarchy hierarchy,
      Ancestry ancestry,
      Map<ContractNo, ContractHistory> histories,
      List<ReceivableLock> locks,
      Map<ContractNo, List<Receivable>> receivables,
      Map<ContractNo, List<Adjustment>> adjustments,
      List<MeteredTerms> metered,
      List<MeterEnd> meterEnds,
      List<MeterReading> readings) {}

  /** What each of some contracts lacks by a day, in the order given. */
  List<Reckoned> reckon(Collection<Contract> contracts, LocalDate through, Instant now) {
    Known known = load(contracts, now);
    return contracts.stream().map(contract -> reckon(contract, known, through, now)).toList();
  }

  private Known load(Collection<Contract> contracts, Instant now) {
    Hierarchy hierarchy = new Hierarchy(stores, profile.lessor());
    hierarchy.prepare(contracts);
    Ancestry ancestry = Ancestry.of(stores, profile.lessor(), contracts, now);
    List<ContractNo> numbers = contracts.stream().map(Contract::no).toList();
    Map<ContractNo, List<Receivable>> receivables = new HashMap<>();
    for (Receivable each : stores.receivables().of(profile.lessor(), numbers)) {
      receivables.computeIfAbsent(each.key().contract(), no -> new ArrayList<>()).add(each);
    }
    Map<ContractNo, List<Adjustment>> adjustments = new HashMap<>();
    for (Adjustment each : stores.adjustments().of(profile.lessor(), numbers)) {
      adjustments.computeIfAbsent(each.key().contract(), no -> new ArrayList<>()).add(each);
    }
    List<MeteredTerms> metered = stores.meters().terms(profile.lessor(), numbers);
    List<MeterReading> readings =
        metered.isEmpty()
            ? List.of()
            : stores.meters().readings(profile.lessor(), metered.stream().map(MeteredTerms::meter).toList());
    return new Known(
        hierarchy, ancestry, byNumber(histories.ofAll(contracts)),
        stores.locks().of(profile.lessor(), ancestry.all()), receivables, adjustments, metered,
        metered.isEmpty() ? List.of() : stores.meters().ends(profile.lessor(), numbers), readings);
  }

  private static Map<ContractNo, ContractHistory> byNumber(List<ContractHistory> histories) {
    Map<ContractNo, ContractHistory> byNumber = new HashMap<>();
    histories.forEach(history -> byNumber.put(history.origin().contract(), history));
    return byNumber;
  }

  private Reckoned reckon(Contract contract, Known known, LocalDate through, Instant now) {
    ContractHistory history = history(known, contract);
    // what is stored is known: of two amendments at one instant the second is recorded as known a moment later
    Instant knownAt = history.latest().isAfter(now) ? history.latest() : now;
    if (!isBillable(contract, history, knownAt)) {
      return Reckoned.nothing(contract);
    }
    ContractNo payer = known.hierarchy().payerOf(contract);
    Ledgered books =
        new Ledgered(
            known.receivables().getOrDefault(contract.no(), List.of()),
            known.adjustments().getOrDefault(contract.no(), List.of()));
    List<Receivable> raised = new ArrayList<>();
    addDeposit(raised, contract, history, known, books, payer, through, now);
    Reckoning.Charge rent = rent(contract, history, known, knownAt);
    Reckoning.Plan plan =
        Reckoning.plan(rent, known.locks(), books.raised(ChargeCode.RENT), through);
    List<Reckoning.Plan> plans = new ArrayList<>(List.of(plan));
    for (MeteredTerms terms : known.metered()) {
      if (terms.contract().equals(contract.no())) {
        plans.add(meter(terms, history, known, knownAt, rent.above(), books.raised(terms.charge())));
      }
    }
    List<Adjustment> adjustments = new ArrayList<>();
    for (Reckoning.Plan each : plans) {
      each.amounts().forEach(amount -> raised.add(receivable(contract, amount, payer, now)));
      each.corrections().forEach(correction -> adjustments.add(adjustment(correction, books, now)));
    }
    addOns(contract, rent, books, ContractCharges.terminatedOn(history, knownAt))
        .forEach(correction -> adjustments.add(adjustment(correction, books, now)));
    return new Reckoned(contract, raised, adjustments, books.taxes(adjustments), plan.next());
  }

  private Reckoning.Plan meter(
      MeteredTerms agreed,
      ContractHistory history,
      Known known,
      Instant knownAt,
      Above above,
      List<Reckoning.Raised> raised) {
    List<Reckoning.TermsChange> changes = ContractCharges.changes(agreed, known.meterEnds(), history, knownAt);
    @Nullable MeteredTerms terms = ContractCharges.metered(agreed, known.meterEnds(), history, knownAt);
    return terms == null
        ? Metering.nothing(agreed, changes, known.locks(), above, raised, profile.zone())
        : Metering.plan(terms, known.readings(), changes, known.locks(), above, raised, profile.zone());
  }

  /** What an early end leaves unused of add-ons. */
  private static List<Reckoning.Correction> addOns(
      Contract contract, Reckoning.Charge rent, Ledgered books, @Nullable LocalDate endsOn) {
    String currency = contract.terms().currency().getCurrencyCode();
    return books.addOns().stream()
        .flatMap(charge -> TermCharges.corrections(rent, books.raised(charge), endsOn, currency).stream())
        .toList();
  }

  private Reckoning.Charge rent(Contract contract, ContractHistory history, Known known, Instant knownAt) {
    Reckoning.Charge rent =
        ContractCharges.rent(
            contract.terms(), history, knownAt, known.ancestry().above(contract.no()), profile.dueRoll(),
            profile.zone());
    boolean inLockedTree = known.locks().stream().anyMatch(lock -> lock.scope() instanceof LockScope.Subtree);
    // a move changes what is owed where a tree is locked, and nowhere else
    return inLockedTree ? rent.withChanges(known.ancestry().changes(contract.no())) : rent;
  }

  private static ContractHistory history(Known known, Contract contract) {
    ContractHistory history = known.histories().get(contract.no());
    if (history == null) {
      throw new IllegalStateException("no history of " + contract.no());
    }
    return history;
  }

  /** A term that never began is not billed; one that was cut short is, if it is known where, so that it is settled. */
  private static boolean isBillable(Contract contract, ContractHistory history, Instant now) {
    return contract.status() == ContractStatus.TERMINATED
        ? ContractCharges.terminatedOn(history, now) != null
        : contract.status() == ContractStatus.ACTIVE || contract.status().isEnded();
  }

  /** The deposit is raised once, with the first period, whatever becomes of the term. */
  private void addDeposit(
      List<Receivable> raised,
      Contract contract,
      ContractHistory history,
      Known known,
      Ledgered books,
      ContractNo payer,
      LocalDate through,
      Instant now) {
    LocalDate start = history.origin().term().start();
    if (through.isBefore(start) || books.has(ChargeCode.DEPOSIT)) {
      return;
    }
    @Nullable BillingPeriod deposit =
        ContractCharges.deposit(
            history, now, depositToRaise(contract, known.hierarchy()), profile.dueRoll().adjust(start, profile.calendar()));
    if (deposit != null) {
      raised.add(
          Receivable.raised(
              contract.lessor(),
              new ReceivableKey(contract.no(), ChargeCode.DEPOSIT, deposit.range(), 0),
              payer,
              deposit.unadjustedDue(),
              deposit.due(),
              MinorUnits.amount(deposit.amountMinor(), contract.terms().currency()),
              deposit.derivation(),
              now));
    }
  }

  private static MonetaryAmount depositToRaise(Contract contract, Hierarchy hierarchy) {
    ContractNo predecessor = contract.links().predecessor();
    MonetaryAmount wanted = contract.terms().deposit();
    if (predecessor == null) {
      return wanted;
    }
    return hierarchy
        .find(predecessor)
        .map(before -> Offers.topUp(before.terms().deposit(), wanted))
        .orElse(wanted);
  }

  private Receivable receivable(
      Contract contract, Reckoning.NewAmount amount, ContractNo payer, Instant now) {
    return Receivable.raised(
        contract.lessor(),
        amount.key(),
        payer,
        amount.unadjustedDue(),
        profile.dueRoll().adjust(amount.unadjustedDue(), profile.calendar()),
        MinorUnits.amount(amount.minor(), contract.terms().currency()),
        amount.derivation(),
        now);
  }

  /** Due with what it corrects, or on the day it is made if that is later. */
  private Adjustment adjustment(Reckoning.Correction correction, Ledgered books, Instant now) {
    Receivable corrected = books.base(correction.key());
    LocalDate today = profile.dueRoll().adjust(profile.day(now), profile.calendar());
    LocalDate due = corrected.due().isAfter(today) ? corrected.due() : today;
    return Adjustment.of(profile.lessor(), correction, corrected.payer(), due, now);
  }
}
