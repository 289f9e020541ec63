package org.leasekit.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.leasekit.party.LessorId;
import org.leasekit.servicedesk.Duty;

/**
 * Who is on duty when.
 *
 * <ol>
 *   <li>A duty of the same person at the same level from the same instant replaces what was known of it.
 *   <li>Duties of another lessor are not seen.
 * </ol>
 */
public interface DutyRoster {

  /** Stores all, each replacing what was known of the same duty. */
  void putAll(Collection<Duty> duties);

  /** Duties that hold at an instant, by level, then by beginning, then by person. */
  List<Duty> at(LessorId lessor, Instant at);
}
