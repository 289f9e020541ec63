package org.leasekit.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    if (facts.silent()) {
      return new Decision(Optional.empty(), List.of(), null, Decision.Reason.SILENT);
    }
    Set<String> firedIds = new HashSet<>();
    fired.forEach(entry -> firedIds.add(entry.stage()));
    List<Planned> open = new ArrayList<>();
    List<String> superseded = new ArrayList<>();
    for (Stage stage : policy.stages()) {
      if (firedIds.contains(stage.id())) {
        // what lies before a stage that fired will never fire
        open.forEach(earlier -> superseded.add(earlier.stage().id()));
        open.clear();
      } else {
        open.add(plan(policy, stage, anchor, calendar, entered));
      }
    }
    return choose(open, superseded, facts, now);
  }

  private static Decision choose(
      List<Planned> open, List<String> superseded, Facts facts, Instant now) {
    int due = -1;
    for (int i = 0; i < open.size(); i++) {
      if (!open.get(i).fireAt().isAfter(now)) {
        due = i;
      }
    }
    for (int i = 0; i < due; i++) {
      superseded.add(open.get(i).stage().id());
    }
    Instant nextWake =
        open.subList(due + 1, open.size()).stream()
            .map(Planned::fireAt)
            .min(Instant::compareTo)
            .orElse(null);
    if (due < 0) {
      return new Decision(
          Optional.empty(),
          superseded,
          nextWake,
          nextWake == null ? Decision.Reason.DONE : Decision.Reason.WAITING);
    }
    Planned planned = open.get(due);
    List<StageAction> actions =
        planned.stage().actions().stream().filter(action -> action.when().holds(facts)).toList();
    return new Decision(
        Optional.of(
            new Decision.Due(planned.stage(), planned.fireAt(), planned.catchUp(), actions)),
        superseded,
        nextWake,
        Decision.Reason.DUE);
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

  private record Planned(Stage stage, Instant fireAt, boolean catchUp) {}
}
