package org.leasekit.port;

import java.util.List;
import java.util.Optional;
import org.leasekit.party.LessorId;
import org.leasekit.servicedesk.DutyTask;
import org.leasekit.servicedesk.DutyTaskId;
import org.leasekit.servicedesk.RequestId;

/**
 * What people on duty have been asked to see to.
 *
 * <ol>
 *   <li>A task id is unique for its lessor; adding it again changes nothing.
 *   <li>Tasks of another lessor are not seen.
 * </ol>
 */
public interface DutyTasks {

  /** Adds a task, unless its id is known. */
  void add(DutyTask task);

  /**
   * Stores a changed task.
   *
   * @throws IllegalArgumentException when its id is not known
   */
  void update(DutyTask task);

  Optional<DutyTask> find(LessorId lessor, DutyTaskId id);

  /** Open tasks, oldest first, then by id. */
  List<DutyTask> open(LessorId lessor);

  /** Open tasks about a request, oldest first, then by id. */
  List<DutyTask> openOf(LessorId lessor, RequestId request);
}
