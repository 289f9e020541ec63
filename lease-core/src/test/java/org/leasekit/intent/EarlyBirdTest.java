package org.leasekit.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leasekit.intent.EarlyBird.Group;

class EarlyBirdTest {
  private static final Estimate HIGH = new Estimate(0.9, 0.8, 0.95);

  @Test
  void theLotHangsOnKeyAndSeedAlone() {
    EarlyBird rule = EarlyBird.standard(42);
    int held = 0;
    int sameWithOtherSeed = 0;
    for (int i = 0; i < 10_000; i++) {
      Group group = rule.groupOf("PK" + i + "-20260331", HIGH);
      assertThat(EarlyBird.standard(42).groupOf("PK" + i + "-20260331", new Estimate(0.99, 0.9, 1)))
          .isEqualTo(group);
      held += group == Group.HELD_BACK ? 1 : 0;
      sameWithOtherSeed += EarlyBird.standard(43).groupOf("PK" + i + "-20260331", HIGH) == group ? 1 : 0;
    }
    // 20 % of 10,000 with a standard deviation of 40; two independent lots agree in 68 %
    assertThat(held).isBetween(1_840, 2_160);
    assertThat(sameWithOtherSeed).isBetween(6_600, 7_000);
  }

  @Test
  void onlyHighIntentTakesPart() {
    EarlyBird everybody = new EarlyBird(0.85, 7, 0, 300, 14, 1);
    EarlyBird nobody = new EarlyBird(0.85, 7, 1, 300, 14, 1);
    assertThat(everybody.groupOf("a", HIGH)).isEqualTo(Group.EARLY_BIRD);
    assertThat(nobody.groupOf("a", HIGH)).isEqualTo(Group.HELD_BACK);
    assertThat(everybody.groupOf("a", Estimate.UNKNOWN)).isEqualTo(Group.NOT_ELIGIBLE);
    assertThat(everybody.groupOf("a", new Estimate(0.85, 0, 1))).isEqualTo(Group.EARLY_BIRD);
    assertThatIllegalArgumentException().isThrownBy(() -> new EarlyBird(1.1, 7, 0, 300, 14, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new EarlyBird(0.5, 0, 0, 300, 14, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new EarlyBird(0.5, 7, 0, 10_001, 14, 1));
  }

  /** Newcombe 1998, Statistics in Medicine 17, 873-890, table II, method 10. */
  @Test
  void theIntervalIsThePublishedOne() {
    Effect large = Effect.of(70, 56, 80, 48);
    assertThat(large.difference()).isCloseTo(0.2, within(1e-12));
    assertThat(large.low()).isCloseTo(0.0524, within(5e-5));
    assertThat(large.high()).isCloseTo(0.3339, within(5e-5));
    Effect small = Effect.of(10, 9, 10, 3);
    assertThat(small.low()).isCloseTo(0.1705, within(5e-5));
    assertThat(small.high()).isCloseTo(0.8090, within(5e-5));
    Effect none = Effect.of(10, 0, 10, 0);
    assertThat(none.low()).isCloseTo(-0.2775, within(5e-5));
    assertThat(none.high()).isCloseTo(0.2775, within(5e-5));
    assertThat(Effect.of(0, 0, 10, 3)).isEqualTo(new Effect(0, 0, 10, 3, 0, -1, 1));
  }

  /** In a town where the offer adds five points, most intervals hold those five points. */
  @Test
  void theHeldBackGroupFindsAnEffectThatIsThere() {
    double added = 0.05;
    int holds = 0;
    double sum = 0;
    int towns = 400;
    for (int town = 0; town < towns; town++) {
      SplittableRandom dice = new SplittableRandom(1_000 + town);
      EarlyBird rule = EarlyBird.standard(town);
      int[] count = new int[4];
      for (int i = 0; i < 1_500; i++) {
        boolean early = rule.groupOf("case" + i, HIGH) == Group.EARLY_BIRD;
        boolean renewed = dice.nextDouble() < 0.86 + (early ? added : 0);
        count[early ? 0 : 2]++;
        count[early ? 1 : 3] += renewed ? 1 : 0;
      }
      Effect effect = Effect.of(count[0], count[1], count[2], count[3]);
      holds += effect.low() <= added && added <= effect.high() ? 1 : 0;
      sum += effect.difference();
    }
    System.out.printf(
        Locale.ROOT, "effect of 5.0 points: found %.2f on average, %d of %d intervals hold it%n",
        100 * sum / towns, holds, towns);
    assertThat(sum / towns).isCloseTo(added, within(0.005));
    // 95 % of 400 with a standard deviation of 4.4
    assertThat(holds).isBetween(366, 394);
  }
}
