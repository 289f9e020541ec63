package org.leasekit.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.TenantId;

/** No sequence of moves makes an orphan, a circle, or a running sub-contract outside its master. */
class ForestPropertyTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int SIZE = 8;

  private record Move(int what, int contract, int other, SubsAtEnd subs, DateRange term) {}

  private static ContractNo no(int i) {
    return new ContractNo("C-" + i);
  }

  private static Forest separate() {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      // the first are long, so that there is room below them
      DateRange term = DateRange.of(START.plusDays(i), START.plusDays(40 - 2L * i));
      members.add(new Member(no(i), i < SIZE - 2, null, new TenantId("t"), null, term, false, i % 3 == 0));
    }
    return Forest.of(members);
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    Arbitrary<Integer> contracts = Arbitraries.integers().between(0, SIZE - 1);
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 20);
    // ends are rare: otherwise nothing is left to move
    Arbitrary<Integer> kinds = Arbitraries.of(0, 0, 0, 0, 0, 0, 1, 2, 2, 3);
    return Combinators.combine(kinds, contracts, contracts, Arbitraries.of(SubsAtEnd.class), days)
        .as((what, one, other, subs, day) ->
            new Move(what, one, other, subs, DateRange.of(START.plusDays(day), START.plusDays(41 - day))))
        .list()
        .ofMaxSize(30);
  }

  @Property
  void everyMoveLeavesAForest(@ForAll("moves") List<Move> moves) {
    Forest forest = separate();
    for (Move move : moves) {
      Outcome<Forest> outcome =
          switch (move.what()) {
            case 0 -> forest.putBelow(no(move.contract()), no(move.other()));
            case 1 -> forest.promote(no(move.contract()));
            case 2 -> forest.changeTerm(no(move.contract()), move.term());
            default -> forest.end(no(move.contract()), move.subs());
          };
      if (outcome.isAccepted()) {
        forest = outcome.orElseThrow();
      }
      assertSound(forest);
    }
  }

  private static void assertSound(Forest forest) {
    Map<ContractNo, Member> byNo = new HashMap<>();
    forest.members().forEach(member -> byNo.put(member.no(), member));
    assertThat(byNo).hasSize(SIZE);
    for (Member member : forest.members()) {
      int steps = 0;
      for (Member at = member; at.parent() != null; at = byNo.get(at.parent())) {
        assertThat(byNo).containsKey(at.parent());
        assertThat(++steps).as("circle at %s", at).isLessThan(SIZE);
      }
      if (!member.ended() && member.parent() != null) {
        Member master = byNo.get(member.parent());
        assertThat(master.master()).isTrue();
        assertThat(master.ended()).isFalse();
        assertThat(master.term().contains(member.term())).isTrue();
      }
      assertThat(forest.path(member.no())).hasSize(steps + 1);
    }
  }
}
