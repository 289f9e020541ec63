package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.AdjustmentCause;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.Postings;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;

/**
 * What becomes of a deposit when its contract is renewed; joins the caller's unit of work.
 *
 * <p>The whole deposit that the successor asks for moves on, paid or not: what is not paid of it stays owed where it was
 * raised, and is a deposit of the successor once it is paid. Of what the successor does not ask for, what was never paid is
 * credited, and what was paid, and nothing else, goes back to the tenant.
 */
final class DepositMove {
  private final Stores stores;
  private final LessorProfile profile;
  private final Cashier cashier;

  DepositMove(Stores stores, LessorProfile profile, Cashier cashier) {
    this.stores = stores;
    this.profile = profile;
    this.cashier = cashier;
  }

  /** Moves a deposit, and answers with what is to be paid back of it, zero or more. */
  MonetaryAmount move(Contract old, Contract successor, CaseId cause, Instant now) {
    MonetaryAmount held = old.terms().deposit();
    MonetaryAmount wanted = successor.terms().deposit();
    MonetaryAmount moved = held.isGreaterThan(wanted) ? wanted : held;
    if (moved.isPositive()) {
      stores
          .journal()
          .post(
              List.of(
                  Bookkeeping.depositMoved(profile.lessor(), old.no(), successor.no(), moved, now)));
    }
    MonetaryAmount back = held.subtract(moved);
    if (back.isPositive()) {
      back = back.subtract(creditUnpaid(old, back, cause, now));
    }
    if (back.isPositive()) {
      stores
          .journal()
          .post(List.of(Bookkeeping.depositToPayBack(profile.lessor(), old.no(), back, now)));
    }
    return back;
  }

  /** Credits what is not asked for any more and was not paid, at most {@code most}; answers with how much that was. */
  private MonetaryAmount creditUnpaid(
      Contract old, MonetaryAmount most, CaseId cause, Instant now) {
    List<ContractNo> chain = withPredecessors(old);
    List<Adjustment> made = stores.adjustments().of(profile.lessor(), chain);
    List<Receivable> unpaid =
        stores.receivables().of(profile.lessor(), chain).stream()
            .filter(each -> each.key().charge().equals(ChargeCode.DEPOSIT))
            .filter(each -> each.key().revision() == 0 && each.outstanding().isPositive())
            .sorted(Comparator.comparing(each -> chain.indexOf(each.key().contract())))
            .toList();
    MonetaryAmount left = most;
    for (Receivable each : unpaid) {
      MonetaryAmount less =
          each.outstanding().isGreaterThan(left) ? left : each.outstanding();
      if (less.isPositive()) {
        credit(old, adjustment(each, less, made, cause, now), each, now);
        left = left.subtract(less);
      }
    }
    return most.subtract(left);
  }

  private void credit(Contract old, Adjustment credit, Receivable corrected, Instant now) {
    ContractNo raisedBy = credit.key().contract();
    if (!raisedBy.equals(old.no())) {
      // the liability came here with an earlier renewal, and is taken off where it was raised
      stores
          .journal()
          .post(
              List.of(
                  Bookkeeping.depositMoved(
                      profile.lessor(), old.no(), raisedBy, credit.amount(), now)));
    }
    stores.adjustments().addAll(List.of(credit));
    stores.journal().post(List.of(Postings.adjusted(credit, corrected.derivation().tax())));
    cashier.credit(List.of(credit), now);
  }

  private Adjustment adjustment(
      Receivable corrected, MonetaryAmount less, List<Adjustment> made, CaseId cause, Instant now) {
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
        new AdjustmentCause(List.of(), List.of("case " + cause)),
        derivation,
        now);
  }

  /** The contract first, then what it continues. */
  private List<ContractNo> withPredecessors(Contract contract) {
    List<ContractNo> chain = new ArrayList<>();
    Optional<Contract> at = Optional.of(contract);
    while (at.isPresent()) {
      chain.add(at.get().no());
      at =
          Optional.ofNullable(at.get().links().predecessor())
              .filter(no -> !chain.contains(no))
              .flatMap(no -> stores.contracts().find(profile.lessor(), no));
    }
    return chain;
  }
}
