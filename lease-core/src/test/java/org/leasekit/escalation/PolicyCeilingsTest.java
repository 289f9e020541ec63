package org.leasekit.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leasekit.calendar.DayRolls;
import org.leasekit.outcome.Outcome;

/** How far a policy reaches and how often it repeats at most. */
class PolicyCeilingsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final PolicyCatalog DUNNING =
      new PolicyCatalog(Set.of("reminder"), Set.of("steward"), Set.of("CALL"), false, true, false);
  private static final int HUGE = 2_000_000_000;
  private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

  private static PolicyBuilder policy() {
    return PolicyBuilder.policy("p", SHANGHAI);
  }

  private static UnaryOperator<StageBuilder> call(Trigger trigger) {
    return stage -> stage.on(trigger).task("steward", "CALL");
  }

  static Stream<Arguments> beyondTheCeiling() {
    return Stream.of(
        tooLarge("repeat.times", "100", "2000000000", new Trigger.DaysAfter(1), 1, HUGE),
        tooLarge("repeat.times", "100", "2000000000", new Trigger.BusinessDaysAfter(1), 1, HUGE),
        tooLarge("repeat.times", "100", "101", new Trigger.WorkingTimeAfter(Duration.ofHours(1)), 1, 101),
        tooLarge("repeat.times", "100", "101", new Trigger.WorkingTimeBefore(Duration.ofHours(101)), 1, 101),
        tooLarge("repeat.times", "100", "101", new Trigger.DaysBefore(200), 1, 101),
        // 2e9 twice over is more than an int holds
        tooLarge("repeat.every", "1829", "2000000000", new Trigger.DaysAfter(1), HUGE, 3),
        tooLarge("repeat.every", "3659", "3660", new Trigger.BusinessDaysAfter(1), 3660, 2),
        tooLarge("repeat.every", "3660", "2000000000", new Trigger.DaysBefore(30), HUGE, 2),
        tooLarge("repeat.every", "299970", "2000000000", new Trigger.WorkingTimeAfter(Duration.ofHours(1)), HUGE, 3),
        tooLarge("trigger.workingTimeAfter", "PT10000H", null, new Trigger.WorkingTimeAfter(FOR_EVER), 1, 2),
        tooLarge("trigger.workingTimeBefore", "PT10000H", null, new Trigger.WorkingTimeBefore(FOR_EVER), 1, 2),
        tooLarge("trigger.daysAfter", "3660", "2147483647", new Trigger.DaysAfter(Integer.MAX_VALUE), 1, 2),
        tooLarge("trigger.daysBefore", "3660", "3661", new Trigger.DaysBefore(3661), 1, 2),
        tooLarge("trigger.businessDaysBefore", "3660", "2147483647", new Trigger.BusinessDaysBefore(Integer.MAX_VALUE), 1, 2),
        tooLarge("trigger.businessDaysAfter", "3660", "3661", new Trigger.BusinessDaysAfter(3661), 1, 2));
  }

  private static Arguments tooLarge(
      String path, String most, @Nullable String found, Trigger trigger, int every, int times) {
    return Arguments.of(path, most, found, trigger, new Repeat(every, times));
  }

  /** Refused before a single repetition is made, with where it stands and what it may be. */
  @ParameterizedTest(name = "{0} of {3} {4}")
  @MethodSource("beyondTheCeiling")
  void whatIsTooLargeIsRefusedByItsPath(
      String path, String most, @Nullable String found, Trigger trigger, Repeat repeat) {
    PolicyBuilder policy =
        policy()
            .stage("first", call(new Trigger.DaysBefore(3000)))
            .stage("red", s -> s.on(trigger).repeat(repeat.every(), repeat.times()).task("steward", "CALL"));
    assertTooLarge(policy.anchored(DUNNING), "stages[1]." + path, most, found);
    // who goes without the builder is held as well
    Stage bare =
        new Stage(
            "red", "", trigger, Condition.ALWAYS,
            List.of(new StageAction(new StageAct.Task("steward", "CALL"), Condition.ALWAYS)), repeat);
    assertThatThrownBy(
            () -> new EscalationPolicy("p", 1, LocalTime.NOON, SHANGHAI, DayRolls.NONE, List.of(bare)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stages[0]." + path);
  }

  private static void assertTooLarge(Outcome<?> outcome, String path, String most, @Nullable String found) {
    assertThat(outcome.rejection().rule()).isEqualTo("POLICY_VALUE_TOO_LARGE");
    assertThat(outcome.rejection().field()).isEqualTo(path);
    assertThat(outcome.rejection().message(Locale.ENGLISH))
        .contains("stage red: " + path + ": at most " + most + " is possible, but found " + (found == null ? "" : found));
    assertThat(outcome.rejection().message(Locale.CHINESE)).contains("red", path, "最多为" + most);
  }

  @Test
  void aTargetHasItsCeilingsToo() {
    Outcome<TargetPolicy> share = policy().stage("red", call(new Trigger.ShareOfTarget(10_001))).ofTarget(DUNNING);
    assertTooLarge(share, "stages[0].trigger.shareOfTarget", "10000", "10001");
    Outcome<TargetPolicy> steps =
        policy()
            .stage("red", s -> s.shareOfTarget(50).repeat(HUGE, 3).task("steward", "CALL"))
            .ofTarget(DUNNING);
    assertTooLarge(steps, "stages[0].repeat.every", "4975", "2000000000");
    Outcome<TargetPolicy> times =
        policy().stage("red", s -> s.shareOfTarget(50).repeat(1, HUGE).task("steward", "CALL")).ofTarget(DUNNING);
    assertTooLarge(times, "stages[0].repeat.times", "100", "2000000000");
  }

  @Test
  void aChainHasSoManyLevels() {
    StageAction up = new StageAction(new StageAct.HandOver(Integer.MAX_VALUE), Condition.ALWAYS);
    assertTooLarge(
        policy().stage("red", s -> s.daysAfter(1).task("steward", "CALL").does(up)).anchored(DUNNING),
        "stages[0].actions[1].handOver.levels", "100", "2147483647");
    StageAction on =
        new StageAction(new StageAct.Task("steward", "CALL"), Condition.ALWAYS, new Addressee.OnCall(101));
    assertTooLarge(
        policy().stage("red", s -> s.shareOfTarget(50).does(on)).ofTarget(DUNNING),
        "stages[0].actions[0].to.onCall", "100", "101");
  }

  @Test
  void whatReachesTheCeilingIsAccepted() {
    List<UnaryOperator<StageBuilder>> furthest =
        List.of(
            s -> s.daysAfter(1).repeat(36, 100),
            s -> s.daysAfter(3658).repeat(1, 3),
            s -> s.businessDaysAfter(3660),
            s -> s.workingTimeAfter(Duration.ofHours(9999)).repeat(60, 2),
            s -> s.businessDaysBefore(3660).repeat(36, 100));
    for (UnaryOperator<StageBuilder> far : furthest) {
      assertThat(policy().stage("a", s -> far.apply(s).task("steward", "CALL")).anchored(DUNNING).isAccepted())
          .isTrue();
    }
  }
}
