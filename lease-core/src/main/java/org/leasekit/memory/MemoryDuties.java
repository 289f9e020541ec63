package org.leasekit.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.DutyRoster;
import org.leasekit.port.DutyTasks;
import org.leasekit.servicedesk.Duty;
import org.leasekit.servicedesk.DutyTask;
import org.leasekit.servicedesk.DutyTaskId;
import org.leasekit.servicedesk.RequestId;

final class MemoryDuties implements DutyRoster, DutyTasks {

  private record Place(int level, Instant from, StaffId staff) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::level)
            .thenComparing(Place::from)
            .thenComparing(Place::staff);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final MemoryUnitOfWork unit;
  private final Table<Place, Duty> duties;
  private final Table<DutyTaskId, DutyTask> tasks;
  private final Table<At<DutyTaskId>, DutyTaskId> open;
  private final Index<RequestId, At<DutyTaskId>> openOf;

  MemoryDuties(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.duties = new Table<>(unit);
    this.tasks = new Table<>(unit);
    this.open = new Table<>(unit);
    this.openOf = new Index<>(unit);
  }

  @Override
  public void putAll(Collection<Duty> all) {
    unit.run(
        () ->
            all.forEach(
                duty ->
                    duties.put(
                        duty.lessor(),
                        new Place(duty.level(), duty.from(), duty.staff()),
                        duty)));
  }

  @Override
  public List<Duty> at(LessorId lessor, Instant at) {
    return unit.required(
        () -> duties.values(lessor).filter(duty -> duty.holds(at)).toList());
  }

  @Override
  public void add(DutyTask task) {
    unit.run(
        () -> {
          if (!tasks.contains(task.lessor(), task.id())) {
            put(task);
          }
        });
  }

  @Override
  public void update(DutyTask task) {
    unit.run(
        () -> {
          DutyTask stored = tasks.get(task.lessor(), task.id());
          if (stored == null) {
            throw new IllegalArgumentException("no such task: " + task.id());
          }
          open.remove(stored.lessor(), at(stored));
          openOf.remove(stored.lessor(), stored.request(), at(stored));
          put(task);
        });
  }

  private void put(DutyTask task) {
    tasks.put(task.lessor(), task.id(), task);
    if (task.isOpen()) {
      open.put(task.lessor(), at(task), task.id());
      openOf.add(task.lessor(), task.request(), at(task));
    }
  }

  @Override
  public Optional<DutyTask> find(LessorId lessor, DutyTaskId id) {
    return unit.required(() -> Optional.ofNullable(tasks.get(lessor, id)));
  }

  @Override
  public List<DutyTask> open(LessorId lessor) {
    return unit.required(() -> load(lessor, open.values(lessor)));
  }

  @Override
  public List<DutyTask> openOf(LessorId lessor, RequestId request) {
    return unit.required(() -> load(lessor, openOf.of(lessor, request).map(At::id)));
  }

  private List<DutyTask> load(LessorId lessor, Stream<DutyTaskId> ids) {
    return ids.map(id -> Objects.requireNonNull(tasks.get(lessor, id))).toList();
  }

  private static At<DutyTaskId> at(DutyTask task) {
    return new At<>(task.openedAt(), task.id());
  }
}
