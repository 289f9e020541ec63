package org.leasekit.port;

import org.leasekit.event.Recorded;

/**
 * Hears what happened.
 *
 * <ol>
 *   <li>Whoever listens hears each event under the same id as often as it is told, and those of a contract in the order of
 *       their numbers: what was heard before is a success that changes nothing.
 *   <li>No exception for what a network does: a refusal, an error and a time-out are results, and the event is told again.
 * </ol>
 */
@FunctionalInterface
public interface Events {

  /** What became of telling. */
  enum Answer {
    TAKEN,
    /** It may have been heard or not; it is told again. */
    FAILED
  }

  /** Tells one event, once. */
  Answer tell(Recorded event);
}
