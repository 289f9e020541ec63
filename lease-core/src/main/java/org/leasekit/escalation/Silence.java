package org.leasekit.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing more may be sent to a subject, and since when.
 *
 * @param since when it fell silent; null where that is not recorded, as for what waits for approval
 */
public record Silence(Why why, @Nullable Instant since) {

  /** What made it silent. */
  public enum Why {
    PAID,
    SIGNED,
    DECLINED,
    /** The term ended without an answer. */
    LAPSED,
    /** There is nothing to decide any more: the contract was extended or ended early, for example. */
    CLOSED,
    /** Nobody has approved yet what is to be said; it goes on once somebody does. */
    WITHHELD
  }
}
