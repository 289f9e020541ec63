package org.leasekit.hierarchy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;

/**
 * A contract's place among others on both axes of time: where it stood on a day, as known at an instant. An immutable
 * value. Moves are recorded in the order in which they hold, so an answer once given stays the answer.
 *
 * @param first the master it stood below before any move; null for none
 * @param moves in the order of their numbers
 */
public record PlaceHistory(ContractNo contract, @Nullable ContractNo first, List<Move> moves) {

  public PlaceHistory {
    moves = List.copyOf(moves);
  }

  /** The history of a contract that stands below {@code now} after all those moves. */
  public static PlaceHistory of(
      ContractNo contract, @Nullable ContractNo now, List<Move> moves) {
    return new PlaceHistory(
        contract,
        moves.stream()
            .filter(move -> move.kind() == Move.Kind.PLACE)
            .findFirst()
            .map(move -> Optional.ofNullable(move.from()))
            .orElse(Optional.ofNullable(now))
            .orElse(null),
        moves);
  }

  /** The master above on a day, as known at an instant; empty when it stood alone. */
  public Optional<ContractNo> parentAsOf(LocalDate day, Instant known) {
    return last(move -> move.kind() == Move.Kind.PLACE, day, known)
        .map(move -> Optional.ofNullable(move.to()))
        .orElse(Optional.ofNullable(first));
  }

  /** Whether bills of what is below came here on a day, as known at an instant. */
  public boolean takesBillsAsOf(LocalDate day, Instant known) {
    return last(move -> move.kind() != Move.Kind.PLACE, day, known)
        .filter(move -> move.kind() == Move.Kind.TAKES_BILLS)
        .isPresent();
  }

  private Optional<Move> last(Predicate<Move> wanted, LocalDate day, Instant known) {
    return moves.stream()
        .filter(wanted)
        .filter(move -> !move.effective().isAfter(day) && !move.known().isAfter(known))
        .reduce((earlier, later) -> later);
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
