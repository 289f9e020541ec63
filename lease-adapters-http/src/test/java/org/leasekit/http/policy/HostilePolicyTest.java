package org.leasekit.http.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.application.ServiceDeskProfile;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DayRoll;
import org.leasekit.calendar.DayRolls;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.Trigger;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.Channel;
import org.leasekit.renewal.RenewalPolicies;

/** Documents that ask for more than a node can bear, or for what an application does not do, and policies that are no documents. */
class HostilePolicyTest {
  private static final String DUNNING =
      """
      {"id": "p", "zone": "Asia/Shanghai", "stages": [
        {"id": "first", "trigger": {"daysBefore": 1}, "actions": [{"task": {"role": "steward", "work": "OVERDUE_CALL"}}]},
        {"id": "red", "trigger": {%s}, %s "actions": [%s]}]}
      """;

  private static final String CALL = "{\"task\": {\"role\": \"steward\", \"work\": \"OVERDUE_CALL\"}}";

  private static String dunning(String trigger, String more, String action) {
    return DUNNING.formatted(trigger, more, action);
  }

  /** Two thousand million repetitions, steps that overflow, spans that no number of minutes holds. */
  @Timeout(10)
  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"daysAfter\": 1 | \"every\": 1, \"times\": 2000000000 | stages[1].repeat.times | 100",
        "\"businessDaysAfter\": 1 | \"every\": 1, \"times\": 2147483647 | stages[1].repeat.times | 100",
        "\"workingTimeAfter\": \"PT1H\" | \"every\": 1, \"times\": 2000000000 | stages[1].repeat.times | 100",
        "\"daysAfter\": 1 | \"every\": 2000000000, \"times\": 3 | stages[1].repeat.every | 1829",
        "\"businessDaysAfter\": 1 | \"every\": 2147483647, \"times\": 100 | stages[1].repeat.every | 36",
        "\"workingTimeAfter\": \"PT1H\" | \"every\": 2147483647, \"times\": 2 | stages[1].repeat.every | 599940",
        "\"workingTimeAfter\": \"PT9223372036854775807S\" | \"every\": 1, \"times\": 2 | stages[1].trigger.workingTimeAfter | PT10000H",
        "\"workingTimeBefore\": \"PT9223372036854775807S\" | \"every\": 1, \"times\": 2 | stages[1].trigger.workingTimeBefore | PT10000H",
        "\"daysAfter\": 2147483647 | \"every\": 1, \"times\": 2 | stages[1].trigger.daysAfter | 3660",
        "\"daysBefore\": 2147483647 | \"every\": 1, \"times\": 2 | stages[1].trigger.daysBefore | 3660",
        "\"businessDaysAfter\": 2147483647 | \"every\": 1, \"times\": 2 | stages[1].trigger.businessDaysAfter | 3660",
      })
  void whatIsTooLargeIsRefusedByItsPath(String trigger, String repeat, String path, String most) {
    String document = dunning(trigger, "\"repeat\": {%s},".formatted(repeat), CALL);
    assertTooLarge(PolicyJson.anchored(document, DunningPolicies.CATALOG), path, most);
  }

  private static void assertTooLarge(Outcome<?> outcome, String path, String most) {
    Rejection rejection = outcome.rejection();
    assertThat(rejection.rule()).isEqualTo("POLICY_VALUE_TOO_LARGE");
    assertThat(rejection.field()).isEqualTo(path);
    assertThat(rejection.message(Locale.ENGLISH)).contains("red", path + ": at most " + most + " is possible");
    assertThat(rejection.message(Locale.CHINESE)).contains("red", path, "最多为" + most);
  }

  @Timeout(10)
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "50 | \"every\": 1, \"times\": 2000000000 | {\"task\": {\"role\": \"steward\", \"work\": \"CALL\"}} | stages[0].repeat.times | 100",
        "50 | \"every\": 2000000000, \"times\": 3 | {\"task\": {\"role\": \"steward\", \"work\": \"CALL\"}} | stages[0].repeat.every | 4975",
        "2147483647 | \"every\": 1, \"times\": 2 | {\"task\": {\"role\": \"steward\", \"work\": \"CALL\"}} | stages[0].trigger.shareOfTarget | 10000",
        "50 | \"every\": 1, \"times\": 2 | {\"handOver\": {\"levels\": 2147483647}} | stages[0].actions[0].handOver.levels | 100",
        "50 | \"every\": 1, \"times\": 2 | {\"handOver\": {\"levels\": 1}, \"to\": {\"onCall\": 2147483647}} | stages[0].actions[0].to.onCall | 100",
      })
  void aTargetsCeilingsHoldAsWell(String percent, String repeat, String action, String path, String most) {
    String document =
        """
        {"id": "p", "stages": [{"id": "red", "trigger": {"shareOfTarget": %s}, "repeat": {%s}, "actions": [%s]}]}
        """
            .formatted(percent, repeat, action);
    assertTooLarge(PolicyJson.ofTarget(document, ServiceDeskProfile.CATALOG), path, most);
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | {\"offer\": {}} | STAGE_ACT_NOT_USABLE | OFFER",
        "~~ | {\"proposalDraft\": {}} | STAGE_ACT_NOT_USABLE | PROPOSAL_DRAFT",
        "~~ | {\"approval\": {\"role\": \"manager\"}} | STAGE_ACT_NOT_USABLE | APPROVAL",
        "~~ | {\"task\": {\"role\": \"manager\", \"work\": \"DEPOSIT_REFUND\"}} | UNKNOWN_WORK | DEPOSIT_REFUND",
        "~~ | {\"task\": {\"role\": \"regional\", \"work\": \"OVERDUE_CALL\"}} | UNKNOWN_ROLE | regional",
        "\"when\": \"responded\", | {\"handOver\": {\"levels\": 1}} | UNKNOWN_FACT | responded",
        "\"when\": {\"not\": {\"intentAtLeast\": 50}}, | {\"handOver\": {\"levels\": 1}} | UNKNOWN_FACT | intent",
        "\"when\": \"reached\", | {\"handOver\": {\"levels\": 1}} | ~~ | ~~",
        "~~ | {\"task\": {\"role\": \"finance\", \"work\": \"OVERDUE_CALL\"}} | ~~ | ~~",
      })
  void whatDunningDoesNotDoIsRefusedByName(String when, String action, String rule, String named) {
    Outcome<EscalationPolicy> outcome =
        PolicyJson.anchored(dunning("\"daysAfter\": 3", when, action), DunningPolicies.CATALOG);
    assertThat(outcome.isAccepted() ? "" : outcome.rejection().rule()).isEqualTo(rule);
    if (!outcome.isAccepted()) {
      assertThat(outcome.rejection().message(Locale.ENGLISH)).contains("red", named);
    }
  }

  /** As somebody may write one, with a name of its own or with one that means another. */
  private static DayRoll called(String name) {
    return new DayRoll() {
      @Override
      public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
        return date.plusDays(1);
      }

      @Override
      public String name() {
        return name;
      }
    };
  }

  private static EscalationPolicy policy(DayRoll roll, Condition when) {
    Stage stage =
        new Stage(
            "red", "", new Trigger.DaysBefore(30), when,
            List.of(new StageAction(Channel.CALL, Condition.ALWAYS)), null);
    return new EscalationPolicy("p", 1, LocalTime.NOON, ZoneId.of("Asia/Shanghai"), roll, List.of(stage));
  }

  @ParameterizedTest
  @CsvSource({"TO_FRIDAY", "FOLLOWING"})
  void aRollOfOnesOwnIsNotWritten(String name) {
    assertNotWritable(PolicyJson.write(policy(called(name), Condition.ALWAYS)), "roll", name);
  }

  @Test
  void anAmountMoreExactThanItsCurrencyIsNotWritten() {
    Condition tooExact =
        new Condition.ValueAtLeast(
            Monetary.getDefaultAmountFactory().setCurrency("CNY").setNumber(new BigDecimal("1.005")).create());
    EscalationPolicy policy = policy(DayRolls.NONE, Condition.ALWAYS);
    assertThat(PolicyJson.write(policy).isAccepted()).isTrue();
    assertNotWritable(PolicyJson.write(policy(DayRolls.NONE, tooExact)), "amount", "1.005");
  }

  private static void assertNotWritable(Outcome<String> written, String path, String found) {
    assertThat(written.rejection().rule()).isEqualTo("POLICY_NOT_WRITABLE");
    assertThat(written.rejection().field()).isEqualTo(path);
    for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      assertThat(written.rejection().message(locale)).contains("p", path, found);
    }
  }

  /** Every standard roll goes there and back. */
  @ParameterizedTest
  @CsvSource({"NONE", "FOLLOWING", "PRECEDING", "MODIFIED_FOLLOWING", "MODIFIED_PRECEDING"})
  void aStandardRollIsWrittenAndReadAgain(String name) {
    EscalationPolicy policy = policy(DayRolls.of(name), Condition.ALWAYS);
    assertThat(PolicyJson.write(policy).then(json -> PolicyJson.anchored(json, RenewalPolicies.CATALOG)).orElseThrow())
        .isEqualTo(policy);
  }
}
