package org.leasekit.escalation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which of two triggers comes first, whatever the calendar. Business days take up at least as many calendar days
 * and, with weekends and the longest holiday, at most twice as many and {@value #LONGEST_HOLIDAY_DAYS} more. On a business
 * day at least so much is worked as is said, and on any day 24 hours at most. Where that leaves the order open it is
 * ambiguous.
 */
enum TriggerOrder {
  BEFORE,
  SAME,
  AFTER,
  AMBIGUOUS;

  private static final int LONGEST_HOLIDAY_DAYS = 15;

  /** What is worked on a business day at the least where nothing else is known; {@link ShortestDay} knows. */
  static final Duration LEAST_WORKED = Duration.ofHours(4);

  /** Longer than any calendar; what lies beyond has no order by days. */
  private static final int LONGEST_SPAN_DAYS = 1_000_000;

  /** Calendar days from the anchor, negative before it, both ends inclusive. */
  private record Days(int earliest, int latest) {}

  static TriggerOrder of(Trigger a, Trigger b, Duration least) {
    if (a.equals(b)) {
      return SAME;
    }
    Long mine = onOneScale(a);
    Long other = onOneScale(b);
    if (mine != null && other != null && a.getClass() == b.getClass()) {
      return mine < other ? BEFORE : AFTER;
    }
    TriggerOrder byWork = byWork(a, b, least);
    if (byWork != AMBIGUOUS) {
      return byWork;
    }
    Days first = days(a, least);
    Days second = days(b, least);
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
  static int mostDaysBefore(Trigger trigger, Duration least) {
    Days days = days(trigger, least);
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
    } else if (trigger instanceof Trigger.WorkingTimeBefore before) {
      return -before.span().toSeconds();
    } else if (trigger instanceof Trigger.ShareOfTarget share) {
      return (long) share.percent();
    }
    return null;
  }

  private static @Nullable Days days(Trigger trigger, Duration least) {
    if (trigger instanceof Trigger.DaysBefore before) {
      return new Days(-before.days(), -before.days());
    } else if (trigger instanceof Trigger.DaysAfter after) {
      return new Days(after.days(), after.days());
    } else if (trigger instanceof Trigger.BusinessDaysBefore before) {
      return new Days(-most(before.days()), -before.days());
    } else if (trigger instanceof Trigger.BusinessDaysAfter after) {
      return new Days(after.days(), most(after.days()));
    } else if (trigger instanceof Trigger.WorkingTimeAfter after) {
      return new Days(wholeDays(after.span()), Math.max(1, most(workedDays(after.span(), least))));
    } else if (trigger instanceof Trigger.WorkingTimeBefore before) {
      // from the end of the anchor day, at which no work at all is left
      int latest = before.span().isZero() ? 1 : -wholeDays(before.span().minusNanos(1));
      return new Days(-most(workedDays(before.span(), least)), latest);
    }
    return null;
  }

  /** Among working time and business days on one side of the anchor, where calendar days leave more open. */
  private static TriggerOrder byWork(Trigger a, Trigger b, Duration least) {
    if (a instanceof Trigger.WorkingTimeBefore before && b instanceof Trigger.WorkingTimeAfter after) {
      return before.span().isZero() && after.span().isZero() ? SAME : BEFORE;
    } else if (a instanceof Trigger.WorkingTimeAfter && b instanceof Trigger.WorkingTimeBefore) {
      return byWork(b, a, least) == SAME ? SAME : AFTER;
    } else if (a instanceof Trigger.WorkingTimeAfter after && b instanceof Trigger.BusinessDaysAfter days) {
      return days.days() > workedDays(after.span(), least) ? BEFORE : AMBIGUOUS;
    } else if (a instanceof Trigger.BusinessDaysBefore days && b instanceof Trigger.WorkingTimeBefore before) {
      return days.days() > workedDays(before.span(), least) ? BEFORE : AMBIGUOUS;
    } else if (a instanceof Trigger.BusinessDaysAfter && b instanceof Trigger.WorkingTimeAfter
        || a instanceof Trigger.WorkingTimeBefore && b instanceof Trigger.BusinessDaysBefore) {
      return byWork(b, a, least) == BEFORE ? AFTER : AMBIGUOUS;
    }
    return AMBIGUOUS;
  }

  /** Business days on which a span of work is done at the latest; without end where on some of them nobody works. */
  private static int workedDays(Duration span, Duration least) {
    if (span.isZero()) {
      return 0;
    }
    return least.isZero()
        ? LONGEST_SPAN_DAYS
        : within(Math.floorDiv(span.toSeconds() - 1, Math.max(1, least.toSeconds())) + 1);
  }

  /** Calendar days that a span of work takes at the least. */
  private static int wholeDays(Duration span) {
    return within(span.toDays());
  }

  private static int within(long days) {
    return (int) Math.min(days, LONGEST_SPAN_DAYS);
  }

  private static int most(int businessDays) {
    return businessDays == 0 ? 0 : 2 * businessDays + LONGEST_HOLIDAY_DAYS;
  }
}
