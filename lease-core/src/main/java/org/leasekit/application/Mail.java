package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.port.MessageGateway;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.StewardTask;

/**
 * One kind of what is written to tenants: when it is silent, and what it says.
 *
 * @param <L> a notice of this kind
 */
interface Mail<L extends Letter> {

  boolean isOf(Notice notice);

  /** Whose quiet hours hold at an instant. */
  EscalationPolicy policy(Instant now);

  /**
   * Locks what notices are about, then the notices, always in one order, so that two nodes never wait for each other. What
   * is read is read after the lock.
   *
   * @param due whether a notice, as it is once locked, is still to be attempted
   * @return letters of those notices
   */
  List<L> lock(Collection<Notice> listed, Predicate<Notice> due, Instant now);

  /** One message about all of them, to one person, in the person's language and manner on the day of sending. */
  MessageGateway.Message message(List<L> letters, Instant now);

  /** Whether somebody else than the reader is to be written to by now. */
  boolean isOutdated(L letter);

  /** Goes on to the next rung of the ladder after a notice that came to nothing. */
  void next(L letter, Instant now);

  /** Asks the steward to call: it is too late for another message of the stage. */
  void call(L letter, Instant now);

  /** What the steward is asked to do where even the letter cannot be read. */
  StewardTask.Kind callKind();
}
