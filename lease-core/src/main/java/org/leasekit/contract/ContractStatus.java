package org.leasekit.contract;

import java.util.Set;

/** Life cycle of a contract: draft, active, and three ways to have ended. */
public enum ContractStatus {
  DRAFT,
  ACTIVE,
  /** Ended because a successor contract continues it. */
  RENEWED,
  /** Ended on the last day of its term without a successor. */
  EXPIRED,
  /** Ended before the last day of its term. */
  TERMINATED;

  /** True for the three ways to have ended. */
  public boolean isEnded() {
    return this != DRAFT && this != ACTIVE;
  }

  /** The states that may follow this one; none follows an ended state. */
  public Set<ContractStatus> successors() {
    return switch (this) {
      case DRAFT -> Set.of(ACTIVE);
      case ACTIVE -> Set.of(RENEWED, EXPIRED, TERMINATED);
      case RENEWED, EXPIRED, TERMINATED -> Set.of();
    };
  }
}
