package org.leasekit.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.hierarchy.HierarchyRejection;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;

/** Keeps what runs below a master inside the days on which the master runs. */
final class HierarchyChecks {

  private final Stores stores;
  private final LessorId lessor;
  private final Plans plans;

  HierarchyChecks(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.lessor = profile.lessor();
    this.plans = new Plans(stores, profile);
  }

  /** Ends a sub along with its master; empty when it has ended by then. */
  interface Ending extends Function<ContractNo, Outcome<Optional<Revision>>> {}

  /**
   * A contract that runs longer than it did has to stay inside its master's days, and in those of whoever it moves to; what
   * waits for its master to be renewed does not.
   */
  Outcome<Boolean> staysInside(Revision revision, AmendmentScope scope) {
    DateRange days = revision.days();
    for (Plans.Segment segment : plans.segments(revision.row())) {
      Optional<Contract> master =
          Optional.ofNullable(segment.parent())
              .flatMap(no -> scope.find(no).or(() -> stores.contracts().find(lessor, no)));
      Optional<DateRange> part = part(days, segment);
      if (master.isPresent() && part.isPresent() && !waits(revision.row(), segment, master.get())) {
        Outcome<Boolean> inside = inside(revision.no(), part.get(), master.get());
        if (!inside.isAccepted()) {
          return inside;
        }
      }
    }
    return Outcome.accepted(true);
  }

  /** What has been renewed before its master, which runs still: how long it may run is not known yet. */
  private static boolean waits(Contract sub, Plans.Segment segment, Contract master) {
    return segment.toExclusive() == null
        && sub.links().predecessor() != null
        && master.status() == ContractStatus.ACTIVE
        && master.terminatesOn() == null
        && sub.endsOn().isAfter(master.endsOn());
  }

  private static Optional<DateRange> part(DateRange days, Plans.Segment segment) {
    LocalDate until = segment.toExclusive();
    LocalDate from = segment.from().isAfter(days.start()) ? segment.from() : days.start();
    LocalDate to = until == null || until.isAfter(days.endExclusive()) ? days.endExclusive() : until;
    return from.isBefore(to) ? Optional.of(DateRange.of(from, to)) : Optional.empty();
  }

  /** Days of a contract below a running master. */
  static Outcome<Boolean> inside(ContractNo no, DateRange days, Contract master) {
    if (!master.master()) {
      return Outcome.rejected(new HierarchyRejection.NotAMaster(master.no()));
    }
    if (master.status() != ContractStatus.ACTIVE) {
      return Outcome.rejected(new HierarchyRejection.Ended(master.no()));
    }
    DateRange above = master.daysLet().orElse(master.term());
    return above.contains(days) && master.daysLet().isPresent()
        ? Outcome.accepted(true)
        : Outcome.rejected(new HierarchyRejection.TermOutside(no, days, master.no(), above));
  }

  /** A master that ends sooner, with what becomes of those that would run on below it. */
  Outcome<List<Revision>> endMaster(
      Revision master, SubsAtEnd subs, AmendmentScope scope, Ending ending) {
    List<Contract> running =
        scope.runningBelow(master.no()).stream()
            .filter(sub -> sub.endsOn().isAfter(master.endsOn()))
            .filter(sub -> plans.standsBelow(sub, master.no(), master.endsOn()))
            .toList();
    List<Revision> all = new ArrayList<>();
    if (!running.isEmpty()) {
      Outcome<List<Revision>> dealt =
          switch (subs) {
            case REFUSE ->
                Outcome.rejected(
                    new HierarchyRejection.LiveSubs(master.no(), running.stream().map(Contract::no).toList()));
            case END_TOO -> endAll(running, scope, ending);
            case PROMOTE -> moveAll(running, null, scope);
            case MOVE_UP -> moveAll(running, master.row().parent().flatMap(scope::find).orElse(null), scope);
          };
      if (!dealt.isAccepted()) {
        return dealt;
      }
      all.addAll(dealt.orElseThrow());
    }
    all.add(master);
    return Outcome.accepted(List.copyOf(all));
  }

  private Outcome<List<Revision>> endAll(List<Contract> running, AmendmentScope scope, Ending ending) {
    List<Revision> ended = new ArrayList<>();
    for (Contract sub : running) {
      Outcome<List<Revision>> below =
          ending
              .apply(sub.no())
              .then(
                  end ->
                      end.isPresent() && sub.master()
                          ? endMaster(end.get(), SubsAtEnd.END_TOO, scope, ending)
                          : Outcome.accepted(end.stream().toList()));
      if (!below.isAccepted()) {
        return below;
      }
      ended.addAll(below.orElseThrow());
    }
    return Outcome.accepted(ended);
  }

  private static Outcome<List<Revision>> moveAll(
      List<Contract> running, @Nullable Contract above, AmendmentScope scope) {
    List<Revision> moved = new ArrayList<>();
    for (Contract sub : running) {
      Outcome<Boolean> fits =
          above == null
              ? Outcome.accepted(true)
              : inside(sub.no(), sub.daysLet().orElse(sub.term()), above);
      if (!fits.isAccepted()) {
        return Outcome.rejected(fits.rejection());
      }
      ContractNo parent = above == null ? null : above.no();
      moved.add(Revision.moved(sub, scope.history(sub), sub.links().withParent(parent)));
    }
    return Outcome.accepted(moved);
  }
}
