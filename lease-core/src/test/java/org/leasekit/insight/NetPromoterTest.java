package org.leasekit.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.party.LessorId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.SurveyAnswer;

class NetPromoterTest {
  private final Season season = new Season();
  private final List<SurveyAnswer> answers = new ArrayList<>();

  private void answered(String name, CaseState state, int score) {
    season.renewal(name, state, "03-02 12:00");
    RenewalCase renewal = season.cases.get(season.cases.size() - 1);
    answers.add(
        new SurveyAnswer(
            new LessorId("l"), renewal.id(), score, "", null, Instant.parse("2026-04-01T00:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "0, DETRACTOR", "1, DETRACTOR", "5, DETRACTOR", "6, DETRACTOR", "7, PASSIVE", "8, PASSIVE", "9, PROMOTER",
    "10, PROMOTER"
  })
  void aScoreMakesAnAttitude(int score, SurveyAnswer.Attitude attitude) {
    answered("A", CaseState.RENEWED, score);
    assertThat(answers.get(0).attitude()).isEqualTo(attitude);
  }

  @Test
  void everyFigureByHand() {
    int[] scores = {10, 9, 9, 8, 7, 6, 0, 10};
    for (int i = 0; i < scores.length; i++) {
      answered("A" + i, i == 5 ? CaseState.DECLINED : CaseState.RENEWED, scores[i]);
    }
    // asked and silent; open; of no interest, because nothing was left to renew
    season.renewal("B", CaseState.LAPSED, null);
    season.renewal("C", CaseState.NOTIFIED, null);
    answered("D", CaseState.SUPERSEDED, 0);
    NetPromoter nps = NetPromoter.of(season.cases, answers);
    assertThat(nps).isEqualTo(new NetPromoter(9, 4, 2, 2));
    assertThat(nps.answers()).isEqualTo(8);
    assertThat(nps.score()).hasValue(25.0);
    // 100 × 2/11 ± 196 × √((7.5/11 − (2/11)²)/11)
    assertThat(nps.low()).isCloseTo(18.18 - 47.59, within(0.02));
    assertThat(nps.high()).isCloseTo(18.18 + 47.59, within(0.02));
    NetPromoter leaving =
        NetPromoter.of(each -> each.state() == CaseState.DECLINED, season.cases, answers);
    assertThat(leaving).isEqualTo(new NetPromoter(1, 0, 0, 1));
    assertThat(leaving.score()).hasValue(-100.0);
    assertThat(leaving.low()).isEqualTo(-100);
  }

  @Test
  void nobodyHasNoScoreAndTheWidestInterval() {
    NetPromoter nps = NetPromoter.of(season.cases, answers);
    assertThat(nps.score()).isEmpty();
    assertThat(nps.low()).isEqualTo(-100);
    assertThat(nps.high()).isEqualTo(100);
  }

  /** Of many cohorts with a known truth, the interval holds it in about 95 of 100. */
  @ParameterizedTest
  @CsvSource({"10, 0.5, 0.2", "30, 0.5, 0.2", "30, 0.9, 0.05", "200, 0.3, 0.4", "1000, 0.6, 0.1"})
  void theIntervalHoldsTheTruth(int people, double promoting, double detracting) {
    SplittableRandom random = new SplittableRandom(20260401);
    int held = 0;
    int runs = 4000;
    for (int run = 0; run < runs; run++) {
      int promoters = 0;
      int detractors = 0;
      for (int i = 0; i < people; i++) {
        double at = random.nextDouble();
        promoters += at < promoting ? 1 : 0;
        detractors += at >= 1 - detracting ? 1 : 0;
      }
      NetPromoter nps = new NetPromoter(people, promoters, people - promoters - detractors, detractors);
      double truth = 100 * (promoting - detracting);
      held += nps.low() <= truth && truth <= nps.high() ? 1 : 0;
      assertThat(nps.score().orElseThrow()).isBetween(nps.low(), nps.high());
    }
    assertThat(held / (double) runs).isBetween(0.93, 0.99);
  }
}
