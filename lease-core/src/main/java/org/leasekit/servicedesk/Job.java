package org.leasekit.servicedesk;

import java.util.Set;
import org.leasekit.party.StaffId;

/**
 * What somebody is wanted for.
 *
 * @param area where
 * @param passedOver who has refused it or did not answer
 */
public record Job(
    RequestId request, Priority priority, FaultKind fault, Area area, Set<StaffId> passedOver) {

  public Job {
    passedOver = Set.copyOf(passedOver);
  }
}
