package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.leasekit.access.Action;
import org.leasekit.contract.Contract;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.Tenant;
import org.leasekit.port.Stores;
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
   * has paid, signed or declined. The touch is recorded and the task done; after a dead number follows a
   * visit.
   *
   * @return the touch; rejected when the task is closed or asks for no call, or the case is silent
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
                                valid.result(),
                                clock.instant())));
  }

  /** Closes a task that was done without reaching out to the tenant. */
  public Outcome<StewardTask> done(TaskId id) {
    return stores
        .unitOfWork()
        .required(
            () ->
                openTask(id)
                    .then(this::permitted)
                    .map(
                        task -> {
                          StewardTask done =
                              task.close(StewardTask.Outcome.DONE, clock.instant());
                          stores.tasks().update(done);
                          return done;
                        }));
  }

  private Outcome<StewardTask> openTask(TaskId id) {
    return stores
        .tasks()
        .find(profile.lessor(), id)
        .filter(StewardTask::isOpen)
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.rejected(new RenewalRejection.NoSuchTask(id)));
  }

  private Outcome<Touch> call(TaskId id, Touch.Result result, Instant now) {
    Optional<StewardTask> listed = stores.tasks().find(profile.lessor(), id);
    if (listed.isEmpty()) {
      return Outcome.rejected(new RenewalRejection.NoSuchTask(id));
    }
    return permitted(listed.get()).then(task -> called(task, result, now));
  }

  private Outcome<StewardTask> permitted(StewardTask task) {
    return gate.ask(
            Action.DO_TASK,
            task.contract(),
            gate.today(),
            new RenewalRejection.NoSuchTask(task.id()))
        .map(allowed -> task);
  }

  private Outcome<Touch> called(StewardTask listed, Touch.Result result, Instant now) {
    TaskId id = listed.id();
    RenewalCase renewal =
        stores
            .cases()
            .lock(profile.lessor(), listed.renewalCase())
            .orElseThrow(() -> new IllegalStateException("task without case: " + id));
    // read again under the case's lock: the case may have been settled since
    return openTask(id)
        .then(
            task ->
                !task.kind().isReminder()
                    ? Outcome.rejected(new RenewalRejection.NoSuchTask(id))
                    : renewal.isSilent()
                        ? Outcome.rejected(new RenewalRejection.Silent(renewal.id()))
                        : Outcome.accepted(touched(task, renewal, result, now)));
  }

  private Touch touched(
      StewardTask task, RenewalCase renewal, Touch.Result result, Instant now) {
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
            recipient(contract, channel),
            result);
    stores.cases().addTouch(touch);
    stores.tasks().update(task.close(StewardTask.Outcome.DONE, now));
    if (channel == Channel.CALL && result == Touch.Result.DEAD) {
      desk.openTask(renewal, StewardTask.Kind.VISIT, task.stage(), task.assignee(), now);
    }
    return touch;
  }

  private String recipient(Contract contract, Channel channel) {
    Optional<String> phone =
        contract.contacts().stream()
            .filter(contact -> contact.channel() == Channel.SMS)
            .map(Contact::address)
            .findFirst();
    return phone
        .filter(number -> channel == Channel.CALL)
        .or(() -> stores.tenants().find(profile.lessor(), contract.tenant()).map(Tenant::name))
        .orElse(contract.no().value());
  }
}
