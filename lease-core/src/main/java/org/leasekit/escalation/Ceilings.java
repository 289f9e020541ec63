package org.leasekit.escalation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a policy reaches and how much it repeats at most: beyond what anybody means, and small enough that no document costs
 * more to check than to read.
 *
 * @param path of the stage in its policy, for example {@code stages[1]}
 */
record Ceilings(String policy, String stage, String path) {

  /**
   * What of a stage lies above its ceiling; empty when nothing does. Nothing is built and nothing is added up that could
   * overflow.
   */
  Optional<PolicyRejection> exceeded(
      Trigger trigger, @Nullable Repeat repeat, List<StageAction> actions) {
    if (units(trigger) > most(trigger)) {
      return tooLarge("trigger." + word(trigger), told(trigger, most(trigger)), told(trigger));
    }
    return repeated(trigger, repeat).or(() -> levels(actions));
  }

  private Optional<PolicyRejection> repeated(Trigger trigger, @Nullable Repeat repeat) {
    if (repeat == null) {
      return Optional.empty();
    }
    if (repeat.times() > Repeat.MOST_TIMES) {
      return tooLarge("repeat.times", String.valueOf(Repeat.MOST_TIMES), String.valueOf(repeat.times()));
    }
    long room = (most(trigger) - (countsDown(trigger) ? 0 : units(trigger))) / (repeat.times() - 1);
    return repeat.every() > room
        ? tooLarge("repeat.every", String.valueOf(room), String.valueOf(repeat.every()))
        : Optional.empty();
  }

  private Optional<PolicyRejection> levels(List<StageAction> actions) {
    for (int i = 0; i < actions.size(); i++) {
      StageAction action = actions.get(i);
      String at = "actions[" + i + "].";
      if (action.act() instanceof StageAct.HandOver up && up.levels() > StageAct.HandOver.MOST_LEVELS) {
        return tooLarge(
            at + "handOver.levels", String.valueOf(StageAct.HandOver.MOST_LEVELS), String.valueOf(up.levels()));
      }
      if (action.to() instanceof Addressee.OnCall onCall && onCall.level() > StageAct.HandOver.MOST_LEVELS) {
        return tooLarge(
            at + "to.onCall", String.valueOf(StageAct.HandOver.MOST_LEVELS), String.valueOf(onCall.level()));
      }
    }
    return Optional.empty();
  }

  private Optional<PolicyRejection> tooLarge(String part, String most, String found) {
    return Optional.of(new PolicyRejection.TooLarge(policy, stage, path + "." + part, most, found));
  }

  private static boolean countsDown(Trigger trigger) {
    return trigger instanceof Trigger.DaysBefore
        || trigger instanceof Trigger.BusinessDaysBefore
        || trigger instanceof Trigger.WorkingTimeBefore;
  }

  private static long units(Trigger trigger) {
    if (trigger instanceof Trigger.DaysAfter after) {
      return after.days();
    } else if (trigger instanceof Trigger.BusinessDaysAfter after) {
      return after.days();
    } else if (trigger instanceof Trigger.WorkingTimeAfter after) {
      return after.span().toMinutes();
    } else if (trigger instanceof Trigger.ShareOfTarget share) {
      return share.percent();
    }
    return PolicyChecks.unitsBefore(trigger);
  }

  private static long most(Trigger trigger) {
    if (trigger instanceof Trigger.ShareOfTarget) {
      return Trigger.MOST_PERCENT;
    }
    return isWork(trigger) ? Trigger.MOST_WORKING_TIME.toMinutes() : Trigger.MOST_DAYS;
  }

  private static boolean isWork(Trigger trigger) {
    return trigger instanceof Trigger.WorkingTimeAfter || trigger instanceof Trigger.WorkingTimeBefore;
  }

  private static String told(Trigger trigger) {
    return told(trigger, units(trigger));
  }

  /** In the words in which a document says it. */
  private static String told(Trigger trigger, long units) {
    return isWork(trigger) ? Duration.ofMinutes(units).toString() : String.valueOf(units);
  }

  private static String word(Trigger trigger) {
    if (trigger instanceof Trigger.DaysBefore) {
      return "daysBefore";
    } else if (trigger instanceof Trigger.DaysAfter) {
      return "daysAfter";
    } else if (trigger instanceof Trigger.BusinessDaysBefore) {
      return "businessDaysBefore";
    } else if (trigger instanceof Trigger.BusinessDaysAfter) {
      return "businessDaysAfter";
    } else if (trigger instanceof Trigger.WorkingTimeAfter) {
      return "workingTimeAfter";
    }
    return trigger instanceof Trigger.WorkingTimeBefore ? "workingTimeBefore" : "shareOfTarget";
  }
}
