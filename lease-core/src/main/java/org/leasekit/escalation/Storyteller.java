package org.leasekit.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.Planning.Passing;
import org.leasekit.escalation.Planning.Planned;
import org.leasekit.escalation.Story.Line;
import org.leasekit.escalation.Story.Status;

/**
 * Tells what a decision leaves unsaid, and nothing that the records do not show.
 *
 * @param moments of the governing version
 * @param plans of the governing version's stages, in order of time
 */
record Storyteller(
    PolicyVersions versions,
    EscalationPolicy policy,
    Planning planning,
    Moments moments,
    List<Planned> plans,
    Decision decision) {

  /** A stage that fired or fires, and what was known then. */
  private record Came(String stage, Instant at, int version, @Nullable Facts facts) {}

  /**
   * Tells the story.
   *
   * @param now for a subject that is silent the instant from which it was, where that is recorded
   */
  Story tell(Facts facts, Log log, Instant now) {
    List<Line> lines = new ArrayList<>();
    Map<String, Fired> fired = new HashMap<>();
    log.fired().forEach(one -> fired.put(one.stage(), one));
    Set<String> known = new HashSet<>();
    plans.forEach(planned -> known.add(planned.stage().id()));
    List<Fired> older =
        log.fired().stream()
            .filter(one -> !known.contains(one.stage()))
            .sorted(Comparator.comparing(Fired::at))
            .toList();
    older.forEach(one -> lines.add(fired(one, "")));
    for (int i = 0; i < plans.size(); i++) {
      Planned planned = plans.get(i);
      Fired done = fired.get(planned.stage().id());
      lines.add(
          done != null
              ? fired(done, planned.stage().label())
              : planned.passed()
                  ? passedOver(planned, older)
                  : open(i, cameFirst(i, fired, now), facts, log, now));
    }
    Silence silence = facts.silent() ? log.silence() : null;
    Instant nextVersion = facts.silent() ? null : versions.nextActivation(now).orElse(null);
    return new Story(
        policy.id(), policy.version(), lines, decision.nextWake(), decision.reason(), silence, nextVersion);
  }

  /** The stage because of which an earlier one never fires; null when there is none. */
  private @Nullable Came cameFirst(int index, Map<String, Fired> fired, Instant now) {
    Decision.Due due = decision.due().orElse(null);
    for (Planned later : plans.subList(index + 1, plans.size())) {
      Fired done = fired.get(later.stage().id());
      if (done != null) {
        return new Came(done.stage(), done.at(), done.policyVersion(), done.facts());
      } else if (due != null && due.stage().equals(later.stage())) {
        return new Came(later.stage().id(), now, due.policyVersion(), due.facts());
      }
    }
    return null;
  }

  private Line fired(Fired one, String label) {
    return new Line(
        one.stage(),
        label,
        Status.FIRED,
        one.plannedFor(),
        one.at(),
        one.movedBy(),
        String.join(Story.DONE_BY, one.actions()),
        null,
        left(one),
        one.facts());
  }

  /** What the stage would have done for others, as the version says that fired it; nothing where what was known is not recorded. */
  private List<Story.Left> left(Fired one) {
    Facts then = one.facts();
    if (then == null) {
      return List.of();
    }
    return versions.versions().stream()
        .map(PolicyVersions.Activated::policy)
        .filter(version -> version.version() == one.policyVersion())
        .flatMap(version -> version.occurrences().stream())
        .filter(stage -> stage.id().equals(one.stage()))
        .flatMap(stage -> stage.actions().stream())
        .filter(action -> !action.when().holds(then))
        .map(action -> new Story.Left(action.act().word(), action.when()))
        .toList();
  }

  private Line passedOver(Planned planned, List<Fired> older) {
    if (planned.passing() == Passing.BEFORE_ENTRY) {
      Instant own = planning.own(planned.stage());
      MovedBy movedBy = own.equals(planned.nominal()) ? MovedBy.NONE : MovedBy.HOLIDAY;
      return line(planned, Status.PASSED_OVER, own, movedBy, "", null, null);
    }
    Fired last =
        older.stream().max(Comparator.comparing(Storyteller::heardAt)).orElseThrow();
    return line(planned, Status.BEHIND_OLDER, null, last.stage());
  }

  private static Instant heardAt(Fired one) {
    return one.at().isAfter(one.plannedFor()) ? one.at() : one.plannedFor();
  }

  private Line open(int index, @Nullable Came cameFirst, Facts facts, Log log, Instant now) {
    Planned planned = plans.get(index);
    Stage stage = planned.stage();
    if (cameFirst != null) {
      return superseded(planned, cameFirst);
    }
    if (facts.silent()) {
      return silent(planned, log.silence(), now);
    }
    Instant fireAt = planned.fireAt();
    Decision.Due due = decision.due().orElse(null);
    if (due != null && due.stage().equals(stage)) {
      return line(planned, Status.DUE, now, due.movedBy(), "", null, null);
    }
    if (fireAt == null) {
      return line(planned, Status.STANDING, null, "");
    }
    if (planned.isDue(now) && !stage.when().holds(facts)) {
      return line(planned, Status.UNMET, null, "", stage.when(), null);
    }
    Instant next =
        moments.from(
            planned, plans.subList(index + 1, plans.size()), log.fired(), planned.isDue(now) ? now : fireAt);
    MovedBy movedBy = Planning.movedBy(planned, log.failedAt(), moments.isLate(planned, next), fireAt);
    return line(planned, Status.WAITING, next, movedBy, inItsPlace(index, next).orElse(""), asked(stage), null);
  }

  /** The last of the later stages whose time will have come as well: if it can fire by then, it does and this one does not. */
  private Optional<String> inItsPlace(int index, Instant at) {
    return plans.subList(index + 1, plans.size()).stream()
        .filter(later -> later.isDue(at))
        .map(later -> later.stage().id())
        .reduce((earlier, last) -> last);
  }

  /** Of a subject that said nothing in time: what was still to come, and what was open when it fell silent. */
  private static Line silent(Planned planned, @Nullable Silence silence, Instant since) {
    if (silence != null && silence.why() == Silence.Why.WITHHELD) {
      return line(planned, Status.WITHHELD, planned.fireAt(), "");
    }
    return planned.isDue(since)
        ? line(planned, Status.LEFT_OPEN, planned.fireAt(), "", asked(planned.stage()), null)
        : line(planned, Status.SILENT, planned.fireAt(), "");
  }

  /** What was known when the other stage came tells whether this one could have come with it; of what was in between nothing is known. */
  private Line superseded(Planned planned, Came first) {
    Facts then = first.facts();
    Stage stage = planned.stage();
    boolean notMet =
        then != null
            && first.version() == policy.version()
            && planned.isDue(first.at())
            && !stage.when().holds(then);
    return notMet
        ? line(planned, Status.NOT_MET, null, first.stage(), stage.when(), then)
        : line(planned, Status.SUPERSEDED, null, first.stage());
  }

  private static @Nullable Condition asked(Stage stage) {
    return stage.when().equals(Condition.ALWAYS) ? null : stage.when();
  }

  private static Line line(Planned planned, Status status, @Nullable Instant at, String detail) {
    return line(planned, status, at, detail, null, null);
  }

  private static Line line(
      Planned planned,
      Status status,
      @Nullable Instant at,
      String detail,
      @Nullable Condition asked,
      @Nullable Facts then) {
    return line(planned, status, at, planned.movedBy(), detail, asked, then);
  }

  private static Line line(
      Planned planned,
      Status status,
      @Nullable Instant at,
      MovedBy movedBy,
      String detail,
      @Nullable Condition asked,
      @Nullable Facts then) {
    Stage stage = planned.stage();
    return new Line(
        stage.id(), stage.label(), status, planned.nominal(), at, movedBy, detail, asked, List.of(), then);
  }
}
