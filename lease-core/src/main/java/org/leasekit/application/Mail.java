package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.port.MessageGateway;
import org.leasekit.renewal.Notice;

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

  /** One message about all of them. */
  MessageGateway.Message message(List<L> letters);

  /** Whether somebody else than the reader is to be written to by now. */
  boolean isOutdated(L letter);

  /** Goes on to the next rung of the ladder after a notice that came to nothing. */
  void next(L letter, Instant now);
}
