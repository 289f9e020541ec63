package org.leasekit.amendment;

/** What a contract does on a day. */
public enum Phase {
  /** The term has not begun. */
  UPCOMING,
  /** The unit is let and used. */
  RUNNING,
  /** The unit is let, but the lease rests. */
  SUSPENDED,
  /** The term is over. */
  EXPIRED,
  /** The lease was ended before the end of its term. */
  TERMINATED;

  /** Whether the contract holds its unit: running or suspended. */
  public boolean holdsUnit() {
    return this == RUNNING || this == SUSPENDED;
  }
}
