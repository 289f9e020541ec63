package org.leasekit.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.DayRolls;
import org.leasekit.party.Channel;

class TargetEscalationTest {
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final Facts RUNS = new Facts(false, OptionalInt.empty());
  private static final TargetPolicy POLICY = policy(50, 80, 100, 150);

  private static TargetPolicy policy(Integer... percents) {
    return new TargetPolicy(
        "desk",
        1,
        Arrays.stream(percents).map(p -> stage(p + "%", new Trigger.ShareOfTarget(p))).toList());
  }

  private static Stage stage(String id, Trigger trigger) {
    return new Stage(
        id,
        trigger,
        List.of(new StageAction(Channel.WECOM, Condition.ALWAYS, new Addressee.OnCall(1))));
  }

  /** A clock of one minute for each percent, which stands from a minute on when there is one. */
  private static SharesReached clock(Integer standsFrom) {
    return percent ->
        standsFrom != null && percent > standsFrom
            ? Optional.empty()
            : Optional.of(minute(percent));
  }

  @Test
  void workingTimeOnAClockIsAskedOfTheClock() {
    TargetPolicy hours =
        new TargetPolicy(
            "desk", 1,
            List.of(
                stage("1h", new Trigger.WorkingTimeAfter(Duration.ofHours(1))),
                stage("2h", new Trigger.WorkingTimeAfter(Duration.ofHours(2)))));
    SharesReached clock =
        new SharesReached() {
          @Override
          public Optional<Instant> at(int percent) {
            throw new AssertionError("nobody asks for " + percent);
          }

          @Override
          public Optional<Instant> elapsed(Duration span) {
            return span.equals(Duration.ofHours(1)) ? Optional.of(minute(90)) : Optional.empty();
          }
        };
    Decision early = Escalation.decide(hours, clock, RUNS, List.of(), minute(89));
    assertThat(early.nextWake()).isEqualTo(minute(90));
    assertThat(early.due()).isEmpty();
    Decision due = Escalation.decide(hours, clock, RUNS, List.of(), minute(90));
    assertThat(due.due().orElseThrow().stage().id()).isEqualTo("1h");
    assertThat(due.nextWake()).as("the clock stands before the second").isNull();
    assertThatThrownBy(() -> Escalation.decide(hours, clock(null), RUNS, List.of(), minute(1)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("PT1H");
    assertThatThrownBy(() -> new TargetPolicy("desk", 1, List.of(stage("b", new Trigger.WorkingTimeBefore(Duration.ofHours(1))))))
        .hasMessageContaining("working time on its clock");
  }

  private static Instant minute(long minutes) {
    return START.plusSeconds(60 * minutes);
  }

  @ParameterizedTest(name = "minute {0}, stands from {1}, fired {2}: {3}, next {4}")
  @CsvSource({
    "0,,, WAITING, 50",
    "49,,, WAITING, 50",
    "50,,, DUE 50%, 80",
    "99,, 50%, DUE 80%, 100",
    "100,, 50% 80%, DUE 100%, 150",
    "120,,, DUE 100%, 150", // late: one stage, not a burst
    "500,,, DUE 150%,",
    "500,, 150%, DONE,",
    "60,55, 50%, WAITING,", // stands before the next stage: nothing to wait for
    "60,55,, DUE 50%,",
    "90,85, 50%, DUE 80%,",
  })
  void ofTheSharesReachedTheLargestFires(
      int now, Integer standsFrom, String fired, String expected, Integer next) {
    List<Fired> log = new ArrayList<>();
    if (fired != null) {
      for (String id : fired.split(" ")) {
        log.add(new Fired(id, START, START));
      }
    }
    Decision decision = Escalation.decide(POLICY, clock(standsFrom), RUNS, log, minute(now));
    String said =
        decision.reason() + decision.due().map(due -> " " + due.stage().id()).orElse("");
    assertThat(said).isEqualTo(expected);
    assertThat(decision.nextWake()).isEqualTo(next == null ? null : minute(next));
  }

  @Test
  void aStageIsPlannedForTheInstantTheShareWasReachedNotForWhenItWasSeen() {
    Decision decision = Escalation.decide(POLICY, clock(null), RUNS, List.of(), minute(130));
    assertThat(decision.due().orElseThrow().plannedFor()).isEqualTo(minute(100));
    assertThat(decision.superseded()).containsExactly("50%", "80%");
  }

  @Test
  void aTargetThatIsMetOrGivenUpIsSilent() {
    Decision decision =
        Escalation.decide(
            POLICY, clock(null), new Facts(true, OptionalInt.empty()), List.of(), minute(130));
    assertThat(decision.reason()).isEqualTo(Decision.Reason.SILENT);
    assertThat(decision.due()).isEmpty();
    assertThat(decision.nextWake()).isNull();
  }

  @Test
  void eachStageFiresOnceHoweverOftenItIsAskedFor() {
    List<Fired> log = new ArrayList<>();
    Instant now = START;
    while (now != null) {
      Instant instant = now;
      Decision decision = Escalation.decide(POLICY, clock(null), RUNS, log, now);
      decision
          .due()
          .ifPresent(due -> log.add(new Fired(due.stage().id(), due.plannedFor(), instant)));
      assertThat(Escalation.decide(POLICY, clock(null), RUNS, log, now).due()).isEmpty();
      now = decision.nextWake();
    }
    assertThat(log).extracting(Fired::stage).containsExactly("50%", "80%", "100%", "150%");
    assertThat(log).allMatch(one -> Objects.equals(one.at(), one.plannedFor()));
  }

  @Test
  void policiesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> policy(80, 50)).hasMessageContaining("comes earlier than stage 80%");
    assertThatThrownBy(() -> policy(80, 80)).hasMessageContaining("80%");
    assertThatThrownBy(() -> new Trigger.ShareOfTarget(0)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new Trigger.DaysBefore(-1)).hasMessageContaining("zero or more");
    assertThatThrownBy(() -> new Addressee.OnCall(-1)).hasMessageContaining("zero or more");
    assertThatThrownBy(
            () -> new TargetPolicy("p", 1, List.of(stage("30", new Trigger.DaysBefore(30)))))
        .hasMessageContaining("no share of a target");
    assertThatThrownBy(
            () ->
                new EscalationPolicy(
                    "p", 1, LocalTime.NOON, ZoneOffset.UTC, DayRolls.PRECEDING,
                    List.of(stage("80%", new Trigger.ShareOfTarget(80)))))
        .hasMessageContaining("no days before");
    assertThatThrownBy(() -> stage("80%", new Trigger.ShareOfTarget(80)).daysBefore())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPolicyMayEscalateNothing() {
    Decision decision =
        Escalation.decide(
            new TargetPolicy("quiet", 1, List.of()), clock(null), RUNS, List.of(), minute(500));
    assertThat(decision.reason()).isEqualTo(Decision.Reason.DONE);
  }
}
