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
    EscalationPolicy policy, List<Stage> stages, Function<Stage, Planned> plan, Decision decision) {

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
          done != null ? fired(done, stage.label()) : open(stage, cameFirst(i, fired), facts, now));
    }
    return new Story(policy.id(), policy.version(), lines, decision.nextWake(), decision.reason());
  }

  /** The stage because of which an earlier one never fires; null when there is none. */
  private @Nullable String cameFirst(int index, Map<String, Fired> fired) {
    String due = decision.due().map(one -> one.stage().id()).orElse("");
    for (Stage later : stages.subList(index + 1, stages.size())) {
      if (fired.containsKey(later.id()) || later.id().equals(due)) {
        return later.id();
      }
    }
    return null;
  }

  private static Line fired(Fired one, String label) {
    return new Line(
        one.stage(),
        label,
        Status.FIRED,
        one.plannedFor(),
        one.at(),
        one.movedBy(),
        String.join(Story.DONE_BY, one.actions()),
        null);
  }

  private Line open(Stage stage, @Nullable String cameFirst, Facts facts, Instant now) {
    Planned planned = plan.apply(stage);
    if (facts.silent()) {
      return line(planned, Status.SILENT, null, "");
    }
    if (decision.superseded().contains(stage.id())) {
      return planned.passed() || cameFirst == null
          ? line(planned, Status.PASSED_OVER, null, "")
          : line(planned, Status.SUPERSEDED, null, cameFirst);
    }
    Instant fireAt = planned.fireAt();
    if (decision.due().filter(due -> due.stage().equals(stage)).isPresent()) {
      return line(planned, Status.DUE, now, "");
    }
    boolean unmet = planned.isDue(now) && !stage.when().holds(facts);
    return unmet
        ? new Line(
            stage.id(), stage.label(), Status.UNMET, planned.nominal(), null, planned.movedBy(), "", stage.when())
        : line(planned, fireAt == null ? Status.STANDING : Status.WAITING, fireAt, "");
  }

  private static Line line(
      Planned planned, Status status, @Nullable Instant at, String detail) {
    Stage stage = planned.stage();
    return new Line(
        stage.id(), stage.label(), status, planned.nominal(), at, planned.movedBy(), detail, null);
  }
}
