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
 * </ol>
 */
public interface Tasks {

  /** Adds a task, unless its id is known. */
  void add(StewardTask task);

  /** Stores a changed task. */
  void update(StewardTask task);

  Optional<StewardTask> find(LessorId lessor, TaskId id);

  /** Open tasks, oldest first, then by id. */
  List<StewardTask> open(LessorId lessor);

  /** Open tasks of a case, oldest first, then by id. */
  List<StewardTask> openOfCase(LessorId lessor, CaseId id);
}
