package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.StageAct;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalRejection;
import org.leasekit.renewal.Renewals;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;

/**
 * One step of a case: locks it, asks the core, stores the answer with all that follows from it. Joins
 * the caller's unit of work.
 */
final class CaseDesk {
  private static final String WAITING = ":waiting";

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
    return step(id, now, decide, () -> Outcome.rejected(new RenewalRejection.NoSuchCase(id)));
  }

  /**
   * The same.
   *
   * @param missing says that there is no such case
   */
  Outcome<RenewalCase> step(
      CaseId id,
      Instant now,
      Function<RenewalCase, Outcome<RenewalCase>> decide,
      Supplier<Outcome<RenewalCase>> missing) {
    return stores
        .cases()
        .lock(profile.lessor(), id)
        .map(before -> decide.apply(before).then(after -> store(before, after, now)))
        .orElseGet(missing);
  }

  /** Takes a case up again that was superseded, as it was left, its early bird's window and its approval included. */
  Outcome<RenewalCase> reopen(CaseId id, Instant now) {
    return step(id, now, renewal -> Outcome.accepted(reopened(renewal, now)));
  }

  private RenewalCase reopened(RenewalCase renewal, Instant now) {
    Optional<Proposal> proposal = stores.proposals().find(profile.lessor(), renewal.id());
    RenewalCase again =
        Renewals.reopen(
            renewal,
            proposal.map(Proposal::isCleared).orElse(true),
            new OfferSeen(stores).isTold(renewal),
            now);
    if (again.equals(renewal) || again.state().isClosed()) {
      return again;
    }
    // the sweep of offers has forgotten the window while there was nothing to renew
    proposal
        .filter(Proposal::isEarly)
        .ifPresent(early -> stores.proposals().update(early.wakeAt(early.earlyUntil())));
    proposal
        .filter(each -> each.approval().state() == Proposal.ApprovalState.PENDING)
        .ifPresent(
            each -> openTaskOf(again, StewardTask.Kind.APPROVAL, StageAct.Task.SUPERVISOR, now));
    if (!again.isSilent()) {
      tellAfterAll(again, now);
    }
    return again;
  }

  /**
   * What the last stage had to say, and nobody was told because there was nothing to renew, goes out after all while the stage's
   * window lasts; afterwards the steward calls.
   */
  private void tellAfterAll(RenewalCase renewal, Instant now) {
    List<Notice> written = stores.outbox().ofCase(profile.lessor(), renewal.id());
    stores.cases().fired(profile.lessor(), renewal.id()).stream()
        .max(Comparator.comparing(Fired::at))
        .ifPresent(
            last -> {
              List<Notice> mine =
                  written.stream().filter(notice -> notice.stage().equals(last.stage())).toList();
              boolean untold =
                  mine.stream().allMatch(notice -> notice.state() == Notice.State.CANCELLED);
              if (untold && !mine.isEmpty()) {
                tellAfterAll(renewal, mine.get(mine.size() - 1), now);
              }
            });
  }

  private void tellAfterAll(RenewalCase renewal, Notice cancelled, Instant now) {
    if (cancelled.expiresAt().isAfter(now)) {
      stores
          .outbox()
          .lock(profile.lessor(), cancelled.id())
          .filter(notice -> notice.state() == Notice.State.CANCELLED)
          .ifPresent(notice -> stores.outbox().update(notice.retryAt(now, notice.attempts())));
    } else {
      openTask(renewal, StewardTask.Kind.CALL, cancelled.stage(), steward(renewal), now);
    }
  }

  /** Stores a changed case with what follows from it: the successor, tasks that are settled. */
  Outcome<RenewalCase> store(RenewalCase before, RenewalCase after, Instant now) {
    if (after.equals(before)) {
      return Outcome.accepted(after);
    }
    return after.state() == CaseState.RENEWED
        ? succession
            .succeed(after, now)
            .map(
                succeeded -> {
                  tellOf(succeeded.unfit(), now);
                  return stored(before, Renewals.refunding(after, succeeded.refund()), now);
                })
        : Outcome.accepted(stored(before, after, now));
  }

  private RenewalCase stored(RenewalCase before, RenewalCase after, Instant now) {
    RenewalCase next = after.state().isClosed() ? after : after.wakeAt(wakeOf(after, now));
    stores.cases().update(next);
    closeSettledTasks(next, now);
    disputeMoney(next, now);
    // a no that holds again was followed when it was said
    if (next.state() == CaseState.DECLINED && before.state() != CaseState.SUPERSEDED) {
      giveBackAddOns(next);
      moveOut(next, now);
      tellOf(succession.waitingBelow(next.contract()), now);
    }
    if (next.state() == CaseState.RENEWED && next.offer().depositRefund().isPositive()) {
      openTaskOf(next, StewardTask.Kind.DEPOSIT_REFUND, StageAct.Task.FINANCE, now);
    }
    return next.withVersion(next.version() + 1);
  }

  /** Whether the contract that a case would make has a place, as far as that is known. */
  Outcome<RenewalCase> fits(RenewalCase renewal) {
    return succession.fits(renewal);
  }

  /** The master of these renewed contracts does not go on as they do: their stewards are told. */
  void tellOf(List<Contract> subs, Instant now) {
    for (Contract sub : subs) {
      new Tenancies(stores, profile.lessor())
          .origin(sub)
          .flatMap(id -> stores.cases().find(profile.lessor(), id))
          .ifPresent(
              renewal ->
                  openTask(renewal, StewardTask.Kind.MASTER_NOT_RENEWED, "", sub.steward(), now));
    }
  }

  /** What was paid for a case that came to nothing, in part or in full, is settled with the tenant by a person. */
  void disputeMoney(RenewalCase renewal, Instant now) {
    boolean cameToNothing = renewal.state().isClosed() && renewal.state() != CaseState.RENEWED;
    if (cameToNothing
        && stores.payments().byReference(profile.lessor(), renewal.id().value()).stream()
            .anyMatch(payment -> payment.unapplied().isPositive())) {
      openTask(renewal, StewardTask.Kind.DISPUTED_PAYMENT, "", steward(renewal), now);
    }
  }

  /** The id of a case's so many-th task of a kind that no stage asks for; the first is number 1. */
  static TaskId taskId(CaseId id, StewardTask.Kind kind, int number) {
    return new TaskId(id + ":" + kind + (number == 1 ? "" : ":" + number));
  }

  /**
   * The id of a task that a stage asks for: it asks each role for a kind of work once, and hands over to each level once.
   *
   * @param whose as {@link #whose} says
   */
  static TaskId taskId(CaseId id, StewardTask.Kind kind, String stage, String whose) {
    // a colon in the name of a stage is none between stage and role
    return new TaskId(id + ":" + kind + ":" + stage.replace("%", "%25").replace(":", "%3A") + whose);
  }

  /** What tells the tasks of one kind apart that a stage asks for; empty for the steward's, and for those of the next level. */
  static String whose(StageAct act) {
    return act instanceof StageAct.HandOver handOver
        ? handOver.levels() == 1 ? "" : ":+" + handOver.levels()
        : whose(role(act));
  }

  private static String whose(String role) {
    return role.equals(StageAct.Task.STEWARD) ? "" : ":" + role;
  }

  /** Who does what an act asks for; of what goes up the chain, from whom on. */
  static String role(StageAct act) {
    return act instanceof StageAct.Task task ? task.role() : StageAct.Task.STEWARD;
  }

  /** The id under which a task can be opened now; that of an open one when it need not be opened again. */
  private TaskId nextId(CaseId id, StewardTask.Kind kind, String stage, String whose) {
    if (!stage.isEmpty()) {
      return taskId(id, kind, stage, whose);
    }
    int number = 1;
    while (kind.recurs() && isClosed(taskId(id, kind, number))) {
      number++;
    }
    return taskId(id, kind, number);
  }

  private boolean isClosed(TaskId id) {
    return stores.tasks().find(profile.lessor(), id).filter(task -> !task.isOpen()).isPresent();
  }

  /** Opens a task for the steward, as {@link #openTask(RenewalCase, StewardTask.Kind, String, String, StaffId, Instant)}. */
  void openTask(
      RenewalCase renewal,
      StewardTask.Kind kind,
      String stage,
      @Nullable StaffId steward,
      Instant now) {
    String role = StageAct.Task.STEWARD;
    openTask(renewal, kind, stage, role, assignment.of(role, steward, now), now);
  }

  /** Opens a task that no stage asks for, for whoever of a role is on duty. */
  void openTaskOf(RenewalCase renewal, StewardTask.Kind kind, String role, Instant now) {
    openTask(renewal, kind, "", role, assignment.of(role, null, now), now);
  }

  /**
   * Opens a task for a role: once for a stage, and once for all where no stage asks for it, but for kinds that recur, of
   * which a case has one open at most. A visit takes the place of a call where calls have found every number dead.
   */
  void openTask(
      RenewalCase renewal,
      StewardTask.Kind kind,
      String stage,
      String role,
      @Nullable StaffId assignee,
      Instant now) {
    StewardTask.Kind possible = possible(renewal, kind);
    TaskId id = nextId(renewal.id(), possible, stage, whose(role));
    add(renewal, id, possible, stage, role, assignee, now);
  }

  /** Opens the task that an act of a stage asks for, once for each role and level. */
  void openTask(RenewalCase renewal, StageAct act, String stage, @Nullable StaffId assignee, Instant now) {
    StewardTask.Kind kind = possible(renewal, StewardTask.Kind.valueOf(act.word()));
    add(renewal, taskId(renewal.id(), kind, stage, whose(act)), kind, stage, role(act), assignee, now);
  }

  /** Opens a task that a stage asks for which cannot speak, because its offer waits for approval; beside those of its acts. */
  void openWaiting(
      RenewalCase renewal,
      StewardTask.Kind kind,
      String stage,
      String role,
      @Nullable StaffId assignee,
      Instant now) {
    StewardTask.Kind possible = possible(renewal, kind);
    add(renewal, taskId(renewal.id(), possible, stage, WAITING), possible, stage, role, assignee, now);
  }

  /** Closes the open tasks of a case that are about an offer which waited for approval, as far as they are of some kinds. */
  void closeWaiting(RenewalCase renewal, Set<StewardTask.Kind> kinds, StewardTask.Outcome how, Instant now) {
    for (StewardTask listed : stores.tasks().openOfCase(profile.lessor(), renewal.id())) {
      boolean reaches = listed.kind().isReminder() || listed.kind() == StewardTask.Kind.HAND_OVER;
      if (kinds.contains(listed.kind()) && (!reaches || listed.id().value().endsWith(WAITING))) {
        close(listed.id(), how, now);
      }
    }
  }

  /** The tenant leaves: somebody is to take the place back, unless that is being settled already. */
  void moveOut(RenewalCase renewal, Instant now) {
    if (stores.settlements().find(profile.lessor(), renewal.contract()).isEmpty()) {
      openTask(renewal, StewardTask.Kind.MOVE_OUT, "", steward(renewal), now);
    }
  }

  /** Nobody has to take a place back any more: the lease goes on, or its settlement sees to it. */
  void endMoveOut(ContractNo contract, StewardTask.Outcome how, Instant now) {
    for (RenewalCase renewal : stores.contractRecords().cases(profile.lessor(), contract)) {
      stores.tasks().openOfCase(profile.lessor(), renewal.id()).stream()
          .filter(task -> task.kind() == StewardTask.Kind.MOVE_OUT)
          .forEach(task -> close(task.id(), how, now));
    }
  }

  /** The lease ends as it did before somebody meant to go on: who had declined leaves after all. */
  void moveOutAgain(CaseId id, Instant now) {
    stores
        .cases()
        .find(profile.lessor(), id)
        .filter(renewal -> renewal.state() == CaseState.DECLINED)
        .ifPresent(renewal -> moveOut(renewal, now));
  }

  /** Who is responsible for the contract of a case. */
  @Nullable StaffId steward(RenewalCase renewal) {
    return stores
        .contracts()
        .find(profile.lessor(), renewal.contract())
        .orElseThrow(() -> new IllegalStateException("no contract of " + renewal.id()))
        .steward();
  }

  /** A visit takes the place of a call where there is no number left that anybody has answered or might. */
  private StewardTask.Kind possible(RenewalCase renewal, StewardTask.Kind kind) {
    return kind == StewardTask.Kind.CALL
            && stores
                .contracts()
                .find(renewal.lessor(), renewal.contract())
                .filter(contract -> DeadContacts.areAllPhonesDead(stores, contract))
                .isPresent()
        ? StewardTask.Kind.VISIT
        : kind;
  }

  private void add(
      RenewalCase renewal,
      TaskId id,
      StewardTask.Kind kind,
      String stage,
      String role,
      @Nullable StaffId assignee,
      Instant now) {
    stores
        .tasks()
        .add(
            new StewardTask(
                renewal.lessor(), id, renewal.id(), renewal.contract(), kind, stage, role, assignee, now, null, null,
                StewardTask.Handling.NONE));
  }

  /** A silent case wakes when the steward is to help or the term ends; any other, and one that waits for approval, keeps its hour. */
  private Instant wakeOf(RenewalCase renewal, Instant now) {
    Instant wake = renewal.lapsesAt();
    if (renewal.isHalfFinished()) {
      Instant help = now.plus(profile.halfFinishedAfter());
      return help.isBefore(wake) ? help : wake;
    }
    Instant planned = renewal.nextDueAt();
    boolean sleeps = renewal.isSilent() && renewal.state() != CaseState.PROPOSED;
    return planned == null || sleeps ? wake : planned;
  }

  /** The add-ons of a case that came to nothing, or whose successor has ended, are there for others. */
  void giveBackAddOns(RenewalCase renewal) {
    new AddOnStock(stores, profile).giveBack(renewal);
  }

  /** Closes the open tasks of a case that is settled or silent, which the caller has locked. */
  void closeSettledTasks(RenewalCase renewal, Instant now) {
    if (!renewal.isSilent()) {
      return;
    }
    for (StewardTask listed : stores.tasks().openOfCase(profile.lessor(), renewal.id())) {
      if (isSettled(renewal, listed.kind())) {
        close(listed.id(), StewardTask.Outcome.OBSOLETE, now);
      }
    }
  }

  private static boolean isSettled(RenewalCase renewal, StewardTask.Kind kind) {
    return renewal.state().isClosed()
        ? !kind.outlivesItsCase()
        : kind.isReminder() || renewal.isHalfFinished() && kind.changesOffer();
  }

  /** Locked and read again, so that what somebody has noted about it meanwhile is kept. */
  private void close(TaskId id, StewardTask.Outcome how, Instant now) {
    stores
        .tasks()
        .lock(profile.lessor(), id)
        .filter(StewardTask::isOpen)
        .ifPresent(task -> stores.tasks().update(task.close(how, now)));
  }
}
