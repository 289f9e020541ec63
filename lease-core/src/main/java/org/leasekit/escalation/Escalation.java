package org.leasekit.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.BusinessCalendar;

/**
 * The engine: policy, anchor, facts, calendar, log of what fired and now, turned into what is due and
 * when to wake. A pure function: asked again with the same values it answers the same.
 */
public final class Escalation {

  private Escalation() {}

  /**
   * When a stage is to fire by the policy alone: the policy's time of day on the day that lies
   * {@code daysBefore} before the anchor, moved by the policy's roll when that is a day off.
   */
  public static Instant plannedFor(
      EscalationPolicy policy, Stage stage, LocalDate anchor, BusinessCalendar calendar) {
    LocalDate day = policy.roll().adjust(anchor.minusDays(stage.daysBefore()), calendar);
    return day.atTime(policy.at()).atZone(policy.zone()).toInstant();
  }

  /**
   * Decides for one subject.
   *
   * <p>Of several stages whose time has come only the one closest to the anchor fires; those before
   * it are superseded, so that a subject that enters late gets the stage that is due and not a burst.
   * A stage whose own time lay before the entry fires at the policy's time of day on the first
   * business day from the entry on, or, when the anchor would pass first, on the first day.
   *
   * @param anchor the day the stages count back from, in the policy's zone
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
    return decide(
        policy.stages(),
        stage -> plan(policy, stage, anchor, calendar, entered),
        facts,
        fired,
        now);
  }

  /**
   * Decides for one target of one subject, by the same rules: of several shares that have been reached
   * only the largest fires. A stage beyond the point where the clock stands waits until it runs again.
   *
   * @param shares when the clock reaches each share of its target
   * @param facts silent when the target is met or given up
   * @param fired every stage that fired for this target and cycle
   */
  public static Decision decide(
      TargetPolicy policy, SharesReached shares, Facts facts, List<Fired> fired, Instant now) {
    return decide(
        policy.stages(),
        stage -> new Planned(stage, shares.at(TargetPolicy.percent(stage)).orElse(null), false),
        facts,
        fired,
        now);
  }

  private static Decision decide(
      List<Stage> stages,
      Function<Stage, Planned> plan,
      Facts facts,
      List<Fired> fired,
      Instant now) {
    if (facts.silent()) {
      return new Decision(Optional.empty(), List.of(), null, Decision.Reason.SILENT);
    }
    Set<String> firedIds = new HashSet<>();
    fired.forEach(entry -> firedIds.add(entry.stage()));
    List<Planned> open = new ArrayList<>();
    List<String> superseded = new ArrayList<>();
    for (Stage stage : stages) {
      if (firedIds.contains(stage.id())) {
        // what lies before a stage that fired will never fire
        open.forEach(earlier -> superseded.add(earlier.stage().id()));
        open.clear();
      } else {
        open.add(plan.apply(stage));
      }
    }
    return choose(open, superseded, facts, now);
  }

  private static Decision choose(
      List<Planned> open, List<String> superseded, Facts facts, Instant now) {
    int due = -1;
    for (int i = 0; i < open.size(); i++) {
      Instant fireAt = open.get(i).fireAt();
      if (fireAt != null && !fireAt.isAfter(now)) {
        due = i;
      }
    }
    for (int i = 0; i < due; i++) {
      superseded.add(open.get(i).stage().id());
    }
    List<Planned> later = open.subList(due + 1, open.size());
    Instant nextWake =
        later.stream()
            .flatMap(planned -> Stream.ofNullable(planned.fireAt()))
            .min(Instant::compareTo)
            .orElse(null);
    if (due < 0) {
      return new Decision(
          Optional.empty(),
          superseded,
          nextWake,
          later.isEmpty() ? Decision.Reason.DONE : Decision.Reason.WAITING);
    }
    return new Decision(
        Optional.of(dueNow(open.get(due), facts)), superseded, nextWake, Decision.Reason.DUE);
  }

  private static Decision.Due dueNow(Planned planned, Facts facts) {
    Instant fireAt = Objects.requireNonNull(planned.fireAt());
    List<StageAction> actions =
        planned.stage().actions().stream().filter(action -> action.when().holds(facts)).toList();
    return new Decision.Due(planned.stage(), fireAt, planned.catchUp(), actions);
  }

  private static Planned plan(
      EscalationPolicy policy,
      Stage stage,
      LocalDate anchor,
      BusinessCalendar calendar,
      Instant entered) {
    Instant own = plannedFor(policy, stage, anchor, calendar);
    if (!own.isBefore(entered)) {
      return new Planned(stage, own, false);
    }
    ZonedDateTime entry = entered.atZone(policy.zone());
    LocalDate first = entry.toLocalDate();
    if (entry.toLocalTime().isAfter(policy.at())) {
      first = first.plusDays(1);
    }
    LocalDate business = calendar.nextOrSame(first);
    LocalDate day = business.isAfter(anchor) ? first : business;
    return new Planned(stage, day.atTime(policy.at()).atZone(policy.zone()).toInstant(), true);
  }

  /** A stage of a subject; its instant is null while the clock stands before it. */
  private record Planned(Stage stage, @Nullable Instant fireAt, boolean catchUp) {}
}
