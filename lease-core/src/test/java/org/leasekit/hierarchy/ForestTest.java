package org.leasekit.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.TenantId;

/**
 * A framework with two sites below it, one of which lets two spaces:
 *
 * <pre>
 *   TOP 2026..2030
 *     NORTH 2026..2028 (billing account)
 *       N1 2026..2027
 *       N2 2027..2028
 *     SOUTH 2026..2030
 *   ALONE 2029..2031
 * </pre>
 */
class ForestTest {

  static final ContractNo TOP = new ContractNo("TOP");
  static final ContractNo NORTH = new ContractNo("NORTH");
  static final ContractNo SOUTH = new ContractNo("SOUTH");
  static final ContractNo N1 = new ContractNo("N1");
  static final ContractNo N2 = new ContractNo("N2");
  static final ContractNo ALONE = new ContractNo("ALONE");

  static DateRange years(int from, int untilExclusive) {
    return DateRange.of(LocalDate.of(from, 1, 1), LocalDate.of(untilExclusive, 1, 1));
  }

  static Member member(ContractNo no, boolean master, ContractNo parent, DateRange term) {
    return new Member(no, master, parent, new TenantId("t-" + no), null, term, false, no.equals(NORTH));
  }

  static Forest town() {
    return Forest.of(
        List.of(
            member(N1, false, NORTH, years(2026, 2027)),
            member(N2, false, NORTH, years(2027, 2028)),
            member(NORTH, true, TOP, years(2026, 2028)),
            member(SOUTH, true, TOP, years(2026, 2030)),
            member(TOP, true, null, years(2026, 2030)),
            member(ALONE, false, null, years(2029, 2031))));
  }

  private static String rule(Outcome<Forest> outcome) {
    return outcome.rejection().rule();
  }

  @Test
  void theForestIsReadInBothDirections() {
    Forest town = town();
    assertThat(town.path(N1)).containsExactly(N1, NORTH, TOP);
    assertThat(town.subtree(TOP)).containsExactly(TOP, NORTH, N1, N2, SOUTH);
    assertThat(town.children(TOP)).containsExactly(NORTH, SOUTH);
    assertThat(town.path(new ContractNo("none"))).isEmpty();
    assertThat(town.subtree(new ContractNo("none"))).isEmpty();
  }

  @Test
  void theNearestBillingAccountPays() {
    assertThat(town().payerOf(N1)).contains(NORTH);
    assertThat(town().payerOf(NORTH)).contains(NORTH);
    assertThat(town().payerOf(SOUTH)).contains(TOP);
    assertThat(town().payerOf(ALONE)).contains(ALONE);
    assertThat(town().payerOf(new ContractNo("none"))).isEmpty();
  }

  @Test
  void whatIsNoForestIsAFault() {
    Member self = member(TOP, true, NORTH, years(2026, 2030));
    Member below = member(NORTH, true, TOP, years(2026, 2028));
    assertThatThrownBy(() -> Forest.of(List.of(self, below))).hasMessageContaining("circle");
    assertThatThrownBy(() -> Forest.of(List.of(below))).hasMessageContaining("no master TOP");
    assertThatThrownBy(() -> Forest.of(List.of(self, self))).hasMessageContaining("twice");
    assertThatThrownBy(
            () ->
                Forest.of(
                    List.of(member(N1, false, null, years(2026, 2027)), member(N2, false, N1, years(2026, 2027)))))
        .hasMessageContaining("no master N1");
  }

  @Test
  void aContractMovesWithEverythingBelowIt() {
    Forest moved = town().putBelow(NORTH, SOUTH).orElseThrow();
    assertThat(moved.path(N1)).containsExactly(N1, NORTH, SOUTH, TOP);
    assertThat(moved.subtree(TOP)).containsExactly(TOP, SOUTH, NORTH, N1, N2);
  }

  @Test
  void placesThatCannotBe() {
    Forest town = town();
    assertThat(rule(town.putBelow(TOP, NORTH))).isEqualTo("MASTER_STANDS_BELOW");
    assertThat(rule(town.putBelow(TOP, TOP))).isEqualTo("MASTER_STANDS_BELOW");
    assertThat(rule(town.putBelow(SOUTH, N1))).isEqualTo("NOT_A_MASTER");
    assertThat(rule(town.putBelow(N1, NORTH))).isEqualTo("ALREADY_IN_PLACE");
    assertThat(rule(town.putBelow(N1, new ContractNo("none")))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(rule(town.putBelow(new ContractNo("none"), TOP))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(town.putBelow(ALONE, SOUTH).rejection())
        .isEqualTo(
            new HierarchyRejection.TermOutside(ALONE, years(2029, 2031), SOUTH, years(2026, 2030)));
    Forest ended = town.end(SOUTH, SubsAtEnd.REFUSE).orElseThrow();
    assertThat(rule(ended.putBelow(N1, SOUTH))).isEqualTo("CONTRACT_HAS_ENDED");
    assertThat(rule(ended.putBelow(SOUTH, NORTH))).isEqualTo("CONTRACT_HAS_ENDED");
    assertThat(rule(ended.promote(SOUTH))).isEqualTo("CONTRACT_HAS_ENDED");
  }

  @Test
  void promotionAndItsReverse() {
    Forest promoted = town().promote(NORTH).orElseThrow();
    assertThat(promoted.path(N1)).containsExactly(N1, NORTH);
    assertThat(rule(promoted.promote(NORTH))).isEqualTo("ALREADY_IN_PLACE");
    assertThat(rule(promoted.promote(new ContractNo("none")))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(promoted.putBelow(NORTH, TOP).orElseThrow().members())
        .containsExactlyElementsOf(town().members());
  }

  @Test
  void termsStayInsideOneAnother() {
    Forest town = town();
    assertThat(town.changeTerm(N1, years(2026, 2029)).rejection())
        .isEqualTo(new HierarchyRejection.TermOutside(N1, years(2026, 2029), NORTH, years(2026, 2028)));
    assertThat(town.changeTerm(NORTH, years(2026, 2027)).rejection())
        .isEqualTo(new HierarchyRejection.TermOutside(N2, years(2027, 2028), NORTH, years(2026, 2027)));
    Forest without = town.end(N2, SubsAtEnd.REFUSE).orElseThrow();
    assertThat(without.changeTerm(NORTH, years(2026, 2027)).isAccepted()).as("N2 has ended").isTrue();
    assertThat(town.changeTerm(NORTH, years(2026, 2030)).isAccepted()).isTrue();
    assertThat(rule(town.changeTerm(new ContractNo("none"), years(2026, 2027)))).isEqualTo("NO_SUCH_CONTRACT");
  }

  @Test
  void aMasterThatEndsDealsWithItsSubs() {
    Forest town = town();
    assertThat(town.end(NORTH, SubsAtEnd.REFUSE).rejection())
        .isEqualTo(new HierarchyRejection.LiveSubs(NORTH, List.of(N1, N2)));

    Forest all = town.end(TOP, SubsAtEnd.END_TOO).orElseThrow();
    assertThat(all.members()).filteredOn(Member::ended).extracting(Member::no)
        .containsExactly(N1, N2, NORTH, SOUTH, TOP);
    assertThat(rule(all.end(TOP, SubsAtEnd.END_TOO))).isEqualTo("CONTRACT_HAS_ENDED");

    Forest promoted = town.end(NORTH, SubsAtEnd.PROMOTE).orElseThrow();
    assertThat(promoted.path(N1)).containsExactly(N1);
    assertThat(promoted.find(N1).orElseThrow().ended()).isFalse();

    Forest up = town.end(NORTH, SubsAtEnd.MOVE_UP).orElseThrow();
    assertThat(up.path(N2)).containsExactly(N2, TOP);
    assertThat(town.end(TOP, SubsAtEnd.MOVE_UP).orElseThrow().path(SOUTH)).containsExactly(SOUTH);
    assertThat(rule(town.end(new ContractNo("none"), SubsAtEnd.PROMOTE))).isEqualTo("NO_SUCH_CONTRACT");
  }
}
