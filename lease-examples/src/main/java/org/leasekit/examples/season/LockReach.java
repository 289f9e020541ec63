package org.leasekit.examples.season;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlaceHistory;

/** Which contracts a lock on a tree reaches, and when: those below its top, while they stand there and run. */
final class LockReach {

  /** A contract below the top of a locked tree, from when the lock holds for it, and until when: null for no end. */
  record Reached(ContractNo contract, Instant from, @Nullable Instant until) {

    /** Of the lock's row for this contract, also where it comes back to the tree. */
    String id(ReceivableLock lock, Set<ContractNo> before) {
      return lock.id() + "/" + contract + (before.add(contract) ? "" : "/" + from);
    }
  }

  private record Stay(ContractNo contract, DateRange days) {}

  private final Map<ContractNo, List<Stay>> below = new HashMap<>();
  private final ZoneId zone;

  private LockReach(ZoneId zone) {
    this.zone = zone;
  }

  /** By what was recorded of places in the end. */
  static LockReach of(SeasonRecords records, ZoneId zone) {
    LockReach reach = new LockReach(zone);
    Map<ContractNo, List<Move>> moves =
        records.moves().stream().collect(Collectors.groupingBy(Move::contract));
    records.contracts().forEach(each -> reach.add(each, moves.getOrDefault(each.no(), List.of())));
    return reach;
  }

  private void add(Contract contract, List<Move> moves) {
    for (PlaceHistory.Stay stay :
        PlaceHistory.of(contract.no(), contract.links().parent(), moves).stays(Instant.MAX)) {
      ContractNo parent = stay.parent();
      if (parent != null) {
        stay.days()
            .intersection(contract.term())
            .ifPresent(
                days ->
                    below.computeIfAbsent(parent, no -> new ArrayList<>()).add(new Stay(contract.no(), days)));
      }
    }
  }

  /** The contracts below, nearest first; none for a lock on less than a tree, or one that never held. */
  List<Reached> below(ReceivableLock lock) {
    List<Reached> reached = new ArrayList<>();
    if (lock.scope() instanceof LockScope.Subtree tree) {
      collect(tree.top(), new Reached(tree.top(), lock.from(), lock.ends()), reached);
    }
    return reached;
  }

  private void collect(ContractNo top, Reached within, List<Reached> reached) {
    for (Stay stay : below.getOrDefault(top, List.of())) {
      Instant from = later(within.from(), startOf(stay.days().start()));
      Instant left = startOf(stay.days().endExclusive());
      Instant until = within.until();
      Instant end = until != null && until.isBefore(left) ? until : left;
      if (from.isBefore(end)) {
        Reached each = new Reached(stay.contract(), from, end);
        reached.add(each);
        collect(stay.contract(), each, reached);
      }
    }
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
