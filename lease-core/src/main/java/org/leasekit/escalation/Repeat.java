package org.leasekit.escalation;

/**
 * A stage that comes again until it has come a number of times. Each repetition is a stage of its own, called by the
 * stage's id, {@code #} and its number from 2 on, and fires at most once.
 *
 * @param every steps from one to the next in the unit of the stage's trigger: days, business days, per cent, minutes
 *     of working time; at least 1, and no more than takes the last one to what {@link Trigger} allows
 * @param times how often it comes in all, at least 2; in a policy at most {@value #MOST_TIMES}
 */
public record Repeat(int every, int times) {

  /** How often a stage of a policy comes at most; a policy that asks for more is refused. */
  public static final int MOST_TIMES = 100;

  public Repeat {
    if (every < 1 || times < 2) {
      throw new IllegalArgumentException(
          "every: at least 1; times: at least 2, but was " + every + ", " + times);
    }
  }
}
