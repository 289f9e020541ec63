package org.leasekit.escalation;

import java.util.List;
import java.util.Locale;

/**
 * Stages in the course of a target that is measured in working time, as data.
 *
 * @param id name of the policy
 * @param version counts up with each change of the policy
 * @param stages each at a {@link Trigger.ShareOfTarget}, smallest share first, no two with the same share
 *     or id; none when nothing is to be escalated
 */
public record TargetPolicy(String id, int version, List<Stage> stages) implements Policy {

  /** @throws IllegalArgumentException when the stages make no sense, with the reason */
  public TargetPolicy {
    stages = List.copyOf(stages);
    stages.forEach(TargetPolicy::percent);
    if (!stages.isEmpty()) {
      PolicyChecks.order(id, stages)
          .ifPresent(
              refusal -> {
                throw new IllegalArgumentException("stages: " + refusal.message(Locale.ENGLISH));
              });
    }
  }

  /** Stages and repetitions in order of time. */
  List<Stage> occurrences() {
    return PolicyChecks.occurrences(stages);
  }

  /** The share of the target at which one of these stages is due. */
  static int percent(Stage stage) {
    if (stage.trigger() instanceof Trigger.ShareOfTarget share) {
      return share.percent();
    }
    throw new IllegalArgumentException(
        "stages: " + stage.id() + " has no share of a target: " + stage.trigger());
  }
}
