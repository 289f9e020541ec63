package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.StageAct;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.AddOnLine;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalRejection;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;

/**
 * One step of a case: locks it, asks the core, stores the answer with all that follows from it. Joins
 * the caller's unit of work.
 */
final class CaseDesk {
  private final Stores stores;
  private final LessorProfile profile;
  private final Succession succession;
  private final Assignment assignment;

  CaseDesk(Stores stores, LessorProfile profile, Succession succession) {
    this.stores = stores;
    this.profile = profile;
    this.succession = succession;
    this.assignment = new Assignment(stores, profile);
  }

  /**
   * Takes what the renewals of cases need before any contract is locked, when several are renewed or a contract is going to
   * be locked before the step is taken.
   */
  void lockForSuccession(Collection<RenewalCase> renewals) {
    succession.lock(renewals);
  }

  /** Locks a case and takes one step; a rejected step stores nothing. */
  Outcome<RenewalCase> step(
      CaseId id, Instant now, Function<RenewalCase, Outcome<RenewalCase>> decide) {
    return stores
        .cases()
        .lock(profile.lessor(), id)
        .map(before -> decide.apply(before).then(after -> store(before, after, now)))
        .orElseGet(() -> Outcome.rejected(new RenewalRejection.NoSuchCase(id)));
  }

  /** Stores a changed case with what follows from it: the successor, tasks that are settled. */
  Outcome<RenewalCase> store(RenewalCase before, RenewalCase after, Instant now) {
    if (after.equals(before)) {
      return Outcome.accepted(after);
    }
    if (after.state() == CaseState.RENEWED && before.state() != CaseState.RENEWED) {
      Outcome<Contract> successor = succession.succeed(after, now);
      if (!successor.isAccepted()) {
        return Outcome.rejected(successor.rejection());
      }
    }
    RenewalCase next = after.state().isClosed() ? after : after.wakeAt(wakeOf(after, now));
    stores.cases().update(next);
    closeSettledTasks(next, now);
    if (next.state() == CaseState.DECLINED) {
      giveBackAddOns(next);
    }
    if (next.state() == CaseState.RENEWED && next.offer().depositRefund().isPositive()) {
      openTaskOf(next, StewardTask.Kind.DEPOSIT_REFUND, StageAct.Task.FINANCE, now);
    }
    return Outcome.accepted(next.withVersion(next.version() + 1));
  }

  /** The id of the one task of a kind and stage that a case can have; the stage may be empty. */
  static TaskId taskId(CaseId id, StewardTask.Kind kind, String stage) {
    return new TaskId(id + ":" + kind + (stage.isEmpty() ? "" : ":" + stage));
  }

  /** Opens a task for the steward once; its id is made from the case, the kind and the stage. */
  void openTask(
      RenewalCase renewal,
      StewardTask.Kind kind,
      String stage,
      @Nullable StaffId steward,
      Instant now) {
    String role = StageAct.Task.STEWARD;
    openTask(renewal, kind, stage, role, assignment.of(role, steward, now), now);
  }

  /** Opens a task that no stage asks for, once, for whoever of a role is on duty. */
  void openTaskOf(RenewalCase renewal, StewardTask.Kind kind, String role, Instant now) {
    openTask(renewal, kind, "", role, assignment.of(role, null, now), now);
  }

  /** Opens a task for a role once. */
  void openTask(
      RenewalCase renewal,
      StewardTask.Kind kind,
      String stage,
      String role,
      @Nullable StaffId assignee,
      Instant now) {
    stores
        .tasks()
        .add(
            new StewardTask(
                renewal.lessor(),
                taskId(renewal.id(), kind, stage),
                renewal.id(),
                renewal.contract(),
                kind,
                stage,
                role,
                assignee,
                now,
                null,
                null,
                StewardTask.Handling.NONE));
  }

  /** A silent case wakes when the steward is to help or the term ends; any other keeps its hour. */
  private Instant wakeOf(RenewalCase renewal, Instant now) {
    Instant wake = renewal.lapsesAt();
    if (renewal.isHalfFinished()) {
      Instant help = now.plus(profile.halfFinishedAfter());
      return help.isBefore(wake) ? help : wake;
    }
    Instant planned = renewal.nextDueAt();
    return planned == null || renewal.isSilent() ? wake : planned;
  }

  /** The add-ons of a case that came to nothing, or whose successor has ended, are there for others. */
  void giveBackAddOns(RenewalCase renewal) {
    for (AddOnLine line : renewal.offer().addOns()) {
      stores.offerExtras().take(profile.lessor(), line.id(), -line.quantity());
    }
  }

  private void closeSettledTasks(RenewalCase renewal, Instant now) {
    if (!renewal.isSilent()) {
      return;
    }
    List<StewardTask> open = stores.tasks().openOfCase(profile.lessor(), renewal.id());
    for (StewardTask task : open) {
      boolean settled = task.kind().isReminder() || renewal.state() == CaseState.RENEWED;
      if (settled && task.kind() != StewardTask.Kind.DISPUTED_PAYMENT) {
        stores.tasks().update(task.close(StewardTask.Outcome.OBSOLETE, now));
      }
    }
  }
}
