package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Proposal;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.UnitRef;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.occupancy.Hold;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/**
 * Amends contracts by all that rows of a spreadsheet changed, with all that follows for units, hierarchy, money and
 * renewals; of a master that ends early, subs that would run on are not dealt with but speak against it.
 */
final class RowAmendments implements AmendmentIntake {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Revisions revisions;
  private final HierarchyChecks hierarchy;
  private final Plans plans;
  private final Mover mover;
  private final Bookings bookings;

  RowAmendments(Stores stores, LessorProfile profile, InstantSource clock, Revisions revisions) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.revisions = revisions;
    this.hierarchy = new HierarchyChecks(stores, profile);
    this.plans = new Plans(stores, profile);
    this.mover = new Mover(stores, profile);
    this.bookings = new Bookings(stores, profile);
  }

  @Override
  public void lock(Collection<ContractNo> numbers, Collection<UnitRef> units) {
    AmendmentScope scope = lock(numbers);
    Set<UnitRef> all = new TreeSet<>(units);
    for (ContractNo no : numbers) {
      scope
          .find(no)
          .map(scope::history)
          .ifPresent(history -> Hold.of(history, history.latest()).forEach(hold -> all.add(hold.unit())));
    }
    if (!all.isEmpty()) {
      stores.holds().lock(profile.lessor(), all);
    }
  }

  private AmendmentScope lock(Collection<ContractNo> numbers) {
    AmendmentScope scope = new AmendmentScope(stores, profile.lessor());
    scope.lockCases(numbers);
    boolean masters =
        stores.contracts().findAll(profile.lessor(), numbers).stream().anyMatch(Contract::master);
    if (masters) {
      mover.lock();
      scope.lockTrees(numbers);
    } else {
      scope.lockWithMasters(numbers);
    }
    return scope;
  }

  @Override
  public void closeGaps(Collection<UnitRef> units, Instant now) {
    bookings.close(units, now);
  }

  @Override
  public Outcome<Boolean> amend(List<Wanted> wanted) {
    Instant now = clock.instant();
    AmendmentScope scope = lock(numbers(wanted));
    return mains(wanted, scope, now)
        .then(
            mains ->
                inHierarchy(mains, scope, false)
                    .then(all -> revisions.findRoom(all, List.of()))
                    .map(all -> stored(mains, all, now)));
  }

  @Override
  public Outcome<Boolean> tryAmend(List<Wanted> wanted, Function<Hold, Optional<Hold>> holds) {
    AmendmentScope scope = AmendmentScope.reading(stores, profile.lessor());
    scope.lockTrees(numbers(wanted));
    return mains(wanted, scope, clock.instant())
        .then(mains -> inHierarchy(mains, scope, true))
        .then(all -> revisions.room(all, List.of(), holds))
        .map(all -> true);
  }

  private static List<ContractNo> numbers(List<Wanted> wanted) {
    return wanted.stream().map(Wanted::no).toList();
  }

  /** The contracts as they would become, one revision for each. */
  private Outcome<List<Revision>> mains(List<Wanted> wanted, AmendmentScope scope, Instant now) {
    List<Revision> mains = new ArrayList<>();
    for (Wanted each : wanted) {
      ContractNo no = each.no();
      Contract contract =
          scope.find(no).orElseThrow(() -> new IllegalArgumentException("no such contract: " + no));
      ContractHistory was = scope.history(contract);
      Outcome<Revision> main =
          recorded(was, each.proposals(), now).map(is -> Revision.amended(contract, was, is));
      if (!main.isAccepted()) {
        return Outcome.rejected(main.rejection());
      }
      mains.add(main.orElseThrow());
    }
    return Outcome.accepted(mains);
  }

  private Outcome<ContractHistory> recorded(ContractHistory was, List<Proposal> proposals, Instant now) {
    AmendmentPolicy policy = profile.amendmentPolicy();
    Outcome<ContractHistory> result = Outcome.accepted(was);
    for (Proposal proposal : proposals) {
      result =
          result.then(
              history -> history.record(proposal, AmendmentScope.knownFrom(history, now), policy));
    }
    return result;
  }

  private boolean stored(List<Revision> mains, List<Revision> all, Instant now) {
    revisions.store(all, List.of(), now);
    for (Revision main : mains) {
      List<Amendment> recorded = main.is().recorded();
      plans.follow(main, List.of(), recorded.get(recorded.size() - 1).proof(), now);
    }
    return true;
  }

  private Outcome<List<Revision>> inHierarchy(List<Revision> mains, AmendmentScope scope, boolean dryRun) {
    List<Revision> all = new ArrayList<>();
    for (Revision main : mains) {
      boolean longer = main.endsOn().isAfter(main.endedOn());
      if (main.row().status().isEnded() && longer) {
        return Outcome.rejected(new ContractRejection.NotActive(main.no(), main.row().status()));
      }
      // a table that is only tried may extend the master as well; the import asks about masters by itself
      Outcome<List<Revision>> dealt = inHierarchy(main, scope, longer && !dryRun);
      if (!dealt.isAccepted()) {
        return dealt;
      }
      all.addAll(dealt.orElseThrow());
    }
    return Outcome.accepted(all);
  }

  private Outcome<List<Revision>> inHierarchy(Revision main, AmendmentScope scope, boolean insideMaster) {
    if (insideMaster) {
      return hierarchy.staysInside(main, scope).map(inside -> List.of(main));
    }
    boolean masterEnds = main.row().master() && main.endsOn().isBefore(main.endedOn());
    return masterEnds
        ? hierarchy.endMaster(main, SubsAtEnd.REFUSE, scope, sub -> Outcome.accepted(Optional.empty()))
        : Outcome.accepted(List.of(main));
  }
}
