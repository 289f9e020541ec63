package org.leasekit.contract;

import java.util.Set;

/** Life cycle of a contract: draft, active or discarded, and three ways to have ended. */
public enum ContractStatus {
  DRAFT,
  ACTIVE,
  /** Ended because a successor contract continues it. */
  RENEWED,
  /** Ended on the last day of its term without a successor. */
  EXPIRED,
  /** Ended before the last day of its term. */
  TERMINATED,
  /** A draft that nobody is going to sign; it never was a lease. */
  DISCARDED;

  /** True for the three ways to have ended. */
  public boolean isEnded() {
    return this == RENEWED || this == EXPIRED || this == TERMINATED;
  }

  /**
   * The states that may follow this one; none follows one that was discarded, and none one that has ended, unless it is learnt
   * late that it goes on ({@link Lifecycle#revive}).
   */
  public Set<ContractStatus> successors() {
    return switch (this) {
      case DRAFT -> Set.of(ACTIVE, DISCARDED);
      case ACTIVE -> Set.of(RENEWED, EXPIRED, TERMINATED);
      case RENEWED, EXPIRED, TERMINATED, DISCARDED -> Set.of();
    };
  }
}
