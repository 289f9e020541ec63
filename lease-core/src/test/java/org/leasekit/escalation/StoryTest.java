package org.leasekit.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;

/** A policy that changes in mid-flight, and the story people are told. */
class StoryTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Anchor END =
      Anchor.day(LocalDate.parse("2026-03-31"), ShippedCalendars.china());
  private static final PolicyCatalog CATALOG =
      new PolicyCatalog(Set.of("reminder"), Set.of("steward"), Set.of("CALL"), true, false, false);

  private static PolicyBuilder policy() {
    return PolicyBuilder.policy("renewal", SHANGHAI).quiet(LocalTime.of(22, 0), LocalTime.of(8, 0));
  }

  private static final EscalationPolicy FIRST =
      policy()
          .stage("45", s -> s.daysBefore(45).notice("reminder", Channel.SMS))
          .stage("30", s -> s.label("yellow").daysBefore(30).notice("reminder", Channel.SMS))
          .stage("15", s -> s.label("red").daysBefore(15).task("steward", "CALL"))
          .anchored(CATALOG)
          .orElseThrow();

  private static final EscalationPolicy SECOND =
      policy()
          .version(2)
          .stage("40", s -> s.daysBefore(40).notice("reminder", Channel.WECOM))
          .stage("20", s -> s.daysBefore(20).notice("reminder", Channel.WECOM))
          .stage("10", s -> s.daysBefore(10).when(new Condition.Tagged("vip")).task("steward", "CALL"))
          .stage("5", s -> s.daysBefore(5).task("steward", "CALL"))
          .anchored(CATALOG)
          .orElseThrow();

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  private static final PolicyVersions VERSIONS =
      PolicyVersions.always(FIRST).then(SECOND, at("2026-03-05T00:00"));

  private static List<Fired> life(String until) {
    return Life.of(VERSIONS, END, Facts.UNKNOWN, at("2026-02-20T12:00"), at(until));
  }

  @Test
  void theNewVersionGovernsFromItsActivationAndNobodyGoesBack() {
    assertThat(life("2026-04-01T00:00"))
        .extracting(Fired::stage, Fired::policyVersion, fired -> fired.at().atZone(SHANGHAI).toLocalDateTime().toString())
        .containsExactly(
            tuple("45", 1, "2026-02-24T10:00"),
            tuple("30", 1, "2026-02-28T10:00"),
            tuple("20", 2, "2026-03-11T10:00"),
            tuple("5", 2, "2026-03-26T10:00"));
  }

  @Test
  void wakesForTheActivationEvenWhenNothingElseIsLeft() {
    Decision decision =
        Escalation.decide(
            PolicyVersions.always(FIRST).then(SECOND, at("2026-03-20T00:00")),
            END,
            Facts.UNKNOWN,
            new Log(at("2026-01-01T00:00"), List.of(new Fired("15", at("2026-03-16T10:00"), at("2026-03-16T10:00")))),
            at("2026-03-17T00:00"));
    assertThat(decision.nextWake()).isEqualTo(at("2026-03-20T00:00"));
    assertThat(decision.reason()).isEqualTo(Decision.Reason.WAITING);
  }

  private static String story(String now, Facts facts, Locale locale) {
    return Escalation.explain(
            VERSIONS, END, facts, new Log(at("2026-02-20T12:00"), life(now)), at(now))
        .text(locale, SHANGHAI);
  }

  @Test
  void tellsInEnglish() {
    assertThat(story("2026-03-22T12:00", Facts.UNKNOWN, Locale.UK))
        .isEqualTo(
            """
            Stage 45: planned for 2026-02-14 10:00, fired at 2026-02-24 10:00 (caught up late); done: notice
            Stage 30: planned for 2026-03-01 10:00, fired at 2026-02-28 10:00 (moved by a day off); done: notice
            Stage 40: planned for 2026-02-19 10:00 and was to fire at 2026-02-14 10:00 (moved by a day off), not fired and never will be: that time had passed already
            Stage 20: planned for 2026-03-11 10:00, fired at 2026-03-11 10:00; done: notice
            Stage 10: planned for 2026-03-21 10:00, not fired: its condition is not met: tagged vip
            Stage 5: planned for 2026-03-26 10:00, will fire at 2026-03-26 10:00
            Next: 2026-03-26 10:00""");
  }

  @Test
  void tellsInChinese() {
    assertThat(story("2026-03-06T12:00", Facts.UNKNOWN.withSilent(true), Locale.SIMPLIFIED_CHINESE))
        .isEqualTo(
            """
            阶段45：计划于2026-02-14 10:00，实际于2026-02-24 10:00触发（逾时补发）；已执行：通知
            阶段30：计划于2026-03-01 10:00，实际于2026-02-28 10:00触发（因休息日调整）；已执行：通知
            阶段40：计划于2026-02-19 10:00，应于2026-02-14 10:00触发（因休息日调整），未触发且不再触发：该时间早已过去
            阶段20：计划于2026-03-11 10:00，未触发：此前已付款、签署、拒绝或结案
            阶段10：计划于2026-03-21 10:00，应于2026-03-20 10:00触发（因休息日调整），未触发：此前已付款、签署、拒绝或结案
            阶段5：计划于2026-03-26 10:00，未触发：此前已付款、签署、拒绝或结案
            下一次：不再发送任何内容""");
  }

  @Test
  void namesTheConditionInBothLanguages() {
    assertThat(story("2026-03-22T12:00", Facts.UNKNOWN, Locale.SIMPLIFIED_CHINESE))
        .contains("阶段10：计划于2026-03-21 10:00，未触发：条件不满足：带有标签vip");
    Condition all =
        new Condition.All(
            List.of(
                new Condition.Not(new Condition.Responded()),
                new Condition.Any(
                    List.of(
                        new Condition.AgeAtLeast(65), new Condition.Reached(), new Condition.IntentAtLeast(80),
                        new Condition.OverdueAtLeast(MinorUnits.amount(100_00, "CNY")),
                        new Condition.ValueAtLeast(MinorUnits.amount(500, "JPY")), Condition.ALWAYS))));
    Story story =
        new Story(
            "p", 1,
            List.of(
                new Story.Line(
                    "30", "", Story.Status.UNMET, at("2026-03-01T10:00"), null, MovedBy.NONE, "", all)),
            null, Decision.Reason.UNMET);
    assertThat(story.text(Locale.UK, SHANGHAI))
        .contains(
            "not responded and (age >= 65 or reached or intent >= 80 % or overdue >= 100.00 CNY or value >= 500 JPY"
                + " or always)");
    assertThat(story.text(Locale.CHINESE, SHANGHAI))
        .contains(
            "非（已答复）且(年龄不低于65岁或已触达或续约意向不低于80%或逾期金额不低于100.00 CNY或价值不低于500 JPY或始终)");
  }

  private static final EscalationPolicy FOR_SOME =
      policy()
          .stage(
              "30",
              s ->
                  s.daysBefore(30)
                      .notice("reminder", Channel.SMS)
                      .task(
                          "steward", "CALL",
                          new Condition.Any(
                              List.of(new Condition.AgeAtLeast(65), new Condition.Tagged("in-person")))))
          .stage("20", s -> s.daysBefore(20).when(new Condition.Tagged("vip")).task("steward", "CALL"))
          .stage(
              "10",
              s ->
                  s.daysBefore(10)
                      .notice("reminder", Channel.SMS)
                      .task("steward", "CALL", new Condition.Not(new Condition.Reached())))
          .anchored(CATALOG)
          .orElseThrow();

  /** As it stands on 26 March, told with what is known by then. */
  private static String forSome(Facts then, String entered, Facts now, Locale locale) {
    PolicyVersions versions = PolicyVersions.always(FOR_SOME);
    List<Fired> fired = Life.of(versions, END, then, at(entered), at("2026-03-26T00:00"));
    return Escalation.explain(versions, END, now, new Log(at(entered), fired), at("2026-03-26T00:00"))
        .text(locale, SHANGHAI);
  }

  private static final Facts MIDDLE_AGED = new Facts(false, OptionalInt.of(45)).withReach(false, true);

  @Test
  void tellsWhatWasNotDoneAndWhyByWhatWasKnownThen() {
    Facts now = new Facts(false, OptionalInt.of(66)).withTags(Set.of("vip", "in-person"));
    assertThat(forSome(MIDDLE_AGED, "2026-02-20T12:00", now, Locale.UK))
        .isEqualTo(
            """
            Stage 30: planned for 2026-03-01 10:00, fired at 2026-02-28 10:00 (moved by a day off); done: notice; not done: \
            call (condition not met: age >= 65 or tagged in-person; then: age 45, not tagged in-person)
            Stage 20: planned for 2026-03-11 10:00, not fired and never will be: its condition was not met when \
            stage 10 came: tagged vip; then: not tagged vip
            Stage 10: planned for 2026-03-21 10:00, fired at 2026-03-20 10:00 (moved by a day off); done: notice; not done: \
            call (condition not met: not reached; then: reached)
            Next: no stage is left""");
  }

  @Test
  void tellsItInChineseToo() {
    assertThat(forSome(MIDDLE_AGED, "2026-02-20T12:00", Facts.UNKNOWN, Locale.SIMPLIFIED_CHINESE))
        .isEqualTo(
            """
            阶段30：计划于2026-03-01 10:00，实际于2026-02-28 10:00触发（因休息日调整）；已执行：通知；\
            未执行：电话（条件未满足：年龄不低于65岁或带有标签in-person；当时：年龄45岁, 无标签in-person）
            阶段20：计划于2026-03-11 10:00，未触发且不再触发：阶段10触发时条件未满足：带有标签vip；当时：无标签vip
            阶段10：计划于2026-03-21 10:00，实际于2026-03-20 10:00触发（因休息日调整）；已执行：通知；\
            未执行：电话（条件未满足：非（已触达）；当时：已触达）
            下一次：没有剩余阶段""");
  }

  @Test
  void whatWasMetAndCameTooLateWasOvertaken() {
    // entered when both had come: the later one fires
    assertThat(forSome(MIDDLE_AGED.withTags(Set.of("vip")), "2026-03-24T12:00", Facts.UNKNOWN, Locale.UK))
        .contains("Stage 20: planned for 2026-03-11 10:00, not fired and never will be: stage 10 came first");
    assertThat(forSome(MIDDLE_AGED, "2026-03-24T12:00", Facts.UNKNOWN, Locale.UK))
        .contains("Stage 20: planned for 2026-03-11 10:00, not fired and never will be: its condition was not met when stage 10");
  }

  @Test
  void theStageThatFiresNowTellsOfThoseBeforeItByWhatIsKnownNow() {
    PolicyVersions versions = PolicyVersions.always(FOR_SOME);
    List<Fired> fired = Life.of(versions, END, MIDDLE_AGED, at("2026-02-20T12:00"), at("2026-03-12T00:00"));
    Story story =
        Escalation.explain(
            versions, END, MIDDLE_AGED, new Log(at("2026-02-20T12:00"), fired), at("2026-03-20T10:00"));
    assertThat(story.lines())
        .extracting(Story.Line::stage, Story.Line::status)
        .containsExactly(
            tuple("30", Story.Status.FIRED), tuple("20", Story.Status.NOT_MET), tuple("10", Story.Status.DUE));
  }

  @Test
  void ofWhatWasRecordedWithoutFactsNothingIsMadeUp() {
    PolicyVersions versions = PolicyVersions.always(FOR_SOME);
    List<Fired> old =
        List.of(
            new Fired("30", at("2026-03-01T10:00"), at("2026-02-28T10:00"), MovedBy.HOLIDAY, 1, List.of("NOTICE")),
            new Fired("10", at("2026-03-21T10:00"), at("2026-03-20T10:00"), MovedBy.HOLIDAY, 1, List.of("NOTICE")));
    assertThat(
            Escalation.explain(versions, END, MIDDLE_AGED, new Log(at("2026-02-20T12:00"), old), at("2026-03-26T00:00"))
                .text(Locale.UK, SHANGHAI))
        .contains("stage 10 came first")
        .doesNotContain("not done", "then:");
  }

  @Test
  void everyFactHasItsWords() {
    Condition all =
        new Condition.All(
            List.of(
                new Condition.AgeAtLeast(65), new Condition.IntentAtLeast(80), new Condition.Tagged("vip"),
                new Condition.OverdueAtLeast(MinorUnits.amount(100_00, "CNY")),
                new Condition.ValueAtLeast(MinorUnits.amount(500, "JPY")), new Condition.Responded(),
                new Condition.Not(new Condition.Reached()), new Condition.AgeAtLeast(70), Condition.ALWAYS));
    Facts known =
        new Facts(
            false, OptionalInt.of(66), true, true, MinorUnits.amount(99_99, "CNY"), MinorUnits.amount(499, "JPY"),
            OptionalInt.of(79), Set.of("vip"));
    assertThat(then(all, known, Locale.UK))
        .contains("; then: age 66, intent 79 %, tagged vip, overdue 99.99 CNY, value 499 JPY, responded, reached\n");
    assertThat(then(all, Facts.UNKNOWN, Locale.UK))
        .contains(
            "; then: age unknown, intent unknown, not tagged vip, overdue unknown, value unknown, not responded,"
                + " not reached\n");
    assertThat(then(all, known, Locale.CHINESE))
        .contains("；当时：年龄66岁, 续约意向79%, 带有标签vip, 逾期金额99.99 CNY, 价值499 JPY, 已答复, 已触达\n");
    assertThat(then(all, Facts.UNKNOWN, Locale.CHINESE))
        .contains("；当时：年龄未知, 续约意向未知, 无标签vip, 逾期金额未知, 价值未知, 未答复, 未触达\n");
  }

  private static String then(Condition unmet, Facts facts, Locale locale) {
    return new Story(
            "p", 1,
            List.of(
                new Story.Line(
                    "30", "", Story.Status.NOT_MET, at("2026-03-01T10:00"), null, MovedBy.NONE, "15", unmet,
                    List.of(), facts)),
            null, Decision.Reason.DONE)
        .text(locale, SHANGHAI);
  }

  @Test
  void tellsWhatWasPassedOverAndWhatFiresNow() {
    Story story =
        Escalation.explain(
            VERSIONS, END, Facts.UNKNOWN, new Log(at("2026-02-20T12:00"), life("2026-03-11T09:00")),
            at("2026-03-11T10:00"));
    assertThat(story.lines())
        .extracting(Story.Line::stage, Story.Line::status)
        .containsExactly(
            tuple("45", Story.Status.FIRED),
            tuple("30", Story.Status.FIRED),
            tuple("40", Story.Status.PASSED_OVER),
            tuple("20", Story.Status.DUE),
            tuple("10", Story.Status.WAITING),
            tuple("5", Story.Status.WAITING));
  }

  /** Every key of the story is there in both languages; what has no sentence would throw. */
  @Test
  void everyWordHasASentence() {
    for (Story.Status status : Story.Status.values()) {
      for (MovedBy moved : MovedBy.values()) {
        for (Decision.Reason reason : Decision.Reason.values()) {
          Instant now = at("2026-03-01T10:00");
          Story story =
              new Story("p", 1, List.of(new Story.Line("30", "", status, now, now, moved, "x", null)), null, reason);
          assertThat(story.text(Locale.CHINESE, SHANGHAI)).contains("阶段30").doesNotContain("{");
          assertThat(story.text(Locale.FRANCE, SHANGHAI)).contains("Stage 30").doesNotContain("{");
        }
      }
    }
  }
}
