package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.application.CrowFlies;
import org.leasekit.party.StaffId;
import org.leasekit.port.TravelTimes;

/** Runs the kit on route planners that break one rule each, and on the one that comes with the library. */
class BrokenTravelTimesTest {

  /** The kit, on whatever planner it is given. */
  static class UnderProof extends TravelTimesContract {
    private static TravelTimes planner = CrowFlies.IN_TOWN;

    @Override
    protected TravelTimes travelTimes() {
      return planner;
    }
  }

  private static KitRun run(TravelTimes planner) {
    UnderProof.planner = planner;
    return KitRun.of(UnderProof.class);
  }

  @ParameterizedTest
  @CsvSource({"stranger, 60, TravelTimes rule 1", "near, -1, TravelTimes rule 2"})
  void findsTheRuleThatIsBroken(String who, long seconds, String rule) {
    TravelTimes wrong =
        (place, from, leaving) ->
            from.isEmpty() ? Map.of() : Map.of(new StaffId(who), Duration.ofSeconds(seconds));
    assertThat(run(wrong).rulesFailed()).containsExactly(rule);
  }

  @Test
  void findsNothingWhereNothingIsBroken() {
    assertThat(run(CrowFlies.IN_TOWN).failed()).isEmpty();
    assertThat(run((place, from, leaving) -> Map.of()).failed()).isEmpty();
  }
}
