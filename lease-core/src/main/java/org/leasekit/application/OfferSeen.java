package org.leasekit.application;

import org.leasekit.intent.EarlyBird;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;

/**
 * Whether a tenant may have seen the price of an offer: the one answer for whoever wants to set another, and for the state a
 * case is in. A stage that only asks people for work has told nobody; one that writes, calls or visits has, whatever became
 * of it. While an offer waits for approval nobody is told of it.
 */
final class OfferSeen {
  private final Stores stores;

  OfferSeen(Stores stores) {
    this.stores = stores;
  }

  /** Whether the tenant may have been shown the price; what an earlier stage did that says nothing of it counts. */
  boolean isSeen(RenewalCase renewal, Proposal proposal) {
    return renewal.state() != CaseState.PROPOSED
        && (proposal.chance().group() == EarlyBird.Group.EARLY_BIRD
            || renewal.progress().respondedAt() != null
            || isTold(renewal));
  }

  /** Whether a stage has told the tenant, or has left a message that goes out as soon as it may. */
  boolean isTold(RenewalCase renewal) {
    return stores.cases().fired(renewal.lessor(), renewal.id()).stream()
        .anyMatch(Telling::turnedToTheTenant);
  }
}
