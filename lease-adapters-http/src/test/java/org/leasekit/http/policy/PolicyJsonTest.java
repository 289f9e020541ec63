package org.leasekit.http.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.DayRolls;
import org.leasekit.application.ServiceDeskProfile;
import org.leasekit.escalation.Addressee;
import org.leasekit.escalation.CatchUp;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.PolicyCatalog;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.TargetPolicy;
import org.leasekit.escalation.Trigger;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.Channel;

class PolicyJsonTest {
  private static final PolicyCatalog CATALOG =
      new PolicyCatalog(
          Set.of("reminder"), Set.of("steward", "manager"), Set.of("CALL", "VISIT"), false, true, true);

  private static final String DOCUMENT =
      """
      {"id": "renewal", "version": 2, "zone": "Asia/Shanghai", "at": "09:30", "roll": "FOLLOWING",
       "quiet": {"from": "22:00", "until": "08:00"}, "catchUp": "AT_ONCE",
       "stages": [
         {"id": "60", "trigger": {"businessDaysBefore": 40}, "actions": [{"proposalDraft": {}}, {"offer": {}}]},
         {"id": "30", "label": "yellow", "trigger": {"daysBefore": 30}, "repeat": {"every": 5, "times": 2},
          "actions": [
            {"notice": {"template": "reminder", "channels": ["SMS", "WECOM"]}},
            {"task": {"role": "steward", "work": "CALL"}, "when": {"ageAtLeast": 65}, "to": {"onCall": 1}}]},
         {"id": "15", "label": "red", "trigger": {"daysBefore": 15},
          "when": {"all": [{"not": "responded"},
                           {"any": ["reached", {"tagged": "vip"}, {"intentAtLeast": 80}]},
                           {"valueAtLeast": {"amount": "500.00", "currency": "CNY"}}]},
          "actions": [{"approval": {"role": "manager"}}, {"handOver": {"levels": 1}}]},
         {"id": "late", "trigger": {"workingTimeAfter": "PT4H30M"}, "when": {"overdueAtLeast": {"amount": "1", "currency": "JPY"}},
          "actions": [{"task": {"role": "steward", "work": "VISIT"}}]}]}
      """;

  private static EscalationPolicy built() {
    return PolicyBuilder.policy("renewal", ZoneId.of("Asia/Shanghai"))
        .version(2)
        .at(LocalTime.of(9, 30))
        .roll(DayRolls.FOLLOWING)
        .quiet(LocalTime.of(22, 0), LocalTime.of(8, 0))
        .catchUp(CatchUp.AT_ONCE)
        .stage("60", s -> s.businessDaysBefore(40).does(new StageAct.ProposalDraft()).does(new StageAct.MakeOffer()))
        .stage(
            "30",
            s ->
                s.label("yellow")
                    .daysBefore(30)
                    .repeat(5, 2)
                    .notice("reminder", Channel.SMS, Channel.WECOM)
                    .does(
                        new StageAction(
                            new StageAct.Task("steward", "CALL"), new Condition.AgeAtLeast(65),
                            new Addressee.OnCall(1))))
        .stage(
            "15",
            s ->
                s.label("red")
                    .daysBefore(15)
                    .when(
                        new Condition.All(
                            List.of(
                                new Condition.Not(new Condition.Responded()),
                                new Condition.Any(
                                    List.of(
                                        new Condition.Reached(), new Condition.Tagged("vip"),
                                        new Condition.IntentAtLeast(80))),
                                new Condition.ValueAtLeast(MinorUnits.amount(50_000, "CNY")))))
                    .does(new StageAct.Approval("manager"))
                    .does(new StageAct.HandOver(1)))
        .stage(
            "late",
            s ->
                s.workingTimeAfter(Duration.ofMinutes(270))
                    .when(new Condition.OverdueAtLeast(MinorUnits.amount(1, "JPY")))
                    .task("steward", "VISIT"))
        .anchored(CATALOG)
        .orElseThrow();
  }

  @Test
  void aDocumentAndTheBuilderSayTheSame() {
    assertThat(PolicyJson.anchored(DOCUMENT, CATALOG).orElseThrow()).isEqualTo(built());
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    assertThat(PolicyJson.anchored(PolicyJson.write(built()).orElseThrow(), CATALOG).orElseThrow()).isEqualTo(built());
    TargetPolicy target =
        PolicyJson.ofTarget(
                """
                {"id": "desk", "stages": [{"id": "80%", "trigger": {"shareOfTarget": 80},
                  "actions": [{"task": {"role": "steward", "work": "CALL"}, "to": {"onCall": 2}}]}]}
                """,
                CATALOG)
            .orElseThrow();
    assertThat(PolicyJson.ofTarget(PolicyJson.write(target).orElseThrow(), CATALOG).orElseThrow()).isEqualTo(target);
  }

  @Test
  void whatIsLeftOutHasTheBuildersDefault() {
    assertThat(
            PolicyJson.anchored(
                    """
                    {"id": "p", "zone": "UTC", "stages": [{"id": "30", "trigger": {"daysBefore": 30},
                      "actions": [{"task": {"role": "steward", "work": "CALL"}}]}]}
                    """,
                    CATALOG)
                .orElseThrow())
        .isEqualTo(
            PolicyBuilder.policy("p", ZoneId.of("UTC"))
                .stage("30", s -> s.daysBefore(30).task("steward", "CALL"))
                .anchored(CATALOG)
                .orElseThrow());
  }

  /** One mistake at a time in the document above. */
  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"daysBefore\": 30 | \"daysBefore\": \"30\" | stages[1].trigger.daysBefore | a whole number",
        "\"daysBefore\": 30 | \"daysBefore\": -1 | stages[1].trigger.daysBefore | zero or more",
        "\"daysBefore\": 30 | \"dayBefore\": 30 | stages[1].trigger.dayBefore | no such field",
        "{\"daysBefore\": 30} | {} | stages[1].trigger | one of",
        "\"Asia/Shanghai\" | \"Asia/Shanghei\" | zone | a zone",
        "\"09:30\" | \"9:30\" | at | a time",
        "\"until\": \"08:00\" | \"until\": \"22:00\" | quiet | two different times",
        "\"until\" | \"til\" | quiet.til | no such field",
        "AT_ONCE | SOON | catchUp | NEXT_BUSINESS_DAY",
        "FOLLOWING | BACKWARDS | roll | NONE",
        "\"id\": \"30\" | \"id\": 30 | stages[1].id | a text",
        "\"times\": 2 | \"times\": 1 | stages[1].repeat | times at least 2",
        "\"SMS\" | \"CALL\" | stages[1].actions[0].notice.channels | SMS and WECOM",
        "\"WECOM\" | \"FAX\" | stages[1].actions[0].notice.channels[1] | SMS or WECOM",
        "{\"ageAtLeast\": 65} | \"old\" | stages[1].actions[1].when | always, responded or reached",
        "\"onCall\": 1 | \"onCall\": -1 | stages[1].actions[1].to.onCall | zero or more",
        "{\"not\": \"responded\"} | {\"not\": 5} | stages[2].when.all[0].not | an object",
        "\"reached\" | {\"ageAtLeast\": 65, \"tagged\": \"x\"} | stages[2].when.all[1].any[0] | one of",
        "\"intentAtLeast\": 80 | \"intentAtLeast\": 101 | stages[2].when.all[1].any[2].intentAtLeast | 0 to 100",
        "\"500.00\" | \"500.001\" | stages[2].when.all[2].valueAtLeast.amount | an amount",
        "\"JPY\" | \"YEN\" | stages[3].when.overdueAtLeast.currency | a currency",
        "PT4H30M | 4 hours | stages[3].trigger.workingTimeAfter | a span",
        "{\"handOver\": {\"levels\": 1}} | {} | stages[2].actions[1] | one of approval",
        "{\"handOver\": {\"levels\": 1}} | {\"handOver\": {\"levels\": 1}, \"offer\": {}} | stages[2].actions[1] | ",
        "\"version\": 2 | \"version\": 2, \"version\": 3 | line | JSON",
        "{\"proposalDraft\": {}} | {\"proposalDraft\": {} | line | JSON",
      })
  void mistakesAreNamedByTheirPath(String right, String wrong, String path, String expected) {
    String document = DOCUMENT.replace(right, wrong);
    assertThat(document).isNotEqualTo(DOCUMENT);
    Rejection rejection = PolicyJson.anchored(document, CATALOG).rejection();
    assertThat(rejection.rule()).isEqualTo("POLICY_DOCUMENT_MALFORMED");
    assertThat(rejection.field()).startsWith(path);
    String text = rejection.message(Locale.ENGLISH);
    assertThat(text).startsWith(path).contains(expected == null ? "" : expected);
    assertThat(rejection.message(Locale.CHINESE)).startsWith(path).contains("应为");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"reminder\" | \"remindr\" | UNKNOWN_TEMPLATE",
        "{\"daysBefore\": 15} | {\"daysBefore\": 35} | STAGE_OUT_OF_ORDER",
        "[{\"approval\": {\"role\": \"manager\"}}, {\"handOver\": {\"levels\": 1}}] | [] | STAGE_WITHOUT_ACTION",
        ", \"trigger\": {\"businessDaysBefore\": 40} | ~~ | STAGE_WITHOUT_TRIGGER",
        "{\"daysBefore\": 15} | {\"daysBefore\": 25} | AMBIGUOUS_STAGE_ORDER",
        "\"responded\"} | \"always\"} | STAGE_NEVER_TRUE",
        // what cannot be is found in the condition of an action, too, together with that of its stage
        "\"levels\": 1}} | \"levels\": 1}, \"when\": \"responded\"} | STAGE_NEVER_TRUE",
        "{\"businessDaysBefore\": 40} | {\"businessDaysBefore\": 20} | AMBIGUOUS_STAGE_ORDER",
        "{\"workingTimeAfter\": \"PT4H30M\"} | {\"workingTimeBefore\": \"PT4H30M\"} | AMBIGUOUS_STAGE_ORDER",
        "{\"daysBefore\": 15} | {\"shareOfTarget\": 80} | STAGE_TRIGGER_NOT_USABLE",
        "\"role\": \"manager\" | \"role\": \"owner\" | UNKNOWN_ROLE",
        "\"VISIT\" | \"VISTI\" | UNKNOWN_WORK",
        "\"version\": 2 | \"version\": 0 | POLICY_DOCUMENT_MALFORMED",
      })
  void whatMakesNoSenseIsRefusedAsInJava(String right, String wrong, String rule) {
    String document = DOCUMENT.replace(right, wrong);
    assertThat(document).isNotEqualTo(DOCUMENT);
    assertThat(PolicyJson.anchored(document, CATALOG).rejection().rule()).isEqualTo(rule);
  }

  /** Subjects that end at their anchor: what is due after it is due for nobody. */
  @ParameterizedTest
  @CsvSource({
    "'\"daysAfter\": 1', STAGE_AFTER_THE_END",
    "'\"businessDaysAfter\": 0', STAGE_AFTER_THE_END",
    "'\"workingTimeAfter\": \"PT0S\"', STAGE_AFTER_THE_END",
    "'\"workingTimeBefore\": \"PT0S\"', STAGE_AFTER_THE_END",
    "'\"workingTimeBefore\": \"PT8H\"', ",
    "'\"daysBefore\": 0', ",
  })
  void aStageAfterTheEndIsRefusedByName(String trigger, String rule) {
    PolicyCatalog ending =
        new PolicyCatalog(Set.of("reminder"), Set.of("steward"), Set.of("CALL"), true, true, false);
    Outcome<EscalationPolicy> outcome =
        PolicyJson.anchored(
            """
            {"id": "p", "zone": "UTC", "stages": [{"id": "late", "trigger": {%s},
              "actions": [{"task": {"role": "steward", "work": "CALL"}}]}]}
            """
                .formatted(trigger),
            ending);
    assertThat(outcome.isAccepted() ? null : outcome.rejection().rule()).isEqualTo(rule);
    if (outcome.isAccepted()) {
      assertThat(PolicyJson.anchored(PolicyJson.write(outcome.orElseThrow()).orElseThrow(), ending)).isEqualTo(outcome);
    } else {
      assertThat(outcome.rejection().message(Locale.ENGLISH)).contains("late");
    }
  }

  @Test
  void aTargetMayCountTheHoursOfItsClock() {
    TargetPolicy target =
        PolicyJson.ofTarget(
                """
                {"id": "desk", "stages": [{"id": "8h", "trigger": {"workingTimeAfter": "PT8H"},
                  "actions": [{"task": {"role": "steward", "work": "CALL"}, "to": {"onCall": 2}}]}]}
                """,
                ServiceDeskProfile.CATALOG)
            .orElseThrow();
    assertThat(target.stages().get(0).trigger()).isEqualTo(new Trigger.WorkingTimeAfter(Duration.ofHours(8)));
    assertThat(PolicyJson.ofTarget(PolicyJson.write(target).orElseThrow(), CATALOG).orElseThrow()).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"~~", "null", "[]", "3", "{}", "{\"id\": null, \"zone\": \"UTC\"}"})
  void whatIsNoPolicyIsRefusedAndNeverAFault(String document) {
    assertThat(PolicyJson.anchored(document, CATALOG).rejection().rule())
        .isEqualTo("POLICY_DOCUMENT_MALFORMED");
  }
}
