package org.leasekit.escalation;

import org.leasekit.party.Channel;

/**
 * One thing a stage does: a notice on a digital channel, or a task for a person on a personal one.
 *
 * @param channel preferred channel; what happens when it is dead is the ladder's business
 * @param when condition over the facts at the instant the stage fires
 * @param to whom it reaches
 */
public record StageAction(Channel channel, Condition when, Addressee to) {

  /** An action that reaches whoever the subject belongs to. */
  public StageAction(Channel channel, Condition when) {
    this(channel, when, Addressee.SUBJECT);
  }
}
