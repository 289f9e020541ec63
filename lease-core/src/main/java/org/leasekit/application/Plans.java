package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Forest;
import org.leasekit.hierarchy.Member;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.port.Stores;

/** Moves that are to hold from a later day on. Joins the caller's unit of work, which holds the hierarchy. */
final class Plans {
  private final Stores stores;
  private final LessorProfile profile;
  private final Mover mover;

  Plans(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.mover = new Mover(stores, profile);
  }

  /** A contract in one place, from now or a planned move on up to another one; half-open, null for no end. */
  record Segment(@Nullable ContractNo parent, LocalDate from, @Nullable LocalDate toExclusive) {}

  /**
   * Plans a move.
   *
   * @param endingMaster the master whose end makes it necessary; null when somebody asked for the move itself
   */
  PlannedMove plan(
      Contract contract,
      @Nullable ContractNo to,
      LocalDate effective,
      @Nullable ContractNo endingMaster,
      Proof proof,
      Instant now) {
    PlannedMove plan =
        appended(contract.no(), Move.Kind.PLACE, to, effective, endingMaster, proof, now);
    mover.reckonAgain(contract.no(), contract.links().parent(), to, now);
    return plan;
  }

  /** Plans that bills come to a contract, or pass it by. */
  PlannedMove planBills(
      ContractNo contract, boolean takes, LocalDate effective, Proof proof, Instant now) {
    Move.Kind kind = takes ? Move.Kind.TAKES_BILLS : Move.Kind.PASSES_BILLS_ON;
    return appended(contract, kind, null, effective, null, proof, now);
  }

  private PlannedMove appended(
      ContractNo contract,
      Move.Kind kind,
      @Nullable ContractNo to,
      LocalDate effective,
      @Nullable ContractNo endingMaster,
      Proof proof,
      Instant now) {
    PlannedMove plan =
        new PlannedMove(
            profile.lessor(), contract, of(List.of(contract)).size() + 1, kind, to, effective, now, proof,
            endingMaster, null);
    stores.plannedMoves().append(plan);
    return plan;
  }

  /** Records what became of a plan. */
  PlannedMove resolve(PlannedMove plan, PlannedMove.Fate fate, Proof proof, Instant now) {
    PlannedMove resolved = plan.resolved(new PlannedMove.Resolution(fate, now, proof));
    stores.plannedMoves().resolve(resolved);
    return resolved;
  }

  /** Takes a plan back. */
  PlannedMove withdraw(PlannedMove plan, Proof proof, Instant now) {
    PlannedMove withdrawn = resolve(plan, PlannedMove.Fate.WITHDRAWN, proof, now);
    if (!plan.isOfPlace()) {
      return withdrawn;
    }
    stores
        .contracts()
        .find(profile.lessor(), plan.contract())
        .ifPresent(
            contract -> mover.reckonAgain(plan.contract(), contract.links().parent(), plan.to(), now));
    return withdrawn;
  }

  /** Every plan of some contracts. */
  List<PlannedMove> of(Collection<ContractNo> contracts) {
    return stores.plannedMoves().ofContracts(profile.lessor(), contracts);
  }

  /** Where a contract stands from its first day on, as planned now; what was before the last move is not told. */
  List<Segment> segments(Contract contract) {
    List<Segment> segments = new ArrayList<>();
    @Nullable ContractNo parent = contract.links().parent();
    LocalDate from = LocalDate.MIN;
    List<PlannedMove> pending =
        of(List.of(contract.no())).stream()
            .filter(plan -> plan.isPending() && plan.isOfPlace())
            .sorted(Comparator.comparing(PlannedMove::effective))
            .toList();
    for (PlannedMove plan : pending) {
      if (plan.endingMaster() == null || plan.endingMaster().equals(parent)) {
        segments.add(new Segment(parent, from, plan.effective()));
        parent = plan.to();
        from = plan.effective();
      }
    }
    segments.add(new Segment(parent, from, null));
    return segments;
  }

  /** Whether a contract is going to stand below a master on a day. */
  boolean standsBelow(Contract contract, ContractNo master, LocalDate day) {
    return segments(contract).stream()
        .filter(each -> !each.from().isAfter(day))
        .reduce((earlier, later) -> later)
        .filter(each -> master.equals(each.parent()))
        .isPresent();
  }

  /** Contracts with everything that is going to be above them on a day, as planned at an instant. */
  Forest forestOn(LocalDate day, Instant known, ContractNo... contracts) {
    Map<ContractNo, Member> found = new LinkedHashMap<>();
    for (ContractNo start : contracts) {
      Set<ContractNo> path = new HashSet<>();
      @Nullable ContractNo next = start;
      while (next != null && !found.containsKey(next)) {
        path.add(next);
        @Nullable Contract at = stores.contracts().find(profile.lessor(), next).orElse(null);
        if (at == null) {
          break;
        }
        ContractNo parent =
            mover.history(next).parentAsOf(day, known).filter(no -> !path.contains(no)).orElse(null);
        found.put(next, Member.of(at).standing(parent));
        next = parent;
      }
    }
    return Forest.of(
        found.values().stream()
            .map(
                member ->
                    member.parent() != null && !found.containsKey(member.parent())
                        ? member.alone()
                        : member)
            .toList());
  }

  /**
   * Lets the plans of subs follow their master, whose end has changed: those for the old end are withdrawn, and whoever
   * outlives the new one moves on that day.
   *
   * @param departures subs that move because of the new end, with their new place; none when the master lasts longer
   */
  void follow(Revision master, List<Revision> departures, Proof proof, Instant now) {
    if (!master.row().master() || master.endsOn().equals(master.endedOn())) {
      return;
    }
    Set<ContractNo> departing = new HashSet<>();
    List<Contract> children = stores.contracts().children(profile.lessor(), master.no());
    List<PlannedMove> before =
        of(children.stream().map(Contract::no).toList()).stream()
            .filter(plan -> plan.isPending() && master.no().equals(plan.endingMaster()))
            .toList();
    before.forEach(plan -> withdraw(plan, proof, now));
    for (Revision each : departures) {
      departing.add(each.no());
      plan(each.row(), each.links().parent(), master.endsOn(), master.no(), proof, now);
    }
    for (PlannedMove plan : before) {
      children.stream()
          .filter(child -> child.no().equals(plan.contract()) && !departing.contains(child.no()))
          .filter(child -> child.endsOn().isAfter(master.endsOn()))
          .filter(child -> Objects.equals(child.links().parent(), master.no()))
          .forEach(child -> plan(child, plan.to(), master.endsOn(), master.no(), proof, now));
    }
  }
}
