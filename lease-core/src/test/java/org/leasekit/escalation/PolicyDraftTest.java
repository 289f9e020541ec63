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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;

class PolicyDraftTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final PolicyCatalog RENEWAL =
      new PolicyCatalog(Set.of("reminder"), Set.of("steward", "manager"), Set.of("CALL"), true, false, false);
  private static final PolicyCatalog DUNNING =
      new PolicyCatalog(Set.of("reminder"), Set.of("steward"), Set.of("CALL"), false, true, false);

  private static PolicyBuilder policy() {
    return PolicyBuilder.policy("renewal", SHANGHAI);
  }

  private static UnaryOperator<StageBuilder> call(Trigger trigger) {
    return stage -> stage.on(trigger).task("steward", "CALL");
  }

  private static Trigger before(int days) {
    return new Trigger.DaysBefore(days);
  }

  private static Trigger businessBefore(int days) {
    return new Trigger.BusinessDaysBefore(days);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused("POLICY_WITHOUT_STAGES", policy()),
        refused("STAGE_WITHOUT_ACTION", policy().stage("red", s -> s.daysBefore(15).label("red"))),
        refused(
            "STAGE_WITHOUT_ACTION",
            policy().stage("red", s -> s.daysBefore(15).task("steward", "CALL", new Condition.Responded()))),
        refused("STAGE_WITHOUT_TRIGGER", policy().stage("red", s -> s.task("steward", "CALL"))),
        refused("DUPLICATE_STAGE", policy().stage("red", call(before(30))).stage("red", call(before(15)))),
        refused("AMBIGUOUS_STAGE_ORDER", policy().stage("a", call(before(30))).stage("red", call(before(30)))),
        // 20 business days are 26 to 55 calendar days, as holidays fall
        refused(
            "AMBIGUOUS_STAGE_ORDER",
            policy().stage("a", call(before(30))).stage("red", call(businessBefore(20)))),
        refused("STAGE_OUT_OF_ORDER", policy().stage("a", call(before(15))).stage("red", call(before(30)))),
        // 30, 20, 10 reach past 15
        refused(
            "STAGE_OUT_OF_ORDER",
            policy()
                .stage("a", s -> s.daysBefore(30).repeat(10, 3).task("steward", "CALL"))
                .stage("red", call(before(15)))),
        refused(
            "REPEAT_BEYOND_ANCHOR",
            policy().stage("red", s -> s.daysBefore(30).repeat(10, 5).task("steward", "CALL"))),
        refused(
            "STAGE_NEVER_TRUE",
            policy()
                .stage(
                    "red",
                    s ->
                        s.daysBefore(30)
                            .when(
                                new Condition.All(
                                    List.of(
                                        new Condition.AgeAtLeast(65),
                                        new Condition.Not(new Condition.AgeAtLeast(60)))))
                            .task("steward", "CALL"))),
        refused("STAGE_AFTER_THE_END", policy().stage("red", call(new Trigger.DaysAfter(1)))),
        refused(
            "STAGE_AFTER_THE_END",
            policy()
                .at(LocalTime.of(22, 30))
                .quiet(LocalTime.of(22, 0), LocalTime.of(8, 0))
                .stage("red", call(before(0)))),
        refused(
            "STAGE_TRIGGER_NOT_USABLE",
            policy().stage("red", call(new Trigger.WorkingTimeAfter(Duration.ofHours(4))))),
        refused("STAGE_TRIGGER_NOT_USABLE", policy().stage("red", call(new Trigger.ShareOfTarget(80)))),
        refused(
            "UNKNOWN_TEMPLATE", policy().stage("red", s -> s.daysBefore(30).notice("remindr", Channel.SMS))),
        refused("UNKNOWN_ROLE", policy().stage("red", s -> s.daysBefore(30).task("stewrd", "CALL"))),
        refused(
            "UNKNOWN_ROLE",
            policy().stage("red", s -> s.daysBefore(30).does(new StageAct.Approval("owner")))),
        refused(
            "STAGE_AFTER_THE_END",
            policy()
                .at(LocalTime.of(22, 30))
                .quiet(LocalTime.of(22, 0), LocalTime.of(8, 0))
                .stage("red", call(businessBefore(0)))),
        refused(
            "NOBODY_ON_CALL",
            policy()
                .stage(
                    "red",
                    s ->
                        s.daysBefore(30)
                            .does(
                                new StageAction(
                                    new StageAct.Notice("reminder", List.of(Channel.SMS)), Condition.ALWAYS,
                                    new Addressee.OnCall(1))))),
        refused("UNKNOWN_WORK", policy().stage("red", s -> s.daysBefore(30).task("steward", "CAL"))),
        refused("POLICY_DOCUMENT_MALFORMED", policy().version(0).stage("red", call(before(30)))),
        refused("POLICY_DOCUMENT_MALFORMED", policy().stage("red#2", call(before(30)))));
  }

  private static Arguments refused(String rule, PolicyBuilder policy) {
    return Arguments.of(rule, policy);
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("refused")
  void whatMakesNoSenseIsRefusedByName(String rule, PolicyBuilder policy) {
    Outcome<EscalationPolicy> outcome = policy.anchored(RENEWAL);
    assertThat(outcome.isAccepted()).isFalse();
    assertThat(outcome.rejection()).isInstanceOf(PolicyRejection.class);
    assertThat(outcome.rejection().rule()).isEqualTo(rule);
    boolean aboutStage = !Set.of("POLICY_WITHOUT_STAGES", "POLICY_DOCUMENT_MALFORMED").contains(rule);
    for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      assertThat(outcome.rejection().message(locale)).contains(aboutStage ? "red" : "");
    }
  }

  @Test
  void whatMakesSenseIsAccepted() {
    EscalationPolicy policy =
        policy()
            .version(3)
            .at(LocalTime.of(9, 30))
            .quiet(LocalTime.of(22, 0), LocalTime.of(8, 0))
            .catchUp(CatchUp.AT_ONCE)
            .stage("60", call(businessBefore(40)))
            .stage("30", s -> s.label("yellow").daysBefore(30).repeat(5, 3).notice("reminder", Channel.SMS, Channel.WECOM))
            .stage("15", s -> s.label("red").daysBefore(15).does(new StageAct.ProposalDraft()))
            .stage("7", s -> s.daysBefore(7).does(new StageAct.Approval("manager")).does(new StageAct.HandOver(1)))
            .anchored(RENEWAL)
            .orElseThrow();
    assertThat(policy.occurrences())
        .extracting(Stage::id)
        .containsExactly("60", "30", "30#2", "30#3", "15", "7");
    assertThat(policy.occurrences())
        .extracting(Stage::trigger)
        .containsExactly(businessBefore(40), before(30), before(25), before(20), before(15), before(7));
    assertThat(PolicyDraft.of(policy).anchored(RENEWAL).orElseThrow()).isEqualTo(policy);
  }

  @Test
  void afterAnAnchorThatIsNoEndWorkingTimeAndDaysAreCounted() {
    assertThat(
            policy()
                .stage("early", call(before(1)))
                .stage("2h", call(new Trigger.WorkingTimeAfter(Duration.ofHours(2))))
                .stage("8h", s -> s.workingTimeAfter(Duration.ofHours(8)).repeat(60, 3).task("steward", "CALL"))
                .anchored(DUNNING)
                .orElseThrow()
                .occurrences())
        .extracting(Stage::id)
        .containsExactly("early", "2h", "8h", "8h#2", "8h#3");
    // how long the first two hours of work take is up to the calendar
    assertThat(
            policy()
                .stage("2h", call(new Trigger.WorkingTimeAfter(Duration.ofHours(2))))
                .stage("1d", call(new Trigger.DaysAfter(1)))
                .anchored(DUNNING)
                .rejection()
                .rule())
        .isEqualTo("AMBIGUOUS_STAGE_ORDER");
  }

  /** Four hours of work a business day at the least, 24 a day at the most, holidays of up to fifteen days. */
  @ParameterizedTest(name = "{0} then {1}: {2}")
  @CsvSource({
    "businessDaysAfter 3, workingTimeAfter 8, STAGE_OUT_OF_ORDER",
    "workingTimeAfter 8, businessDaysAfter 3, ",
    "workingTimeAfter 8, businessDaysAfter 2, AMBIGUOUS_STAGE_ORDER",
    "workingTimeAfter 8, daysAfter 20, ",
    "workingTimeAfter 8, daysAfter 19, AMBIGUOUS_STAGE_ORDER",
    "daysAfter 1, workingTimeAfter 48, ",
    "daysAfter 2, workingTimeAfter 48, AMBIGUOUS_STAGE_ORDER",
    "workingTimeBefore 16, workingTimeBefore 8, ",
    "workingTimeBefore 8, workingTimeBefore 16, STAGE_OUT_OF_ORDER",
    "workingTimeBefore 8, workingTimeBefore 8, AMBIGUOUS_STAGE_ORDER",
    "workingTimeBefore 8, workingTimeAfter 1, ",
    "workingTimeAfter 1, workingTimeBefore 8, STAGE_OUT_OF_ORDER",
    "businessDaysBefore 3, workingTimeBefore 8, ",
    "businessDaysBefore 2, workingTimeBefore 8, AMBIGUOUS_STAGE_ORDER",
    "workingTimeBefore 8, businessDaysBefore 3, STAGE_OUT_OF_ORDER",
    "daysBefore 20, workingTimeBefore 8, ",
    "daysBefore 19, workingTimeBefore 8, AMBIGUOUS_STAGE_ORDER",
    "workingTimeBefore 72, daysBefore 1, ", // three days round the clock begin two days before
    "workingTimeBefore 72, daysBefore 2, AMBIGUOUS_STAGE_ORDER",
  })
  void workAndDaysAreInOrderWhereNoCalendarTurnsItRound(String first, String second, @Nullable String rule) {
    Outcome<EscalationPolicy> outcome =
        policy().stage("a", call(trigger(first))).stage("red", call(trigger(second))).anchored(DUNNING);
    assertThat(outcome.isAccepted() ? null : outcome.rejection().rule()).isEqualTo(rule);
  }

  private static Trigger trigger(String text) {
    int number = Integer.parseInt(text.substring(text.indexOf(' ') + 1));
    return switch (text.substring(0, text.indexOf(' '))) {
      case "daysBefore" -> new Trigger.DaysBefore(number);
      case "daysAfter" -> new Trigger.DaysAfter(number);
      case "businessDaysBefore" -> new Trigger.BusinessDaysBefore(number);
      case "businessDaysAfter" -> new Trigger.BusinessDaysAfter(number);
      case "workingTimeBefore" -> new Trigger.WorkingTimeBefore(Duration.ofHours(number));
      default -> new Trigger.WorkingTimeAfter(Duration.ofHours(number));
    };
  }

  @Test
  void whereASubjectEndsWorkingTimeCountsBackFromItsEnd() {
    PolicyCatalog working =
        new PolicyCatalog(Set.of("reminder"), Set.of("steward"), Set.of("CALL"), true, true, false);
    EscalationPolicy policy =
        policy().stage("8h", call(new Trigger.WorkingTimeBefore(Duration.ofHours(8)))).anchored(working).orElseThrow();
    // two business days at four hours each, and a holiday
    assertThat(policy.leadDays()).isEqualTo(19);
    assertThat(
            policy()
                .stage("8h", s -> s.workingTimeBefore(Duration.ofHours(8)).repeat(120, 4).task("steward", "CALL"))
                .anchored(working)
                .orElseThrow()
                .occurrences())
        .extracting(Stage::trigger)
        .contains(new Trigger.WorkingTimeBefore(Duration.ofHours(6)), new Trigger.WorkingTimeBefore(Duration.ofHours(2)));
    // the fifth would come when the term is over
    assertThat(
            policy()
                .stage("red", s -> s.workingTimeBefore(Duration.ofHours(8)).repeat(120, 5).task("steward", "CALL"))
                .anchored(working)
                .rejection()
                .rule())
        .isEqualTo("STAGE_AFTER_THE_END");
    assertThat(
            policy()
                .stage("8h", s -> s.workingTimeBefore(Duration.ofHours(8)).repeat(121, 5).task("steward", "CALL"))
                .anchored(working)
                .rejection()
                .rule())
        .isEqualTo("REPEAT_BEYOND_ANCHOR");
    for (Trigger after : List.of(new Trigger.WorkingTimeBefore(Duration.ZERO), new Trigger.WorkingTimeAfter(Duration.ofHours(1)))) {
      assertThat(policy().stage("red", call(after)).anchored(working).rejection().rule())
          .isEqualTo("STAGE_AFTER_THE_END");
    }
    assertThat(policy().stage("red", call(new Trigger.WorkingTimeBefore(Duration.ofHours(1)))).anchored(RENEWAL).rejection().rule())
        .isEqualTo("STAGE_TRIGGER_NOT_USABLE");
  }

  @Test
  void aTargetHasSharesOrHoursOfItsClockAndNothingElse() {
    assertThat(
            policy()
                .stage("2h", call(new Trigger.WorkingTimeAfter(Duration.ofHours(2))))
                .stage("8h", call(new Trigger.WorkingTimeAfter(Duration.ofHours(8))))
                .ofTarget(DUNNING)
                .isAccepted())
        .isTrue();
    // which of them comes first is up to the target's goal
    assertThat(
            policy()
                .stage("2h", call(new Trigger.WorkingTimeAfter(Duration.ofHours(2))))
                .stage("50%", call(new Trigger.ShareOfTarget(50)))
                .ofTarget(DUNNING)
                .rejection()
                .rule())
        .isEqualTo("AMBIGUOUS_STAGE_ORDER");
    for (Trigger trigger : List.of(new Trigger.WorkingTimeBefore(Duration.ofHours(2)), new Trigger.DaysAfter(1))) {
      assertThat(policy().stage("red", call(trigger)).ofTarget(DUNNING).rejection().rule())
          .isEqualTo("STAGE_TRIGGER_NOT_USABLE");
    }
    assertThat(policy().stage("red", call(new Trigger.WorkingTimeAfter(Duration.ofHours(2)))).ofTarget(RENEWAL).rejection().rule())
        .isEqualTo("STAGE_TRIGGER_NOT_USABLE");
  }

  @Test
  void aTargetHasSharesAndNothingElse() {
    PolicyBuilder shares =
        policy().stage("50%", s -> s.shareOfTarget(50).repeat(25, 3).task("steward", "CALL"));
    assertThat(shares.ofTarget(DUNNING).orElseThrow().occurrences())
        .extracting(Stage::trigger)
        .containsExactly(
            new Trigger.ShareOfTarget(50), new Trigger.ShareOfTarget(75), new Trigger.ShareOfTarget(100));
    assertThat(policy().stage("30", call(before(30))).ofTarget(DUNNING).rejection().rule())
        .isEqualTo("STAGE_TRIGGER_NOT_USABLE");
  }

  @Test
  void partsThatCannotBeAreFaults() {
    assertThatThrownBy(() -> new Repeat(0, 3)).hasMessageContaining("every");
    assertThatThrownBy(() -> new Repeat(1, 1)).hasMessageContaining("times");
    assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON)).hasMessageContaining("quiet");
    assertThatThrownBy(() -> new StageAct.Notice("reminder", List.of(Channel.CALL)))
        .hasMessageContaining("digital");
    assertThatThrownBy(() -> new StageAct.HandOver(0)).hasMessageContaining("levels");
    assertThatThrownBy(() -> new Condition.IntentAtLeast(101)).hasMessageContaining("101");
  }
}
