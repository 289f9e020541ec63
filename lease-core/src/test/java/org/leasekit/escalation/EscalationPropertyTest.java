package org.leasekit.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.BusinessCalendar;

/** Random policies that change, random subjects, and a sweep that comes late, fails and asks too often. */
class EscalationPropertyTest {
  private static final BusinessCalendar CHINA = ShippedCalendars.china();

  /** One question and its answer. */
  record Asked(Facts facts, Log log, Instant now, Decision decision) {}

  /** All that happened to a subject. */
  record History(
      PolicyVersions versions, Anchor anchor, Instant silentFrom, List<Asked> asked, List<Fired> fired) {}

  static History live(long seed) {
    RandomPolicies draw = new RandomPolicies(seed);
    ZoneId zone = draw.zone();
    LocalDate day = draw.anchor();
    PolicyVersions versions = draw.versions(zone, day);
    Anchor anchor = Anchor.day(day, CHINA);
    Instant entered = day.minusDays(draw.below(80)).atTime(draw.below(24), draw.below(60)).atZone(zone).toInstant();
    Instant silentFrom =
        draw.oneIn(2) ? Instant.MAX : entered.plusSeconds(60L * draw.below(60 * 24 * 60));
    Instant end = day.plusDays(40).atStartOfDay(zone).toInstant();
    List<Asked> asked = new ArrayList<>();
    List<Fired> fired = new ArrayList<>();
    Facts facts = Facts.UNKNOWN;
    Instant failedAt = null;
    Instant now = entered;
    while (now.isBefore(end)) {
      facts = change(facts, draw).withSilent(!now.isBefore(silentFrom));
      Log log = new Log(entered, fired, failedAt);
      Decision decision = Escalation.decide(versions, anchor, facts, log, now);
      asked.add(new Asked(facts, log, now, decision));
      if (decision.due().isPresent() && draw.oneIn(8)) {
        failedAt = now;
        now = now.plusSeconds(3_600);
        continue;
      }
      if (decision.due().isPresent()) {
        fired.add(decision.due().get().firedAt(now));
      }
      now = next(draw, now, decision.nextWake());
    }
    return new History(versions, anchor, silentFrom, asked, List.copyOf(fired));
  }

  private static Facts change(Facts facts, RandomPolicies draw) {
    Facts changed = facts;
    if (draw.oneIn(10)) {
      changed = changed.withReach(!facts.responded(), true);
    }
    if (draw.oneIn(5)) {
      changed = changed.withTags(facts.tags().isEmpty() ? Set.of("vip") : Set.of());
    }
    return changed;
  }

  /** Mostly when the engine wants it, sometimes hours late, sometimes for nothing in between. */
  private static Instant next(RandomPolicies draw, Instant now, @Nullable Instant wake) {
    Instant random = now.plusSeconds(60L * (1 + draw.below(5 * 24 * 60)));
    if (wake == null || draw.oneIn(6)) {
      return random;
    }
    return draw.oneIn(5) ? wake.plusSeconds(60L * draw.below(72 * 60)) : wake;
  }

  @Property(tries = 1500)
  void noStageFiresTwiceInACycle(@ForAll long seed) {
    Set<String> ids = new HashSet<>();
    assertThat(live(seed).fired()).allMatch(one -> ids.add(one.stage()));
  }

  /** The oracle walks the calendar day by day and reads the wall clock. */
  @Property(tries = 1500)
  void nothingFiresBeforeItsTimeInQuietHoursOrAfterSilence(@ForAll long seed) {
    History history = live(seed);
    for (Fired one : history.fired()) {
      EscalationPolicy policy = policy(history, one);
      ZonedDateTime local = one.at().atZone(policy.zone());
      LocalDate day = day(policy, one.stage(), history.anchor().day());
      assertThat(local.toLocalDateTime()).isAfterOrEqualTo(day.atTime(policy.at()));
      assertThat(policy.quiet() != null && policy.quiet().isQuiet(local.toLocalTime())).isFalse();
      assertThat(one.at()).isBefore(history.silentFrom());
      assertThat(history.versions().at(one.at()).policy().version()).isEqualTo(one.policyVersion());
    }
  }

  /** Whatever came late has come by the policy's hour, on a day that may have stages, and not beside another. */
  @Property(tries = 1500)
  void whatComesLateComesLikeAnyOther(@ForAll long seed) {
    History history = live(seed);
    Set<LocalDate> days = new HashSet<>();
    for (Fired one : history.fired()) {
      EscalationPolicy policy = policy(history, one);
      ZonedDateTime local = one.at().atZone(policy.zone());
      LocalDate day = local.toLocalDate();
      if (one.movedBy() == MovedBy.CATCH_UP) {
        assertThat(days).doesNotContain(day);
        if (policy.catchUp() != CatchUp.AT_ONCE) {
          assertThat(isHour(policy, day, local) || isHour(policy, day.minusDays(1), local))
              .as("%s at %s", one.stage(), local)
              .isTrue();
          boolean worked = CHINA.isBusinessDay(day) || CHINA.isBusinessDay(day.minusDays(1));
          boolean nothingElse = !CHINA.nextOrSame(day).isBefore(history.anchor().day());
          assertThat(worked || nothingElse || policy.roll().adjust(day, CHINA).equals(day)).isTrue();
        }
      }
      days.add(day);
    }
  }

  /** Whether the policy's hour of a day, out of quiet hours, is over on the day of the wall clock. */
  private static boolean isHour(EscalationPolicy policy, LocalDate of, ZonedDateTime local) {
    Instant hour = loud(policy, of);
    return !local.toInstant().isBefore(hour)
        && hour.atZone(policy.zone()).toLocalDate().equals(local.toLocalDate());
  }

  private static Instant loud(EscalationPolicy policy, LocalDate day) {
    Instant hour = day.atTime(policy.at()).atZone(policy.zone()).toInstant();
    return policy.quiet() == null ? hour : policy.quiet().end(hour, policy.zone());
  }

  @Property(tries = 1500)
  void whatIsMovedSaysWhy(@ForAll long seed) {
    History history = live(seed);
    for (Fired one : history.fired()) {
      ZoneId zone = policy(history, one).zone();
      LocalDate planned = one.plannedFor().atZone(zone).toLocalDate();
      if (one.movedBy() == MovedBy.NONE) {
        assertThat(one.at().atZone(zone).toLocalDate()).isEqualTo(planned);
        assertThat(one.at()).isAfterOrEqualTo(one.plannedFor());
      }
      if (one.movedBy() == MovedBy.HOLIDAY) {
        assertThat(CHINA.isBusinessDay(planned)).isFalse();
      }
    }
  }

  @Property(tries = 1500)
  void everySubjectHasAWakeUpOrAReasonForNone(@ForAll long seed) {
    for (Asked asked : live(seed).asked()) {
      Decision decision = asked.decision();
      if (decision.nextWake() != null) {
        assertThat(decision.nextWake()).isAfter(asked.now());
        assertThat(decision.reason()).isIn(Decision.Reason.WAITING, Decision.Reason.DUE);
      } else {
        assertThat(decision.reason()).isNotEqualTo(Decision.Reason.WAITING);
      }
    }
  }

  @Property(tries = 1500)
  void nobodyGoesBack(@ForAll long seed) {
    History history = live(seed);
    for (Asked asked : history.asked()) {
      List<String> ids =
          history.versions().at(asked.now()).policy().occurrences().stream().map(Stage::id).toList();
      asked
          .decision()
          .due()
          .ifPresent(
              due -> {
                int index = ids.indexOf(due.stage().id());
                for (Fired one : asked.log().fired()) {
                  assertThat(ids.indexOf(one.stage())).isLessThan(index);
                }
              });
    }
  }

  /** Asked exactly when it wants to be, of stages for everybody, with nothing to skip: the last one has fired. */
  @Property(tries = 1500)
  void nobodyIsMissed(@ForAll long seed) {
    RandomPolicies draw = new RandomPolicies(seed);
    ZoneId zone = draw.zone();
    LocalDate day = draw.anchor();
    EscalationPolicy drawn = draw.policy(1, zone);
    EscalationPolicy policy =
        new EscalationPolicy(
            "p", 1, drawn.at(), zone, drawn.roll(), drawn.quiet(), CatchUp.AT_ONCE,
            drawn.stages().stream()
                .map(
                    stage ->
                        new Stage(
                            stage.id(), "", stage.trigger(), Condition.ALWAYS, stage.actions(),
                            stage.repeat()))
                .toList());
    Instant entered = day.minusDays(draw.below(80)).atTime(draw.below(24), 0).atZone(zone).toInstant();
    List<Fired> fired =
        Life.of(
            policy, Anchor.day(day, CHINA), Facts.UNKNOWN, entered,
            day.plusDays(200).atStartOfDay(zone).toInstant());
    List<Stage> all = policy.occurrences();
    assertThat(fired).extracting(Fired::stage).contains(all.get(all.size() - 1).id());
  }

  /** The same where some stages are for others: the last one for everybody has fired, whatever is due beside it. */
  @Property(tries = 1500)
  void aStageForOthersHoldsNobodyBack(@ForAll long seed) {
    RandomPolicies draw = new RandomPolicies(seed);
    ZoneId zone = draw.zone();
    LocalDate day = draw.anchor();
    EscalationPolicy drawn = draw.policy(1, zone);
    EscalationPolicy policy =
        new EscalationPolicy(
            "p", 1, drawn.at(), zone, drawn.roll(), drawn.quiet(), CatchUp.AT_ONCE,
            drawn.stages().stream()
                .map(
                    stage ->
                        new Stage(
                            stage.id(), "", stage.trigger(),
                            draw.oneIn(2) ? Condition.ALWAYS : new Condition.Tagged("somebody else"),
                            stage.actions().stream()
                                .map(action -> new StageAction(action.act(), Condition.ALWAYS, action.to()))
                                .toList(),
                            stage.repeat()))
                .toList());
    Instant entered = day.minusDays(draw.below(80)).atTime(draw.below(24), 0).atZone(zone).toInstant();
    List<Fired> fired =
        Life.of(
            policy, Anchor.day(day, CHINA), Facts.UNKNOWN, entered,
            day.plusDays(200).atStartOfDay(zone).toInstant());
    List<String> forAll =
        policy.occurrences().stream()
            .filter(stage -> stage.when().equals(Condition.ALWAYS))
            .map(Stage::id)
            .toList();
    assertThat(fired).extracting(Fired::stage).isSubsetOf(forAll);
    assertThat(forAll.isEmpty() || fired.get(fired.size() - 1).stage().equals(forAll.get(forAll.size() - 1)))
        .isTrue();
  }

  @Property(tries = 500)
  void replayDecidesTheSame(@ForAll long seed) {
    History history = live(seed);
    for (Asked asked : history.asked()) {
      assertThat(
              Escalation.decide(
                  history.versions(), history.anchor(), asked.facts(), asked.log(), asked.now()))
          .isEqualTo(asked.decision());
    }
    assertThat(live(seed).fired()).isEqualTo(history.fired());
  }

  /** What is explained is what was decided. */
  @Property(tries = 500)
  void theStoryTellsEveryStageOnceAndAgreesWithTheDecision(@ForAll long seed) {
    History history = live(seed);
    for (Asked asked : history.asked()) {
      Story story =
          Escalation.explain(
              history.versions(), history.anchor(), asked.facts(), asked.log(), asked.now());
      assertThat(story.lines()).extracting(Story.Line::stage).doesNotHaveDuplicates();
      assertThat(story.lines().stream().filter(line -> line.status() == Story.Status.FIRED).count())
          .isEqualTo(asked.log().fired().size());
      assertThat(story.lines().stream().filter(line -> line.status() == Story.Status.DUE).count())
          .isEqualTo(asked.decision().due().isPresent() ? 1 : 0);
      assertThat(story.nextWake()).isEqualTo(asked.decision().nextWake());
    }
  }

  private static EscalationPolicy policy(History history, Fired one) {
    return history.versions().versions().stream()
        .map(PolicyVersions.Activated::policy)
        .filter(policy -> policy.version() == one.policyVersion())
        .findFirst()
        .orElseThrow();
  }

  /** The day a stage counts to, moved by the policy's roll, but not beyond an anchor that it counts back from. */
  static LocalDate day(EscalationPolicy policy, String id, LocalDate anchor) {
    Trigger trigger =
        policy.occurrences().stream()
            .filter(stage -> stage.id().equals(id))
            .findFirst()
            .orElseThrow()
            .trigger();
    LocalDate day =
        trigger instanceof Trigger.DaysBefore before
            ? anchor.minusDays(before.days())
            : trigger instanceof Trigger.DaysAfter after
                ? anchor.plusDays(after.days())
                : trigger instanceof Trigger.BusinessDaysBefore before
                    ? walk(anchor, before.days(), -1)
                    : walk(anchor, ((Trigger.BusinessDaysAfter) trigger).days(), 1);
    LocalDate rolled = policy.roll().adjust(day, CHINA);
    boolean back = trigger instanceof Trigger.DaysBefore || trigger instanceof Trigger.BusinessDaysBefore;
    if (back && rolled.isAfter(day)) {
      while (!CHINA.isBusinessDay(rolled)
          || loud(policy, rolled).atZone(policy.zone()).toLocalDate().isAfter(anchor)) {
        rolled = rolled.minusDays(1);
      }
    }
    return rolled;
  }

  private static LocalDate walk(LocalDate from, int days, int step) {
    LocalDate day = from;
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(step);
      counted += CHINA.isBusinessDay(day) ? 1 : 0;
    }
    return day;
  }
}
