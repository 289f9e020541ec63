package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.AmountExplanation;
import org.leasekit.billing.BillingRejection;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ContractCharges;
import org.leasekit.billing.Discount;
import org.leasekit.billing.Locks;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.billing.Metering;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.Contract;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/** Gathers where an amount came from, as it was known when it was raised or corrected. */
final class Explainer {
  private final Stores stores;
  private final LessorProfile profile;
  private final Histories histories;

  Explainer(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.histories = new Histories(stores, profile.lessor());
  }

  Outcome<AmountExplanation> explain(Contract contract, ReceivableKey key) {
    List<Receivable> receivables = stores.receivables().of(profile.lessor(), List.of(key.contract()));
    Optional<Receivable> base =
        receivables.stream()
            .filter(each -> each.key().isOfSameAmount(key) && each.key().revision() == 0)
            .findAny();
    @Nullable Adjustment adjustment =
        stores.adjustments().of(profile.lessor(), List.of(key.contract())).stream()
            .filter(each -> each.key().equals(key))
            .findAny()
            .orElse(null);
    if (base.isEmpty() || (key.revision() > 0 && adjustment == null)) {
      return Outcome.rejected(new BillingRejection.NothingRaised(key));
    }
    return Outcome.accepted(explain(contract, base.get(), adjustment));
  }

  private AmountExplanation explain(Contract contract, Receivable base, @Nullable Adjustment adjustment) {
    Instant known = adjustment == null ? base.raisedAt() : adjustment.at();
    ReceivableKey key = adjustment == null ? base.key() : adjustment.key();
    LocalDate due = adjustment == null ? base.due() : adjustment.due();
    return new AmountExplanation(
        key,
        adjustment == null ? base.amount() : adjustment.amount(),
        adjustment == null ? base.unadjustedDue() : due,
        due,
        adjustment == null ? base.derivation() : adjustment.derivation(),
        key.charge().equals(ChargeCode.RENT)
            ? ContractCharges.rates(contract.terms(), histories.of(contract), known, key.period())
            : List.of(),
        discounts(contract, key, known),
        suspended(contract, key, known),
        amendments(contract, key, known),
        readings(contract, key, known),
        adjustment,
        oneOff(contract, key));
  }

  private @Nullable OneOffCharge oneOff(Contract contract, ReceivableKey key) {
    return OneOffCharge.isOneOff(key.charge())
        ? stores.oneOffCharges().of(profile.lessor(), contract.no()).stream()
            .filter(each -> each.key().isOfSameAmount(key))
            .findAny()
            .orElse(null)
        : null;
  }

  private List<Discount> discounts(Contract contract, ReceivableKey key, Instant known) {
    return key.charge().equals(ChargeCode.RENT)
        ? ContractCharges.discounts(ContractCharges.rules(histories.of(contract), known), key.period())
        : List.of();
  }

  private List<AmountExplanation.Suspended> suspended(Contract contract, ReceivableKey key, Instant known) {
    if (OneOffCharge.isOneOff(key.charge())) {
      // owed whether the contract rests on that day or not
      return List.of();
    }
    Ancestry ancestry = Ancestry.of(stores, profile.lessor(), List.of(contract), known);
    List<AmountExplanation.Suspended> suspended = new ArrayList<>();
    for (ReceivableLock lock : Locks.asKnownAt(stores.locks().of(profile.lessor(), ancestry.all()), known)) {
      Locks.suspended(List.of(lock), key.contract(), key.charge(), ancestry.above(contract.no()), key.period(), profile.zone())
          .forEach(days -> suspended.add(new AmountExplanation.Suspended(days, lock)));
    }
    return suspended;
  }

  private List<MeterReading> readings(Contract contract, ReceivableKey key, Instant known) {
    for (MeteredTerms terms : stores.meters().terms(profile.lessor(), List.of(key.contract()))) {
      if (terms.charge().equals(key.charge())) {
        List<MeterReading> readings =
            stores.meters().readings(profile.lessor(), List.of(terms.meter())).stream()
                .filter(reading -> !reading.knownAt().isAfter(known))
                .toList();
        return Metering.restsOn(
            ContractCharges.metered(terms, histories.of(contract), known), readings, key.period());
      }
    }
    return List.of();
  }

  /** Those that bear on rent or term and take effect before the period is over. */
  private List<Amendment> amendments(Contract contract, ReceivableKey key, Instant known) {
    if (OneOffCharge.isOneOff(key.charge())) {
      return List.of();
    }
    ContractHistory history = histories.of(contract);
    return history.live(known).stream()
        .filter(amendment -> ContractCharges.bearsOn(amendment, key.period()))
        .toList();
  }
}
