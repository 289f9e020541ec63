package org.leasekit.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DayRolls;
import org.leasekit.party.Channel;
import org.leasekit.renewal.RenewalPolicies;

/** What a stage does that comes late, for whatever reason: at the policy's hour, alone on its day, or not yet. */
class LateStagesTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final BusinessCalendar CHINA = ShippedCalendars.china();
  private static final LocalDate EXPIRY = LocalDate.parse("2026-03-31");
  private static final String EARLY = "2026-01-20T00:00";

  private static EscalationPolicy ladder(String days) {
    return RenewalPolicies.ladder(Arrays.stream(days.split("/")).map(Integer::valueOf).toList(), SHANGHAI);
  }

  private static EscalationPolicy with(CatchUp rule, boolean roll, boolean quiet) {
    EscalationPolicy policy = ladder("30/15/3");
    return new EscalationPolicy(
        policy.id(), 1, policy.at(), SHANGHAI, roll ? DayRolls.PRECEDING : DayRolls.NONE,
        quiet ? new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0)) : null, rule, policy.stages());
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  private static String local(Instant at) {
    return at.atZone(SHANGHAI).toLocalDateTime().toString();
  }

  private static String told(Decision decision) {
    return decision
        .due()
        .map(due -> due.stage().id() + "/" + due.movedBy())
        .orElseGet(() -> decision.nextWake() == null ? "never" : local(decision.nextWake()));
  }

  /** The ladder's first stage has fired; stage 15 was planned on Monday, March 16th at ten, and nobody has asked since. */
  private static Decision ask(EscalationPolicy policy, LocalDate expiry, String now) {
    Stage first = policy.first();
    Instant planned = Escalation.plannedFor(policy, first, expiry, CHINA);
    return Escalation.decide(
        policy, expiry, Facts.UNKNOWN, CHINA, at(EARLY), List.of(new Fired(first.id(), planned, planned)), at(now));
  }

  /** A sweep that comes late. */
  @ParameterizedTest(name = "{0} roll {1} quiet {2}, asked at {3}: {4}")
  @CsvSource({
    "NEXT_BUSINESS_DAY, true, false, 2026-03-16T10:00, 15/NONE",
    "NEXT_BUSINESS_DAY, true, false, 2026-03-16T11:00, 15/NONE",
    "NEXT_BUSINESS_DAY, true, false, 2026-03-17T00:00, 2026-03-17T10:00",
    "NEXT_BUSINESS_DAY, true, false, 2026-03-17T09:59, 2026-03-17T10:00",
    "NEXT_BUSINESS_DAY, true, false, 2026-03-17T10:00, 15/CATCH_UP",
    "NEXT_BUSINESS_DAY, true, false, 2026-03-17T15:00, 15/CATCH_UP",
    "NEXT_BUSINESS_DAY, true, false, 2026-03-21T12:00, 2026-03-23T10:00", // a Saturday
    "NEXT_BUSINESS_DAY, true, false, 2026-03-22T23:30, 2026-03-23T10:00",
    "NEXT_BUSINESS_DAY, false, false, 2026-03-21T12:00, 15/CATCH_UP", // stages fire on Saturdays anyway
    "NEXT_BUSINESS_DAY, false, false, 2026-03-21T08:00, 2026-03-21T10:00",
    "NEXT_BUSINESS_DAY, true, true, 2026-03-16T22:30, 2026-03-17T10:00",
    "NEXT_BUSINESS_DAY, true, true, 2026-03-17T22:30, 2026-03-18T10:00",
    "NEXT_BUSINESS_DAY, true, true, 2026-03-20T22:30, 2026-03-23T10:00",
    // who entered early is not skipped because nobody asked
    "SKIP, true, false, 2026-03-17T00:00, 2026-03-17T10:00",
    "SKIP, true, false, 2026-03-17T10:00, 15/CATCH_UP",
    "SKIP, true, false, 2026-03-21T12:00, 2026-03-23T10:00",
    "AT_ONCE, true, false, 2026-03-17T00:00, 15/CATCH_UP",
    "AT_ONCE, true, false, 2026-03-21T12:00, 15/CATCH_UP",
    "AT_ONCE, true, true, 2026-03-17T00:00, 2026-03-17T08:00",
  })
  void nobodyAskedInTime(CatchUp rule, boolean roll, boolean quiet, String now, String expected) {
    assertThat(told(ask(with(rule, roll, quiet), EXPIRY, now))).isEqualTo(expected);
  }

  /** The term ends on a Sunday; stage 3 was planned on Thursday the 19th. */
  @ParameterizedTest(name = "asked at {0}: {1}")
  @CsvSource({
    "2026-03-20T08:00, 2026-03-20T10:00",
    "2026-03-20T11:00, 3/CATCH_UP",
    "2026-03-21T08:00, 2026-03-21T10:00",
    "2026-03-21T12:00, 3/CATCH_UP",
    "2026-03-22T09:00, 2026-03-22T10:00",
    "2026-03-22T19:00, 3/CATCH_UP",
  })
  void whereNoBusinessDayIsLeftBeforeTheEndAnyDayIsBetterThanNone(String now, String expected) {
    assertThat(told(ask(ladder("30/3"), LocalDate.parse("2026-03-22"), now))).isEqualTo(expected);
  }

  private static EscalationPolicy asking(CatchUp rule) {
    return PolicyBuilder.policy("p", SHANGHAI)
        .catchUp(rule)
        .stage("30", s -> s.daysBefore(30).when(new Condition.Tagged("vip")).notice("reminder", Channel.SMS))
        .stage("15", s -> s.daysBefore(15).when(new Condition.Tagged("old")).notice("reminder", Channel.SMS))
        .stage("3", s -> s.daysBefore(3).notice("reminder", Channel.SMS))
        .anchored(RenewalPolicies.CATALOG)
        .orElseThrow();
  }

  /** Stage 30 waits since February 28th for its condition, which is met by the time it is asked. */
  @ParameterizedTest(name = "{0}, met by {1}: {2}")
  @CsvSource({
    "NEXT_BUSINESS_DAY, 2026-03-05T23:30, 30/CATCH_UP", // an hour of the day, no quiet hours
    "NEXT_BUSINESS_DAY, 2026-03-06T00:00, 2026-03-06T10:00",
    "NEXT_BUSINESS_DAY, 2026-03-07T10:00, 2026-03-09T10:00",
    "SKIP, 2026-03-07T10:00, 2026-03-09T10:00",
    "AT_ONCE, 2026-03-07T10:00, 30/CATCH_UP",
    // on the day of the next stage that stage is waited for
    "NEXT_BUSINESS_DAY, 2026-03-16T00:00, 2026-03-16T10:00",
    "AT_ONCE, 2026-03-16T00:00, 2026-03-16T10:00",
  })
  void whatIsMetLaterFiresAtTheNextHourOfThePolicy(CatchUp rule, String now, String expected) {
    Facts vip = Facts.UNKNOWN.withTags(Set.of("vip"));
    Decision decision =
        Escalation.decide(asking(rule), EXPIRY, vip, CHINA, at(EARLY), List.of(), at(now));
    assertThat(told(decision)).isEqualTo(expected);
  }

  @Test
  void whoIsWaitedForInVainHoldsNobodyBackLonger() {
    Facts vip = Facts.UNKNOWN.withTags(Set.of("vip"));
    Decision decision =
        Escalation.decide(
            asking(CatchUp.NEXT_BUSINESS_DAY), EXPIRY, vip, CHINA, at(EARLY), List.of(), at("2026-03-16T10:00"));
    assertThat(told(decision)).isEqualTo("30/CATCH_UP");
  }

  /** Stage 30 has come late, on March 17th; the one after it is met in the afternoon. */
  @Test
  void noLateStageSharesItsDayWithAnother() {
    EscalationPolicy policy = asking(CatchUp.NEXT_BUSINESS_DAY);
    List<Fired> fired = List.of(new Fired("30", at("2026-03-01T10:00"), at("2026-03-17T10:00")));
    Facts both = Facts.UNKNOWN.withTags(Set.of("vip", "old"));
    for (String now : List.of("2026-03-17T10:00", "2026-03-17T15:00")) {
      assertThat(told(Escalation.decide(policy, EXPIRY, both, CHINA, at(EARLY), fired, at(now))))
          .isEqualTo("2026-03-18T10:00");
    }
    assertThat(told(Escalation.decide(policy, EXPIRY, both, CHINA, at(EARLY), fired, at("2026-03-18T10:00"))))
        .isEqualTo("15/CATCH_UP");
  }

  @Test
  void theStoryTellsForWhenItWaits() {
    EscalationPolicy policy = ladder("30/15/3");
    Instant first = Escalation.plannedFor(policy, policy.first(), EXPIRY, CHINA);
    Log log = new Log(at(EARLY), List.of(new Fired("30", first, first)));
    Story story =
        Escalation.explain(
            PolicyVersions.always(policy), Anchor.day(EXPIRY, CHINA), Facts.UNKNOWN, log, at("2026-03-21T12:00"));
    Story.Line line =
        story.lines().stream().filter(each -> each.stage().equals("15")).findFirst().orElseThrow();
    assertThat(line.status()).isEqualTo(Story.Status.WAITING);
    assertThat(line.at()).isEqualTo(at("2026-03-23T10:00"));
  }

  /** Who enters minutes before a stage gets that one alone. */
  @ParameterizedTest(name = "{0}, entered {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "AT_ONCE | 2026-03-16T09:55 | 15@2026-03-16T10:00 3@2026-03-27T10:00/HOLIDAY",
        "AT_ONCE | 2026-03-16T00:00 | 15@2026-03-16T10:00 3@2026-03-27T10:00/HOLIDAY",
        "AT_ONCE | 2026-03-15T23:55 | 30@2026-03-15T23:55/CATCH_UP 15@2026-03-16T10:00 3@2026-03-27T10:00/HOLIDAY",
        "NEXT_BUSINESS_DAY | 2026-03-16T09:55 | 15@2026-03-16T10:00 3@2026-03-27T10:00/HOLIDAY",
      })
  void aLateStageGivesWayToTheOneOfItsDay(CatchUp rule, String entered, String expected) {
    List<Fired> fired =
        Life.of(
            with(rule, true, false), Anchor.day(EXPIRY, CHINA), Facts.UNKNOWN, at(entered),
            at("2026-04-01T00:00"));
    assertThat(
            fired.stream()
                .map(
                    one ->
                        one.stage() + "@" + local(one.at())
                            + (one.movedBy() == MovedBy.NONE ? "" : "/" + one.movedBy()))
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  /** No roll carries what counts back from a day beyond it; National Day 2026 is off from October 1st to 7th. */
  @ParameterizedTest(name = "{0} {1}, {2} before {3} at {4}: {5}")
  @CsvSource({
    "FOLLOWING, false, 3, 2026-10-05, 10:00, 2026-09-30T10:00",
    "FOLLOWING, true, 2, 2026-10-05, 10:00, 2026-09-29T10:00", // counted in business days: no roll at all
    "FOLLOWING, false, 0, 2026-10-05, 10:00, 2026-09-30T10:00",
    "FOLLOWING, false, 3, 2026-10-08, 10:00, 2026-10-08T10:00", // the last day is worked
    "FOLLOWING, false, 3, 2026-10-08, 23:00, 2026-09-30T23:00", // and quiet until the day after it
    "FOLLOWING, false, 4, 2026-10-12, 10:00, 2026-10-08T10:00",
    "MODIFIED_PRECEDING, false, 3, 2026-10-05, 10:00, 2026-09-30T10:00",
    "PRECEDING, false, 3, 2026-10-05, 10:00, 2026-09-30T10:00",
  })
  void noRollCarriesAStageBeyondTheEnd(
      String roll, boolean business, int days, LocalDate expiry, LocalTime time, String planned) {
    Trigger trigger = business ? new Trigger.BusinessDaysBefore(days) : new Trigger.DaysBefore(days);
    EscalationPolicy policy =
        new EscalationPolicy(
            "p", 1, time, SHANGHAI, DayRolls.of(roll), quiet(time), CatchUp.NEXT_BUSINESS_DAY,
            List.of(new Stage("s", trigger, List.of(new StageAction(Channel.SMS, Condition.ALWAYS)))));
    List<Fired> fired =
        Life.of(
            policy, Anchor.day(expiry, CHINA), Facts.UNKNOWN, at(EARLY),
            expiry.plusDays(1).atStartOfDay(SHANGHAI).toInstant());
    QuietHours quiet = policy.quiet();
    Instant loud = quiet == null ? at(planned) : quiet.end(at(planned), SHANGHAI);
    assertThat(fired).extracting(Fired::at).containsExactly(loud);
  }

  private static @Nullable QuietHours quiet(LocalTime time) {
    return time.getHour() < 22 ? null : new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));
  }
}
