package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Action;
import org.leasekit.access.Actor;
import org.leasekit.contract.Contract;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Payer;
import org.leasekit.party.StaffId;
import org.leasekit.party.Tenant;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.ChannelLadder;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalRejection;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;
import org.leasekit.renewal.Touch;

/** The stewards' work list. */
public final class TaskService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final CaseDesk desk;
  private final Assignment assignment;

  TaskService(
      Stores stores,
      LessorProfile profile,
      InstantSource clock,
      Door door,
      Gate gate,
      CaseDesk desk) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.desk = desk;
    this.assignment = new Assignment(stores, profile);
  }

  /** Every open task, oldest first; empty for whoever has nothing to do with them. */
  public List<StewardTask> open() {
    return stores
        .unitOfWork()
        .required(
            () ->
                gate.ask(Action.DO_TASK).isAccepted()
                    ? stores.tasks().open(profile.lessor())
                    : List.of());
  }

  /**
   * The steward calls or visits: the call is made under the case's lock, so that nobody is called who
   * has paid, signed or declined. The touch is recorded. Where somebody answered, and after a visit, the task is done; a call that
   * nobody answered stays to be made, {@value org.leasekit.renewal.ChannelLadder#CALLS} times in all; after that, or after a
   * dead number, follows a visit. Whose offer waits for approval may be called.
   *
   * @return the touch; rejected when the task is closed or asks for no call, the case is silent, its term has ended, or the result
   *     is one that only messages have
   */
  public Outcome<Touch> recordCall(RecordCall command) {
    return door.check(command)
        .then(
            valid ->
                stores
                    .unitOfWork()
                    .required(
                        () ->
                            call(
                                new TaskId(valid.taskId().strip()),
                                valid,
                                clock.instant())));
  }

  /** Open tasks that do not rest, oldest first; empty for whoever has nothing to do with them. */
  public List<StewardTask> due() {
    Instant now = clock.instant();
    return open().stream().filter(task -> task.isDue(now)).toList();
  }

  /** Closes a task that was done without reaching out to the tenant, with nothing to say about it. */
  public Outcome<StewardTask> done(TaskId id) {
    return done(id, "");
  }

  /**
   * Closes a task that was done without reaching out to the tenant.
   *
   * @param note what came of it; may be empty
   * @return the closed task; rejected when it is closed, pays a deposit back, see {@link #paidBack}, or asks for an approval
   *     that is still to be given or refused, see {@link OfferService#decide}
   */
  public Outcome<StewardTask> done(TaskId id, String note) {
    return change(
        id,
        task ->
            task.kind() == StewardTask.Kind.DEPOSIT_REFUND
                ? Outcome.rejected(new RenewalRejection.NeedsPaymentReference(id))
                : waitsForDecision(task)
                    ? Outcome.rejected(new RenewalRejection.NeedsDecision(id))
                    : Outcome.accepted(task.close(StewardTask.Outcome.DONE, note, clock.instant())));
  }

  private boolean waitsForDecision(StewardTask task) {
    return task.kind() == StewardTask.Kind.APPROVAL
        && stores
            .cases()
            .find(profile.lessor(), task.renewalCase())
            .filter(renewal -> renewal.state() == CaseState.PROPOSED)
            .flatMap(renewal -> stores.proposals().find(profile.lessor(), renewal.id()))
            .filter(proposal -> proposal.approval().state() == Proposal.ApprovalState.PENDING)
            .isPresent();
  }

  /**
   * What a smaller deposit or a settlement left over has been paid back to the tenant: closes the task and takes the money off the books, in
   * one unit of work under the lock of its task, so that it leaves once. For finance.
   *
   * @param reference the bank's reference of the payment; kept with the task and in the journal
   * @return the closed task; rejected when it is closed or asks for something else, or the reference is blank
   */
  public Outcome<StewardTask> paidBack(TaskId id, String reference) {
    return stores.unitOfWork().required(() -> paidBack(id, reference.strip(), clock.instant()));
  }

  private Outcome<StewardTask> paidBack(TaskId id, String reference, Instant now) {
    return open(id, stores.tasks().find(profile.lessor(), id))
        .then(task -> permitted(Action.ADJUST_MONEY, task))
        .then(
            task ->
                task.kind() == StewardTask.Kind.DEPOSIT_REFUND && !reference.isEmpty()
                    ? Outcome.accepted(stores.cases().lock(profile.lessor(), task.renewalCase()))
                    : Outcome.rejected(new RenewalRejection.NeedsPaymentReference(id)))
        // read again under its lock, after that of its case if it has one: somebody may have paid it since
        .then(renewal -> openTask(id).map(task -> paidBack(task, renewal, reference, now)));
  }

  private StewardTask paidBack(
      StewardTask task, Optional<RenewalCase> renewal, String reference, Instant now) {
    JournalEntry entry =
        renewal
            .map(
                each ->
                    Bookkeeping.depositPaidBack(
                        profile.lessor(), task.contract(), each.offer().depositRefund(), reference, now))
            .or(() -> new SettlementRefunds(stores, profile).paidBack(task, reference, now))
            .orElseThrow(() -> new IllegalStateException("task without case: " + task.id()));
    stores.journal().post(List.of(entry));
    return stored(task.close(StewardTask.Outcome.DONE, reference, now));
  }

  /**
   * Whoever asks takes a task on, and has it from then on; taking on what somebody has taken on already changes nothing. The
   * host takes it on for the assignee.
   */
  public Outcome<StewardTask> accept(TaskId id) {
    return accept(id, gate.actor() instanceof Actor.Staff staff ? staff.id() : null);
  }

  private Outcome<StewardTask> accept(TaskId id, @Nullable StaffId by) {
    return change(id, task -> Outcome.accepted(task.accept(by, clock.instant())));
  }

  /**
   * Puts a task off.
   *
   * @param until when it is due again; rejected when that is not in the future or further away than the profile
   *     allows, and when the task was put off as often as it may be
   */
  public Outcome<StewardTask> snooze(TaskId id, Instant until) {
    Instant now = clock.instant();
    Outreach limits = profile.outreach();
    return stores
        .unitOfWork()
        .required(
            () ->
                openTask(id)
                    .then(this::permitted)
                    .then(
                        task ->
                            task.handling().snoozes() >= limits.snoozes()
                                    || !until.isAfter(now)
                                    || until.isAfter(now.plus(limits.longestSnooze()))
                                ? Outcome.rejected(
                                    new RenewalRejection.CannotSnooze(
                                        id, limits.snoozes(), limits.longestSnooze()))
                                : Outcome.accepted(stored(task.snooze(until)))));
  }

  private Outcome<StewardTask> change(TaskId id, Function<StewardTask, Outcome<StewardTask>> how) {
    return stores
        .unitOfWork()
        .required(() -> openTask(id).then(this::permitted).then(how).map(this::stored));
  }

  private StewardTask stored(StewardTask task) {
    stores.tasks().update(task);
    return task;
  }

  /**
   * Gives the open tasks of whoever is away to their deputy, or to whoever is on duty at the level of the task's role; what is
   * nobody's goes to whoever has come on duty. The sweep does it by itself.
   *
   * @return how many changed hands
   */
  int reassign() {
    Instant now = clock.instant();
    int changed = 0;
    for (StewardTask task : assignment.unattended(stores.tasks().open(profile.lessor()), now)) {
      // each on its own: nobody waits for more than one task
      changed += stores.unitOfWork().required(() -> reassign(task.id(), now)) ? 1 : 0;
    }
    return changed;
  }

  private boolean reassign(TaskId id, Instant now) {
    Outcome<StewardTask> open = openTask(id);
    return open.isAccepted() && reassign(open.orElseThrow(), now);
  }

  private boolean reassign(StewardTask task, Instant now) {
    StaffId other = assignment.of(task, now);
    return other != null
        && !other.equals(task.assignee())
        && stores.tasks().update(task.assignTo(other));
  }

  /** The task, locked: a payment may close it, and a colleague take it on, at the same time. */
  private Outcome<StewardTask> openTask(TaskId id) {
    return open(id, stores.tasks().lock(profile.lessor(), id));
  }

  private Outcome<StewardTask> open(TaskId id, Optional<StewardTask> found) {
    return found
        .filter(StewardTask::isOpen)
        .map(Outcome::accepted)
        .orElseGet(
            () ->
                gate.refuse(
                    Action.DO_TASK,
                    found.map(StewardTask::contract).orElse(null),
                    new RenewalRejection.NoSuchTask(id)));
  }

  private Outcome<Touch> call(TaskId id, RecordCall made, Instant now) {
    Optional<StewardTask> listed = stores.tasks().find(profile.lessor(), id);
    if (listed.isEmpty()) {
      return gate.refuse(Action.DO_TASK, null, new RenewalRejection.NoSuchTask(id));
    }
    return permitted(listed.get()).then(task -> called(task, made, now));
  }

  private Outcome<StewardTask> permitted(StewardTask task) {
    return permitted(Action.DO_TASK, task);
  }

  private Outcome<StewardTask> permitted(Action action, StewardTask task) {
    return gate.ask(
            action,
            task.contract(),
            gate.today(),
            new RenewalRejection.NoSuchTask(task.id()))
        .map(allowed -> task);
  }

  private Outcome<Touch> called(StewardTask listed, RecordCall made, Instant now) {
    TaskId id = listed.id();
    if (!listed.kind().isReminder()) {
      return Outcome.rejected(new RenewalRejection.NoSuchTask(id));
    }
    if (!made.result().isOfAPerson()) {
      return Outcome.rejected(new RenewalRejection.NoResultOfACall(id, made.result()));
    }
    RenewalCase renewal =
        stores
            .cases()
            .lock(profile.lessor(), listed.renewalCase())
            .orElseThrow(() -> new IllegalStateException("task without case: " + id));
    // read again under the case's lock: the case may have been settled since
    return openTask(id)
        .then(task -> mayCall(renewal, now).map(open -> touched(task, open, made, now)));
  }

  private static Outcome<RenewalCase> mayCall(RenewalCase renewal, Instant now) {
    if (renewal.isSilent() && renewal.state() != CaseState.PROPOSED) {
      return Outcome.rejected(new RenewalRejection.Silent(renewal.id()));
    }
    // the sweep that lapses the case may come later, the term has ended all the same
    return now.isBefore(renewal.lapsesAt())
        ? Outcome.accepted(renewal)
        : Outcome.rejected(new RenewalRejection.CaseClosed(renewal.id(), CaseState.LAPSED));
  }

  private Touch touched(
      StewardTask task, RenewalCase renewal, RecordCall made, Instant now) {
    Contract contract =
        stores
            .contracts()
            .find(profile.lessor(), task.contract())
            .orElseThrow(() -> new IllegalStateException("no contract of " + task.id()));
    Channel channel =
        task.kind() == StewardTask.Kind.VISIT ? Channel.VISIT : Channel.CALL;
    Touch touch =
        new Touch(
            task.lessor(),
            task.renewalCase(),
            0,
            task.contract(),
            now,
            task.stage(),
            channel,
            recipient(contract, channel, made.whom()),
            made.result(),
            made.whom());
    stores.cases().addTouch(touch);
    boolean called = channel == Channel.CALL && made.result() != Touch.Result.ANSWERED;
    boolean hopeless = made.result() == Touch.Result.DEAD || calls(task) >= ChannelLadder.CALLS;
    if (!called || hopeless) {
      stores.tasks().update(task.close(StewardTask.Outcome.DONE, now));
    }
    if (called && hopeless) {
      desk.openTask(renewal, StewardTask.Kind.VISIT, task.stage(), task.assignee(), now);
    }
    return touch;
  }

  /** How often somebody was called for a task's stage since it was asked for. */
  private long calls(StewardTask task) {
    return stores.contractRecords().touches(profile.lessor(), task.contract()).stream()
        .filter(touch -> touch.renewalCase().equals(task.renewalCase()) && touch.channel() == Channel.CALL)
        .filter(touch -> touch.stage().equals(task.stage()) && !touch.at().isBefore(task.openedAt()))
        .count();
  }

  private String recipient(Contract contract, Channel channel, PartyRole whom) {
    Optional<String> phone =
        DeadContacts.phones(stores, contract).stream()
            .filter(contact -> contact.owner() == whom)
            .map(Contact::address)
            .findFirst();
    return phone
        .filter(number -> channel == Channel.CALL)
        .or(() -> name(contract, whom))
        .orElse(contract.no().value());
  }

  private Optional<String> name(Contract contract, PartyRole whom) {
    return switch (whom) {
      case TENANT -> stores.tenants().find(profile.lessor(), contract.tenant()).map(Tenant::name);
      case PAYER -> Optional.ofNullable(contract.payer()).map(Payer::name);
      case OCCUPANT ->
          Optional.ofNullable(contract.occupant()).map(Occupant::name).filter(name -> !name.isBlank());
    };
  }
}
