package org.leasekit.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Stages in the course of a target that is measured in working time, as data.
 *
 * @param id name of the policy
 * @param version counts up with each change of the policy
 * @param stages each at a {@link Trigger.ShareOfTarget}, or each at a {@link Trigger.WorkingTimeAfter} the start of the target's
 *     clock, smallest first, no two at the same or with the same id; none when nothing is to be escalated
 */
public record TargetPolicy(String id, int version, List<Stage> stages) implements Policy {

  /** @throws IllegalArgumentException when the stages make no sense, with the reason */
  public TargetPolicy {
    stages = List.copyOf(stages);
    stages.forEach(TargetPolicy::onAClock);
    if (!stages.isEmpty()) {
      PolicyChecks.order(id, stages)
          .ifPresent(
              refusal -> {
                throw new IllegalArgumentException("stages: " + refusal.message(Locale.ENGLISH));
              });
    }
  }

  /** Stages and repetitions in order of time, each as a stage that comes once. */
  public List<Stage> occurrences() {
    return PolicyChecks.occurrences(stages);
  }

  /**
   * At which share of the target a stage, or one of its repetitions, is due; empty when the policy has none of that id, or it
   * counts working time.
   *
   * @param id as it is recorded of a stage that fired
   */
  public OptionalInt shareOf(String id) {
    return occurrences().stream()
        .filter(stage -> stage.id().equals(id) && stage.trigger() instanceof Trigger.ShareOfTarget)
        .mapToInt(stage -> ((Trigger.ShareOfTarget) stage.trigger()).percent())
        .findFirst();
  }

  /** When one of these stages is due; empty when the clock stands before it. */
  static Optional<Instant> due(Stage stage, SharesReached clock) {
    return onAClock(stage) instanceof Trigger.ShareOfTarget share
        ? clock.at(share.percent())
        : clock.elapsed(((Trigger.WorkingTimeAfter) stage.trigger()).span());
  }

  private static Trigger onAClock(Stage stage) {
    Trigger trigger = stage.trigger();
    if (trigger instanceof Trigger.ShareOfTarget || trigger instanceof Trigger.WorkingTimeAfter) {
      return trigger;
    }
    throw new IllegalArgumentException(
        "stages: " + stage.id() + " has no share of a target and no working time on its clock: " + trigger);
  }
}
