package org.leasekit.escalation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.Channel;

/**
 * Writes one stage; see {@link PolicyBuilder#stage}. Defaults: no label, for everybody, once. Nothing is there in
 * place of a trigger and of an action: a stage without them is refused.
 */
public final class StageBuilder {
  private final String id;
  private String label = "";
  private @Nullable Trigger trigger;
  private Condition when = Condition.ALWAYS;
  private @Nullable Repeat repeat;
  private final List<StageAction> actions = new ArrayList<>();

  StageBuilder(String id) {
    this.id = id;
  }

  /** What people call it, for example yellow. */
  public StageBuilder label(String name) {
    label = name;
    return this;
  }

  /** Calendar days before the anchor day. */
  public StageBuilder daysBefore(int days) {
    return on(new Trigger.DaysBefore(days));
  }

  /** Calendar days after the anchor day. */
  public StageBuilder daysAfter(int days) {
    return on(new Trigger.DaysAfter(days));
  }

  /** Business days before the anchor day. */
  public StageBuilder businessDaysBefore(int days) {
    return on(new Trigger.BusinessDaysBefore(days));
  }

  /** Business days after the anchor day. */
  public StageBuilder businessDaysAfter(int days) {
    return on(new Trigger.BusinessDaysAfter(days));
  }

  /** A share of a target in per cent. */
  public StageBuilder shareOfTarget(int percent) {
    return on(new Trigger.ShareOfTarget(percent));
  }

  /** Working time after the anchor, or on a target's clock. */
  public StageBuilder workingTimeAfter(Duration span) {
    return on(new Trigger.WorkingTimeAfter(span));
  }

  /** Working time before the anchor. */
  public StageBuilder workingTimeBefore(Duration span) {
    return on(new Trigger.WorkingTimeBefore(span));
  }

  /** What makes it due. */
  public StageBuilder on(Trigger made) {
    trigger = made;
    return this;
  }

  /** Without this it does not fire. */
  public StageBuilder when(Condition condition) {
    when = condition;
    return this;
  }

  /** It comes again every so many units of its trigger, so many times in all. */
  public StageBuilder repeat(int every, int times) {
    repeat = new Repeat(every, times);
    return this;
  }

  /** A message to whoever the subject belongs to. */
  public StageBuilder notice(String template, Channel preferred, Channel... others) {
    List<Channel> channels = new ArrayList<>(List.of(preferred));
    channels.addAll(List.of(others));
    return does(new StageAct.Notice(template, channels));
  }

  /** Work for a person. */
  public StageBuilder task(String role, String work) {
    return does(new StageAct.Task(role, work));
  }

  /** Work for a person about subjects that meet a condition. */
  public StageBuilder task(String role, String work, Condition condition) {
    return does(new StageAction(new StageAct.Task(role, work), condition));
  }

  /** Something for everybody. */
  public StageBuilder does(StageAct act) {
    return does(new StageAction(act, Condition.ALWAYS));
  }

  /** Something. */
  public StageBuilder does(StageAction action) {
    actions.add(action);
    return this;
  }

  PolicyDraft.StageDraft draft() {
    return new PolicyDraft.StageDraft(id, label, trigger, when, actions, repeat);
  }
}
