package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Standing;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.contract.Links;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Contracts;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Offer;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Renewals;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementRejection;

/**
 * Makes the contract that continues another: the unit, the hierarchy, the deposit, the first
 * receivables. Joins the caller's unit of work.
 */
final class Succession {
  private final Stores stores;
  private final LessorProfile profile;
  private final BillingService billing;
  private final Cashier cashier;
  private final Inheritance inheritance;
  private final Bookings bookings;
  private final DepositMove deposits;
  private final WaitingSubs waiting;

  /**
   * What a renewal led to.
   *
   * @param refund what is to be paid back of the old deposit, zero or more
   * @param unfit contracts below a renewed master that run longer than it does now
   */
  record Succeeded(Contract successor, MonetaryAmount refund, List<Contract> unfit) {}

  Succession(Stores stores, LessorProfile profile, BillingService billing, Cashier cashier) {
    this.stores = stores;
    this.profile = profile;
    this.billing = billing;
    this.cashier = cashier;
    this.inheritance = new Inheritance(stores, profile);
    this.bookings = new Bookings(stores, profile);
    this.deposits = new DepositMove(stores, profile, cashier);
    this.waiting = new WaitingSubs(stores, profile);
  }

  /**
   * Holds what renewals concern: the contracts, the masters that their successors may come below, and, when subs are going
   * to move, the hierarchy and the subs. To be called before any contract is locked.
   */
  void lock(Collection<RenewalCase> renewals) {
    Set<ContractNo> renewed =
        renewals.stream().map(RenewalCase::contract).collect(Collectors.toCollection(TreeSet::new));
    if (stores.contracts().findAll(profile.lessor(), renewed).stream().anyMatch(Contract::master)) {
      inheritance.lock();
    }
    ContractLocks locks = new ContractLocks(stores, profile.lessor());
    locks.take(
        () -> {
          Set<ContractNo> concerned = new TreeSet<>();
          for (ContractNo no : renewed) {
            concerned.addAll(locks.withMaster(no));
            concerned.addAll(waiting.concerned(no, locks));
          }
          return concerned;
        });
  }

  /** The successor of a renewed case, or why there can be none. */
  Outcome<Succeeded> succeed(RenewalCase renewal, Instant now) {
    lock(List.of(renewal));
    Contract old =
        stores
            .contracts()
            .lock(profile.lessor(), renewal.contract())
            .orElseThrow(() -> new IllegalStateException("case without contract: " + renewal.id()));
    if (stores.settlements().find(profile.lessor(), old.no()).filter(Settlement::isClosed).isPresent()) {
      // its deposit has been used or is on its way back
      return Outcome.rejected(new SettlementRejection.Settled(old.no()));
    }
    return placeFor(old, renewal, no -> stores.contracts().lock(profile.lessor(), no))
        .then(
            master ->
                Lifecycle.move(
                    draft(old, renewal.offer(), master.orElse(null), now), ContractStatus.ACTIVE, "tenant",
                    "renewal", evidence(renewal), now))
        .then(step -> add(old, step, renewal))
        .map(
            successor -> {
              stores.contracts().update(old.withLinks(old.links().withSuccessor(successor.no())));
              Optional.ofNullable(successor.unit()).ifPresent(unit -> bookings.close(List.of(unit), now));
              MonetaryAmount refund = deposits.move(old, successor, renewal.id(), now);
              inheritance.takeOver(old, successor, renewal, now);
              new CarriedLocks(stores, profile).carry(old.no(), successor, now);
              new MeterAgreements(stores, profile).takeOver(old, successor, now);
              startSchedule(renewal, successor, now);
              List<Contract> unfit =
                  old.master() ? waiting.renewed(old, successor, renewal, now) : List.of();
              return new Succeeded(successor, refund, unfit);
            });
  }

  private Outcome<Contract> add(Contract old, Lifecycle.Step step, RenewalCase renewal) {
    Contract successor = step.contract();
    Contracts.Added added = stores.contracts().add(successor, List.of(step.change()));
    return switch (added) {
      case ADDED -> Outcome.accepted(successor);
      case DUPLICATE_NUMBER ->
          Outcome.rejected(new ContractRejection.DuplicateNumber(successor.no()));
      case UNIT_TAKEN ->
          Outcome.rejected(
              new ContractRejection.UnitAlreadyLeased(
                  old.no(),
                  Objects.requireNonNull(successor.unit(), "a master takes no unit"),
                  renewal.offer().term()));
    };
  }

  /** The successor continues what the contract is on its last day, amendments that take effect until then included. */
  private Contract draft(Contract old, Offer offer, @Nullable ContractNo master, Instant now) {
    ContractHistory history = new Histories(stores, profile.lessor()).of(old);
    Instant known = history.latest().isAfter(now) ? history.latest() : now;
    Standing last = history.asOf(old.term().lastDay(), known).orElseThrow();
    return new Contract(
        old.lessor(),
        Renewals.successorNumber(old.no()),
        old.master(),
        old.project(),
        last.unit(),
        last.portion(),
        last.tenant(),
        last.occupant(),
        last.payer(),
        last.contacts(),
        old.steward(),
        offer.term(),
        null,
        offer.terms(),
        ContractStatus.DRAFT,
        new Links(master, old.no(), null),
        0);
  }

  private Outcome<Optional<ContractNo>> placeFor(
      Contract old, RenewalCase renewal, Function<ContractNo, Optional<Contract>> find) {
    return waiting.placeFor(
        Renewals.successorNumber(old.no()), old, renewal.offer().term(), find);
  }

  /**
   * Whether a successor as it is offered would have a place, as far as that is known; nothing is locked.
   *
   * @return the case; or {@link org.leasekit.hierarchy.HierarchyRejection.TermOutside}
   */
  Outcome<RenewalCase> fits(RenewalCase renewal) {
    Function<ContractNo, Optional<Contract>> find = no -> stores.contracts().find(profile.lessor(), no);
    return find.apply(renewal.contract())
        .map(old -> placeFor(old, renewal, find).map(place -> renewal))
        .orElseGet(() -> Outcome.accepted(renewal));
  }

  /** Those who wait below a contract for what becomes of it. */
  List<Contract> waitingBelow(ContractNo no) {
    return stores
        .contracts()
        .find(profile.lessor(), no)
        .filter(Contract::master)
        .map(waiting::below)
        .orElse(List.of());
  }

  /** Raises the first period at once and puts the tenant's payment to it. */
  private void startSchedule(RenewalCase renewal, Contract successor, Instant now) {
    billing.raiseAll(List.of(successor.no()), successor.term().start(), now);
    new AddOnBills(stores, profile).raise(successor, renewal.offer(), now);
    cashier.allocate(
        stores.payments().byReference(profile.lessor(), renewal.id().value()),
        successor.no(),
        now);
  }

  private static String evidence(RenewalCase renewal) {
    String signature = renewal.progress().signatureId();
    return "case " + renewal.id() + ", signature " + (signature == null ? "none" : signature);
  }
}
