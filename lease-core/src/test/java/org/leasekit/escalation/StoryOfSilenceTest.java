package org.leasekit.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.party.Channel;

/** Why each stage of a silent subject did not fire: silence is the reason of those alone that were still to come. */
class StoryOfSilenceTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Anchor END = Anchor.day(LocalDate.parse("2026-03-31"), ShippedCalendars.china());
  private static final PolicyCatalog CATALOG =
      new PolicyCatalog(Set.of("reminder"), Set.of("steward"), Set.of("CALL"), true, false, false);
  private static final Condition VIP = new Condition.Tagged("vip");

  private static final EscalationPolicy POLICY =
      PolicyBuilder.policy("renewal", SHANGHAI)
          .quiet(LocalTime.of(22, 0), LocalTime.of(8, 0))
          .catchUp(CatchUp.SKIP)
          .stage("60", s -> s.daysBefore(60).notice("reminder", Channel.SMS))
          .stage("40", s -> s.daysBefore(40).when(VIP).notice("reminder", Channel.SMS))
          .stage("30", s -> s.daysBefore(30).notice("reminder", Channel.SMS))
          .stage("20", s -> s.daysBefore(20).when(VIP).task("steward", "CALL"))
          .stage("10", s -> s.daysBefore(10).task("steward", "CALL"))
          .anchored(CATALOG)
          .orElseThrow();

  private static final PolicyVersions VERSIONS = PolicyVersions.always(POLICY);
  private static final Instant ENTERED = at("2026-02-10T12:00");

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  /** Looked at as the engine asks until it falls silent, and told afterwards. */
  private static String story(@Nullable Silence silence, String until, Facts now, String told, Locale locale) {
    List<Fired> fired = Life.of(VERSIONS, END, Facts.UNKNOWN, ENTERED, at(until));
    return Escalation.explain(
            VERSIONS, END, now.withSilent(true), new Log(ENTERED, fired, null, silence), at(told))
        .text(locale, SHANGHAI);
  }

  @Test
  void eachStageTellsItsOwnReason() {
    Silence paid = new Silence(Silence.Why.PAID, at("2026-03-15T09:00"));
    assertThat(story(paid, "2026-03-15T09:00", Facts.UNKNOWN.withTags(Set.of("vip")), "2026-05-01T12:00", Locale.UK))
        .isEqualTo(
            """
            Stage 60: planned for 2026-01-30 10:00, not fired and never will be: that time had passed already
            Stage 40: planned for 2026-02-19 10:00, not fired and never will be: its condition was not met when \
            stage 30 came: tagged vip; then: not tagged vip
            Stage 30: planned for 2026-03-01 10:00, fired at 2026-02-28 10:00 (moved by a day off); done: notice
            Stage 20: planned for 2026-03-11 10:00, not fired: its time had come, and it still had not fired when the \
            case was paid at 2026-03-15 09:00; its condition: tagged vip
            Stage 10: planned for 2026-03-21 10:00 and was to fire at 2026-03-20 10:00 (moved by a day off), not fired: \
            before that paid at 2026-03-15 09:00
            Next: nothing more is sent""");
  }

  @Test
  void tellsItInChinese() {
    Silence signed = new Silence(Silence.Why.SIGNED, at("2026-03-15T09:00"));
    assertThat(story(signed, "2026-03-15T09:00", Facts.UNKNOWN, "2026-05-01T12:00", Locale.CHINESE))
        .isEqualTo(
            """
            阶段60：计划于2026-01-30 10:00，未触发且不再触发：该时间早已过去
            阶段40：计划于2026-02-19 10:00，未触发且不再触发：阶段30触发时条件未满足：带有标签vip；当时：无标签vip
            阶段30：计划于2026-03-01 10:00，实际于2026-02-28 10:00触发（因休息日调整）；已执行：通知
            阶段20：计划于2026-03-11 10:00，未触发：时间已到而仍未触发，已于2026-03-15 09:00签署；其条件：带有标签vip
            阶段10：计划于2026-03-21 10:00，应于2026-03-20 10:00触发（因休息日调整），未触发：此前已于2026-03-15 09:00签署
            下一次：不再发送任何内容""");
  }

  @Test
  void ofASilenceOfUnknownDateNoOrderIsMadeUp() {
    assertThat(story(null, "2026-03-01T00:00", Facts.UNKNOWN, "2026-03-15T12:00", Locale.UK))
        .contains("Stage 20: planned for 2026-03-11 10:00, not fired and never will be: paid, signed, declined or closed; ")
        .contains("Stage 10: planned for 2026-03-21 10:00 and was to fire at 2026-03-20 10:00 (moved by a day off), not "
            + "fired: before that paid, signed, declined or closed");
  }

  @Test
  void whatWaitsForApprovalIsNotPaid() {
    Silence withheld = new Silence(Silence.Why.WITHHELD, null);
    assertThat(story(withheld, "2026-02-01T00:00", Facts.UNKNOWN, "2026-03-15T12:00", Locale.UK))
        .contains("Stage 30: planned for 2026-03-01 10:00, not fired: what is to be said waits for approval")
        .endsWith("Next: when it is approved");
    assertThat(story(withheld, "2026-02-01T00:00", Facts.UNKNOWN, "2026-03-15T12:00", Locale.CHINESE))
        .contains("阶段30：计划于2026-03-01 10:00，未触发：待发送的内容尚待批准")
        .endsWith("下一次：待批准");
  }

  @Test
  void laterVersionsHaveNothingToDoWithWhoWasSilentBefore() {
    EscalationPolicy second =
        PolicyBuilder.policy("renewal", SHANGHAI)
            .version(2)
            .stage("5", s -> s.daysBefore(5).task("steward", "CALL"))
            .anchored(CATALOG)
            .orElseThrow();
    Silence paid = new Silence(Silence.Why.PAID, at("2026-03-02T09:00"));
    List<Fired> fired = Life.of(VERSIONS, END, Facts.UNKNOWN, ENTERED, at("2026-03-02T09:00"));
    Log log = new Log(ENTERED, fired, null, paid);
    Facts silent = Facts.UNKNOWN.withSilent(true);
    assertThat(
            Escalation.explain(VERSIONS.then(second, at("2026-03-10T00:00")), END, silent, log, at("2026-05-01T00:00")))
        .isEqualTo(Escalation.explain(VERSIONS, END, silent, log, at("2026-03-02T09:00")));
  }

  /** A stage that is planned for later than now can be passed over: an older version had one for a later time already. */
  @Test
  void whatLiesBehindAnOlderVersionSaysSo() {
    EscalationPolicy second =
        PolicyBuilder.policy("renewal", SHANGHAI)
            .version(2)
            .at(LocalTime.of(9, 0))
            .stage("30b", s -> s.daysBefore(30).notice("reminder", Channel.SMS))
            .anchored(CATALOG)
            .orElseThrow();
    List<Fired> fired = List.of(new Fired("30", at("2026-03-01T10:00"), at("2026-02-28T10:00"), MovedBy.HOLIDAY, 1, List.of()));
    PolicyVersions versions = VERSIONS.then(second, at("2026-02-28T08:00"));
    Story story = Escalation.explain(versions, END, Facts.UNKNOWN, new Log(ENTERED, fired), at("2026-02-28T12:00"));
    assertThat(story.text(Locale.UK, SHANGHAI))
        .startsWith("Stage 30: planned for 2026-03-01 10:00, fired at 2026-02-28 10:00 (moved by a day off)\n")
        .contains("Stage 30b: planned for 2026-03-01 09:00, not fired and never will be: stage 30 of an older version came for a later time");
    assertThat(story.text(Locale.CHINESE, SHANGHAI)).contains("阶段30b：计划于2026-03-01 09:00，未触发且不再触发：旧版本的阶段30对应更晚的时间");
  }

  @Test
  void whoIsAskedInQuietHoursHearsAtTheNextHourOfThePolicy() {
    Story story =
        Escalation.explain(VERSIONS, END, Facts.UNKNOWN, new Log(ENTERED, List.of()), at("2026-03-01T23:00"));
    assertThat(story.text(Locale.UK, SHANGHAI))
        .contains("Stage 30: planned for 2026-03-01 10:00, will fire at 2026-03-02 10:00 (caught up late)")
        .contains("Next: 2026-03-02 10:00");
  }

  @Test
  void whatComesWithALaterStageGivesWay() {
    EscalationPolicy all = POLICY.withCatchUp(CatchUp.NEXT_BUSINESS_DAY);
    Story story =
        Escalation.explain(
            PolicyVersions.always(all), END, Facts.UNKNOWN, new Log(at("2026-03-12T12:00"), List.of()), at("2026-03-12T12:00"));
    assertThat(story.text(Locale.UK, SHANGHAI))
        .contains("Stage 30: planned for 2026-03-01 10:00, will fire at 2026-03-13 10:00 (caught up late), unless stage 20 comes in its place")
        .contains("Stage 20: planned for 2026-03-11 10:00, will fire at 2026-03-13 10:00 (caught up late), if tagged vip")
        .contains("Stage 10: planned for 2026-03-21 10:00, will fire at 2026-03-20 10:00 (moved by a day off)");
  }

  @Test
  void theHourThatComesTwiceSaysWhich() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Story.Line line =
        new Story.Line(
            "30", "", Story.Status.SUPERSEDED, Instant.parse("2026-10-25T01:30:00Z"), null, MovedBy.NONE, "15", null);
    assertThat(new Story("p", 1, List.of(line), null, Decision.Reason.DONE).text(Locale.UK, berlin))
        .contains("planned for 2026-10-25 02:30 +01:00,");
  }

  /** What was moved to the day before the entry had passed by then, though the day it was planned for had not. */
  @Test
  void whatAHolidayMovedBeforeTheEntryTellsWhichTimeHadPassed() {
    Instant entered = at("2026-02-28T12:00");
    Story story = Escalation.explain(VERSIONS, END, Facts.UNKNOWN, new Log(entered, List.of()), entered);
    assertThat(story.text(Locale.UK, SHANGHAI))
        .contains(
            "Stage 30: planned for 2026-03-01 10:00 and was to fire at 2026-02-28 10:00 (moved by a day off), not fired and"
                + " never will be: that time had passed already");
    assertThat(story.text(Locale.CHINESE, SHANGHAI))
        .contains("阶段30：计划于2026-03-01 10:00，应于2026-02-28 10:00触发（因休息日调整），未触发且不再触发：该时间早已过去");
  }
}
