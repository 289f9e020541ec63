package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Above;
import org.leasekit.billing.Reckoning;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlaceHistory;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;

/**
 * What stood, stands and is going to stand above contracts on each day, as known at an instant. Looks everything up at once,
 * and remembers it for one unit of work.
 */
final class Ancestry {
  private final Stores stores;
  private final LessorId lessor;
  private final Instant known;
  private final Map<ContractNo, PlaceHistory> places = new HashMap<>();

  private Ancestry(Stores stores, LessorId lessor, Instant known) {
    this.stores = stores;
    this.lessor = lessor;
    this.known = known;
  }

  /** Of some contracts. */
  static Ancestry of(Stores stores, LessorId lessor, Collection<Contract> contracts, Instant known) {
    Ancestry ancestry = new Ancestry(stores, lessor, known);
    ancestry.lookUp(contracts);
    return ancestry;
  }

  /** The histories of one contract after the other, upwards, a few queries for each step of all paths together. */
  private void lookUp(Collection<Contract> contracts) {
    Collection<Contract> next = contracts;
    while (!next.isEmpty()) {
      Set<ContractNo> numbers = new LinkedHashSet<>();
      next.forEach(contract -> numbers.add(contract.no()));
      Map<ContractNo, List<Move>> moves = new HashMap<>();
      stores
          .moves()
          .ofContracts(lessor, numbers)
          .forEach(move -> moves.computeIfAbsent(move.contract(), no -> new ArrayList<>()).add(move));
      Map<ContractNo, List<PlannedMove>> plans = new HashMap<>();
      stores
          .plannedMoves()
          .ofContracts(lessor, numbers)
          .forEach(plan -> plans.computeIfAbsent(plan.contract(), no -> new ArrayList<>()).add(plan));
      Set<ContractNo> above = new HashSet<>();
      for (Contract contract : next) {
        PlaceHistory history =
            PlaceHistory.of(
                contract.no(), contract.links().parent(), moves.getOrDefault(contract.no(), List.of()),
                plans.getOrDefault(contract.no(), List.of()));
        places.put(contract.no(), history);
        history.stays(known).stream()
            .map(PlaceHistory.Stay::parent)
            .filter(Objects::nonNull)
            .forEach(above::add);
      }
      above.removeAll(places.keySet());
      next = above.isEmpty() ? List.of() : stores.contracts().findAll(lessor, above);
    }
  }

  /** What is above a contract, and when. */
  Above above(ContractNo contract) {
    Map<ContractNo, List<DateRange>> days = new HashMap<>();
    collect(contract, Above.EVER, new HashSet<>(), days);
    return days.isEmpty() ? Above.NOBODY : new Above(days);
  }

  /** Plans may go round in a circle, as long as nobody has found out that one is not possible: no step is taken twice. */
  private void collect(
      ContractNo contract, DateRange within, Set<ContractNo> path, Map<ContractNo, List<DateRange>> days) {
    PlaceHistory history = places.get(contract);
    if (history == null || !path.add(contract)) {
      return;
    }
    for (PlaceHistory.Stay stay : history.stays(known)) {
      @Nullable ContractNo parent = stay.parent();
      if (parent != null) {
        stay.days()
            .intersection(within)
            .ifPresent(
                range -> {
                  days.computeIfAbsent(parent, no -> new ArrayList<>()).add(range);
                  collect(parent, range, path, days);
                });
      }
    }
    path.remove(contract);
  }

  /** Every contract that was looked up. */
  Set<ContractNo> all() {
    return places.keySet();
  }

  /** Moves of a contract and of what is above it, as what changed its terms. */
  List<Reckoning.TermsChange> changes(ContractNo contract) {
    return Stream.concat(Stream.of(contract), above(contract).masters().stream())
        .flatMap(no -> Stream.ofNullable(places.get(no)))
        .flatMap(history -> history.moves().stream())
        .filter(move -> move.kind() == Move.Kind.PLACE && !move.known().isAfter(known))
        .map(move -> new Reckoning.TermsChange("move " + move.contract() + "-" + move.number(), move.known()))
        .toList();
  }
}
