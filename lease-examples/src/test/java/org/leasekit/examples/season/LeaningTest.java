package org.leasekit.examples.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.examples.season.Persona.Finish;
import org.leasekit.examples.season.Persona.Mind;
import org.leasekit.intent.Effect;
import org.leasekit.renewal.CaseId;

class LeaningTest {

  private static Mind mind(double number, Mind mind, boolean master, double rise, boolean early) {
    Persona persona = new Persona(mind, Finish.AT_ONCE, false, master);
    return new Leaning(number, number).mind(persona, rise, early);
  }

  @ParameterizedTest
  @CsvSource({
    "0.079, RENEWS,   false, 0.10, false, DECLINES",
    "0.081, RENEWS,   false, 0.10, false, RENEWS",
    "0.079, RENEWS,   false, 0.07, true,  RENEWS",
    "0.000, RENEWS,   false, 0.00, false, RENEWS",
    "0.000, RENEWS,   false, -0.1, false, RENEWS",
    "0.499, DECLINES, false, 0.10, true,  RENEWS",
    "0.501, DECLINES, false, 0.10, true,  DECLINES",
    "0.000, DECLINES, false, 0.00, false, DECLINES",
    "0.000, SILENT,   false, 0.00, true,  SILENT",
    "0.000, RENEWS,   true,  0.50, false, RENEWS",
    "0.000, DECLINES, true,  0.00, true,  DECLINES"
  })
  void movesWhomItIsSaidToMove(
      double number, Mind before, boolean master, double rise, boolean early, Mind after) {
    assertThat(mind(number, before, master, rise, early)).isEqualTo(after);
  }

  /** One season of many tenants at a rise of 8 %, 5 % for early birds, a quarter held back. */
  private static Effect season(long seed, int people) {
    int[] told = new int[2];
    int[] held = new int[2];
    for (int i = 0; i < people; i++) {
      boolean early = Dice.share(seed, "lot:" + i) >= 0.25;
      int[] group = early ? told : held;
      group[0]++;
      group[1] += renews(seed, i, early) ? 1 : 0;
    }
    return Effect.of(told[0], told[1], held[0], held[1]);
  }

  private static boolean renews(long seed, int i, boolean early) {
    double share = Dice.share(seed, "tenant:" + i);
    Mind mind = share < 0.1 ? Mind.SILENT : share < 0.2 ? Mind.DECLINES : Mind.RENEWS;
    Persona persona = new Persona(mind, Finish.AT_ONCE, false, false);
    Leaning leaning = Leaning.of(seed, new CaseId("C" + i));
    return leaning.mind(persona, early ? 0.05 : 0.08, early) == Mind.RENEWS;
  }

  /** Half of the tenth that would leave, and 0.8 × 3 % of the eight tenths that would renew: 6.92 points. */
  @Test
  void theHeldBackMeasureTheTrueEffect() {
    double truth = 0.1 * Leaning.WON_OVER + 0.8 * Leaning.LEAVES_BY_RISE * 0.03;
    assertThat(truth).isCloseTo(0.0692, within(1e-9));
    int runs = 400;
    int held = 0;
    int noticed = 0;
    double sum = 0;
    for (long seed = 1; seed <= runs; seed++) {
      Effect effect = season(seed, 800);
      held += effect.low() <= truth && truth <= effect.high() ? 1 : 0;
      noticed += effect.low() > 0 ? 1 : 0;
      sum += effect.difference();
    }
    assertThat(sum / runs).isCloseTo(truth, within(0.006));
    assertThat(held / (double) runs).isBetween(0.92, 0.99);
    // what is there is seen in a good part of the seasons, which an effect of zero would be in 1 of 40
    assertThat(noticed / (double) runs).isGreaterThan(0.4);
  }
}
