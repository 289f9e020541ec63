package org.leasekit.servicedesk;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How a technician is chosen, as data. What speaks against somebody is counted in time: who has the least
 * goes.
 *
 * @param needs what somebody must be able to do for a kind of fault; a kind that is not listed needs nothing
 * @param perHeld what each open request that somebody has counts as
 * @param perServed what each request that somebody was sent to today counts as: work is shared
 * @param preemption what taking a request from somebody counts as
 * @param preemptSteps by how many steps of priority a request must go before another to take its technician
 *     away, at least one
 * @param unknownTravel what travel counts as when it is not known where somebody is
 * @param answerWithin working time within which an offer is to be answered, more than zero
 */
public record RoutingPolicy(
    Map<FaultKind, Set<Skill>> needs,
    Duration perHeld,
    Duration perServed,
    Duration preemption,
    int preemptSteps,
    Duration unknownTravel,
    Duration answerWithin) {

  public RoutingPolicy {
    needs = Map.copyOf(needs);
    if (preemptSteps < 1) {
      throw new IllegalArgumentException("preemptSteps: at least one, but was " + preemptSteps);
    }
    if (answerWithin.isNegative() || answerWithin.isZero()) {
      throw new IllegalArgumentException("answerWithin: more than zero, but was " + answerWithin);
    }
  }

  /**
   * Half an hour for each open request, ten minutes for each of today, an hour for pre-emption by two steps
   * of priority, an hour of travel where it is unknown, ten minutes to answer.
   */
  public static RoutingPolicy standard(Map<FaultKind, Set<Skill>> needs) {
    return new RoutingPolicy(
        needs,
        Duration.ofMinutes(30),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        2,
        Duration.ofHours(1),
        Duration.ofMinutes(10));
  }
}
