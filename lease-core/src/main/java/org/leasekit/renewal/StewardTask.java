package org.leasekit.renewal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.escalation.StageAct;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;

/**
 * One piece of work for the steward. A task is no touch; the call or visit it leads to is.
 *
 * @param stage the stage that asked for it; empty when no stage did
 * @param role who has to do it, for example {@code steward}
 * @param assignee the responsible person, their deputy or whoever is on duty; null when there is nobody: whoever
 *     comes first takes it
 * @param closedAt null while open
 * @param outcome null while open
 * @param handling what the assignee has done about it so far
 */
public record StewardTask(
    LessorId lessor,
    TaskId id,
    CaseId renewalCase,
    ContractNo contract,
    Kind kind,
    String stage,
    String role,
    @Nullable StaffId assignee,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable Outcome outcome,
    Handling handling) {

  /** A task for the steward that nobody has looked at. */
  public StewardTask(
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
    this(
        lessor, id, renewalCase, contract, kind, stage, StageAct.Task.STEWARD, assignee, openedAt,
        closedAt, outcome, Handling.NONE);
  }

  /**
   * What has been done about a task.
   *
   * @param acceptedAt when the assignee, whoever that was before, took it on; null before
   * @param snoozedUntil until when it rests; null when it was never put off
   * @param snoozes how often it was put off
   * @param note what came of it, in the words of whoever did it; empty when nothing was said
   */
  public record Handling(
      @Nullable Instant acceptedAt, @Nullable Instant snoozedUntil, int snoozes, String note) {

    /** Nothing has been done. */
    public static final Handling NONE = new Handling(null, null, 0, "");
  }

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
    /** Call the payer about what is overdue. */
    OVERDUE_CALL,
    /** Draft what is to be offered, which the rules could not, or draft it anew where it was refused: price, add-ons, discount. */
    PROPOSAL_DRAFT,
    /** Make the offer, which the rules could not. */
    OFFER,
    /** Approve what is to be offered. */
    APPROVAL,
    /** See to what others have not done. */
    HAND_OVER,
    /** Money came for a renewal that is closed or came to nothing, or at a price that was over: settle it with the tenant. */
    DISPUTED_PAYMENT,
    /** The new deposit is smaller, or a settlement left something over: pay the difference back. */
    DEPOSIT_REFUND,
    /**
     * The master of a contract that was renewed before it ends, or goes on for less long: the contract comes below somebody
     * further up when the master ends, or stands alone, unless somebody decides otherwise before.
     */
    MASTER_NOT_RENEWED,
    /**
     * The tenant leaves: agree on a day, look at the place, take back keys and cards, and open the settlement, which closes
     * this.
     */
    MOVE_OUT;

    /**
     * True when a stage of a policy may ask a role for it. All else the kit asks for itself, when there is something to settle,
     * pay back, finish or decide; approvals and hand-overs are acts of their own.
     */
    public boolean isForStages() {
      return isReminder() || this == OVERDUE_CALL || this == PROPOSAL_DRAFT || this == OFFER;
    }

    /** True when doing the task reaches out to the tenant as a reminder, which silence forbids. */
    public boolean isReminder() {
      return this == CALL || this == VISIT;
    }

    /** True when doing the task changes what is offered, which nobody can once the tenant has paid or signed. */
    public boolean changesOffer() {
      return this == OFFER || this == PROPOSAL_DRAFT;
    }

    /**
     * True when it may be asked for again once it was closed: another price to approve, or to think of when that was refused,
     * other money to settle, a tenant who leaves after all, a half that is missing again when a renewal comes back.
     */
    public boolean recurs() {
      return this == APPROVAL || this == PROPOSAL_DRAFT || this == MOVE_OUT || this == DISPUTED_PAYMENT || this == SIGNATURE_MISSING || this == PAYMENT_MISSING;
    }

    /** True when it stays to be done whatever becomes of the renewal: it is about money, or about a tenant who leaves. */
    public boolean outlivesItsCase() {
      return this == OVERDUE_CALL || this == DISPUTED_PAYMENT || this == DEPOSIT_REFUND || this == MOVE_OUT;
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

  /** True when it is open and does not rest. */
  public boolean isDue(Instant now) {
    Instant rests = handling.snoozedUntil();
    return isOpen() && (rests == null || !now.isBefore(rests));
  }

  /** The task, ended. */
  public StewardTask close(Outcome how, Instant at) {
    return close(how, handling.note(), at);
  }

  /** The task, ended with a word about it. */
  public StewardTask close(Outcome how, String note, Instant at) {
    Handling ended =
        new Handling(handling.acceptedAt(), handling.snoozedUntil(), handling.snoozes(), note);
    return with(assignee, at, how, ended);
  }

  /** The task, taken on by the assignee; once taken on it stays so. */
  public StewardTask accept(Instant at) {
    return accept(null, at);
  }

  /**
   * The task, taken on; once taken on it stays so.
   *
   * @param by who has it from then on; null for the assignee
   */
  public StewardTask accept(@Nullable StaffId by, Instant at) {
    return handling.acceptedAt() != null
        ? this
        : with(
            by == null ? assignee : by,
            closedAt,
            outcome,
            new Handling(at, handling.snoozedUntil(), handling.snoozes(), handling.note()));
  }

  /** The task, put off. */
  public StewardTask snooze(Instant until) {
    return with(
        assignee,
        closedAt,
        outcome,
        new Handling(handling.acceptedAt(), until, handling.snoozes() + 1, handling.note()));
  }

  /** The task in other hands, which have not taken it on yet. */
  public StewardTask assignTo(@Nullable StaffId other) {
    return with(
        other,
        closedAt,
        outcome,
        new Handling(null, handling.snoozedUntil(), handling.snoozes(), handling.note()));
  }

  private StewardTask with(
      @Nullable StaffId who, @Nullable Instant end, @Nullable Outcome how, Handling done) {
    return new StewardTask(
        lessor, id, renewalCase, contract, kind, stage, role, who, openedAt, end, how, done);
  }
}
