package org.leasekit.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/** A stood below FIRST; on March 10 it was recorded that it came below NEXT on March 5; on March 20 it stood alone. */
class PlaceHistoryTest {

  private static final ContractNo A = new ContractNo("A");
  private static final ContractNo FIRST = new ContractNo("FIRST");
  private static final ContractNo NEXT = new ContractNo("NEXT");

  private static Move move(int number, Move.Kind kind, ContractNo from, ContractNo to, String effective, String known) {
    return new Move(
        new LessorId("l"), A, number, kind, from, to, LocalDate.parse(effective), at(known), new Proof("b", "r", "e"));
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  private static final PlaceHistory HISTORY =
      PlaceHistory.of(
          A,
          null,
          List.of(
              move(1, Move.Kind.PLACE, FIRST, NEXT, "2026-03-05", "2026-03-10"),
              move(2, Move.Kind.TAKES_BILLS, null, null, "2026-03-12", "2026-03-12"),
              move(3, Move.Kind.PLACE, NEXT, null, "2026-03-20", "2026-03-20"),
              move(4, Move.Kind.PASSES_BILLS_ON, null, null, "2026-03-20", "2026-03-21")));

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2026-03-09, FIRST, false", "2026-03-05, 2026-03-09, FIRST, false",
    "2026-03-04, 2026-03-10, FIRST, false", "2026-03-05, 2026-03-10, NEXT,  false",
    "2026-03-31, 2026-03-10, NEXT,  false", "2026-03-31, 2026-03-12, NEXT,  true",
    "2026-03-19, 2026-03-31, NEXT,  true", "2026-03-20, 2026-03-19, NEXT,  true",
    "2026-03-20, 2026-03-20, '',    true", "2026-03-20, 2026-03-31, '',    false",
    "2026-03-11, 2026-03-31, NEXT,  false"
  })
  void whereItStoodAndWhoTookBills(String day, String known, String parent, boolean takes) {
    assertThat(HISTORY.parentAsOf(LocalDate.parse(day), at(known)).map(ContractNo::value).orElse(""))
        .isEqualTo(parent);
    assertThat(HISTORY.takesBillsAsOf(LocalDate.parse(day), at(known))).isEqualTo(takes);
  }

  @Test
  void withoutMovesItStandsWhereItStandsNow() {
    PlaceHistory none = PlaceHistory.of(A, FIRST, List.of());
    assertThat(none.parentAsOf(LocalDate.MIN, Instant.MIN)).contains(FIRST);
    assertThat(PlaceHistory.of(A, null, List.of()).parentAsOf(LocalDate.MAX, Instant.MAX)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-19, BEFORE_LAST_MOVE", "2026-03-20, ''", "2026-03-31, ''", "2026-04-01, MOVE_NOT_YET_EFFECTIVE"
  })
  void movesAreRecordedInTheOrderInWhichTheyHold(String effective, String rule) {
    var outcome = HISTORY.mayMove(LocalDate.parse(effective), LocalDate.parse("2026-03-31"));
    assertThat(outcome.isAccepted() ? "" : outcome.rejection().rule()).isEqualTo(rule);
  }
}
