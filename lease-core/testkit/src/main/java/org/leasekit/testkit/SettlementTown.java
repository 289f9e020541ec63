package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leasekit.LeaseKit;
import org.leasekit.application.ClearItem;
import org.leasekit.application.CloseSettlement;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.OpenSettlement;
import org.leasekit.application.RaiseCharge;
import org.leasekit.application.WaiveItem;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.AccountRole;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.payment.Payment;
import org.leasekit.port.Stores;
import org.leasekit.renewal.StewardTask;
import org.leasekit.settlement.Fund;
import org.leasekit.settlement.ItemCode;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementStatement;

/** A town whose leases of one month, March 2026 at 3100.00 with a deposit of 1000.00, end and are settled. */
final class SettlementTown {
  final MoneyTown money;
  final RenewalTown town;
  final LeaseKit kit;
  final Stores stores;

  SettlementTown(Stores stores, Validator validator) {
    this(stores, validator, RenewalTown.profile());
  }

  SettlementTown(Stores stores, Validator validator, LessorProfile profile) {
    this(new RenewalTown(stores, validator, "2026-03-01", profile));
  }

  SettlementTown(RenewalTown town) {
    this.money = new MoneyTown(town);
    this.town = town;
    this.kit = town.kit;
    this.stores = town.stores;
  }

  void let(String no) {
    let(no, lease -> {});
  }

  void let(String no, Consumer<RenewalTown.Lease> details) {
    money.let(
        no,
        lease -> {
          lease.lastDay = "2026-03-31";
          lease.deposit = "1000.00";
          details.accept(lease);
        });
  }

  void pay(String no, String id, String amount) {
    town.pay(no, id, amount).orElseThrow();
  }

  Outcome<OneOffCharge> charge(String id, String no, String kind, String amount, String day) {
    return kit.charges()
        .raise(
            new RaiseCharge(
                id, no, kind, RenewalTown.yuan(amount), LocalDate.parse(day), "broken lamp", "photo 7",
                "finance-1"));
  }

  Outcome<Settlement> open(String no) {
    return kit.settlements().open(new OpenSettlement(no, "steward-a"));
  }

  Outcome<Settlement> clear(String no, ItemCode item, @Nullable String charge) {
    return kit.settlements()
        .clear(
            new ClearItem(
                no, item, "steward-a", "protocol", charge == null ? "" : "scratched wall",
                charge == null ? null : RenewalTown.yuan(charge)));
  }

  /** Opens a settlement and sees to everything but what it costs. */
  void ready(String no) {
    open(no).orElseThrow();
    for (ItemCode item : List.of(ItemCode.METERS, ItemCode.DAMAGE, ItemCode.KEYS, ItemCode.DEPOSIT)) {
      clear(no, item, null).orElseThrow();
    }
    kit.settlements()
        .waive(new WaiveItem(no, ItemCode.ACCESS_CARDS, "supervisor-1", "none were given", ""))
        .orElseThrow();
  }

  Outcome<SettlementStatement> close(String no, int number) {
    return kit.settlements().close(new CloseSettlement(no, number, "finance-1", "signed protocol"));
  }

  List<StewardTask> refunds() {
    return kit.tasks().open().stream()
        .filter(task -> task.kind() == StewardTask.Kind.DEPOSIT_REFUND)
        .toList();
  }

  /** Pays back whatever there is to be paid back. */
  void payBack() {
    for (StewardTask task : refunds()) {
      kit.tasks().paidBack(task.id(), "BANK-1").orElseThrow();
    }
  }

  long outstanding(String no) {
    return town.receivables(no).stream().mapToLong(Receivable::outstandingMinor).sum();
  }

  long balance(AccountRole account, String no) {
    return town.balance(account, no);
  }

  List<SettlementStatement> statements(String no) {
    return stores.settlements().statements(RenewalTown.LESSOR, new ContractNo(no));
  }

  /** What a statement comes to: owed, netted, still owed, frozen; deposit, received, applied, back, held. */
  static String sums(SettlementStatement statement) {
    return String.join(
        " ",
        List.of(
                statement.owed(), statement.netted(), statement.stillOwed(), statement.frozen(),
                statement.deposit(), statement.unapplied(), statement.applied(), statement.refunded(),
                statement.heldBack())
            .stream()
            .map(MinorUnits::plain)
            .toList());
  }

  /** Debits are credits, and every unit of money that came is put to something, waits, or was given back. */
  void assertBooksAgree() {
    long trial = 0;
    for (AccountRole account : AccountRole.values()) {
      trial += town.balance(account);
    }
    assertThat(trial).as("trial balance").isZero();
    List<Receivable> receivables =
        Everything.all(stores.records()::receivables, RenewalTown.LESSOR);
    assertThat(receivables.stream().mapToLong(Receivable::outstandingMinor).sum())
        .as("outstanding")
        .isEqualTo(town.balance(AccountRole.RECEIVABLE));
    List<Payment> payments = Everything.all(stores.records()::payments, RenewalTown.LESSOR);
    long unapplied = payments.stream().mapToLong(each -> MinorUnits.of(each.unapplied())).sum();
    assertThat(-unapplied).as("unapplied").isEqualTo(town.balance(AccountRole.UNAPPLIED_CASH));
    long received = payments.stream().mapToLong(each -> MinorUnits.of(each.amount())).sum();
    long allocated =
        receivables.stream().mapToLong(each -> MinorUnits.of(each.allocated())).sum();
    assertThat(received)
        .as("received is allocated, unapplied and refunded")
        .isEqualTo(allocated + unapplied + refundedPayments());
  }

  private long refundedPayments() {
    List<Settlement> settlements = new ArrayList<>();
    stores.settlements().forEach(RenewalTown.LESSOR, settlements::add);
    return settlements.stream()
        .flatMap(each -> statements(each.contract().value()).stream())
        .flatMap(each -> each.funds().stream())
        .filter(fund -> fund.kind() == Fund.Kind.PAYMENT)
        .mapToLong(fund -> MinorUnits.of(fund.refunded()))
        .sum();
  }
}
