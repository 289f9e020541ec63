package org.leasekit.escalation;

import java.util.List;
import org.leasekit.party.Channel;

/**
 * One thing a stage does.
 *
 * @param act a notice, a task, a proposal, an offer, an approval, a hand-over
 * @param when condition over the facts at the instant the stage fires
 * @param to whom it reaches
 */
public record StageAction(StageAct act, Condition when, Addressee to) {

  /** An act that reaches whoever the subject belongs to. */
  public StageAction(StageAct act, Condition when) {
    this(act, when, Addressee.SUBJECT);
  }

  /**
   * A reminder on a digital channel, or a task for the steward on a personal one.
   *
   * @param channel preferred channel
   */
  public StageAction(Channel channel, Condition when, Addressee to) {
    this(
        channel.isDigital()
            ? new StageAct.Notice(StageAct.Notice.REMINDER, List.of(channel))
            : new StageAct.Task(StageAct.Task.STEWARD, channel.name()),
        when,
        to);
  }

  /** A reminder or a task that reaches whoever the subject belongs to. */
  public StageAction(Channel channel, Condition when) {
    this(channel, when, Addressee.SUBJECT);
  }

  /** How whoever acts is told: a notice's preferred channel, a visit in person, a call for all else. */
  public Channel channel() {
    if (act instanceof StageAct.Notice notice) {
      return notice.channels().get(0);
    }
    return act.word().equals(Channel.VISIT.name()) ? Channel.VISIT : Channel.CALL;
  }
}
