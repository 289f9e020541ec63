package org.leasekit.renewal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;

/**
 * One piece of work for the steward. A task is no touch; the call or visit it leads to is.
 *
 * @param stage the stage that asked for it; empty when no stage did
 * @param assignee the responsible steward; null when the contract has none: whoever is on duty takes it
 * @param closedAt null while open
 * @param outcome null while open
 */
public record StewardTask(
    LessorId lessor,
    TaskId id,
    CaseId renewalCase,
    ContractNo contract,
    Kind kind,
    String stage,
    @Nullable StaffId assignee,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable Outcome outcome) {

  /** What is to be done. */
  public enum Kind {
    /** Call the tenant about the renewal. */
    CALL,
    /** Go and see the tenant. */
    VISIT,
    /** Paid but not signed: help to finish. */
    SIGNATURE_MISSING,
    /** Signed but not paid: help to finish. */
    PAYMENT_MISSING,
    /** Draft what is to be offered: price, add-ons, discount. */
    PROPOSAL_DRAFT,
    /** Make the offer. */
    OFFER,
    /** Approve what is to be offered. */
    APPROVAL,
    /** See to what others have not done. */
    HAND_OVER,
    /** Money came for a renewal that is closed: settle it with the tenant. */
    DISPUTED_PAYMENT,
    /** The new deposit is smaller: pay the difference back. */
    DEPOSIT_REFUND;

    /** True when doing the task reaches out to the tenant as a reminder, which silence forbids. */
    public boolean isReminder() {
      return this == CALL || this == VISIT;
    }
  }

  /** How a task ended. */
  public enum Outcome {
    DONE,
    /** Settled without it: the tenant paid, signed or declined, or the case closed. */
    OBSOLETE
  }

  public StewardTask {
    if ((closedAt == null) != (outcome == null)) {
      throw new IllegalArgumentException("closedAt and outcome: both or neither: " + id);
    }
  }

  /** True while somebody has to do something. */
  public boolean isOpen() {
    return closedAt == null;
  }

  /** The task, ended. */
  public StewardTask close(Outcome how, Instant at) {
    return new StewardTask(
        lessor, id, renewalCase, contract, kind, stage, assignee, openedAt, at, how);
  }
}
