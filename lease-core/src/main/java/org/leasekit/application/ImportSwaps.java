package org.leasekit.application;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.UnitRef;
import org.leasekit.intake.LeaseRow;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.RowOutcome;

/**
 * Rows that were held back because somebody else has the unit that they name: contracts of one table may move into each
 * other's units, by twos or in longer rings. Each is tried by itself first, and again whenever somebody gives up what it
 * waits for; then rings are tried, each as a whole.
 */
final class ImportSwaps {

  /** More rows than that are not held back. */
  static final int MOST = 20_000;

  /**
   * A row that is held back.
   *
   * @param leaves the unit that its contract has so far; null for none
   * @param why it could not be taken
   */
  record Waiting(LeaseRow row, @Nullable UnitRef leaves, QuarantinedRow why) {
    private @Nullable UnitRef wants() {
      return row.contract().unit();
    }

    private int line() {
      return row.line();
    }
  }

  private final Function<List<LeaseRow>, Map<Integer, RowOutcome>> together;
  private final TreeMap<Integer, Waiting> left = new TreeMap<>();
  private final Map<UnitRef, List<Waiting>> leaving = new HashMap<>();
  private final Map<UnitRef, List<Waiting>> wanting = new HashMap<>();
  private final Map<Integer, RowOutcome> outcomes = new TreeMap<>();

  /**
   * Rows to be settled.
   *
   * @param together takes rows as a whole and answers by line; a row of them that is quarantined means that none was taken
   */
  ImportSwaps(
      Collection<Waiting> rows, Function<List<LeaseRow>, Map<Integer, RowOutcome>> together) {
    this.together = together;
    for (Waiting each : rows) {
      left.put(each.line(), each);
      UnitRef leaves = each.leaves();
      UnitRef wants = each.wants();
      if (leaves != null) {
        leaving.computeIfAbsent(leaves, unit -> new ArrayList<>()).add(each);
      }
      if (wants != null) {
        wanting.computeIfAbsent(wants, unit -> new ArrayList<>()).add(each);
      }
    }
  }

  /** What became of each row, by line. */
  Map<Integer, RowOutcome> settle() {
    Deque<Waiting> queue = new ArrayDeque<>(left.values());
    boolean progress;
    do {
      oneByOne(queue);
      progress = false;
      for (List<Waiting> ring : rings()) {
        if (taken(ring)) {
          ring.forEach(each -> queue.addAll(waitingFor(each.leaves())));
          progress = true;
        }
      }
    } while (progress);
    left.forEach((line, each) -> outcomes.putIfAbsent(line, each.why()));
    return outcomes;
  }

  private void oneByOne(Deque<Waiting> queue) {
    while (!queue.isEmpty()) {
      Waiting next = queue.poll();
      if (left.containsKey(next.line()) && taken(List.of(next))) {
        queue.addAll(waitingFor(next.leaves()));
      }
    }
  }

  private List<Waiting> waitingFor(@Nullable UnitRef unit) {
    return unit == null ? List.of() : wanting.getOrDefault(unit, List.of());
  }

  private boolean taken(List<Waiting> rows) {
    Map<Integer, RowOutcome> answer = together.apply(rows.stream().map(Waiting::row).toList());
    boolean refused = answer.values().stream().anyMatch(QuarantinedRow.class::isInstance);
    if (!refused) {
      rows.forEach(each -> left.remove(each.line()));
    }
    if (!refused || rows.size() == 1) {
      // of a ring that cannot be each row keeps the reason why it waited
      outcomes.putAll(answer);
    }
    return !refused;
  }

  /** Contracts each of which wants the unit of the next, and the last one that of the first. */
  private List<List<Waiting>> rings() {
    List<List<Waiting>> rings = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (Waiting start : left.values()) {
      List<Waiting> path = new ArrayList<>();
      Map<Integer, Integer> places = new HashMap<>();
      Waiting at = start;
      while (at != null && seen.add(at.line())) {
        places.put(at.line(), path.size());
        path.add(at);
        at = next(at);
      }
      Integer from = at == null ? null : places.get(at.line());
      if (from != null) {
        rings.add(List.copyOf(path.subList(from, path.size())));
      }
    }
    return rings;
  }

  /** Whoever waits and has what this one wants, at the same time of the day. */
  private @Nullable Waiting next(Waiting row) {
    UnitRef wants = row.wants();
    List<Waiting> holders = wants == null ? List.of() : leaving.getOrDefault(wants, List.of());
    for (Waiting each : holders) {
      if (left.containsKey(each.line())
          && each.line() != row.line()
          && each.row().contract().slot().collidesWith(row.row().contract().slot())) {
        return each;
      }
    }
    return null;
  }
}
