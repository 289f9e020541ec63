package org.leasekit.escalation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a policy. A stage always does something: a bare alert is refused.
 *
 * @param id unique in its policy, for example {@code 30}; 1 to 90 characters, stripped, without {@code #}
 * @param label what people call it, for example {@code yellow}; it does nothing and may be empty
 * @param trigger what makes it due
 * @param when condition without which the stage does not fire
 * @param actions at least one, in order; at least one of them without a condition of its own
 * @param repeat how it comes again; null when it comes once
 */
public record Stage(
    String id,
    String label,
    Trigger trigger,
    Condition when,
    List<StageAction> actions,
    @Nullable Repeat repeat) {

  /** Parts a stage's id from the number of a repetition. */
  static final String REPETITION = "#";

  private static final int LONGEST_ID = 90;

  public Stage {
    actions = List.copyOf(actions);
    if (id.isBlank() || id.length() > LONGEST_ID + 10 || !id.equals(id.strip())) {
      throw new IllegalArgumentException("id: 1 to 90 characters, stripped, but was '" + id + "'");
    }
    if (actions.stream().noneMatch(action -> action.when().equals(Condition.ALWAYS))) {
      throw new IllegalArgumentException("actions: stage " + id + " does nothing for somebody");
    }
  }

  /** A stage that comes once for everybody. */
  public Stage(String id, Trigger trigger, List<StageAction> actions) {
    this(id, "", trigger, Condition.ALWAYS, actions, null);
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

  /** Whether it is due at an hour of work, and not on a day. */
  public boolean countsWorkingTime() {
    return trigger instanceof Trigger.WorkingTimeAfter || trigger instanceof Trigger.WorkingTimeBefore;
  }

  /** Whether it comes before what it counts from, and has nothing to say after it. */
  boolean countsBack() {
    return trigger instanceof Trigger.DaysBefore
        || trigger instanceof Trigger.BusinessDaysBefore
        || trigger instanceof Trigger.WorkingTimeBefore;
  }

  /**
   * The stage and its repetitions, each as a stage that comes once.
   *
   * @throws IllegalArgumentException when a repetition would lie beyond the anchor it counts back from
   */
  List<Stage> occurrences() {
    if (repeat == null) {
      return List.of(this);
    }
    List<Stage> all = new ArrayList<>();
    all.add(new Stage(id, label, trigger, when, actions, null));
    for (int number = 2; number <= repeat.times(); number++) {
      Trigger later = trigger.later(repeat.every() * (number - 1));
      all.add(new Stage(id + REPETITION + number, label, later, when, actions, null));
    }
    return all;
  }
}
