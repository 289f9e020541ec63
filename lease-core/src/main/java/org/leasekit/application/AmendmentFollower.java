package org.leasekit.application;

import java.time.Instant;
import org.leasekit.amendment.ContractHistory;

/** Told of every history that grows, in the unit of work in which it does. */
interface AmendmentFollower {

  /** Follows nothing. */
  AmendmentFollower NONE = (before, after, now) -> {};

  /** A history has grown by at least one amendment. */
  void follow(ContractHistory before, ContractHistory after, Instant now);
}
