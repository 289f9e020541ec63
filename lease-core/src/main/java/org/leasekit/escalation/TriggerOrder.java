package org.leasekit.escalation;

import org.jspecify.annotations.Nullable;

/**
 * Which of two triggers comes first, whatever the calendar. Business days take up at least as many calendar days
 * and, with weekends and the longest holiday, at most twice as many and {@value #LONGEST_HOLIDAY_DAYS} more; where
 * that leaves the order open it is ambiguous.
 */
enum TriggerOrder {
  BEFORE,
  SAME,
  AFTER,
  AMBIGUOUS;

  private static final int LONGEST_HOLIDAY_DAYS = 15;

  /** Calendar days from the anchor, negative before it, both ends inclusive. */
  private record Days(int earliest, int latest) {}

  static TriggerOrder of(Trigger a, Trigger b) {
    if (a.equals(b)) {
      return SAME;
    }
    Long mine = onOneScale(a);
    Long other = onOneScale(b);
    if (mine != null && other != null && a.getClass() == b.getClass()) {
      return mine < other ? BEFORE : AFTER;
    }
    Days first = days(a);
    Days second = days(b);
    if (first == null || second == null) {
      return AMBIGUOUS;
    }
    if (first.equals(second) && first.earliest() == first.latest()) {
      return SAME;
    }
    return first.latest() < second.earliest()
        ? BEFORE
        : second.latest() < first.earliest() ? AFTER : AMBIGUOUS;
  }

  /** The most calendar days that a trigger can lie before its anchor day; zero when it lies after it. */
  static int mostDaysBefore(Trigger trigger) {
    Days days = days(trigger);
    return days == null ? 0 : Math.max(0, -days.earliest());
  }

  /** Of triggers of one kind the one with the smaller value comes first. */
  private static @Nullable Long onOneScale(Trigger trigger) {
    if (trigger instanceof Trigger.DaysBefore before) {
      return -(long) before.days();
    } else if (trigger instanceof Trigger.BusinessDaysBefore before) {
      return -(long) before.days();
    } else if (trigger instanceof Trigger.DaysAfter after) {
      return (long) after.days();
    } else if (trigger instanceof Trigger.BusinessDaysAfter after) {
      return (long) after.days();
    } else if (trigger instanceof Trigger.WorkingTimeAfter after) {
      return after.span().toSeconds();
    } else if (trigger instanceof Trigger.ShareOfTarget share) {
      return (long) share.percent();
    }
    return null;
  }

  private static @Nullable Days days(Trigger trigger) {
    if (trigger instanceof Trigger.DaysBefore before) {
      return new Days(-before.days(), -before.days());
    } else if (trigger instanceof Trigger.DaysAfter after) {
      return new Days(after.days(), after.days());
    } else if (trigger instanceof Trigger.BusinessDaysBefore before) {
      return new Days(-most(before.days()), -before.days());
    } else if (trigger instanceof Trigger.BusinessDaysAfter after) {
      return new Days(after.days(), most(after.days()));
    } else if (trigger instanceof Trigger.WorkingTimeAfter) {
      // the first minute of work may lie anywhere after the anchor
      return new Days(0, Integer.MAX_VALUE);
    }
    return null;
  }

  private static int most(int businessDays) {
    return businessDays == 0 ? 0 : 2 * businessDays + LONGEST_HOLIDAY_DAYS;
  }
}
