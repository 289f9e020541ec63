package org.leasekit.port;

import java.util.List;
import java.util.Optional;
import org.leasekit.party.LessorId;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;

/**
 * Work for people.
 *
 * <ol>
 *   <li>A task id is unique for its lessor; adding it again changes nothing.
 *   <li>{@link #lock} holds the task against other units of work until this one ends.
 *   <li>A closed task stays as it is: updating it answers false and changes nothing.
 * </ol>
 */
public interface Tasks {

  /** Adds a task, unless its id is known. */
  void add(StewardTask task);

  /**
   * Stores a changed task, as long as the stored one is open. Whoever changes what others may change too locks it first.
   *
   * @return false when it is closed already
   * @throws IllegalArgumentException when its id is not known
   */
  boolean update(StewardTask task);

  /** The task, open or closed, locked against other units of work. */
  Optional<StewardTask> lock(LessorId lessor, TaskId id);

  Optional<StewardTask> find(LessorId lessor, TaskId id);

  /** Open tasks, oldest first, then by id. */
  List<StewardTask> open(LessorId lessor);

  /** Open tasks of a case, oldest first, then by id. */
  List<StewardTask> openOfCase(LessorId lessor, CaseId id);
}
