package org.leasekit.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leasekit.insight.SeasonComparison.Figure;
import org.leasekit.party.Channel;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

class SeasonComparisonTest {

  private static SeasonComparison.Season season(Season records) {
    return new SeasonComparison.Season(records.cases, records.touches, records.tasks);
  }

  private static SeasonComparison compare(Season first, Season second) {
    return SeasonComparison.of(
        season(first), season(second), SeasonComparison::lease, Effort.standard(), 500, 7);
  }

  @Test
  void figuresByHandOfTwoPoliciesOnTheSameTenants() {
    Season first = new Season();
    first.renewal("A", CaseState.RENEWED, "03-11 00:00");
    first.renewal("B", CaseState.LAPSED, null);
    first.renewal("C", CaseState.DECLINED, "03-20 00:00");
    first.renewal("ONLY-1", CaseState.RENEWED, "03-20 00:00");
    first.touch("A", "03-02 10:00", "30", Channel.SMS, Touch.Result.DELIVERED);
    first.touch("B", "03-02 10:00", "30", Channel.SMS, Touch.Result.DELIVERED);
    first.task("B", StewardTask.Kind.CALL, "3", "03-28 10:00", true);
    Season second = new Season();
    second.renewal("A-R1", CaseState.RENEWED, "03-06 00:00");
    second.renewal("B", CaseState.RENEWED, "03-06 00:00");
    second.renewal("C", CaseState.DECLINED, "03-20 00:00");
    second.touch("B", "03-02 10:00", "30", Channel.SMS, Touch.Result.DELIVERED);

    SeasonComparison both = compare(first, second);
    assertThat(both.onlyFirst()).isEqualTo(1);
    assertThat(both.onlySecond()).isZero();
    assertThat(both.figure(Figure.RENEWED).difference()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(both.figure(Figure.RESPONDED).first()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(both.figure(Figure.TOUCHES).difference()).isCloseTo(-1 / 3.0, within(1e-12));
    assertThat(both.figure(Figure.STAFF_MINUTES).difference()).isCloseTo(-10 / 3.0, within(1e-12));
    // ten minutes at 60.00 an hour and one SMS of 0.05 less
    assertThat(both.figure(Figure.COST).difference()).isCloseTo(-1005 / 3.0, within(1e-9));
    assertThat(both.figure(Figure.DAYS_TO_RENEWAL).pairs()).isEqualTo(1);
    assertThat(both.figure(Figure.DAYS_TO_RENEWAL).difference()).isCloseTo(-5, within(1e-12));
  }

  @Test
  void aSeasonBesideItselfDiffersInNothing() {
    Season season = new Season();
    for (int i = 0; i < 50; i++) {
      season.renewal("A" + i, i % 3 == 0 ? CaseState.LAPSED : CaseState.RENEWED, i % 3 == 0 ? null : "03-11 00:00");
    }
    for (Paired figure : compare(season, season).figures().values()) {
      assertThat(figure.difference()).isZero();
      assertThat(figure.low()).isZero();
      assertThat(figure.high()).isZero();
      assertThat(figure.isClear()).isFalse();
    }
  }

  @Test
  void theOrderOfRecordsChangesNothingAndTheSeedHardlyAnything() {
    Season first = new Season();
    Season second = new Season();
    SplittableRandom dice = new SplittableRandom(5);
    for (int i = 0; i < 200; i++) {
      first.renewal("A" + i, state(dice.nextDouble() < 0.6), "03-11 00:00");
      second.renewal("A" + i, state(dice.nextDouble() < 0.8), "03-11 00:00");
    }
    Paired renewed = compare(first, second).figure(Figure.RENEWED);
    List<RenewalCase> reversed = new ArrayList<>(first.cases);
    Collections.reverse(reversed);
    first.cases.clear();
    first.cases.addAll(reversed);
    assertThat(compare(first, second).figure(Figure.RENEWED)).isEqualTo(renewed);
    assertThat(renewed.isClear()).isTrue();
    Paired otherSeed =
        SeasonComparison.of(
                season(first), season(second), SeasonComparison::lease, Effort.standard(), 500, 8)
            .figure(Figure.RENEWED);
    assertThat(otherSeed.low()).isCloseTo(renewed.low(), within(0.02));
    assertThat(otherSeed.high()).isCloseTo(renewed.high(), within(0.02));
  }

  private static CaseState state(boolean renewed) {
    return renewed ? CaseState.RENEWED : CaseState.DECLINED;
  }

  /** A lease that was extended in mid-season has a case for either end of its term; the first had nothing left to renew. */
  @Test
  void whatWasSupersededIsComparedInNoSeason() {
    Season extended = new Season();
    extended.renewal("A", CaseState.SUPERSEDED, "03-11 00:00");
    extended.renewal("A-R1", CaseState.RENEWED, "03-12 00:00");
    Season plain = new Season();
    plain.renewal("A", CaseState.RENEWED, "03-11 00:00");
    plain.renewal("B", CaseState.SUPERSEDED, "03-11 00:00");
    SeasonComparison comparison = compare(extended, plain);
    assertThat(comparison.figure(Figure.RENEWED).pairs()).isEqualTo(1);
    assertThat(comparison.figure(Figure.RENEWED).difference()).isZero();
    assertThat(List.of(comparison.onlyFirst(), comparison.onlySecond())).containsOnly(0);
  }

  @Test
  void twoCasesOfOneTenantInASeasonAreAFault() {
    Season season = new Season();
    season.renewal("A", CaseState.RENEWED, "03-11 00:00");
    season.renewal("A-R1", CaseState.RENEWED, "03-11 00:00");
    assertThatIllegalArgumentException().isThrownBy(() -> compare(season, season));
  }

  /** Of intervals of 95 % about so many hold what is true; pairs make them narrow. */
  @Test
  void intervalsHoldTheTruth() {
    int holds = 0;
    double width = 0;
    int towns = 300;
    for (int town = 0; town < towns; town++) {
      SplittableRandom dice = new SplittableRandom(town);
      List<Double> first = new ArrayList<>();
      List<Double> second = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        double tenant = 100 * dice.nextDouble();
        first.add(tenant + dice.nextDouble());
        second.add(tenant + 0.3 + dice.nextDouble());
      }
      Paired paired = Paired.of(first, second, 500, town);
      holds += paired.low() <= 0.3 && 0.3 <= paired.high() ? 1 : 0;
      width += paired.high() - paired.low();
    }
    System.out.printf(Locale.ROOT, "%d of %d intervals of 95 %% hold the truth%n", holds, towns);
    // 285 with a standard deviation of 3.8
    assertThat(holds).isBetween(271, 296);
    assertThat(width / towns).isLessThan(0.2);
  }
}
