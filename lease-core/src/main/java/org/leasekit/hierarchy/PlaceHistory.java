package org.leasekit.hierarchy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;

/**
 * A contract's place among others on both axes of time: where it stood on a day, as known at an instant. An immutable
 * value. Moves are recorded in the order in which they hold, and plans count from when they were made until something
 * becomes of them, so an answer once given stays the answer.
 *
 * @param first the master it stood below before any move; null for none
 * @param moves in the order of their numbers
 * @param plans in the order of their numbers, whatever became of them
 */
public record PlaceHistory(
    ContractNo contract, @Nullable ContractNo first, List<Move> moves, List<PlannedMove> plans) {

  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  public PlaceHistory {
    moves = List.copyOf(moves);
    plans = List.copyOf(plans);
  }

  /** A history without plans. */
  public PlaceHistory(ContractNo contract, @Nullable ContractNo first, List<Move> moves) {
    this(contract, first, moves, List.of());
  }

  /**
   * Days in one place.
   *
   * @param parent the master above; null when it stands alone
   * @param days from the year 1 to the year 9999 at most
   */
  public record Stay(@Nullable ContractNo parent, DateRange days) {}

  /** Something that changes from a day on: a move, or a plan that counts. */
  private record Step(
      Move.Kind kind, @Nullable ContractNo to, LocalDate effective, @Nullable ContractNo only) {}

  /** The history of a contract that stands below {@code now} after all those moves. */
  public static PlaceHistory of(
      ContractNo contract, @Nullable ContractNo now, List<Move> moves) {
    return of(contract, now, moves, List.of());
  }

  /** The history of a contract that stands below {@code now} after all those moves, and has those plans. */
  public static PlaceHistory of(
      ContractNo contract, @Nullable ContractNo now, List<Move> moves, List<PlannedMove> plans) {
    return new PlaceHistory(
        contract,
        moves.stream()
            .filter(move -> move.kind() == Move.Kind.PLACE)
            .findFirst()
            .map(move -> Optional.ofNullable(move.from()))
            .orElse(Optional.ofNullable(now))
            .orElse(null),
        moves,
        plans);
  }

  /** The master above on a day, as known at an instant; empty when it stood alone. */
  public Optional<ContractNo> parentAsOf(LocalDate day, Instant known) {
    @Nullable ContractNo parent = first;
    for (Step step : steps(known)) {
      if (!step.effective().isAfter(day) && moves(step, parent)) {
        parent = step.to();
      }
    }
    return Optional.ofNullable(parent);
  }

  /** Where it stands and when, as known at an instant: places in the order of time, which tile all days. */
  public List<Stay> stays(Instant known) {
    List<Stay> stays = new ArrayList<>();
    @Nullable ContractNo parent = first;
    LocalDate from = EARLIEST;
    for (Step step : steps(known)) {
      if (moves(step, parent)) {
        if (step.effective().isAfter(from)) {
          stays.add(new Stay(parent, DateRange.of(from, step.effective())));
          from = step.effective();
        }
        parent = step.to();
      }
    }
    stays.add(new Stay(parent, DateRange.of(from, LATEST)));
    return List.copyOf(stays);
  }

  /** Whether bills of what is below came here on a day, as known at an instant. */
  public boolean takesBillsAsOf(LocalDate day, Instant known) {
    return steps(known).stream()
        .filter(step -> step.kind() != Move.Kind.PLACE && !step.effective().isAfter(day))
        .reduce((earlier, later) -> later)
        .filter(step -> step.kind() == Move.Kind.TAKES_BILLS)
        .isPresent();
  }

  private static boolean moves(Step step, @Nullable ContractNo parent) {
    return step.kind() == Move.Kind.PLACE && (step.only() == null || step.only().equals(parent));
  }

  /** In the order in which they hold; of one day moves first, since a plan is carried out after what was there. */
  private List<Step> steps(Instant known) {
    List<Step> steps = new ArrayList<>();
    moves.stream()
        .filter(move -> !move.known().isAfter(known))
        .forEach(move -> steps.add(new Step(move.kind(), move.to(), move.effective(), null)));
    plans.stream()
        .filter(plan -> plan.countsAt(known))
        .forEach(
            plan -> steps.add(new Step(plan.kind(), plan.to(), plan.effective(), plan.endingMaster())));
    steps.sort(Comparator.comparing(Step::effective));
    return steps;
  }

  /**
   * Whether a move may be recorded that holds from a day on.
   *
   * @param today the day on which it is recorded
   * @return true; or {@link HierarchyRejection.NotYet} or {@link HierarchyRejection.BeforeLastMove}
   */
  public Outcome<Boolean> mayMove(LocalDate effective, LocalDate today) {
    if (effective.isAfter(today)) {
      return Outcome.rejected(new HierarchyRejection.NotYet(contract, effective));
    }
    LocalDate last = moves.isEmpty() ? effective : moves.get(moves.size() - 1).effective();
    return effective.isBefore(last)
        ? Outcome.rejected(new HierarchyRejection.BeforeLastMove(contract, effective, last))
        : Outcome.accepted(true);
  }
}
