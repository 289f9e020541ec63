package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.AmendmentRejection;
import org.leasekit.amendment.AmendmentRule;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Proof;
import org.leasekit.amendment.Proposal;
import org.leasekit.billing.ContractCharges;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementRejection;

/**
 * Decides on one change of a contract and on all that follows from it for others, and stores it: nothing is written
 * before everything is decided. Joins the caller's unit of work.
 */
final class AmendmentDesk {

  /** Kinds that can move the end of a lease, and so meet masters, subs and renewal cases. */
  private static final Set<ChangeKind> MOVING_THE_END =
      EnumSet.of(
          ChangeKind.EXTENSION, ChangeKind.EARLY_TERMINATION, ChangeKind.MERGE_BACK, ChangeKind.WITHDRAWAL);

  private final Stores stores;
  private final LessorProfile profile;
  private final Revisions revisions;
  private final HierarchyChecks hierarchy;
  private final OtherHalves otherHalves;
  private final Mover mover;
  private final Plans plans;
  private final AddOnStock addOns;

  AmendmentDesk(Stores stores, LessorProfile profile, Revisions revisions) {
    this.stores = stores;
    this.profile = profile;
    this.revisions = revisions;
    this.hierarchy = new HierarchyChecks(stores, profile);
    this.plans = new Plans(stores, profile);
    this.otherHalves = new OtherHalves(stores, profile.lessor());
    this.mover = new Mover(stores, profile);
    this.addOns = new AddOnStock(stores, profile);
  }

  /**
   * What is asked for.
   *
   * @param changes in the order in which they are to be recorded, at least one
   * @param subs what becomes of running subs when the contract ends early
   * @param other the other contract, for a split alone
   */
  record Request(
      ContractNo contract,
      LocalDate effective,
      Proof proof,
      List<Change> changes,
      SubsAtEnd subs,
      Optional<AmendContract.OtherHalf> other,
      AmendmentPolicy policy) {

    Change first() {
      return changes.get(0);
    }

    boolean is(ChangeKind kind) {
      return first().kind() == kind;
    }
  }

  /** Does what is asked for, or rejects it and changes nothing; a contract that has ended does not last longer by it. */
  Outcome<ContractHistory> record(Request request, Instant now) {
    return record(request, false, now);
  }

  /** As {@link #record}; a contract that has ended goes on when somebody says that it lasts longer after all. */
  Outcome<ContractHistory> correct(Request request, Instant now) {
    return record(request, true, now);
  }

  private Outcome<ContractHistory> record(Request request, boolean mayRevive, Instant now) {
    AmendmentScope scope = lock(request);
    Contract contract = scope.find(request.contract()).orElse(null);
    if (contract == null) {
      return Outcome.rejected(new ContractRejection.NoSuchContract(request.contract()));
    }
    if (contract.status() != ContractStatus.ACTIVE && !contract.status().isEnded()) {
      return Outcome.rejected(new ContractRejection.NotActive(contract.no(), contract.status()));
    }
    ContractHistory was = scope.history(contract);
    return unknownTenant(request)
        .then(known -> rentStays(contract, was, request))
        .then(stays -> recorded(was, request, request.policy(), now))
        .map(is -> Revision.amended(contract, was, is))
        .then(revision -> goesOn(revision, mayRevive))
        .then(revision -> follow(revision, request, scope, now));
  }

  private AmendmentScope lock(Request request) {
    AmendmentScope scope = new AmendmentScope(stores, profile.lessor());
    List<ContractNo> main = new ArrayList<>(List.of(request.contract()));
    if (request.first() instanceof Change.MergeBack merge) {
      main.add(merge.other());
    }
    boolean movesEnd = MOVING_THE_END.contains(request.first().kind());
    boolean tree = movesEnd && !request.is(ChangeKind.EXTENSION) && isMaster(request.contract());
    if (request.is(ChangeKind.ASSIGNMENT)) {
      scope.lockCases(main);
    }
    if (movesEnd) {
      stores
          .contracts()
          .find(profile.lessor(), request.contract())
          .filter(contract -> contract.status() == ContractStatus.TERMINATED)
          .ifPresent(contract -> addOns.lockOrigins(List.of(contract)));
      List<ContractNo> ending = new ArrayList<>(main);
      if (tree) {
        ending.addAll(scope.trees(main));
      }
      scope.lockCases(ending);
    }
    if (tree) {
      // those below may come below another master
      mover.lock();
      scope.lockTrees(main);
    } else if (movesEnd || request.is(ChangeKind.SPLIT)) {
      scope.lockWithMasters(main);
    } else {
      scope.lock(main);
    }
    return scope;
  }

  /** A split or a merge that names no agreement leaves the rent what it is by the steps and reviews until then. */
  private static Outcome<Boolean> rentStays(
      Contract contract, ContractHistory was, Request request) {
    // by all that was agreed, also for days to come: the contract itself only knows what holds today
    ChargeRules rules = ContractCharges.rules(was, was.latest());
    @Nullable MonetaryAmount rent = rentWithoutAgreement(request.first());
    if (rent == null || rules.steps().isEmpty() && rules.index() == null) {
      return Outcome.accepted(true);
    }
    MonetaryAmount inForce =
        ContractCharges.rentOn(contract.terms(), was, was.latest(), request.effective());
    return rent.isEqualTo(inForce)
        ? Outcome.accepted(true)
        : Outcome.rejected(
            new AmendmentRejection(
                AmendmentRule.RENT_CHANGE_WITHOUT_AGREEMENT, contract.no(), request.first().kind(),
                request.effective(), List.of(), null, null));
  }

  private static @Nullable MonetaryAmount rentWithoutAgreement(Change change) {
    if (change instanceof Change.Split split && split.agreement().isBlank()) {
      return split.keptRent();
    }
    return change instanceof Change.MergeBack merge && merge.agreement().isBlank() ? merge.rent() : null;
  }

  private boolean isMaster(ContractNo no) {
    return stores.contracts().find(profile.lessor(), no).filter(Contract::master).isPresent();
  }

  private Outcome<Boolean> unknownTenant(Request request) {
    TenantId tenant =
        request.first() instanceof Change.Assignment assignment
            ? assignment.tenant()
            : request.first() instanceof Change.Sublease sublease ? sublease.subtenant() : null;
    return tenant == null || stores.tenants().find(profile.lessor(), tenant).isPresent()
        ? Outcome.accepted(true)
        : Outcome.rejected(new ContractRejection.NoSuchTenant(tenant));
  }

  private static Outcome<ContractHistory> recorded(
      ContractHistory was, Request request, AmendmentPolicy policy, Instant now) {
    Outcome<ContractHistory> result = Outcome.accepted(was);
    for (Change change : request.changes()) {
      Proposal proposal = new Proposal(request.effective(), request.proof(), change);
      result =
          result.then(
              history -> history.record(proposal, AmendmentScope.knownFrom(history, now), policy));
    }
    return result;
  }

  /**
   * What has ended stays so, unless it may be revived: no successor continues it, no statement has settled its deposit, and
   * its add-ons are there still.
   */
  private Outcome<Revision> goesOn(Revision main, boolean mayRevive) {
    if (!main.revives()) {
      return Outcome.accepted(main);
    }
    if (!mayRevive || main.row().status() == ContractStatus.RENEWED) {
      return Outcome.rejected(new ContractRejection.NotActive(main.no(), main.row().status()));
    }
    return stores.settlements().find(profile.lessor(), main.no()).filter(Settlement::isClosed).isPresent()
        ? Outcome.rejected(new SettlementRejection.Settled(main.no()))
        : addOns.mayBeTakenAgain(main.row()).map(there -> main);
  }

  private Outcome<ContractHistory> follow(
      Revision main, Request request, AmendmentScope scope, Instant now) {
    Outcome<List<Lifecycle.Step>> added = added(main, request, scope);
    return added.then(
        steps ->
            revised(main, request, scope, now)
                .then(all -> revisions.findRoom(all, steps))
                .map(
                    all -> {
                      store(main, all, steps, request.proof(), now);
                      return main.is();
                    }));
  }

  /** Subs of a master that ends on a later day stay below it up to that day. */
  private void store(
      Revision main, List<Revision> all, List<Lifecycle.Step> steps, Proof proof, Instant now) {
    boolean later = main.endsOn().isAfter(profile.day(now));
    List<Revision> departures =
        all.stream().filter(each -> later && !each.isAmended() && each.isMoved()).toList();
    List<Revision> atOnce = all.stream().filter(each -> !departures.contains(each)).toList();
    revisions.store(atOnce, steps, now);
    atOnce.forEach(each -> mover.note(each.row(), each.links(), proof, now));
    plans.follow(main, departures, proof, now);
    if (main.revives()) {
      addOns.takeAgain(main.row());
    }
  }

  private Outcome<List<Lifecycle.Step>> added(
      Revision main, Request request, AmendmentScope scope) {
    return request.other().isEmpty()
        ? Outcome.accepted(List.of())
        : otherHalves
            .sign(main, request, request.other().get(), scope)
            .map(step -> List.of(step));
  }

  private Outcome<List<Revision>> revised(
      Revision main, Request request, AmendmentScope scope, Instant now) {
    if (request.first() instanceof Change.MergeBack merge) {
      return end(merge.other(), request, scope, now)
          .map(other -> other.<List<Revision>>map(end -> List.of(end, main)).orElse(List.of(main)));
    }
    if (main.endsOn().isAfter(main.endedOn())) {
      return hierarchy.staysInside(main, scope).map(inside -> List.of(main));
    }
    if (main.row().master() && main.endsOn().isBefore(main.endedOn())) {
      return hierarchy.endMaster(main, request.subs(), scope, sub -> end(sub, request, scope, now));
    }
    return Outcome.accepted(List.of(main));
  }

  /** Ends a contract along with another; empty when it has ended by then. */
  private Outcome<Optional<Revision>> end(
      ContractNo no, Request request, AmendmentScope scope, Instant now) {
    Contract contract = scope.find(no).orElse(null);
    if (contract == null) {
      return Outcome.rejected(new ContractRejection.NoSuchContract(no));
    }
    ContractHistory was = scope.history(contract);
    LocalDate start = contract.term().start();
    LocalDate day = request.effective().isAfter(start) ? request.effective() : start;
    if (!contract.endsOn().isAfter(day)) {
      return Outcome.accepted(Optional.empty());
    }
    Request ending =
        new Request(
            no, day, request.proof(), List.of(new Change.EarlyTermination(request.effective())),
            SubsAtEnd.REFUSE, Optional.empty(), AmendmentPolicy.LENIENT);
    return recorded(was, ending, AmendmentPolicy.LENIENT, now)
        .map(is -> Optional.of(Revision.amended(contract, was, is)));
  }
}
