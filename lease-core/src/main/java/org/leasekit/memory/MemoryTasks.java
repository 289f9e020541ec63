package org.leasekit.memory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Tasks;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;

final class MemoryTasks implements Tasks {

  private final MemoryUnitOfWork unit;
  private final Table<TaskId, StewardTask> tasks;
  private final Table<At<TaskId>, TaskId> open;
  private final Index<CaseId, At<TaskId>> openOfCase;
  private final Index<ContractNo, TaskId> ofContract;

  MemoryTasks(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.tasks = new Table<>(unit);
    this.open = new Table<>(unit);
    this.openOfCase = new Index<>(unit);
    this.ofContract = new Index<>(unit);
  }

  @Override
  public void add(StewardTask task) {
    unit.run(
        () -> {
          if (!tasks.contains(task.lessor(), task.id())) {
            put(task);
          }
        });
  }

  @Override
  public boolean update(StewardTask task) {
    return unit.required(
        () -> {
          StewardTask stored = tasks.get(task.lessor(), task.id());
          if (stored == null) {
            throw new IllegalArgumentException("no such task: " + task.id());
          }
          if (!stored.isOpen()) {
            return false;
          }
          At<TaskId> at = at(stored);
          open.remove(stored.lessor(), at);
          openOfCase.remove(stored.lessor(), stored.renewalCase(), at);
          ofContract.remove(stored.lessor(), stored.contract(), stored.id());
          put(task);
          return true;
        });
  }

  private void put(StewardTask task) {
    tasks.put(task.lessor(), task.id(), task);
    ofContract.add(task.lessor(), task.contract(), task.id());
    if (task.isOpen()) {
      open.put(task.lessor(), at(task), task.id());
      openOfCase.add(task.lessor(), task.renewalCase(), at(task));
    }
  }

  @Override
  public Optional<StewardTask> find(LessorId lessor, TaskId id) {
    return unit.required(() -> Optional.ofNullable(tasks.get(lessor, id)));
  }

  /** The unit of work holds the lock of all stores already. */
  @Override
  public Optional<StewardTask> lock(LessorId lessor, TaskId id) {
    return find(lessor, id);
  }

  @Override
  public List<StewardTask> open(LessorId lessor) {
    return unit.required(() -> load(lessor, open.values(lessor)));
  }

  @Override
  public List<StewardTask> openOfCase(LessorId lessor, CaseId id) {
    return unit.required(() -> load(lessor, openOfCase.of(lessor, id).map(At::id)));
  }

  /** Only called inside a unit of work. */
  List<StewardTask> ofContract(LessorId lessor, ContractNo no) {
    return tasks.select(lessor, ofContract.of(lessor, no));
  }

  void forEach(LessorId lessor, Consumer<StewardTask> each) {
    tasks.forEach(lessor, each);
  }

  private List<StewardTask> load(LessorId lessor, Stream<TaskId> ids) {
    return ids.map(id -> Objects.requireNonNull(tasks.get(lessor, id))).toList();
  }

  private static At<TaskId> at(StewardTask task) {
    return new At<>(task.openedAt(), task.id());
  }
}
