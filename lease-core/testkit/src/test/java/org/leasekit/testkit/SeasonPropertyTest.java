package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leasekit.memory.MemoryStores;

/**
 * Whole seasons through the front door: random policies, leases and histories on two nodes, looked at after every deed. {@code
 * -Dleasekit.sequences=10000} plays as many more than continuous integration does.
 */
class SeasonPropertyTest {

  @Provide
  Arbitrary<List<Integer>> steps() {
    return Arbitraries.integers()
        .between(0, Integer.MAX_VALUE)
        .withoutEdgeCases()
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property(tries = 60)
  void nobodyIsMissedAndNobodyIsNagged(@ForAll long seed, @ForAll("steps") List<Integer> steps) {
    play(seed, steps);
  }

  /** Most of what is tried has to be possible, or nothing is shown. */
  @Test
  void manyStepsAreAcceptedAndMuchIsSent() {
    Random random = new Random(7);
    int accepted = 0;
    int sent = 0;
    for (int i = 0; i < 15; i++) {
      SeasonWorld world = world(i);
      accepted += SeasonSteps.play(world, random.ints(40, 0, Integer.MAX_VALUE).boxed().toList()).accepted();
      sent += world.sent.size();
    }
    assertThat(accepted).isGreaterThan(100);
    assertThat(sent).isGreaterThan(100);
  }

  @Test
  void asManySequencesMoreAsAreAskedFor() {
    int sequences = Integer.getInteger("leasekit.sequences", 0);
    assumeThat(sequences).isPositive();
    long seed = Long.getLong("leasekit.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < sequences; i++) {
      long lessor = random.nextLong();
      List<Integer> steps = new ArrayList<>(random.ints(1 + random.nextInt(60), 0, Integer.MAX_VALUE).boxed().toList());
      try {
        play(lessor, steps);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("sequence " + i + " of seed " + seed + ": " + lessor + " " + steps, failure);
      }
    }
  }

  private static SeasonWorld world(long seed) {
    return new SeasonWorld(
        new MemoryStores(), MemoryJourneyTest.VALIDATOR, seed, SeasonWorld.Damage.NONE);
  }

  private static void play(long seed, List<Integer> steps) {
    SeasonSteps.play(world(seed), steps);
  }
}
