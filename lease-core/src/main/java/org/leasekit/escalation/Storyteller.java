package org.leasekit.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.Planning.Planned;
import org.leasekit.escalation.Story.Line;
import org.leasekit.escalation.Story.Status;

/** Tells what a decision leaves unsaid. */
record Storyteller(
    PolicyVersions versions,
    EscalationPolicy policy,
    List<Stage> stages,
    Function<Stage, Planned> plan,
    Decision decision) {

  /** A stage that fired or fires, and what was known then. */
  private record Came(String stage, Instant at, int version, @Nullable Facts facts) {}

  Story tell(Facts facts, Log log, Instant now) {
    List<Line> lines = new ArrayList<>();
    Map<String, Fired> fired = new HashMap<>();
    log.fired().forEach(one -> fired.put(one.stage(), one));
    log.fired().stream()
        .filter(one -> stages.stream().noneMatch(stage -> stage.id().equals(one.stage())))
        .sorted(Comparator.comparing(Fired::at))
        .forEach(one -> lines.add(fired(one, "")));
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      Fired done = fired.get(stage.id());
      lines.add(
          done != null ? fired(done, stage.label()) : open(stage, cameFirst(i, fired, now), facts, now));
    }
    return new Story(policy.id(), policy.version(), lines, decision.nextWake(), decision.reason());
  }

  /** The stage because of which an earlier one never fires; null when there is none. */
  private @Nullable Came cameFirst(int index, Map<String, Fired> fired, Instant now) {
    Decision.Due due = decision.due().orElse(null);
    for (Stage later : stages.subList(index + 1, stages.size())) {
      Fired done = fired.get(later.id());
      if (done != null) {
        return new Came(done.stage(), done.at(), done.policyVersion(), done.facts());
      } else if (due != null && due.stage().equals(later)) {
        return new Came(later.id(), now, due.policyVersion(), due.facts());
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

  private Line open(Stage stage, @Nullable Came cameFirst, Facts facts, Instant now) {
    Planned planned = plan.apply(stage);
    if (facts.silent()) {
      return line(planned, Status.SILENT, null, "");
    }
    if (decision.superseded().contains(stage.id())) {
      return planned.passed() || cameFirst == null
          ? line(planned, Status.PASSED_OVER, null, "")
          : superseded(planned, cameFirst);
    }
    Instant fireAt = planned.fireAt();
    if (decision.due().filter(due -> due.stage().equals(stage)).isPresent()) {
      return line(planned, Status.DUE, now, "");
    }
    boolean unmet = planned.isDue(now) && !stage.when().holds(facts);
    return unmet
        ? new Line(
            stage.id(), stage.label(), Status.UNMET, planned.nominal(), null, planned.movedBy(), "", stage.when())
        // what is due and waits for its hour fires when the engine asks again
        : line(planned, fireAt == null ? Status.STANDING : Status.WAITING, planned.isDue(now) ? decision.nextWake() : fireAt, "");
  }

  /** It was asked about again and again, the last time when the other stage came; what was known then tells why it did not come itself. */
  private Line superseded(Planned planned, Came first) {
    Facts then = first.facts();
    Stage stage = planned.stage();
    boolean neverMet =
        then != null
            && first.version() == policy.version()
            && planned.isDue(first.at())
            && !stage.when().holds(then);
    return neverMet
        ? new Line(
            stage.id(), stage.label(), Status.NEVER_MET, planned.nominal(), null, planned.movedBy(),
            first.stage(), stage.when(), List.of(), then)
        : line(planned, Status.SUPERSEDED, null, first.stage());
  }

  private static Line line(
      Planned planned, Status status, @Nullable Instant at, String detail) {
    Stage stage = planned.stage();
    return new Line(
        stage.id(), stage.label(), status, planned.nominal(), at, planned.movedBy(), detail, null);
  }
}
