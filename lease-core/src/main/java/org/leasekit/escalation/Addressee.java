package org.leasekit.escalation;

/** Whom an action of a stage is about to reach. */
public sealed interface Addressee {

  /** Whoever the subject belongs to: the tenant of a renewal. */
  Addressee SUBJECT = new Subject();

  /** Whoever the subject belongs to. */
  record Subject() implements Addressee {}

  /**
   * Whoever is on duty at a level of the on-call chain; with nobody there, the next level up.
   *
   * @param level zero or more; higher is further up; in a policy at most {@link StageAct.HandOver#MOST_LEVELS}
   */
  record OnCall(int level) implements Addressee {
    public OnCall {
      if (level < 0) {
        throw new IllegalArgumentException("level: zero or more, but was " + level);
      }
    }
  }
}
