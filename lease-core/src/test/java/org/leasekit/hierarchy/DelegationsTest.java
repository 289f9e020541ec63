package org.leasekit.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leasekit.hierarchy.ForestTest.N1;
import static org.leasekit.hierarchy.ForestTest.NORTH;
import static org.leasekit.hierarchy.ForestTest.SOUTH;
import static org.leasekit.hierarchy.ForestTest.TOP;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;

class DelegationsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private static String answer(Forest forest, Delegations delegations, ContractNo account, Right right, Act act) {
    var outcome = delegations.allow(forest, account, right, act);
    return outcome.isAccepted() ? "" : outcome.rejection().rule();
  }

  @ParameterizedTest
  @EnumSource
  void atTheTopEverythingIsAllowedAndBelowNothingUnlessGranted(Right right) {
    Forest town = ForestTest.town();
    assertThat(answer(town, Delegations.NONE, TOP, right, Act.on(DAY))).isEmpty();
    assertThat(answer(town, Delegations.NONE, N1, right, Act.on(DAY))).isEqualTo("RIGHT_NOT_GRANTED");
    Delegations granted =
        Delegations.of(
            List.of(Delegation.unlimited(TOP, NORTH, right), Delegation.unlimited(NORTH, N1, right)));
    for (Right asked : Right.values()) {
      assertThat(answer(town, granted, N1, asked, Act.on(DAY)).isEmpty()).isEqualTo(asked == right);
    }
  }

  @Test
  void nobodyGrantsMoreThanHeHas() {
    Forest town = ForestTest.town();
    Delegation below = Delegation.unlimited(NORTH, N1, Right.PAY);
    assertThat(answer(town, Delegations.of(List.of(below)), N1, Right.PAY, Act.on(DAY)))
        .isEqualTo("RIGHT_NOT_GRANTED");
    Delegation limited =
        new Delegation(TOP, NORTH, Right.PAY, MinorUnits.amount(10_000, "CNY"), null, null, null);
    Delegations both = Delegations.of(List.of(below, limited));
    assertThat(answer(town, both, N1, Right.PAY, new Act(DAY, MinorUnits.amount(10_000, "CNY"), 0, 0))).isEmpty();
    assertThat(answer(town, both, N1, Right.PAY, new Act(DAY, MinorUnits.amount(10_001, "CNY"), 0, 0)))
        .isEqualTo("BEYOND_GRANTED_LIMIT");
  }

  @Test
  void aGrantOfAFormerMasterDoesNotCount() {
    Delegations granted = Delegations.of(List.of(Delegation.unlimited(TOP, NORTH, Right.SIGN)));
    Forest town = ForestTest.town();
    assertThat(answer(town, granted, NORTH, Right.SIGN, Act.on(DAY))).isEmpty();
    Forest moved = town.putBelow(NORTH, SOUTH).orElseThrow();
    assertThat(answer(moved, granted, NORTH, Right.SIGN, Act.on(DAY))).isEqualTo("RIGHT_NOT_GRANTED");
    Forest alone = town.promote(NORTH).orElseThrow();
    assertThat(answer(alone, Delegations.NONE, NORTH, Right.SIGN, Act.on(DAY))).isEmpty();
  }

  static List<Arguments> limits() {
    return List.of(
        Arguments.of(new Act(DAY, null, 12, 2), ""),
        Arguments.of(new Act(DAY, MinorUnits.amount(500, "CNY"), 12, 2), ""),
        Arguments.of(new Act(DAY, MinorUnits.amount(501, "CNY"), 12, 2), "BEYOND_GRANTED_LIMIT"),
        Arguments.of(new Act(DAY, MinorUnits.amount(1, "EUR"), 12, 2), "BEYOND_GRANTED_LIMIT"),
        Arguments.of(new Act(DAY, null, 13, 2), "BEYOND_GRANTED_LIMIT"),
        Arguments.of(new Act(DAY, null, 12, 3), "BEYOND_GRANTED_LIMIT"),
        Arguments.of(new Act(DAY.plusDays(29), null, 12, 2), ""),
        Arguments.of(new Act(DAY.plusDays(30), null, 12, 2), "RIGHT_NOT_GRANTED"));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void eachLimitAndTheEndCount(Act act, String rule) {
    Delegation limited =
        new Delegation(
            TOP, SOUTH, Right.RENEW, MinorUnits.amount(500, "CNY"), 12, 2, DAY.plusDays(30));
    assertThat(answer(ForestTest.town(), Delegations.of(List.of(limited)), SOUTH, Right.RENEW, act)).isEqualTo(rule);
  }

  @Test
  void oneOfSeveralGrantsHasToCoverTheAct() {
    Delegation longTerm = new Delegation(TOP, SOUTH, Right.RENEW, null, 24, 1, null);
    Delegation many = new Delegation(TOP, SOUTH, Right.RENEW, null, 1, 10, null);
    Delegations both = Delegations.of(List.of(longTerm, many));
    assertThat(answer(ForestTest.town(), both, SOUTH, Right.RENEW, new Act(DAY, null, 24, 1))).isEmpty();
    assertThat(answer(ForestTest.town(), both, SOUTH, Right.RENEW, new Act(DAY, null, 1, 10))).isEmpty();
    assertThat(answer(ForestTest.town(), both, SOUTH, Right.RENEW, new Act(DAY, null, 24, 10)))
        .isEqualTo("BEYOND_GRANTED_LIMIT");
  }
}
