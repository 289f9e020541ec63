package org.leasekit.event;

import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * Which event of which contract, or of the service requests that belong to none, {@link LeaseEvent#NO_CONTRACT}; whoever hears of an event twice knows it by this.
 *
 * @param number counts the events of a contract from 1, in the order in which they happened
 */
public record EventId(LessorId lessor, ContractNo contract, int number) {

  public EventId {
    if (number < 1) {
      throw new IllegalArgumentException("number: from 1, but was " + number);
    }
  }

  /** In one line, unique beyond the lessor too. */
  @Override
  public String toString() {
    return lessor + "/" + contract + "/" + number;
  }
}
