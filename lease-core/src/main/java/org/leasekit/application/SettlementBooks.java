package org.leasekit.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Receivable;
import org.leasekit.ledger.AccountRole;
import org.leasekit.payment.Allocations;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.Stores;
import org.leasekit.settlement.Fund;
import org.leasekit.settlement.Netting;

/** Books what netting comes to. Joins the caller's unit of work. */
final class SettlementBooks {
  private final Stores stores;
  private final LessorProfile profile;
  private final Cashier cashier;

  SettlementBooks(Stores stores, LessorProfile profile, Cashier cashier) {
    this.stores = stores;
    this.profile = profile;
    this.cashier = cashier;
  }

  /** Puts money and deposits to what is owed, and sends on its way what goes back. */
  void book(Netting.Case before, Netting.Result netted, Instant now) {
    Map<PaymentId, Allocations.Result> moves = new HashMap<>();
    netted.moves().forEach(move -> moves.put(move.payment().id(), move));
    List<Receivable> debts = before.debts().stream().map(Netting.Debt::receivable).toList();
    stores.receivables().updateAll(netted.receivables());
    for (int i = 0; i < netted.funds().size(); i++) {
      Fund fund = netted.funds().get(i);
      if (fund.kind() == Fund.Kind.PAYMENT) {
        Payment payment = before.payments().get(i);
        use(payment, moves.remove(payment.id()), fund.refunded(), debts);
        payBack(before, i, AccountRole.UNAPPLIED_CASH, payment, fund.refunded(), now);
      } else {
        payBack(before, i, AccountRole.DEPOSIT_LIABILITY, null, fund.refunded(), now);
      }
    }
    // what is left are deposits
    moves.values().stream()
        .sorted((one, other) -> one.payment().id().compareTo(other.payment().id()))
        .forEach(move -> useDeposit(move, debts));
  }

  private void use(
      Payment payment, Allocations.@Nullable Result move, MonetaryAmount back, List<Receivable> debts) {
    if (move == null && back.isZero()) {
      return;
    }
    Payment after = (move == null ? payment : move.payment()).apply(back);
    if (move == null) {
      stores.payments().update(after);
    } else {
      cashier.book(payment, new Allocations.Result(after, move.receivables(), move.allocations()), debts);
    }
  }

  private void useDeposit(Allocations.Result move, List<Receivable> debts) {
    Payment after = move.payment();
    Payment before =
        new Payment(
            after.lessor(), after.id(), after.contract(), after.reference(), after.amount(), after.amount(),
            after.receivedAt(), 0);
    if (!stores.payments().add(before)) {
      throw new IllegalStateException("paid by a deposit before: " + after.id());
    }
    stores.journal().post(List.of(Bookkeeping.depositApplied(before)));
    Payment stored = stores.payments().find(profile.lessor(), after.id()).orElseThrow();
    Payment used = stored.apply(before.amount().subtract(after.unapplied()));
    cashier.book(stored, new Allocations.Result(used, move.receivables(), move.allocations()), debts);
  }

  private void payBack(
      Netting.Case of, int fund, AccountRole from, @Nullable Payment payment, MonetaryAmount amount, Instant now) {
    if (amount.isPositive()) {
      stores
          .journal()
          .post(
              List.of(
                  Bookkeeping.settlementToPayBack(
                      profile.lessor(), of.contract(), of.number(), fund + 1, from,
                      payment == null ? of.contract() : payment.contract(), amount, now)));
    }
  }
}
