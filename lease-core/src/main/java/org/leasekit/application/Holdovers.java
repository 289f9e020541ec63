package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.HoldoverPolicy;
import org.leasekit.amendment.Proof;
import org.leasekit.billing.ContractCharges;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.ContractStatus;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;

/**
 * Extends leases whose term is over while nobody renewed, gave notice or said that they leave, as far as the lessor's
 * policy goes. A holdover is an extension like any other, recorded in the lessor's name.
 */
final class Holdovers {
  private static final String BY = "leasekit";
  private static final String REASON = "holdover";

  private final Stores stores;
  private final LessorProfile profile;
  private final AmendmentDesk desk;

  Holdovers(Stores stores, LessorProfile profile, AmendmentDesk desk) {
    this.stores = stores;
    this.profile = profile;
    this.desk = desk;
  }

  /** Extends a lease month by month until it runs today; false when it is to end. */
  boolean holdOver(Contract listed, Instant now) {
    if (profile.holdover().months() == 0) {
      return false;
    }
    LocalDate today = profile.day(now);
    // each month in a unit of work of its own: units of several contracts are never locked at once
    Outcome<ContractHistory> extended = extend(listed, now);
    while (extended.isAccepted() && !extended.orElseThrow().term(now).endExclusive().isAfter(today)) {
      extended = extend(listed, now);
    }
    return extended.isAccepted();
  }

  private Outcome<ContractHistory> extend(Contract listed, Instant now) {
    return stores
        .unitOfWork()
        .required(
            () ->
                stores
                    .contracts()
                    .find(profile.lessor(), listed.no())
                    .filter(contract -> mayBeHeldOver(contract, profile.day(now)))
                    .flatMap(contract -> request(contract, now))
                    .map(request -> desk.record(request, now))
                    .orElseGet(() -> ended(listed)));
  }

  private static Outcome<ContractHistory> ended(Contract contract) {
    return Outcome.rejected(
        new ContractRejection.NotActive(contract.no(), contract.status()));
  }

  private boolean mayBeHeldOver(Contract contract, LocalDate today) {
    return contract.status() == ContractStatus.ACTIVE
        && !contract.master()
        && contract.terminatesOn() == null
        && contract.successor().isEmpty()
        && !contract.endsOn().isAfter(today)
        && !isDeclined(contract);
  }

  private boolean isDeclined(Contract contract) {
    Optional<RenewalCase> renewal = new Tenancies(stores, profile.lessor()).current(contract);
    return renewal.filter(found -> found.state() == CaseState.DECLINED).isPresent();
  }

  /** One more month, counted from the end of the term that was agreed; empty when the policy has no more. */
  private Optional<AmendmentDesk.Request> request(Contract contract, Instant now) {
    HoldoverPolicy policy = profile.holdover();
    ContractHistory history = new Histories(stores, profile.lessor()).of(contract);
    List<Amendment> before =
        history.live(history.latest()).stream().filter(Holdovers::isHoldover).toList();
    if (before.size() >= policy.months()) {
      return Optional.empty();
    }
    LocalDate end = contract.term().endExclusive();
    LocalDate agreed = before.isEmpty() ? end : before.get(0).effective();
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Extension(agreed.plusMonths(before.size() + 1L)));
    if (before.isEmpty()) {
      policy
          .rent(ContractCharges.rentOn(contract.terms(), history, history.latest(), end.minusDays(1)))
          .ifPresent(rent -> changes.add(new Change.RentChange(rent, policy.clause())));
    }
    return Optional.of(
        new AmendmentDesk.Request(
            contract.no(), end, new Proof(BY, REASON, policy.clause()), changes, SubsAtEnd.REFUSE,
            Optional.empty(), AmendmentPolicy.LENIENT));
  }

  private static boolean isHoldover(Amendment amendment) {
    return amendment.change().kind() == ChangeKind.EXTENSION
        && amendment.proof().by().equals(BY)
        && amendment.proof().reason().equals(REASON);
  }
}
