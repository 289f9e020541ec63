package org.leasekit.escalation;

import java.util.List;

/**
 * One stage of a policy. A stage always does something: a bare alert is refused.
 *
 * @param id unique in its policy, for example {@code 30}
 * @param daysBefore calendar days before the anchor, zero or more
 * @param actions at least one, in order; at least one of them without a condition
 */
public record Stage(String id, int daysBefore, List<StageAction> actions) {

  public Stage {
    actions = List.copyOf(actions);
    if (daysBefore < 0) {
      throw new IllegalArgumentException("daysBefore: zero or more, but was " + daysBefore);
    }
    if (actions.stream().noneMatch(action -> action.when().equals(Condition.ALWAYS))) {
      throw new IllegalArgumentException("actions: stage " + id + " does nothing for somebody");
    }
  }
}
