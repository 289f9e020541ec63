package org.leasekit.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.BillingPeriod;
import org.leasekit.billing.BillingRejection;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ContractCharges;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.Tax;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementRejection;

/**
 * Raises charges that are owed once, with the contract's tax, for whoever pays the contract's bills. Joins the caller's
 * unit of work.
 */
final class OneOffBiller {
  private final Stores stores;
  private final LessorProfile profile;

  OneOffBiller(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** The charge, new or as it is known; rejected when its id is another one's, or it cannot be. */
  Outcome<OneOffCharge> raise(RaiseCharge command, Contract locked, Instant now) {
    return payable(locked, command.amount()).then(amount -> raise(command, amount, locked, now));
  }

  private Outcome<OneOffCharge> raise(
      RaiseCharge command, MonetaryAmount amount, Contract contract, Instant now) {
    Optional<OneOffCharge> known =
        stores.oneOffCharges().find(profile.lessor(), command.chargeId().strip());
    if (known.isPresent()) {
      return same(known.get(), charge(command, known.get().key().charge(), amount, now));
    }
    return isSettled(contract.no())
        ? Outcome.rejected(new SettlementRejection.Settled(contract.no()))
        : add(charge(command, freeCode(command), amount, now), contract, now);
  }

  private boolean isSettled(ContractNo no) {
    return stores.settlements().find(profile.lessor(), no).filter(Settlement::isClosed).isPresent();
  }

  private static Outcome<OneOffCharge> same(OneOffCharge known, OneOffCharge wanted) {
    return known.asksForTheSameAs(wanted)
        ? Outcome.accepted(known)
        : Outcome.rejected(new BillingRejection.ChargeIdTaken(known.id()));
  }

  private static Outcome<MonetaryAmount> payable(Contract contract, MonetaryAmount amount) {
    String own = contract.terms().currency().getCurrencyCode();
    String given = amount.getCurrency().getCurrencyCode();
    if (!own.equals(given)) {
      return Outcome.rejected(new BillingRejection.ChargeInOtherCurrency(contract.no(), given, own));
    }
    if (!amount.isPositive()) {
      return Outcome.rejected(
          new BillingRejection.ChargeNotAboveZero(contract.no(), amount.getNumber().toString()));
    }
    return OtherHalves.exact(contract.no(), amount, own);
  }

  private OneOffCharge charge(
      RaiseCharge command, ChargeCode code, MonetaryAmount amount, Instant now) {
    return new OneOffCharge(
        profile.lessor(),
        command.chargeId().strip(),
        command.kind().strip(),
        new ReceivableKey(new ContractNo(command.contractNo().strip()), code, day(command), 0),
        amount,
        command.reason().strip(),
        command.evidence().strip(),
        command.raisedBy().strip(),
        now);
  }

  /** The first code of its kind that the contract is not charged under for that day. */
  private ChargeCode freeCode(RaiseCharge command) {
    DateRange day = day(command);
    Set<ChargeCode> taken =
        stores
            .receivables()
            .of(profile.lessor(), List.of(new ContractNo(command.contractNo().strip())))
            .stream()
            .filter(each -> each.key().period().equals(day))
            .map(each -> each.key().charge())
            .collect(Collectors.toSet());
    String kind = command.kind().strip();
    int number = 1;
    while (taken.contains(OneOffCharge.chargeOf(kind, number))) {
      number++;
    }
    return OneOffCharge.chargeOf(kind, number);
  }

  private static DateRange day(RaiseCharge command) {
    return DateRange.ofClosed(command.owedOn(), command.owedOn());
  }

  private Outcome<OneOffCharge> add(OneOffCharge charge, Contract contract, Instant now) {
    if (!stores.oneOffCharges().add(charge)) {
      // somebody has raised it for another contract at the same time
      return Outcome.rejected(new BillingRejection.ChargeIdTaken(charge.id()));
    }
    List<Receivable> added = stores.receivables().addAll(List.of(receivable(charge, contract, now)));
    stores.journal().post(added.stream().map(each -> Bookkeeping.raised(each, now)).toList());
    return Outcome.accepted(charge);
  }

  private Receivable receivable(OneOffCharge charge, Contract contract, Instant now) {
    String currency = contract.terms().currency().getCurrencyCode();
    BillingPeriod once =
        BillingPeriod.oneOff(
            charge.key().period(),
            MinorUnits.of(charge.amount()),
            currency,
            charge.owedOn(),
            profile.dueRoll(),
            profile.calendar());
    Derivation derivation =
        new Derivation(
            Derivation.ONE_OFF, once.amountMinor(), once.derivation().slices(), currency, tax(contract, now));
    return Receivable.raised(
        profile.lessor(),
        charge.key(),
        new Hierarchy(stores, profile.lessor()).payerOf(contract),
        once.unadjustedDue(),
        once.due(),
        MinorUnits.amount(derivation.totalMinor(), currency),
        derivation,
        now);
  }

  private Tax tax(Contract contract, Instant now) {
    ContractHistory history = new Histories(stores, profile.lessor()).of(contract);
    Instant known = history.latest().isAfter(now) ? history.latest() : now;
    ChargeRules.Levy levy = ContractCharges.rules(history, known).tax();
    return new Tax(levy.basisPoints(), levy.included());
  }
}
