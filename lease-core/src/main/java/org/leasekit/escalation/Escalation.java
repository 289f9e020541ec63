package org.leasekit.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.escalation.Planning.Planned;

/**
 * The engine: policy, anchor, facts, calendar, log of what fired and now, turned into what is due and
 * when to wake. A pure function: asked again with the same values it answers the same.
 */
public final class Escalation {

  private Escalation() {}

  /**
   * When a stage that counts days is to fire by the policy alone; see {@link #plannedFor(EscalationPolicy, Stage, Anchor)}.
   */
  public static Instant plannedFor(
      EscalationPolicy policy, Stage stage, LocalDate anchor, BusinessCalendar calendar) {
    return plannedFor(policy, stage, Anchor.day(anchor, calendar));
  }

  /**
   * When a stage is to fire by the policy alone: the policy's time of day on the day that its trigger counts, moved by the
   * policy's roll when that is a day off, or the instant that its working time gives; out of quiet hours.
   *
   * @throws IllegalArgumentException if the stage counts working time and the anchor has none
   */
  public static Instant plannedFor(EscalationPolicy policy, Stage stage, Anchor anchor) {
    return Objects.requireNonNull(
        new Planning(policy, anchor, Instant.MIN, Instant.MIN).plan(stage).fireAt());
  }

  /**
   * Decides for one subject without failures and of one version; see {@link #decide(EscalationPolicy, Anchor,
   * Facts, Log, Instant)}.
   *
   * @param anchor the day the stages count from, in the policy's zone
   * @param entered when the subject came under the policy
   * @param fired every stage that fired for this subject and anchor
   */
  public static Decision decide(
      EscalationPolicy policy,
      LocalDate anchor,
      Facts facts,
      BusinessCalendar calendar,
      Instant entered,
      List<Fired> fired,
      Instant now) {
    return decide(policy, Anchor.day(anchor, calendar), facts, new Log(entered, fired), now);
  }

  /**
   * Decides for one subject.
   *
   * <p>Of several stages whose time has come and whose condition is met only the last fires; those before it are
   * superseded, so that a subject that enters late gets the stage that is due and not a burst. A stage whose own time lay
   * before the entry is caught up by the policy's rule. While the hour is quiet nothing fires. A stage whose condition is
   * not met when its time has come holds no other back, and fires once it is met, unless a later stage has fired by then.
   *
   * <p>A stage that could not fire on its own day, because nobody asked, an attempt failed or its condition was not met,
   * fires as if it had been planned later: from the policy's time of day on, on a day that the policy's roll leaves where
   * it is, or on any where the subject ends before such a day comes; with {@link CatchUp#AT_ONCE}, whenever somebody asks.
   * Whatever comes late never shares its day with another stage: it gives way to the one that is planned for later that day,
   * and after one that has fired it waits for another day.
   */
  public static Decision decide(
      EscalationPolicy policy, Anchor anchor, Facts facts, Log log, Instant now) {
    return decide(policy, policy.occurrences(), anchor, facts, log, now);
  }

  private static Decision decide(
      EscalationPolicy policy,
      List<Stage> stages,
      Anchor anchor,
      Facts facts,
      Log log,
      Instant now) {
    Planning planning = planning(policy, stages, anchor, log);
    return new Question(stages, planning::plan, policy.version(), new PolicyMoments(policy, anchor))
        .decide(facts, log, now);
  }

  /** Decides for one subject of a policy that changes; {@link PolicyVersions} says what holds in mid-flight. */
  public static Decision decide(
      PolicyVersions versions, Anchor anchor, Facts facts, Log log, Instant now) {
    return decide(versions, null, anchor, facts, log, now);
  }

  /**
   * Decides for one subject that has a stage of its own ahead of the policy's.
   *
   * @param ahead comes once and not after the policy's first stage, with an id that the policy does not know; null for a
   *     subject that has none. All that holds for the policy's stages holds for it
   */
  public static Decision decide(
      PolicyVersions versions,
      @Nullable Stage ahead,
      Anchor anchor,
      Facts facts,
      Log log,
      Instant now) {
    PolicyVersions.Activated governing = versions.at(now);
    EscalationPolicy policy = governing.policy();
    Decision decision =
        decide(
            policy, stages(policy, ahead), anchor, facts, underVersion(versions, governing, log), now);
    Optional<Instant> next = versions.nextActivation(now);
    return next.isEmpty() || facts.silent() ? decision : decision.wakingBy(next.get());
  }

  /**
   * Decides for one target of one subject, by the same rules: of several shares that have been reached
   * only the largest fires. A stage beyond the point where the clock stands waits until it runs again. What the clock has
   * passed fires at whatever hour somebody asks: it is late already, and whoever is on duty is there for it.
   *
   * @param shares when the clock reaches each share of its target
   * @param facts silent when the target is met or given up
   * @param fired every stage that fired for this target and cycle
   */
  public static Decision decide(
      TargetPolicy policy, SharesReached shares, Facts facts, List<Fired> fired, Instant now) {
    return new Question(
            policy.occurrences(),
            stage -> ofTarget(stage, shares),
            policy.version(),
            Moments.AT_ONCE)
        .decide(facts, new Log(Instant.MIN, fired), now);
  }

  /**
   * The whole story of a subject: what fired and what did not, and why; {@link Story#text} tells it. That of a subject of
   * which the log says since when it is silent stays as it was then, whatever versions the policy has had since.
   */
  public static Story explain(
      PolicyVersions versions, Anchor anchor, Facts facts, Log log, Instant now) {
    return explain(versions, null, anchor, facts, log, now);
  }

  /**
   * The whole story of a subject that has a stage of its own ahead of the policy's.
   *
   * @param ahead as for {@link #decide(PolicyVersions, Stage, Anchor, Facts, Log, Instant)}
   */
  public static Story explain(
      PolicyVersions versions,
      @Nullable Stage ahead,
      Anchor anchor,
      Facts facts,
      Log log,
      Instant now) {
    Silence silence = log.silence();
    Instant since = silence == null ? null : silence.since();
    // what came after the silence has nothing to do with the subject, later versions of the policy included
    Instant told = facts.silent() && since != null && since.isBefore(now) ? since : now;
    PolicyVersions.Activated governing = versions.at(told);
    EscalationPolicy policy = governing.policy();
    Log under = underVersion(versions, governing, log);
    List<Stage> stages = stages(policy, ahead);
    Planning planning = planning(policy, stages, anchor, under);
    return new Storyteller(
            versions,
            policy,
            planning,
            new PolicyMoments(policy, anchor),
            stages.stream().map(planning::plan).toList(),
            decide(versions, ahead, anchor, facts, log, now))
        .tell(facts, log, told);
  }

  private static List<Stage> stages(EscalationPolicy policy, @Nullable Stage ahead) {
    List<Stage> stages = policy.occurrences();
    if (ahead == null) {
      return stages;
    }
    List<Stage> all = new ArrayList<>(List.of(ahead));
    all.addAll(stages);
    return all;
  }

  private static Log underVersion(
      PolicyVersions versions, PolicyVersions.Activated governing, Log log) {
    boolean entersAnew =
        versions.replacesAnother(governing) && log.entered().isBefore(governing.from());
    return entersAnew ? new Log(governing.from(), log.fired(), log.failedAt(), log.silence()) : log;
  }

  private static Planning planning(
      EscalationPolicy policy, List<Stage> stages, Anchor anchor, Log log) {
    return new Planning(policy, anchor, log.entered(), Planning.heard(stages, log.fired()));
  }

  private static Planned ofTarget(Stage stage, SharesReached shares) {
    Instant at = TargetPolicy.due(stage, shares).orElse(null);
    return new Planned(stage, at, at, MovedBy.NONE, Planning.Passing.NOT_PASSED);
  }

  /**
   * What a decision is made from.
   *
   * @param stages in order of time
   * @param moments from when on what is due may fire
   */
  private record Question(
      List<Stage> stages, Function<Stage, Planned> plan, int version, Moments moments) {

    Decision decide(Facts facts, Log log, Instant now) {
      if (facts.silent()) {
        return new Decision(Optional.empty(), List.of(), null, Decision.Reason.SILENT, false);
      }
      Set<String> fired = new HashSet<>();
      log.fired().forEach(entry -> fired.add(entry.stage()));
      int last = stages.size() - 1;
      while (last >= 0 && !fired.contains(stages.get(last).id())) {
        last--;
      }
      List<String> superseded = new ArrayList<>();
      for (int i = 0; i < last; i++) {
        // what lies before a stage that fired will never fire
        if (!fired.contains(stages.get(i).id())) {
          superseded.add(stages.get(i).id());
        }
      }
      List<Planned> open = new ArrayList<>();
      for (Stage stage : stages.subList(last + 1, stages.size())) {
        Planned planned = plan.apply(stage);
        if (planned.passed()) {
          superseded.add(stage.id());
        } else {
          open.add(planned);
        }
      }
      return choose(open, superseded, facts, log, now);
    }

    private Decision choose(
        List<Planned> open,
        List<String> superseded,
        Facts facts,
        Log log,
        Instant now) {
      int due = open.size() - 1;
      while (due >= 0 && !open.get(due).isDue(now)) {
        due--;
      }
      if (due < 0) {
        return notDue(
            superseded, Moments.firstAfter(open, now), open.isEmpty() ? Decision.Reason.DONE : Decision.Reason.WAITING);
      }
      int met = due;
      while (met >= 0 && !(open.get(met).isDue(now) && open.get(met).stage().when().holds(facts))) {
        met--;
      }
      Instant next = Moments.firstAfter(open.subList(met + 1, open.size()), now);
      if (met < 0) {
        boolean waits = next != null || due < open.size() - 1;
        return new Decision(
            Optional.empty(), superseded, next, waits ? Decision.Reason.WAITING : Decision.Reason.UNMET, true);
      }
      Instant from = moments.from(open.get(met), open.subList(met + 1, open.size()), log.fired(), now);
      if (from.isAfter(now)) {
        return new Decision(
            Optional.empty(), superseded, next == null || from.isBefore(next) ? from : next,
            Decision.Reason.WAITING, met < due);
      }
      // what lies before the stage that fires never will; what lies behind it still may, once it is met
      open.subList(0, met).forEach(planned -> superseded.add(planned.stage().id()));
      return new Decision(
          Optional.of(dueNow(open.get(met), facts, log.failedAt(), next, now)), superseded, next,
          Decision.Reason.DUE, met < due);
    }

    private static Decision notDue(
        List<String> superseded, @Nullable Instant wake, Decision.Reason reason) {
      return new Decision(Optional.empty(), superseded, wake, reason, false);
    }

    private Decision.Due dueNow(
        Planned planned,
        Facts facts,
        @Nullable Instant failedAt,
        @Nullable Instant until,
        Instant now) {
      Instant fireAt = Objects.requireNonNull(planned.fireAt());
      List<StageAction> actions =
          planned.stage().actions().stream().filter(action -> action.when().holds(facts)).toList();
      MovedBy movedBy = Planning.movedBy(planned, failedAt, moments.isLate(planned, now), fireAt);
      return new Decision.Due(
          planned.stage(),
          Objects.requireNonNull(planned.nominal()),
          fireAt,
          movedBy,
          version,
          actions,
          facts,
          until);
    }
  }
}
