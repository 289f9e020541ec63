package org.leasekit.application;

import java.util.List;
import java.util.Optional;
import org.leasekit.event.LeaseEvent;
import org.leasekit.party.LessorId;
import org.leasekit.port.Tasks;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;

/** Tasks, of which it is noted when they are opened and closed. */
final class ObservedTasks implements Tasks {
  private final Tasks right;
  private final Observing unit;

  ObservedTasks(Tasks right, Observing unit) {
    this.right = right;
    this.unit = unit;
  }

  @Override
  public void add(StewardTask task) {
    unit.run(
        () -> {
          boolean known = right.find(task.lessor(), task.id()).isPresent();
          right.add(task);
          if (!known) {
            note(task, LeaseEvent.OfTask.What.OPENED);
          }
        });
  }

  @Override
  public boolean update(StewardTask task) {
    return unit.required(
        () -> {
          // a task that was closed already stays as it is
          boolean updated = right.update(task);
          if (updated && !task.isOpen()) {
            note(task, LeaseEvent.OfTask.What.CLOSED);
          }
          return updated;
        });
  }

  @Override
  public Optional<StewardTask> lock(LessorId lessor, TaskId id) {
    return right.lock(lessor, id);
  }

  @Override
  public Optional<StewardTask> find(LessorId lessor, TaskId id) {
    return right.find(lessor, id);
  }

  @Override
  public List<StewardTask> open(LessorId lessor) {
    return right.open(lessor);
  }

  @Override
  public List<StewardTask> openOfCase(LessorId lessor, CaseId id) {
    return right.openOfCase(lessor, id);
  }

  private void note(StewardTask task, LeaseEvent.OfTask.What what) {
    unit.note(
        new LeaseEvent.OfTask(unit.head(task.contract()), what, task.kind(), task.stage(), task.role()));
  }
}
