package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.Move.Kind;
import org.leasekit.party.LessorId;
import org.leasekit.port.Moves;
import org.leasekit.port.StaleVersionException;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Moves}. */
public abstract class MovesContract extends StorePortContract {

  /** For the test of an adapter. */
  protected MovesContract() {}

  private static final ContractNo ONE = new ContractNo("C-1");
  private static final ContractNo OTHER = new ContractNo("c-1");
  private static final ContractNo MASTER = new ContractNo("母-1");

  private Moves moves() {
    return stores.moves();
  }

  static Move move(ContractNo contract, int number, Kind kind) {
    return move(Samples.LESSOR, contract, number, kind, null, kind == Kind.PLACE ? MASTER : null);
  }

  private static Move move(
      LessorId lessor,
      ContractNo contract,
      int number,
      Kind kind,
      @Nullable ContractNo from,
      @Nullable ContractNo to) {
    Instant known = Samples.MICROS.plusSeconds(number);
    LocalDate effective = Samples.APRIL.start().plusDays(number);
    return new Move(
        lessor, contract, number, kind, from, to, effective, known, new Proof("管家 1", "why\t\\n", "mail\n7"));
  }

  private Move appended(Move move) {
    moves().append(move);
    return move;
  }

  @Test
  @DisplayName("Moves rule 1: a move whose number is not the next is stale and changes nothing")
  void refusesOtherNumbers() {
    Move first = appended(move(ONE, 1, Kind.PLACE));
    for (int number : new int[] {0, 1, 3}) {
      assertThatThrownBy(() -> moves().append(move(ONE, number, Kind.TAKES_BILLS)))
          .isInstanceOf(StaleVersionException.class);
    }
    assertThat(moves().ofContract(Samples.LESSOR, ONE)).containsExactly(first);
  }

  @Test
  @DisplayName("Moves rule 1: of two that append at once, one appends and one is told")
  void oneOfTwoAppends() {
    Answers<String> answers =
        updateAtOnce(
            () -> moves().append(move(ONE, 1, Kind.PLACE)),
            () -> moves().append(move(ONE, 1, Kind.TAKES_BILLS)));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(moves().ofContract(Samples.LESSOR, ONE)).hasSize(1);
  }

  @Test
  @DisplayName("Moves rule 2: moves are found as they were appended, in their order")
  void keepsAsGiven() {
    List<Move> expected =
        List.of(
            move(Samples.LESSOR, ONE, 1, Kind.PLACE, null, MASTER),
            move(Samples.LESSOR, ONE, 2, Kind.PLACE, MASTER, OTHER),
            move(Samples.LESSOR, ONE, 3, Kind.PLACE, OTHER, null),
            move(ONE, 4, Kind.TAKES_BILLS),
            move(ONE, 5, Kind.PASSES_BILLS_ON));
    expected.forEach(move -> moves().append(move));
    moves().append(move(OTHER, 1, Kind.PLACE));
    assertThat(moves().ofContract(Samples.LESSOR, ONE)).isEqualTo(expected);
    assertThat(moves().ofContract(Samples.LESSOR, MASTER)).isEmpty();
    List<Move> all = moves().ofContracts(Samples.LESSOR, List.of(OTHER, MASTER, ONE));
    assertThat(all).hasSize(6).startsWith(expected.toArray(Move[]::new));
  }

  @Test
  @DisplayName("Moves.takingBills: those whose last move about bills says so, whatever else moved since")
  void tellsWhoTakesBills() {
    moves().append(move(ONE, 1, Kind.TAKES_BILLS));
    moves().append(move(ONE, 2, Kind.PASSES_BILLS_ON));
    moves().append(move(ONE, 3, Kind.TAKES_BILLS));
    moves().append(move(ONE, 4, Kind.PLACE));
    moves().append(move(OTHER, 1, Kind.TAKES_BILLS));
    moves().append(move(OTHER, 2, Kind.PASSES_BILLS_ON));
    moves().append(move(MASTER, 1, Kind.PLACE));
    assertThat(moves().takingBills(Samples.LESSOR, List.of(ONE, OTHER, MASTER, new ContractNo("C-9"))))
        .containsExactly(ONE);
    assertThat(moves().takingBills(Samples.LESSOR, List.of(OTHER))).isEmpty();
    assertThat(moves().takingBills(Samples.LESSOR, List.of())).isEmpty();
  }

  @Test
  @DisplayName("Moves.leavers: those that a move has taken from below a master, whether they came back or not")
  void tellsWhoLeft() {
    ContractNo second = new ContractNo("M-2");
    moves().append(move(Samples.LESSOR, ONE, 1, Kind.PLACE, null, MASTER));
    assertThat(moves().leavers(Samples.LESSOR, List.of(MASTER))).isEmpty();
    moves().append(move(Samples.LESSOR, ONE, 2, Kind.PLACE, MASTER, second));
    moves().append(move(Samples.LESSOR, ONE, 3, Kind.PLACE, second, MASTER));
    moves().append(move(Samples.LESSOR, OTHER, 1, Kind.PLACE, second, null));
    moves().append(move(Samples.OTHER_LESSOR, second, 1, Kind.PLACE, MASTER, null));
    assertThat(moves().leavers(Samples.LESSOR, List.of(MASTER))).containsExactly(ONE);
    assertThat(moves().leavers(Samples.LESSOR, List.of(MASTER, second, ONE))).containsExactlyInAnyOrder(ONE, OTHER);
    assertThat(moves().leavers(Samples.LESSOR, List.of())).isEmpty();
  }

  @Test
  @DisplayName("Moves rule 3: who locks a hierarchy that is locked sees it as the other left it")
  void lockHolds() {
    Answers<Integer> seen =
        overlap(
            hold -> {
              int before = locked();
              hold.untilTheOtherHasTried();
              moves().append(move(ONE, before + 1, Kind.PLACE));
              return before;
            },
            this::locked);
    assertThat(seen).isEqualTo(new Answers<>(0, 1));
  }

  private int locked() {
    moves().lock(Samples.LESSOR);
    return moves().ofContract(Samples.LESSOR, ONE).size();
  }

  @Test
  @DisplayName("Moves rule 4: moves of another lessor are not seen")
  void seesItsOwn() {
    Move mine = appended(move(ONE, 1, Kind.TAKES_BILLS));
    assertThat(moves().ofContract(Samples.OTHER_LESSOR, ONE)).isEmpty();
    assertThat(moves().takingBills(Samples.OTHER_LESSOR, List.of(ONE))).isEmpty();
    Move theirs = appended(move(Samples.OTHER_LESSOR, ONE, 1, Kind.PLACE, null, MASTER));
    assertThat(moves().ofContract(Samples.OTHER_LESSOR, ONE)).containsExactly(theirs);
    assertThat(moves().ofContract(Samples.LESSOR, ONE)).containsExactly(mine);
    assertThat(moves().ofContracts(Samples.LESSOR, List.of(ONE))).containsExactly(mine);
  }
}
