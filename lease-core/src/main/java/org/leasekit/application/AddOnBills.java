package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.leasekit.billing.BillingPeriod;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Stores;
import org.leasekit.renewal.AddOnLine;
import org.leasekit.renewal.Offer;

/**
 * Bills the add-ons of an offer, once for the whole term; {@code Reckoner} credits what an early end leaves unused. Joins
 * the caller's unit of work.
 */
final class AddOnBills {
  private final Stores stores;
  private final LessorProfile profile;

  AddOnBills(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** Raises a receivable for each add-on that costs something. */
  void raise(Contract successor, Offer offer, Instant now) {
    List<Receivable> wanted = new ArrayList<>();
    ContractNo payer = new Hierarchy(stores, profile.lessor()).payerOf(successor);
    for (AddOnLine line : offer.addOns()) {
      if (line.amount().isPositive()) {
        wanted.add(receivable(successor, line, payer, now));
      }
    }
    List<Receivable> added = stores.receivables().addAll(wanted);
    stores.journal().post(added.stream().map(each -> Bookkeeping.raised(each, now)).toList());
  }

  private Receivable receivable(
      Contract successor, AddOnLine line, ContractNo payer, Instant now) {
    BillingPeriod once =
        BillingPeriod.oneOff(
            successor.term(),
            MinorUnits.of(line.amount()),
            successor.terms().currency().getCurrencyCode(),
            successor.term().start(),
            profile.dueRoll(),
            profile.calendar());
    return Receivable.raised(
        successor.lessor(),
        new ReceivableKey(successor.no(), line.id().charge(), once.range(), 0),
        payer,
        once.unadjustedDue(),
        once.due(),
        line.amount(),
        once.derivation(),
        now);
  }
}
