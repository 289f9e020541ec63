package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Standing;
import org.leasekit.calendar.DateRange;
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

  /**
   * What a renewal led to.
   *
   * @param refund what is to be paid back of the old deposit, zero or more
   */
  record Succeeded(Contract successor, MonetaryAmount refund) {}

  Succession(Stores stores, LessorProfile profile, BillingService billing, Cashier cashier) {
    this.stores = stores;
    this.profile = profile;
    this.billing = billing;
    this.cashier = cashier;
    this.inheritance = new Inheritance(stores, profile);
    this.bookings = new Bookings(stores, profile);
    this.deposits = new DepositMove(stores, profile, cashier);
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
            concerned.addAll(adopted(no, locks));
          }
          return concerned;
        });
  }

  /** Successors of what stands below a contract, which may come below its own one, with all below them. */
  private Set<ContractNo> adopted(ContractNo old, ContractLocks locks) {
    Set<ContractNo> adopted = new TreeSet<>();
    for (Contract sub : stores.contracts().children(profile.lessor(), old)) {
      sub.successor()
          .ifPresent(
              successor -> {
                adopted.add(successor);
                adopted.addAll(locks.runningBelow(successor));
              });
    }
    return adopted;
  }

  /** The successor of a renewed case, or why there can be none. */
  Outcome<Succeeded> succeed(RenewalCase renewal, Instant now) {
    lock(List.of(renewal));
    Contract old =
        stores
            .contracts()
            .lock(profile.lessor(), renewal.contract())
            .orElseThrow(() -> new IllegalStateException("case without contract: " + renewal.id()));
    Contract draft = draft(old, renewal.offer(), now);
    return Lifecycle.move(
            draft, ContractStatus.ACTIVE, "tenant", "renewal", evidence(renewal), now)
        .then(step -> add(old, step, renewal))
        .map(
            successor -> {
              stores.contracts().update(old.withLinks(old.links().withSuccessor(successor.no())));
              Optional.ofNullable(successor.unit()).ifPresent(unit -> bookings.close(List.of(unit), now));
              MonetaryAmount refund = deposits.move(old, successor, renewal.id(), now);
              inheritance.takeOver(old, successor, renewal, now);
              new CarriedLocks(stores, profile).carry(old.no(), successor, now);
              startSchedule(renewal, successor, now);
              if (old.master()) {
                adopt(old, successor, renewal, now);
              }
              return new Succeeded(successor, refund);
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
  private Contract draft(Contract old, Offer offer, Instant now) {
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
        new Links(parentFor(old, offer.term()), old.no(), null),
        0);
  }

  /**
   * The master for a successor: the old one while its term still covers the new term, else the
   * contract that renewed it. A sub-contract whose master is not renewed yet stands alone until then;
   * the master is locked, so that the one that renews later sees the other.
   */
  private @Nullable ContractNo parentFor(Contract old, DateRange term) {
    Optional<Contract> parent =
        old.parent().flatMap(no -> stores.contracts().lock(profile.lessor(), no));
    if (parent.flatMap(Contract::daysLet).filter(days -> days.contains(term)).isPresent()) {
      return parent.map(Contract::no).orElseThrow();
    }
    return parent
        .flatMap(Contract::successor)
        .flatMap(no -> stores.contracts().find(profile.lessor(), no))
        .filter(renewed -> renewed.daysLet().filter(days -> days.contains(term)).isPresent())
        .map(Contract::no)
        .orElse(null);
  }

  /** The successors of sub-contracts that renewed before their master come under its successor. */
  private void adopt(Contract oldMaster, Contract newMaster, RenewalCase renewal, Instant now) {
    for (Contract sub : stores.contracts().children(profile.lessor(), oldMaster.no())) {
      sub.successor()
          .flatMap(no -> stores.contracts().lock(profile.lessor(), no))
          .filter(renewed -> renewed.parent().isEmpty())
          .filter(renewed -> newMaster.term().contains(renewed.term()))
          .ifPresent(renewed -> inheritance.adopt(sub, renewed, newMaster, renewal, now));
    }
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
