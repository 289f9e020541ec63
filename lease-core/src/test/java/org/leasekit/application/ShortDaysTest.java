package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.Shift;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.calendar.WorkingHours;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.StageBuilder;
import org.leasekit.outcome.RejectedException;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.renewal.RenewalPolicies;

/** Who works less than four hours on some business day may not mix days and hours where that turns the order of stages round. */
class ShortDaysTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final BusinessCalendar CHINA = ShippedCalendars.china();
  private static final LessorProfile PROFILE =
      LessorProfile.standard(new LessorId("short"), SHANGHAI, Locale.ENGLISH, CHINA);

  private static WorkingCalendar daily(String shift) {
    return WorkingHours.in(SHANGHAI).onBusinessDays(CHINA, Shift.of(shift)).calendar("short");
  }

  private static StageBuilder call(StageBuilder stage) {
    return stage.task("manager", "CALL");
  }

  private static EscalationPolicy mixed(int days, int hours) {
    return PolicyBuilder.policy("renewal", SHANGHAI)
        .stage("days", s -> call(s.businessDaysBefore(days)))
        .stage("hours", s -> call(s.workingTimeBefore(Duration.ofHours(hours))))
        .anchored(RenewalPolicies.CATALOG)
        .orElseThrow();
  }

  /** Eight hours are two days at four hours each, and eight at one each. */
  @ParameterizedTest
  @CsvSource({
    "09:00-13:00, 5, true", "09:00-12:00, 5, true", "09:00-12:00, 4, true", "09:00-12:00, 3, false",
    "09:00-10:00, 9, true", "09:00-10:00, 8, false", "09:00-10:00, 5, false"
  })
  void theOrderIsThatOfTheHoursThatAreWorked(String shift, int days, boolean ordered) {
    LessorProfile profile = PROFILE.withRenewalPolicy(mixed(days, 8));
    if (ordered) {
      assertThatCode(() -> profile.withHours(daily(shift))).doesNotThrowAnyException();
      assertThatCode(() -> PROFILE.withHours(daily(shift)).withRenewalPolicy(mixed(days, 8)))
          .doesNotThrowAnyException();
      return;
    }
    assertThat(refusal(profile, daily(shift)).rule()).isEqualTo("WORKING_DAY_TOO_SHORT");
    assertThatThrownBy(() -> PROFILE.withHours(daily(shift)).withRenewalPolicy(mixed(days, 8)))
        .isInstanceOf(RejectedException.class);
  }

  private static Rejection refusal(LessorProfile profile, WorkingCalendar hours) {
    RejectedException[] thrown = new RejectedException[1];
    assertThatThrownBy(() -> profile.withHours(hours))
        .asInstanceOf(type(RejectedException.class))
        .satisfies(rejected -> thrown[0] = rejected);
    return thrown[0].rejection();
  }

  @Test
  void theRefusalNamesFieldDayAndStagesInBothLanguages() {
    Rejection refusal = refusal(PROFILE.withRenewalPolicy(mixed(5, 8)), daily("09:00-10:00"));
    assertThat(refusal.field()).isEqualTo("hours");
    assertThat(refusal.data()).isEqualTo(List.of("renewal", "hours", "days", "2020-01-01", "60"));
    assertThat(refusal.message(Locale.ENGLISH)).contains("2020-01-01", "60 minutes", "policy renewal", "stage hours", "stage days");
    assertThat(refusal.message(Locale.CHINESE)).contains("2020-01-01", "60分钟", "策略renewal", "阶段hours", "阶段days");
  }

  @Test
  void oneShortDayIsEnoughAndWhereNobodyWorksNothingCounts() {
    WorkingCalendar closed = WorkingHours.in(SHANGHAI).onBusinessDays(BusinessCalendar.weekends("west"), Shift.of("09:00-17:00")).calendar("west");
    // make-up days in China, on which these hours are not worked
    EscalationPolicy hoursAlone =
        PolicyBuilder.policy("renewal", SHANGHAI)
            .stage("hours", s -> call(s.workingTimeBefore(Duration.ofHours(8))))
            .anchored(RenewalPolicies.CATALOG)
            .orElseThrow();
    for (EscalationPolicy policy : List.of(mixed(5, 8), hoursAlone)) {
      Rejection refusal = refusal(PROFILE.withRenewalPolicy(policy), closed);
      assertThat(refusal.rule()).isEqualTo("WORKING_DAY_TOO_SHORT");
      assertThat(refusal.data()).endsWith("0");
    }
  }

  @Test
  void daysAloneDoNotAskForHours() {
    EscalationPolicy days =
        PolicyBuilder.policy("renewal", SHANGHAI)
            .stage("30", s -> s.daysBefore(30).notice("reminder", Channel.SMS))
            .anchored(RenewalPolicies.CATALOG)
            .orElseThrow();
    assertThatCode(() -> PROFILE.withRenewalPolicy(days).withHours(daily("09:00-09:30"))).doesNotThrowAnyException();
  }
}
