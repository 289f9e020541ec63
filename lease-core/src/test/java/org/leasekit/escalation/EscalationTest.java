package org.leasekit.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DayRolls;
import org.leasekit.party.Channel;
import org.leasekit.renewal.RenewalPolicies;

class EscalationTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final BusinessCalendar CHINA = ShippedCalendars.china();
  private static final Facts NOBODY = new Facts(false, OptionalInt.empty());

  private static EscalationPolicy policy(String days) {
    return RenewalPolicies.ladder(
        Arrays.stream(days.split("/")).map(Integer::valueOf).toList(), SHANGHAI);
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(SHANGHAI).toInstant();
  }

  /** Every day worked out by hand from the State Council's notice for 2026. */
  @ParameterizedTest(name = "{0}: {1} before {2} is {3}")
  @CsvSource({
    // Spring Festival: off February 15 to 23, worked on Saturdays 14 and 28
    "30/15/3, 30, 2026-03-31, 2026-02-28", // March 1 is a Sunday, the Saturday before is worked
    "30/15/3, 15, 2026-03-31, 2026-03-16",
    "30/15/3, 3, 2026-03-31, 2026-03-27", // March 28 is a Saturday
    "30/15/3, 30, 2026-03-21, 2026-02-14", // February 19 lies in the holiday
    "30/15/3, 30, 2026-03-25, 2026-02-14", // February 23, the last day off
    "30/15/3, 30, 2026-03-26, 2026-02-24", // the first day back
    "30/15/3, 15, 2026-03-01, 2026-02-14", // February 14 is a Saturday that is worked
    "30/15/3, 3, 2026-02-18, 2026-02-14",
    "30/15/3, 3, 2026-02-24, 2026-02-14", // three days before lie in the holiday
    "30/15/3, 15, 2026-02-16, 2026-01-30", // February 1 is a Sunday
    "60/30/7, 60, 2026-04-20, 2026-02-14", // February 19
    "60/30/7, 30, 2026-05-02, 2026-04-02", // April 2 is a Thursday
    "60/30/7, 30, 2026-05-05, 2026-04-03", // April 5, Qingming
    "60/30/7, 7, 2026-05-09, 2026-04-30", // May 2; expiry on a make-up Saturday
    "30/15/7, 15, 2026-05-20, 2026-04-30", // May 5, the last day off
    "30/15/7, 15, 2026-05-24, 2026-05-09", // a make-up Saturday
    // National Day: off October 1 to 7; September 20 and October 10 worked; September 25 to 27 off
    "30/15/3, 3, 2026-10-05, 2026-09-30", // October 2
    "30/15/3, 30, 2026-10-25, 2026-09-24", // September 25, Mid-Autumn
    "30/15/3, 30, 2026-10-20, 2026-09-20", // a make-up Sunday
    "30/15/3, 15, 2026-10-22, 2026-09-30", // October 7
    "30/15/3, 15, 2026-10-25, 2026-10-10", // a make-up Saturday
    // a leap day in the count
    "30/15/3, 30, 2024-03-30, 2024-02-29",
    "30/15/3, 3, 2024-03-03, 2024-02-29",
  })
  void aStageIsPlannedOnThePrecedingBusinessDay(
      String days, int daysBefore, LocalDate expiry, LocalDate planned) {
    EscalationPolicy policy = policy(days);
    Stage stage =
        policy.stages().stream().filter(s -> s.daysBefore() == daysBefore).findFirst().orElseThrow();
    assertThat(Escalation.plannedFor(policy, stage, expiry, CHINA)).isEqualTo(at(planned, 10));
  }

  /** Which stages a subject gets that enters on a day at 09:00 and is looked at every hour. */
  @ParameterizedTest(name = "entering on {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-20 | 30@2026-02-28 15@2026-03-16 3@2026-03-27",
        "2026-02-28 | 30@2026-02-28 15@2026-03-16 3@2026-03-27",
        "2026-03-01 | 30@2026-03-02 15@2026-03-16 3@2026-03-27",
        "2026-03-15 | 15@2026-03-16 3@2026-03-27",
        "2026-03-16 | 15@2026-03-16 3@2026-03-27",
        "2026-03-17 | 15@2026-03-17 3@2026-03-27",
        "2026-03-21 | 15@2026-03-23 3@2026-03-27",
        "2026-03-27 | 3@2026-03-27",
        "2026-03-28 | 3@2026-03-30",
        "2026-03-31 | 3@2026-03-31",
      })
  void whoEntersLateGetsTheStageThatIsDueAndNotABurst(LocalDate entry, String expected) {
    assertThat(live(policy("30/15/3"), LocalDate.parse("2026-03-31"), at(entry, 9)))
        .isEqualTo(expected);
  }

  @Test
  void whoEntersInAHolidayThatOutlastsTheAnchorIsStillReached() {
    // off until February 23; the contract ends on the 20th
    assertThat(
            live(
                policy("30/15/3"),
                LocalDate.parse("2026-02-20"),
                at(LocalDate.parse("2026-02-17"), 9)))
        .isEqualTo("3@2026-02-17");
  }

  @Test
  void stagesThatAHolidayThrowsTogetherFireOnce() {
    assertThat(
            live(
                policy("6/4/2"),
                LocalDate.parse("2026-02-23"),
                at(LocalDate.parse("2026-01-20"), 9)))
        .isEqualTo("2@2026-02-14");
  }

  /** From every day before the end: at most once each, in order, never before its own time. */
  @Test
  void fromEveryEntryEachStageFiresAtMostOnceAndNeverTooEarly() {
    EscalationPolicy policy = policy("60/30/7");
    for (int before = 70; before >= 0; before--) {
      for (String end : List.of("2026-02-20", "2026-03-31", "2026-10-08", "2024-02-29")) {
        LocalDate expiry = LocalDate.parse(end);
        List<Fired> fired = fire(policy, expiry, at(expiry.minusDays(before), 9));
        assertThat(fired).extracting(Fired::stage).doesNotHaveDuplicates();
        assertThat(fired).isNotEmpty();
        for (Fired one : fired) {
          Stage stage =
              policy.stages().stream().filter(s -> s.id().equals(one.stage())).findFirst().orElseThrow();
          assertThat(one.at())
              .isAfterOrEqualTo(Escalation.plannedFor(policy, stage, expiry, CHINA));
        }
        assertThat(fired).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
      }
    }
  }

  @Test
  void aSilentSubjectGetsNothingAndNeverWakes() {
    Decision decision =
        Escalation.decide(
            policy("30/15/3"),
            LocalDate.parse("2026-03-31"),
            new Facts(true, OptionalInt.of(70)),
            CHINA,
            at(LocalDate.parse("2026-01-20"), 0),
            List.of(),
            at(LocalDate.parse("2026-03-16"), 10));
    assertThat(decision.due()).isEmpty();
    assertThat(decision.nextWake()).isNull();
    assertThat(decision.reason()).isEqualTo(Decision.Reason.SILENT);
  }

  @ParameterizedTest
  @CsvSource({"64, 1", "65, 3", "66, 3", ", 1"})
  void conditionsChooseTheActions(Integer age, int actions) {
    Facts facts =
        new Facts(false, age == null ? OptionalInt.empty() : OptionalInt.of(age));
    Decision decision =
        Escalation.decide(
            policy("30/15/3"),
            LocalDate.parse("2026-03-31"),
            facts,
            CHINA,
            at(LocalDate.parse("2026-01-20"), 0),
            List.of(),
            at(LocalDate.parse("2026-02-28"), 10));
    assertThat(decision.due().orElseThrow().actions()).hasSize(actions);
  }

  @Test
  void aPolicyThatSaysNothingIsRefused() {
    assertThatThrownBy(() -> new Stage("30", 30, List.of())).hasMessageContaining("does nothing");
    assertThatThrownBy(
            () ->
                new Stage(
                    "30", 30, List.of(new StageAction(Channel.CALL, new Condition.AgeAtLeast(65)))))
        .hasMessageContaining("does nothing");
    assertThatThrownBy(() -> policy("15/30")).hasMessageContaining("comes earlier than stage 15");
    assertThatThrownBy(() -> policy("15/15")).hasMessageContaining("15");
    assertThatThrownBy(
            () ->
                new EscalationPolicy(
                    "p", 1, LocalTime.NOON, SHANGHAI, DayRolls.PRECEDING, List.of()))
        .hasMessageContaining("at least one");
  }

  private static String live(EscalationPolicy policy, LocalDate expiry, Instant entered) {
    return String.join(
        " ",
        fire(policy, expiry, entered).stream()
            .map(f -> f.stage() + "@" + f.at().atZone(SHANGHAI).toLocalDate())
            .toList());
  }

  /** Lives from the entry to the end, waking only when told to. */
  private static List<Fired> fire(EscalationPolicy policy, LocalDate expiry, Instant entered) {
    List<Fired> fired = new ArrayList<>();
    Instant now = entered;
    Instant end = at(expiry.plusDays(1), 0);
    while (now != null && now.isBefore(end)) {
      Decision decision =
          Escalation.decide(policy, expiry, NOBODY, CHINA, entered, fired, now);
      Instant instant = now;
      decision
          .due()
          .ifPresent(due -> fired.add(new Fired(due.stage().id(), due.plannedFor(), instant)));
      assertThat(Escalation.decide(policy, expiry, NOBODY, CHINA, entered, fired, now).due())
          .as("asked again at once")
          .isEmpty();
      now = decision.nextWake();
    }
    return fired;
  }
}
