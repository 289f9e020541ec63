package org.leasekit.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ModelTest {

  /** Two features that act, one that never varies, the rest zero. */
  private static Features features(double late, double raise) {
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      values.put(feature, 0.0);
    }
    values.put(Feature.LATE_SHARE, late);
    values.put(Feature.RENT_CHANGE, raise);
    values.put(Feature.TENURE, 1.0);
    return new Features(values);
  }

  private static double truth(double late, double raise) {
    return 1 / (1 + Math.exp(-(2 - 3 * late - 5 * raise)));
  }

  private static List<Example> history(int size, long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    List<Example> history = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double late = dice.nextDouble();
      double raise = dice.nextDouble() / 4;
      history.add(new Example(features(late, raise), dice.nextDouble() < truth(late, raise)));
    }
    return history;
  }

  @Test
  void findsTheCurveThatMadeTheHistory() {
    LogisticModel model = LogisticModel.train(history(40_000, 3), 1);
    for (double late = 0; late <= 1; late += 0.25) {
      for (double raise = 0; raise <= 0.25; raise += 0.05) {
        Estimate estimate = model.estimate(features(late, raise));
        assertThat(estimate.probability()).isCloseTo(truth(late, raise), within(0.02));
        assertThat(estimate.high() - estimate.low()).isLessThan(0.05);
      }
    }
  }

  @Test
  void lessHistoryMakesWiderIntervals() {
    double previous = 0;
    for (int size : new int[] {20_000, 2_000, 200}) {
      Estimate estimate = LogisticModel.train(history(size, 5), 1).estimate(features(0.9, 0.2));
      assertThat(estimate.high() - estimate.low()).isGreaterThan(previous);
      previous = estimate.high() - estimate.low();
    }
  }

  /**
   * Two of two hundred paid late, and left; nobody knows what somebody who pays far later will do. No estimate may be sure of
   * what history has hardly seen.
   */
  @Test
  void whoIsUnlikeAllBeforeIsNotTakenForCertain() {
    List<Example> history = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean rare = i % 100 == 0;
      history.add(new Example(features(rare ? 0.05 : 0, 0), !rare && i % 5 != 1));
    }
    LogisticModel model = LogisticModel.train(history, 1);
    Estimate usual = model.estimate(features(0, 0));
    assertThat(usual.probability()).isCloseTo(158.0 / 198, within(0.02));
    Estimate never = model.estimate(features(1, 0));
    assertThat(never.probability()).isBetween(0.2, 0.95);
    assertThat(never.high() - never.low()).isGreaterThan(3 * (usual.high() - usual.low()));
  }

  /** At the optimum with an intercept the mean of the estimates is the share that renewed. */
  @Test
  void isCalibratedInTheLargeOnItsOwnHistory() {
    List<Example> history = history(500, 11);
    LogisticModel model = LogisticModel.train(history, 1);
    double mean =
        history.stream().mapToDouble(each -> model.estimate(each.features()).probability()).average().orElseThrow();
    double share = history.stream().filter(Example::renewed).count() / 500.0;
    assertThat(mean).isCloseTo(share, within(1e-9));
  }

  @Test
  void theSameHistoryGivesTheSameModelAndItsOrderHardlyMatters() {
    List<Example> history = new ArrayList<>(history(400, 13));
    Estimate first = LogisticModel.train(history, 1).estimate(features(0.4, 0.1));
    assertThat(LogisticModel.train(history, 1).estimate(features(0.4, 0.1))).isEqualTo(first);
    Collections.reverse(history);
    assertThat(LogisticModel.train(history, 1).estimate(features(0.4, 0.1)).probability())
        .isCloseTo(first.probability(), within(1e-9));
  }

  /** Without a penalty the weights of a history that a line parts would grow for ever. */
  @Test
  void aHistoryThatALinePartsIsLearntWithoutOverflow() {
    List<Example> parted = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      parted.add(new Example(features(i / 200.0, 0), i < 100));
    }
    LogisticModel model = LogisticModel.train(parted, 1);
    assertThat(model.estimate(features(0, 0)).probability()).isBetween(0.9, 0.9999);
    assertThat(model.estimate(features(1, 0)).probability()).isBetween(0.0001, 0.1);
  }

  @Test
  void tooLittleHistoryIsRefusedAndTheDefaultFallsBackOnThePlainRule() {
    List<Example> few = history(99, 17);
    List<Example> oneSided =
        history(500, 17).stream().map(each -> new Example(each.features(), true)).toList();
    for (List<Example> history : List.of(few, oneSided, List.<Example>of())) {
      assertThat(LogisticModel.canLearn(history)).isFalse();
      assertThatIllegalArgumentException().isThrownBy(() -> LogisticModel.train(history, 1));
      assertThat(IntentModels.trained(history).code()).isEqualTo("PAID_BY_DAY_22");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> LogisticModel.train(history(500, 1), 0));
    assertThat(IntentModels.paidByDay22(List.of()).estimate(DossierTest.plain()))
        .isEqualTo(Estimate.UNKNOWN);
  }

  @Test
  void accuracyByHand() {
    List<Accuracy.Outcome> outcomes =
        List.of(
            new Accuracy.Outcome(0.9, true),
            new Accuracy.Outcome(0.8, false),
            new Accuracy.Outcome(0.8, true),
            new Accuracy.Outcome(0.1, false));
    Accuracy accuracy = Accuracy.of(outcomes);
    // four pairs: two won by 0.9, one tie, one won by 0.8
    assertThat(accuracy.auc()).isCloseTo(3.5 / 4, within(1e-12));
    assertThat(accuracy.brier()).isCloseTo((0.01 + 0.64 + 0.04 + 0.01) / 4, within(1e-12));
    assertThat(accuracy.calibrationError()).isCloseTo((0.1 + 0.8 + 0.2 + 0.1) / 4, within(1e-12));
    assertThat(Accuracy.of(List.of()).auc()).isEqualTo(0.5);
  }
}
