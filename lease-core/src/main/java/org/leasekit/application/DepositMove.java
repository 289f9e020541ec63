package org.leasekit.application;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.money.MonetaryAmount;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
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
  private final DepositCredits credits;

  DepositMove(Stores stores, LessorProfile profile, Cashier cashier) {
    this.stores = stores;
    this.profile = profile;
    this.credits = new DepositCredits(stores, profile, cashier);
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
    List<ContractNo> chain = Lineage.of(stores, profile.lessor(), old);
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
        credits.credit(
            old, each, less, made, "case " + cause, Bookkeeping.depositMove(old.no(), each.key().contract()), now);
        left = left.subtract(less);
      }
    }
    return most.subtract(left);
  }
}
