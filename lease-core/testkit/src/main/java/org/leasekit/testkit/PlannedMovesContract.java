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
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.hierarchy.PlannedMove.Fate;
import org.leasekit.party.LessorId;
import org.leasekit.port.PlannedMoves;
import org.leasekit.port.StaleVersionException;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link PlannedMoves}. */
public abstract class PlannedMovesContract extends StorePortContract {

  private static final ContractNo ONE = new ContractNo("C-1");
  private static final ContractNo OTHER = new ContractNo("c-1");
  private static final ContractNo MASTER = new ContractNo("母-1");
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  /** For the test of an adapter. */
  protected PlannedMovesContract() {}

  private PlannedMoves plans() {
    return stores.plannedMoves();
  }

  private static PlannedMove plan(ContractNo contract, int number) {
    return plan(Samples.LESSOR, contract, number, MASTER, null, DAY);
  }

  private static PlannedMove plan(
      LessorId lessor,
      ContractNo contract,
      int number,
      @Nullable ContractNo to,
      @Nullable ContractNo endingMaster,
      LocalDate effective) {
    return new PlannedMove(
        lessor, contract, number, Move.Kind.PLACE, to, effective, Samples.MICROS.plusSeconds(number),
        new Proof("管家 1", "why\t\\n", "mail\n7"), endingMaster, null);
  }

  private static PlannedMove ofBills(int number, Move.Kind kind) {
    return new PlannedMove(
        Samples.LESSOR, OTHER, number, kind, null, DAY.plusDays(2), Samples.MICROS, new Proof("b", "r", "e"), null, null);
  }

  private static PlannedMove resolved(PlannedMove plan, Fate fate) {
    Instant known = Samples.MICROS.plusSeconds(100);
    return plan.resolved(new PlannedMove.Resolution(fate, known, new Proof("leasekit", "原因\t", "E-1, E-2\\")));
  }

  private PlannedMove appended(PlannedMove plan) {
    plans().append(plan);
    return plan;
  }

  private List<PlannedMove> all() {
    return plans().ofContracts(Samples.LESSOR, List.of(ONE, OTHER));
  }

  @Test
  @DisplayName("PlannedMoves rule 1: a plan whose number is not the next is stale and changes nothing")
  void refusesOtherNumbers() {
    PlannedMove first = appended(plan(ONE, 1));
    for (int number : new int[] {0, 1, 3}) {
      assertThatThrownBy(() -> plans().append(plan(ONE, number))).isInstanceOf(StaleVersionException.class);
    }
    assertThat(all()).containsExactly(first);
  }

  @Test
  @DisplayName("PlannedMoves rule 1: of two that append at once, one appends and one is told")
  void oneOfTwoAppends() {
    Answers<String> answers =
        updateAtOnce(() -> plans().append(plan(ONE, 1)), () -> plans().append(plan(ONE, 1)));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(all()).hasSize(1);
  }

  @Test
  @DisplayName("PlannedMoves rule 2: plans are found as they were appended, with what became of them")
  void keepsAsAppended() {
    PlannedMove first = appended(plan(ONE, 1));
    PlannedMove second = appended(plan(Samples.LESSOR, ONE, 2, null, MASTER, DAY.plusDays(1)));
    PlannedMove other = appended(plan(OTHER, 1));
    PlannedMove bills = appended(ofBills(2, Move.Kind.TAKES_BILLS));
    PlannedMove noBills = appended(ofBills(3, Move.Kind.PASSES_BILLS_ON));
    PlannedMove failed = resolved(first, Fate.FAILED);
    plans().resolve(failed);
    assertThat(all()).containsExactly(failed, second, other, bills, noBills);
    for (Fate fate : Fate.values()) {
      assertThatThrownBy(() -> plans().resolve(resolved(first, fate))).isInstanceOf(StaleVersionException.class);
    }
    assertThatThrownBy(() -> plans().resolve(resolved(plan(ONE, 3), Fate.DONE)))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> plans().resolve(resolved(plan(new ContractNo("C-2"), 1), Fate.DONE)))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> plans().resolve(second)).isInstanceOf(IllegalArgumentException.class);
    assertThat(all()).containsExactly(failed, second, other, bills, noBills);
  }

  @Test
  @DisplayName("PlannedMoves rule 2: of two that resolve one plan at once, one does and one is told")
  void oneOfTwoResolves() {
    PlannedMove plan = appended(plan(ONE, 1));
    Answers<String> answers =
        updateAtOnce(
            () -> plans().resolve(resolved(plan, Fate.DONE)),
            () -> plans().resolve(resolved(plan, Fate.WITHDRAWN)));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(all())
        .containsExactly(resolved(plan, answers.first().equals(UPDATED) ? Fate.DONE : Fate.WITHDRAWN));
  }

  @Test
  @DisplayName("PlannedMoves rule 3: due is what is pending and holds by the day, in order, and no more than asked for")
  void tellsWhatIsDue() {
    PlannedMove late = appended(plan(Samples.LESSOR, ONE, 1, null, null, DAY.plusDays(1)));
    PlannedMove early = appended(plan(Samples.LESSOR, ONE, 2, null, null, DAY));
    PlannedMove other = appended(plan(Samples.LESSOR, OTHER, 1, null, null, DAY));
    PlannedMove done = appended(plan(Samples.LESSOR, OTHER, 2, null, null, DAY.minusDays(1)));
    plans().resolve(resolved(done, Fate.DONE));
    assertThat(plans().due(Samples.LESSOR, DAY.minusDays(1), 10)).isEmpty();
    assertThat(plans().due(Samples.LESSOR, DAY, 10)).containsExactly(early, other);
    assertThat(plans().due(Samples.LESSOR, DAY.plusDays(1), 10)).containsExactly(early, other, late);
    assertThat(plans().due(Samples.LESSOR, DAY.plusDays(1), 2)).containsExactly(early, other);
  }

  @Test
  @DisplayName("PlannedMoves rule 4: plans of another lessor are not seen")
  void keepsLessorsApart() {
    LessorId other = new LessorId("other");
    PlannedMove mine = appended(plan(ONE, 1));
    PlannedMove theirs = appended(plan(other, ONE, 1, null, null, DAY));
    appended(plan(other, ONE, 2, null, null, DAY));
    assertThat(all()).containsExactly(mine);
    assertThat(plans().due(Samples.LESSOR, DAY, 10)).containsExactly(mine);
    plans().resolve(resolved(mine, Fate.DONE));
    assertThat(plans().ofContracts(other, List.of(ONE))).first().isEqualTo(theirs);
  }
}
