package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.money.MonetaryAmount;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.AdjustmentCause;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.EntryId;
import org.leasekit.ledger.Postings;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Stores;

/** Takes off what is not asked for any more of deposits that were not paid. Joins the caller's unit of work. */
final class DepositCredits {
  private final Stores stores;
  private final LessorProfile profile;
  private final Cashier cashier;

  DepositCredits(Stores stores, LessorProfile profile, Cashier cashier) {
    this.stores = stores;
    this.profile = profile;
    this.cashier = cashier;
  }

  /**
   * Credits a part of a deposit.
   *
   * @param holder the contract that has the liability now, that raised it or that continues it
   * @param less above zero, at most what is outstanding
   * @param made the adjustments that there are
   * @param cause what is named as the cause
   * @param back id of the entry that takes the liability back to where it was raised
   */
  void credit(
      Contract holder,
      Receivable deposit,
      MonetaryAmount less,
      Collection<Adjustment> made,
      String cause,
      EntryId back,
      Instant now) {
    Adjustment credit = adjustment(deposit, less, made, cause, now);
    ContractNo raisedBy = credit.key().contract();
    if (!raisedBy.equals(holder.no())) {
      // the liability came here with an earlier renewal, and is taken off where it was raised
      stores
          .journal()
          .post(
              List.of(
                  Bookkeeping.depositMoved(
                      profile.lessor(), back, holder.no(), raisedBy, credit.amount(), now)));
    }
    stores.adjustments().addAll(List.of(credit));
    stores.journal().post(List.of(Postings.adjusted(credit, deposit.derivation().tax())));
    cashier.credit(List.of(credit), now);
  }

  private Adjustment adjustment(
      Receivable corrected, MonetaryAmount less, Collection<Adjustment> made, String cause, Instant now) {
    ReceivableKey key = corrected.key();
    int revision =
        1
            + made.stream()
                .map(Adjustment::key)
                .filter(key::isOfSameAmount)
                .mapToInt(ReceivableKey::revision)
                .max()
                .orElse(0);
    MonetaryAmount after = corrected.amount().subtract(corrected.credited()).subtract(less);
    Derivation derivation =
        new Derivation(
            Derivation.ONE_OFF,
            MinorUnits.of(after),
            List.of(new Derivation.Slice(key.period(), 1, 1)),
            corrected.derivation().currency());
    return new Adjustment(
        profile.lessor(),
        new ReceivableKey(key.contract(), key.charge(), key.period(), revision),
        corrected.payer(),
        corrected.due(),
        Adjustment.Side.CREDIT,
        less,
        after,
        new AdjustmentCause(List.of(), List.of(cause)),
        derivation,
        now);
  }
}
