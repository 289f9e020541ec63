package org.leasekit.renewal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.escalation.StageAct;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;

/**
 * One notice in the outbox, to one address.
 *
 * @param id also the idempotency key towards the gateway: every attempt carries the same one, unless it is part of a digest
 * @param stage the stage that asked for it
 * @param contact where it goes
 * @param attempts made so far
 * @param nextAttemptAt not before this instant; null when no attempt is left to make
 * @param expiresAt from then on nothing is sent: the stage's window has passed
 * @param template name of its text, see {@link NoticeTemplate}
 */
public record Notice(
    LessorId lessor,
    NoticeId id,
    CaseId renewalCase,
    ContractNo contract,
    String stage,
    Contact contact,
    State state,
    int attempts,
    @Nullable Instant nextAttemptAt,
    Instant expiresAt,
    String template) {

  /** A notice with the usual text. */
  public Notice(
      LessorId lessor,
      NoticeId id,
      CaseId renewalCase,
      ContractNo contract,
      String stage,
      Contact contact,
      State state,
      int attempts,
      @Nullable Instant nextAttemptAt,
      Instant expiresAt) {
    this(
        lessor, id, renewalCase, contract, stage, contact, state, attempts, nextAttemptAt, expiresAt,
        StageAct.Notice.REMINDER);
  }

  /** Where a notice stands. */
  public enum State {
    PENDING,
    DELIVERED,
    /** The address is dead, or no attempt is left: the ladder goes on. */
    FAILED,
    /** Silence came first, or the reader is not to be written to there any more. */
    CANCELLED,
    /** A later stage of the same case, or of the same time of being late, has turned to the tenant first. */
    OVERTAKEN,
    /** The person had as many messages as anybody shall have, until the stage's window had passed: the ladder goes on to the next. */
    CAPPED
  }

  public Notice {
    if ((state == State.PENDING) != (nextAttemptAt != null)) {
      throw new IllegalArgumentException("nextAttemptAt: set exactly while pending: " + id);
    }
  }

  /** The notice after an attempt that ended it. */
  public Notice ended(State end, int attemptsMade) {
    return new Notice(
        lessor, id, renewalCase, contract, stage, contact, end, attemptsMade, null, expiresAt,
        template);
  }

  /** The notice after an attempt that is to be repeated. */
  public Notice retryAt(Instant at, int attemptsMade) {
    return new Notice(
        lessor, id, renewalCase, contract, stage, contact, State.PENDING, attemptsMade, at, expiresAt,
        template);
  }
}
