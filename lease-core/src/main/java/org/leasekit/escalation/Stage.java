package org.leasekit.escalation;

import java.util.List;

/**
 * One stage of a policy. A stage always does something: a bare alert is refused.
 *
 * @param id unique in its policy, for example {@code 30}
 * @param trigger what makes it due
 * @param actions at least one, in order; at least one of them without a condition
 */
public record Stage(String id, Trigger trigger, List<StageAction> actions) {

  public Stage {
    actions = List.copyOf(actions);
    if (actions.stream().noneMatch(action -> action.when().equals(Condition.ALWAYS))) {
      throw new IllegalArgumentException("actions: stage " + id + " does nothing for somebody");
    }
  }

  /**
   * A stage that counts back from an anchor day.
   *
   * @param daysBefore calendar days before the anchor, zero or more
   */
  public Stage(String id, int daysBefore, List<StageAction> actions) {
    this(id, new Trigger.DaysBefore(daysBefore), actions);
  }

  /**
   * Calendar days before the anchor.
   *
   * @throws IllegalStateException when the stage counts in something else
   */
  public int daysBefore() {
    if (trigger instanceof Trigger.DaysBefore before) {
      return before.days();
    }
    throw new IllegalStateException("stage " + id + " has no days before an anchor: " + trigger);
  }
}
