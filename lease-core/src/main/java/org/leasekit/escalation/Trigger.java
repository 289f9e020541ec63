package org.leasekit.escalation;

/** What makes a stage due, as the policy says it; a subject's own dates or clock turn it into an instant. */
public sealed interface Trigger {

  /**
   * Before the end of something.
   *
   * @param days calendar days before the anchor day, zero or more
   */
  record DaysBefore(int days) implements Trigger {
    public DaysBefore {
      if (days < 0) {
        throw new IllegalArgumentException("daysBefore: zero or more, but was " + days);
      }
    }
  }

  /**
   * In the course of a target that is measured in working time.
   *
   * @param percent of the target that has elapsed: 100 is the breach, more lies after it; at least 1
   */
  record ShareOfTarget(int percent) implements Trigger {
    public ShareOfTarget {
      if (percent < 1) {
        throw new IllegalArgumentException("percent: at least 1, but was " + percent);
      }
    }
  }
}
