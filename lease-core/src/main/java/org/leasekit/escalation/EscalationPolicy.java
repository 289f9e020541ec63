package org.leasekit.escalation;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leasekit.calendar.DayRoll;

/**
 * Stages before an anchor day, as data.
 *
 * @param id name of the policy
 * @param version counts up with each change of the policy
 * @param at time of day at which stages fire
 * @param zone zone of {@code at} and of the anchor day
 * @param roll where a stage goes that falls on a day off
 * @param stages at least one, each at {@link Trigger.DaysBefore}, most days first, no two with the same
 *     days or id
 */
public record EscalationPolicy(
    String id, int version, LocalTime at, ZoneId zone, DayRoll roll, List<Stage> stages) {

  public EscalationPolicy {
    stages = List.copyOf(stages);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("stages: at least one");
    }
    Set<String> ids = new HashSet<>();
    int previous = Integer.MAX_VALUE;
    for (Stage stage : stages) {
      if (!(stage.trigger() instanceof Trigger.DaysBefore)) {
        throw new IllegalArgumentException(
            "stages: " + stage.id() + " has no days before an anchor: " + stage.trigger());
      }
      if (!ids.add(stage.id())) {
        throw new IllegalArgumentException("stages: two are called " + stage.id());
      }
      if (stage.daysBefore() >= previous) {
        throw new IllegalArgumentException(
            "stages: " + stage.id() + " must come closer to the anchor than the one before it");
      }
      previous = stage.daysBefore();
    }
  }

  /** The stage that comes first. */
  public Stage first() {
    return stages.get(0);
  }
}
