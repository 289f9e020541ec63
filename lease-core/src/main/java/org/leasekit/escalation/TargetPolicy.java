package org.leasekit.escalation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stages in the course of a target that is measured in working time, as data.
 *
 * @param id name of the policy
 * @param version counts up with each change of the policy
 * @param stages each at a {@link Trigger.ShareOfTarget}, smallest share first, no two with the same share
 *     or id; none when nothing is to be escalated
 */
public record TargetPolicy(String id, int version, List<Stage> stages) {

  public TargetPolicy {
    stages = List.copyOf(stages);
    Set<String> ids = new HashSet<>();
    int previous = 0;
    for (Stage stage : stages) {
      if (!ids.add(stage.id())) {
        throw new IllegalArgumentException("stages: two are called " + stage.id());
      }
      int percent = percent(stage);
      if (percent <= previous) {
        throw new IllegalArgumentException(
            "stages: " + stage.id() + " must come later than the one before it");
      }
      previous = percent;
    }
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
