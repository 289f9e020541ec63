package org.leasekit.escalation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every policy has to keep, however it was made. */
final class PolicyChecks {

  private PolicyChecks() {}

  static List<Stage> occurrences(List<Stage> stages) {
    if (stages.stream().allMatch(stage -> stage.repeat() == null)) {
      return stages;
    }
    List<Stage> all = new ArrayList<>();
    stages.forEach(stage -> all.addAll(stage.occurrences()));
    return all;
  }

  /** Why the stages have no order in time that everybody agrees on; empty when they have. */
  static Optional<PolicyRejection> order(String policy, List<Stage> stages) {
    if (stages.isEmpty()) {
      return Optional.of(new PolicyRejection.NoStages(policy));
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      Optional<PolicyRejection> exceeded =
          ceilings(policy, stage.id(), i).exceeded(stage.trigger(), stage.repeat(), stage.actions());
      if (exceeded.isPresent()) {
        return exceeded;
      }
      if (!ids.add(stage.id()) || stage.id().contains(Stage.REPETITION)) {
        return Optional.of(new PolicyRejection.DuplicateStage(policy, stage.id()));
      }
      if (repeatsBeyondAnchor(stage)) {
        return Optional.of(new PolicyRejection.RepeatBeyondAnchor(policy, stage.id()));
      }
    }
    List<Stage> all = occurrences(stages);
    for (int i = 1; i < all.size(); i++) {
      Stage earlier = all.get(i - 1);
      Stage later = all.get(i);
      TriggerOrder order = TriggerOrder.of(earlier.trigger(), later.trigger(), TriggerOrder.LEAST_WORKED);
      if (order == TriggerOrder.AFTER) {
        return Optional.of(
            new PolicyRejection.OutOfOrder(policy, later.id(), earlier.id()));
      }
      if (order != TriggerOrder.BEFORE) {
        return Optional.of(
            new PolicyRejection.AmbiguousOrder(policy, later.id(), earlier.id()));
      }
    }
    return Optional.empty();
  }

  static Ceilings ceilings(String policy, String stage, int index) {
    return new Ceilings(policy, stage, "stages[" + index + "]");
  }

  private static boolean repeatsBeyondAnchor(Stage stage) {
    Repeat repeat = stage.repeat();
    if (repeat == null) {
      return false;
    }
    return (long) repeat.every() * (repeat.times() - 1) > unitsBefore(stage.trigger());
  }

  /** How far before its anchor a trigger lies, in its own unit; without end when it lies after it. */
  static long unitsBefore(Trigger trigger) {
    if (trigger instanceof Trigger.DaysBefore before) {
      return before.days();
    } else if (trigger instanceof Trigger.BusinessDaysBefore before) {
      return before.days();
    } else if (trigger instanceof Trigger.WorkingTimeBefore before) {
      return before.span().toMinutes();
    }
    return Long.MAX_VALUE;
  }
}
