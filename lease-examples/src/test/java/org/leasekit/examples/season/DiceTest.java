package org.leasekit.examples.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.leasekit.memory.SettableClock;

class DiceTest {

  /** Written down once: another number on some JDK would change every season. */
  @Test
  void throwsTheSameNumbersEverywhere() {
    Dice dice = new Dice(1, "PK2025100001");
    assertThat(List.of(dice.share(), dice.share(), dice.share()))
        .containsExactly(0.271750004150106, 0.11052336482692837, 0.18869160281498565);
    assertThat(Dice.share(-1, "合租")).isNotEqualTo(Dice.share(1, "合租"));
  }

  @Property(tries = 200)
  void staysWithinItsBounds(
      @ForAll long seed, @ForAll @IntRange(max = 50) int from, @ForAll @IntRange(max = 50) int more) {
    Dice dice = new Dice(seed, "bounds");
    for (int i = 0; i < 20; i++) {
      assertThat(dice.share()).isGreaterThanOrEqualTo(0).isLessThan(1);
      assertThat(dice.between(from, from + more)).isBetween(from, from + more);
      assertThat(dice.between(Duration.ofSeconds(from), Duration.ofSeconds(from + more)))
          .isBetween(Duration.ofSeconds(from), Duration.ofSeconds(from + more));
    }
  }

  @Test
  void theAgendaGoesByTimeThenByEntry() {
    Instant start = Instant.parse("2026-01-20T00:00:00Z");
    SettableClock clock = new SettableClock(start);
    Agenda agenda = new Agenda(clock);
    List<String> happened = new ArrayList<>();
    agenda.enter(start.plusSeconds(2), () -> happened.add("b at " + clock.instant()));
    agenda.enter(start.plusSeconds(2), () -> happened.add("c"));
    agenda.enter(start.plusSeconds(9), () -> happened.add("too late"));
    agenda.enter(
        start.plusSeconds(1),
        () -> {
          happened.add("a");
          agenda.enter(start, () -> happened.add("at once"));
        });
    agenda.liveUntil(start.plusSeconds(9));
    assertThat(happened)
        .containsExactly("a", "at once", "b at 2026-01-20T00:00:02Z", "c");
  }
}
