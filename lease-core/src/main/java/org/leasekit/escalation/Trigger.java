package org.leasekit.escalation;

import java.time.Duration;

/**
 * What makes a stage due, as the policy says it; a subject's own dates or clock turn it into an instant. A policy whose stages,
 * repetitions included, lie further away than the ceilings here is refused.
 */
public sealed interface Trigger {

  /** Calendar days and business days from an anchor at most: ten years. */
  int MOST_DAYS = 3_660;

  /** Working time from an anchor or on a clock at most: some five years of work. */
  Duration MOST_WORKING_TIME = Duration.ofHours(10_000);

  /** Share of a target at most, a hundred times its goal. */
  int MOST_PERCENT = 10_000;

  /**
   * The trigger of a repetition.
   *
   * @param by steps in the trigger's own unit: days, business days, per cent, minutes of working time
   * @throws IllegalArgumentException when what lies before an anchor would fall below zero
   */
  Trigger later(int by);

  /**
   * Before the end of something.
   *
   * @param days calendar days before the anchor day, zero or more
   */
  record DaysBefore(int days) implements Trigger {
    public DaysBefore {
      notNegative("daysBefore", days);
    }

    @Override
    public Trigger later(int by) {
      return new DaysBefore(days - by);
    }
  }

  /**
   * After the beginning of something, or after its end.
   *
   * @param days calendar days after the anchor day, zero or more
   */
  record DaysAfter(int days) implements Trigger {
    public DaysAfter {
      notNegative("daysAfter", days);
    }

    @Override
    public Trigger later(int by) {
      return new DaysAfter(days + by);
    }
  }

  /**
   * Before the end of something, on the days that are worked.
   *
   * @param days business days before the anchor day, zero or more; the anchor day itself is not counted
   */
  record BusinessDaysBefore(int days) implements Trigger {
    public BusinessDaysBefore {
      notNegative("businessDaysBefore", days);
    }

    @Override
    public Trigger later(int by) {
      return new BusinessDaysBefore(days - by);
    }
  }

  /**
   * After the anchor, on the days that are worked.
   *
   * @param days business days after the anchor day, zero or more; the anchor day itself is not counted
   */
  record BusinessDaysAfter(int days) implements Trigger {
    public BusinessDaysAfter {
      notNegative("businessDaysAfter", days);
    }

    @Override
    public Trigger later(int by) {
      return new BusinessDaysAfter(days + by);
    }
  }

  /**
   * After the anchor instant, or since a target's clock began to run, counted while somebody works.
   *
   * @param span of working time, zero or more
   */
  record WorkingTimeAfter(Duration span) implements Trigger {
    public WorkingTimeAfter {
      if (span.isNegative()) {
        throw new IllegalArgumentException("workingTimeAfter: zero or more, but was " + span);
      }
    }

    @Override
    public Trigger later(int by) {
      return new WorkingTimeAfter(span.plusMinutes(by));
    }
  }

  /**
   * Before the end of something, counted while somebody works.
   *
   * @param span of working time before the anchor instant, zero or more
   */
  record WorkingTimeBefore(Duration span) implements Trigger {
    public WorkingTimeBefore {
      if (span.isNegative()) {
        throw new IllegalArgumentException("workingTimeBefore: zero or more, but was " + span);
      }
    }

    @Override
    public Trigger later(int by) {
      return new WorkingTimeBefore(span.minusMinutes(by));
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

    @Override
    public Trigger later(int by) {
      return new ShareOfTarget(percent + by);
    }
  }

  private static void notNegative(String name, int days) {
    if (days < 0) {
      throw new IllegalArgumentException(name + ": zero or more, but was " + days);
    }
  }
}
