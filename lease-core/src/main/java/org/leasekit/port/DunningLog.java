package org.leasekit.port;

import java.util.List;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.escalation.Fired;
import org.leasekit.party.LessorId;

/**
 * What was done about arrears.
 *
 * <ol>
 *   <li>A stage fires at most once for one time of being late: logging it again answers false and changes nothing.
 *   <li>What was done for another lessor is not seen.
 * </ol>
 */
public interface DunningLog {

  /** Logs a fired stage; false when it is logged. */
  boolean addFired(LessorId lessor, ArrearsId id, Fired fired);

  /** What fired, in order of time. */
  List<Fired> fired(LessorId lessor, ArrearsId id);
}
