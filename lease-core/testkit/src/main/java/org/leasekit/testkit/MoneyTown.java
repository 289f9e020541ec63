package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.LeaseKit;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.amendment.Proof;
import org.leasekit.amendment.Proposal;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.RecordReading;
import org.leasekit.application.ReleaseLock;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.AccountRole;
import org.leasekit.memory.SettableClock;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.payment.Payment;
import org.leasekit.port.Records;
import org.leasekit.port.Stores;

/** {@link RenewalTown}, looked at for its money: the stage of {@link ReceivablesJourneyContract}. */
final class MoneyTown {
  final RenewalTown town;
  final Stores stores;
  final LeaseKit kit;
  final SettableClock clock;

  MoneyTown(Stores stores, Validator validator) {
    this(new RenewalTown(stores, validator, "2026-03-01", RenewalTown.profile(), RenewalTown.dunning()));
  }

  MoneyTown(RenewalTown town) {
    this.town = town;
    this.stores = town.stores;
    this.kit = town.kit;
    this.clock = town.clock;
  }

  Contract let(String no) {
    return let(no, lease -> {});
  }

  /** Six months from March 1, 2026 at 3100.00 a month, without a deposit. */
  Contract let(String no, Consumer<RenewalTown.Lease> details) {
    return town.let(
        no,
        lease -> {
          lease.start = "2026-03-01";
          lease.lastDay = "2026-08-31";
          lease.rent = "3100.00";
          lease.deposit = "0.00";
          details.accept(lease);
        });
  }

  /** A master that pays for A and B. */
  ContractNo tree() {
    Contract master =
        let(
            "M",
            lease -> {
              lease.master = true;
              lease.rent = "0.00";
            });
    let("A", lease -> lease.parent = "M");
    let("B", lease -> lease.parent = "M");
    return master.no();
  }

  Contract contract(String no) {
    return town.contract(no);
  }

  /** Bills what is due on a day. */
  void runOn(String day) {
    clock.set(RenewalTown.at(day, "00:00"));
    assertThat(kit.billing().raiseDue().setAside()).isEmpty();
  }

  Outcome<ReceivableLock> suspend(String id, ContractNo no, Instant from, @Nullable Instant until) {
    return locked(id, new LockScope.WholeContract(no), from, until, kit.locks()::suspend);
  }

  Outcome<ReceivableLock> extending(String id, Instant from, @Nullable Instant until) {
    return kit.locks()
        .suspend(
            new LockReceivables(
                id, new LockScope.WholeContract(new ContractNo("A")), LockReason.SUSPENSION, "mail", "tenant",
                "manager", from, until, true));
  }

  Outcome<ReceivableLock> locked(
      String id,
      LockScope scope,
      Instant from,
      @Nullable Instant until,
      Function<LockReceivables, Outcome<ReceivableLock>> how) {
    return how.apply(
        new LockReceivables(id, scope, LockReason.SUSPENSION, "mail", "tenant", "manager", from, until, false));
  }

  Outcome<ReceivableLock> release(String id, Instant at) {
    return kit.locks().release(new ReleaseLock(id, at, "manager", "over"));
  }

  /** Records an amendment and puts the contract on the agenda. */
  void amend(String no, String effective, Change change) {
    Contract contract = contract(no);
    ContractHistory before =
        stores
            .amendments()
            .find(RenewalTown.LESSOR, contract.no())
            .orElseGet(() -> ContractHistory.begin(Origin.of(contract, RenewalTown.at("2026-01-01", "00:00"))));
    Proposal proposal =
        new Proposal(LocalDate.parse(effective), new Proof("manager", "asked for", "mail"), change);
    stores
        .amendments()
        .append(before.record(proposal, clock.instant().plusSeconds(1), AmendmentPolicy.LENIENT).orElseThrow());
    stores.receivables().schedule(RenewalTown.LESSOR, contract.no(), LocalDate.parse("2026-03-01"));
  }

  /** Renews A on the last day but ten of its term; what is paid is the first month. */
  void renew() {
    town.goTo("2026-08-01", "10:00");
    clock.set(RenewalTown.at("2026-08-21", "10:00"));
    town.sign("A", "signature").orElseThrow();
    town.payRenewal("A", "P-renewal", "3100.00").orElseThrow();
  }

  Outcome<MeterReading> read(String id, String on, MeterReading.Kind kind, String value) {
    return kit.meters()
        .record(new RecordReading("M-7", id, LocalDate.parse(on), kind, new BigDecimal(value), "meter man"));
  }

  void pay(String id, String amount) {
    town.pay("A", id, amount).orElseThrow();
  }

  List<Receivable> rents(String no) {
    return town.receivables(no).stream().filter(each -> each.key().charge().equals(ChargeCode.RENT)).toList();
  }

  /** What is owed for each period that was raised, in order, corrections and all. */
  String months(String no) {
    TreeMap<LocalDate, Long> months = new TreeMap<>();
    for (Receivable each : rents(no)) {
      months.merge(
          each.key().period().start(), MinorUnits.of(each.amount()) - MinorUnits.of(each.credited()), Long::sum);
    }
    List<String> amounts = new ArrayList<>();
    LocalDate month = LocalDate.of(2026, 3, 1);
    while (!months.isEmpty() && !month.isAfter(months.lastKey())) {
      amounts.add(MinorUnits.plain(MinorUnits.amount(months.getOrDefault(month, 0L), "CNY")));
      month = month.plusMonths(1);
    }
    return String.join(" ", amounts);
  }

  /** All that is stored of money; that something was asked is recorded elsewhere. */
  List<List<?>> state() {
    Records records = stores.records();
    return List.of(
        Everything.all(records::contracts, RenewalTown.LESSOR),
        Everything.all(records::receivables, RenewalTown.LESSOR),
        Everything.all(records::locks, RenewalTown.LESSOR),
        Everything.all(records::journal, RenewalTown.LESSOR),
        Everything.all(records::payments, RenewalTown.LESSOR),
        adjustments(),
        stores.receivables().billable(RenewalTown.LESSOR, LocalDate.of(2999, 1, 1), 1000));
  }

  List<Adjustment> adjustments() {
    return Everything.all(stores.records()::adjustments, RenewalTown.LESSOR);
  }

  long balance(AccountRole account) {
    return town.balance(account);
  }

  /**
   * Debits are credits; what tenants owe is what is open; what came in is allocated or unapplied; what was raised and
   * corrected is what receivables come to.
   */
  void assertBooksAgree() {
    long trial = 0;
    for (AccountRole account : AccountRole.values()) {
      trial += balance(account);
    }
    assertThat(trial).as("trial balance").isZero();
    List<Receivable> receivables = Everything.all(stores.records()::receivables, RenewalTown.LESSOR);
    assertThat(receivables.stream().mapToLong(Receivable::outstandingMinor).sum())
        .as("outstanding").isEqualTo(balance(AccountRole.RECEIVABLE));
    List<Payment> payments = Everything.all(stores.records()::payments, RenewalTown.LESSOR);
    assertThat(-payments.stream().mapToLong(each -> MinorUnits.of(each.unapplied())).sum())
        .as("unapplied").isEqualTo(balance(AccountRole.UNAPPLIED_CASH));
    long received = payments.stream().mapToLong(each -> MinorUnits.of(each.amount())).sum();
    long allocated = receivables.stream().mapToLong(each -> MinorUnits.of(each.allocated())).sum();
    assertThat(received).as("received").isEqualTo(allocated - balance(AccountRole.UNAPPLIED_CASH));
    long raised =
        receivables.stream()
            .filter(each -> each.key().revision() == 0)
            .mapToLong(each -> MinorUnits.of(each.amount()))
            .sum();
    long corrected = adjustments().stream().mapToLong(Adjustment::signedMinor).sum();
    long owed =
        receivables.stream().mapToLong(each -> MinorUnits.of(each.amount()) - MinorUnits.of(each.credited())).sum();
    assertThat(owed).as("raised and corrected").isEqualTo(raised + corrected);
  }
}
