package org.leasekit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.Effect;
import org.leasekit.intent.Estimate;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/** The figures of cohorts that part a season add up to those of the season, and to a plain count of its records (R12). */
class CohortSumsTest {
  private static final CaseState[] STATES = {
    CaseState.RENEWED, CaseState.DECLINED, CaseState.LAPSED, CaseState.NOTIFIED
  };

  private static Season season(long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    Season season = new Season();
    for (int i = 0; i < 40; i++) {
      CaseState state = STATES[dice.nextInt(STATES.length)];
      boolean answers = state == CaseState.RENEWED || state == CaseState.DECLINED || dice.nextBoolean();
      season.renewal("A" + i, state, answers ? "03-11 00:00" : null);
      for (int touch = dice.nextInt(5); touch > 0; touch--) {
        Touch.Result[] results = Touch.Result.values();
        season.touch(
            "A" + i, "03-02 10:00", String.valueOf(30 / (1 + dice.nextInt(2))), Channel.SMS,
            results[dice.nextInt(results.length)]);
      }
      if (dice.nextInt(4) == 0) {
        season.task("A" + i, StewardTask.Kind.CALL, "3", "03-28 10:00", dice.nextBoolean());
      }
    }
    return season;
  }

  @Property(tries = 100)
  void cohortsThatPartASeasonAddUp(@ForAll long seed, @ForAll long cut) {
    Season season = season(seed);
    Predicate<RenewalCase> some = each -> (each.id().value().hashCode() ^ cut) % 3 == 0;
    RenewalKpis mine = kpis(season, some);
    RenewalKpis others = kpis(season, some.negate());
    RenewalKpis all = kpis(season, each -> true);
    assertThat(mine.opened() + others.opened()).isEqualTo(all.opened());
    assertThat(mine.responded() + others.responded()).isEqualTo(all.responded());
    assertThat(mine.renewed() + others.renewed()).isEqualTo(all.renewed());
    assertThat(mine.open() + others.open()).isEqualTo(all.open());
    assertThat(mine.touches() + others.touches()).isEqualTo(all.touches());
    assertThat(mine.reminders() + others.reminders()).isEqualTo(all.reminders());
    assertThat(mine.remindersReached() + others.remindersReached()).isEqualTo(all.remindersReached());
    assertThat(mine.staffMinutes() + others.staffMinutes()).isEqualTo(all.staffMinutes());
    // each cohort's cost is rounded to the minor unit once
    assertThat(MinorUnits.of(mine.cost()) + MinorUnits.of(others.cost()) - MinorUnits.of(all.cost()))
        .isBetween(-1L, 1L);
    assertThat(all.touches()).isEqualTo(season.touches.size());
    Map<String, Boolean> reminders = new HashMap<>();
    season.touches.forEach(
        touch ->
            reminders.merge(
                touch.renewalCase() + " " + touch.stage(), touch.result().reached(), Boolean::logicalOr));
    assertThat(all.reminders()).isEqualTo(reminders.size());
    assertThat(all.remindersReached())
        .isEqualTo((int) reminders.values().stream().filter(reached -> reached).count());
  }

  private static RenewalKpis kpis(Season season, Predicate<RenewalCase> cohort) {
    return RenewalKpis.of(cohort, season.cases, season.touches, season.tasks, Effort.standard());
  }

  @Test
  void theEarlyBirdIsMeasuredOnCasesThatHaveEnded() {
    Season season = new Season();
    Set<Proposal> proposals = new HashSet<>();
    CaseState[] states = {CaseState.RENEWED, CaseState.LAPSED, CaseState.NOTIFIED, CaseState.RENEWED};
    EarlyBird.Group[] groups = EarlyBird.Group.values();
    for (int i = 0; i < 12; i++) {
      RenewalCase renewal = season.renewal("A" + i, states[i % 4], i % 4 == 0 || i % 4 == 3 ? "03-11 00:00" : null);
      proposals.add(proposal(renewal, groups[i % 3]));
    }
    for (EarlyBird.Group group : groups) {
      RenewalCase superseded = season.renewal("S" + group, CaseState.SUPERSEDED, "03-11 00:00");
      proposals.add(proposal(superseded, group));
    }
    // of each group four cases: two renewed, one lapsed, one open; and one in which nothing was left to renew
    Instant over = season.cases.get(0).lapsesAt();
    assertThat(EarlyBirds.effect(season.cases, proposals, over)).isEqualTo(Effect.of(3, 2, 3, 2));
    assertThat(EarlyBirds.effect(season.cases, Set.of(), over)).isEqualTo(Effect.of(0, 0, 0, 0));
    // early birds answer early: while others may still answer, nothing is known of who would have
    assertThat(EarlyBirds.effect(season.cases, proposals, over.minusNanos(1))).isEqualTo(Effect.of(0, 0, 0, 0));
  }

  private static Proposal proposal(RenewalCase renewal, EarlyBird.Group group) {
    return new Proposal(
        renewal.lessor(),
        renewal.id(),
        renewal.contract(),
        new Proposal.Price(Season.yuan(1), Season.yuan(1), Season.yuan(1), "UNCHANGED"),
        new Proposal.Chance("TEST", Estimate.UNKNOWN, group,
            new Proposal.Question(Season.yuan(1), Season.yuan(1), renewal.openedAt())),
        null,
        null,
        false,
        new Proposal.Approval(
            Proposal.ApprovalState.NOT_NEEDED, List.of(), null, null, null),
        renewal.openedAt(),
        null,
        1);
  }
}
