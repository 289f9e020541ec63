package org.leasekit.port;

import java.time.Instant;
import java.util.List;
import org.leasekit.event.EventId;
import org.leasekit.event.LeaseEvent;
import org.leasekit.event.Recorded;
import org.leasekit.party.LessorId;

/**
 * Events that wait to be told.
 *
 * <ol>
 *   <li>An event is there if and only if the unit of work that appended it was committed; those of a contract are numbered
 *       from 1, without gap, in the order they were appended, also when two append at once, and after those before were told.
 *   <li>{@link #claimDue} answers with the first event of a contract that was not told yet, never with a later one, holds it
 *       against other units of work until this one ends, and passes over contracts whose first event others hold.
 *   <li>An event that was told is not claimed again.
 *   <li>Events of another lessor are not seen.
 * </ol>
 */
public interface EventLog {

  /** Appends events, due at once. */
  void append(List<LeaseEvent> events);

  /** Of each contract the first event that was not told, if it is due: earliest first, then by contract, at most {@code limit}. */
  List<Recorded> claimDue(LessorId lessor, Instant now, int limit);

  /** The event was told. */
  void told(EventId id);

  /** The event was not told and is due again at an instant; counts one attempt more. */
  void retryAt(EventId id, Instant at);
}
