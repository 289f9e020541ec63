package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.ContractCharges;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeterId;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.ledger.EntryId;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.StaleVersionException;
import org.leasekit.port.Stores;
import org.leasekit.settlement.Fund;
import org.leasekit.settlement.Netting;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementRejection;
import org.leasekit.settlement.SettlementStatement;

/**
 * Makes statements: finds out whether one can be made, has it netted, and books what that comes to. Joins the caller's unit of
 * work, which has locked the contract.
 */
final class SettlementDesk {
  private final Stores stores;
  private final LessorProfile profile;
  private final WaitingMoney waiting;
  private final DepositCredits credits;
  private final SettlementBooks books;
  private final SettlementRefunds refunds;
  private final Reckoner reckoner;

  SettlementDesk(Stores stores, LessorProfile profile, Cashier cashier, WaitingMoney waiting) {
    this.stores = stores;
    this.profile = profile;
    this.waiting = waiting;
    this.credits = new DepositCredits(stores, profile, cashier);
    this.books = new SettlementBooks(stores, profile, cashier);
    this.refunds = new SettlementRefunds(stores, profile);
    this.reckoner = new Reckoner(stores, profile);
  }

  Outcome<SettlementStatement> close(
      Contract contract, Settlement settlement, CloseSettlement command, Instant now) {
    if (command.number() <= settlement.statements()) {
      return Outcome.accepted(
          stores.settlements().statements(profile.lessor(), contract.no()).get(command.number() - 1));
    }
    Optional<Rejection> obstacle = obstacle(contract, settlement, command, now);
    if (obstacle.isPresent()) {
      return Outcome.rejected(obstacle.get());
    }
    if (settlement.isClosed() && !hasSomething(contract, command, now)) {
      return Outcome.rejected(new SettlementRejection.NothingToSettle(contract.no()));
    }
    return Outcome.accepted(make(contract, settlement, command, now));
  }

  private Optional<Rejection> obstacle(
      Contract contract, Settlement settlement, CloseSettlement command, Instant now) {
    ContractNo no = contract.no();
    LocalDate today = profile.day(now);
    if (command.number() > settlement.statements() + 1) {
      return Optional.of(
          new SettlementRejection.NotTheNextStatement(no, command.number(), settlement.statements() + 1));
    }
    if (contract.successor().isPresent()) {
      return Optional.of(new SettlementRejection.Continued(no, contract.successor().get()));
    }
    boolean ended =
        contract.status() == ContractStatus.EXPIRED || contract.status() == ContractStatus.TERMINATED;
    if (!ended || contract.endsOn().isAfter(today)) {
      return Optional.of(new SettlementRejection.NotEnded(no, contract.endsOn().toString()));
    }
    if (!settlement.openItems().isEmpty()) {
      return Optional.of(new SettlementRejection.OpenItems(no, settlement.openItems()));
    }
    return unfinishedBilling(contract, today, now);
  }

  private Optional<Rejection> unfinishedBilling(Contract contract, LocalDate today, Instant now) {
    List<MeterId> unread = unreadMeters(contract, now);
    if (!unread.isEmpty()) {
      return Optional.of(
          new SettlementRejection.MeterNotRead(contract.no(), unread, contract.endsOn().toString()));
    }
    Reckoned lacking = reckoner.reckon(List.of(contract), today, now).get(0);
    boolean finished =
        lacking.receivables().isEmpty() && lacking.adjustments().isEmpty() && lacking.next() == null;
    return finished
        ? Optional.empty()
        : Optional.of(new SettlementRejection.BillingNotFinished(contract.no()));
  }

  /** Meters without a reading on the day on which their charge ends or later: up to there nobody knows what they counted. */
  private List<MeterId> unreadMeters(Contract contract, Instant now) {
    ContractHistory history = new Histories(stores, profile.lessor()).of(contract);
    Instant known = history.latest().isAfter(now) ? history.latest() : now;
    List<MeterEnd> ends = stores.meters().ends(profile.lessor(), List.of(contract.no()));
    List<MeterId> unread = new ArrayList<>();
    for (MeteredTerms agreed : stores.meters().terms(profile.lessor(), List.of(contract.no()))) {
      @Nullable MeteredTerms terms = ContractCharges.metered(agreed, ends, history, known);
      boolean read =
          terms == null
              || stores.meters().readings(profile.lessor(), List.of(terms.meter())).stream()
                  .anyMatch(reading -> !reading.on().isBefore(terms.term().endExclusive()));
      if (!read) {
        unread.add(agreed.meter());
      }
    }
    return unread;
  }

  /** Whether another statement would move anything; nothing is stored. */
  private boolean hasSomething(Contract contract, CloseSettlement command, Instant now) {
    boolean unpaidDeposit = unpaidDeposits(contract, now).values().stream().anyMatch(MonetaryAmount::isPositive);
    return unpaidDeposit || statement(contract, command, net(contract, Map.of(), command, now), now).movesMoney();
  }

  private SettlementStatement make(
      Contract contract, Settlement settlement, CloseSettlement command, Instant now) {
    Map<ReceivableKey, MonetaryAmount> credited = creditUnpaid(contract, command, now);
    Netting.Case before = books(contract, credited, command, now);
    Netting.Result netted = net(before, now);
    SettlementStatement statement = statement(contract, command, netted, now);
    if (!stores.settlements().addStatement(statement)) {
      throw new StaleVersionException("settlement of " + contract.no());
    }
    books.book(before, netted, now);
    refunds.open(statement, now);
    stores.settlements().update(settlement.stated());
    return statement;
  }

  private SettlementStatement statement(
      Contract contract, CloseSettlement command, Netting.Result netted, Instant now) {
    return new SettlementStatement(
        profile.lessor(),
        contract.no(),
        command.number(),
        contract.terms().currency().getCurrencyCode(),
        netted.claims(),
        netted.funds(),
        command.by().strip(),
        command.evidence().strip(),
        now);
  }

  /** What of deposits was not paid and is not frozen: nobody asks for it any more. */
  private Map<ReceivableKey, MonetaryAmount> unpaidDeposits(Contract contract, Instant now) {
    List<Receivable> unpaid =
        new DepositsHeld(stores, profile, contract)
            .raised().stream().filter(each -> each.outstanding().isPositive()).toList();
    Freezes freezes = Freezes.of(stores, profile.lessor(), unpaid, now);
    Map<ReceivableKey, MonetaryAmount> free = new LinkedHashMap<>();
    for (Receivable each : unpaid) {
      long minor = each.outstandingMinor() - freezes.applyAsLong(each);
      free.put(each.key(), MinorUnits.amount(minor, each.amount().getCurrency()));
    }
    return free;
  }

  private Map<ReceivableKey, MonetaryAmount> creditUnpaid(
      Contract contract, CloseSettlement command, Instant now) {
    Map<ReceivableKey, MonetaryAmount> credited = unpaidDeposits(contract, now);
    String statement = "settlement " + contract.no() + ":" + command.number();
    for (Receivable each : new DepositsHeld(stores, profile, contract).raised()) {
      MonetaryAmount less = credited.get(each.key());
      if (less != null && less.isPositive()) {
        EntryId back =
            new EntryId("SETTLE-UNPAID:" + contract.no() + ":" + command.number() + ":" + each.key());
        credits.credit(
            contract, each, less, stores.adjustments().of(profile.lessor(), List.of(each.key().contract())),
            statement, back, now);
      }
    }
    return credited;
  }

  private Netting.Result net(
      Contract contract, Map<ReceivableKey, MonetaryAmount> credited, CloseSettlement command, Instant now) {
    return net(books(contract, credited, command, now), now);
  }

  private Netting.Result net(Netting.Case before, Instant now) {
    Freezes freezes =
        Freezes.of(
            stores, profile.lessor(), before.debts().stream().map(Netting.Debt::receivable).toList(), now);
    return Netting.net(before, freezes, profile.allocation(), now);
  }

  /** What is owed and what is here, after what was credited for the statement. */
  private Netting.Case books(
      Contract contract, Map<ReceivableKey, MonetaryAmount> credited, CloseSettlement command, Instant now) {
    DepositsHeld deposits = new DepositsHeld(stores, profile, contract);
    Map<ReceivableKey, Receivable> owed = new LinkedHashMap<>();
    List<ContractNo> lineage = Lineage.of(stores, profile.lessor(), contract);
    for (ContractNo no : lineage) {
      for (Receivable each : stores.receivables().open(profile.lessor(), no)) {
        owed.put(each.key(), each);
      }
    }
    Map<PaymentId, Payment> waits = new LinkedHashMap<>();
    lineage.stream()
        .flatMap(no -> stores.contracts().find(profile.lessor(), no).stream())
        .flatMap(each -> waiting.waitingFor(each).stream())
        .forEach(payment -> waits.put(payment.id(), payment));
    for (Receivable each : deposits.raised()) {
      if (credited.containsKey(each.key()) || each.outstanding().isPositive()) {
        owed.put(each.key(), each);
      }
    }
    return new Netting.Case(
        profile.lessor(),
        contract.no(),
        command.number(),
        contract.terms().currency().getCurrencyCode(),
        owed.values().stream()
            .map(each -> new Netting.Debt(each, credited.getOrDefault(each.key(), nothing(each))))
            .toList(),
        List.copyOf(waits.values()),
        deposits.held(now),
        Set.copyOf(lineage),
        depositors(waits.values()));
  }

  /** Whose deposits were given back something that they had paid. */
  private Map<PaymentId, ContractNo> depositors(Collection<Payment> waits) {
    Map<PaymentId, ContractNo> depositors = new HashMap<>();
    for (Payment payment : waits) {
      if (payment.id().isOfDeposit()) {
        depositors.put(payment.id(), depositor(payment));
      }
    }
    return depositors;
  }

  private ContractNo depositor(Payment payment) {
    for (SettlementStatement statement :
        stores.settlements().statements(profile.lessor(), payment.contract())) {
      int number = 0;
      for (Fund fund : statement.funds()) {
        number += fund.kind() == Fund.Kind.DEPOSIT ? 1 : 0;
        if (PaymentId.ofDeposit(statement.contract(), statement.number(), number).equals(payment.id())) {
          return fund.payer();
        }
      }
    }
    throw new IllegalStateException("no statement put a deposit as " + payment.id());
  }

  private static MonetaryAmount nothing(Receivable like) {
    return MinorUnits.amount(0, like.amount().getCurrency());
  }
}
