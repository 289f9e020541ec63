package org.leasekit.occupancy;

import java.util.List;
import org.leasekit.contract.ContractNo;

/**
 * A sighting that the file does not explain.
 *
 * @param contracts those that hold the unit on the day, at whatever time, by number
 * @param elsewhere contracts whose user the badge belongs to, in other units, by number
 */
public record Mismatch(Sighting seen, Kind kind, List<ContractNo> contracts, List<ContractNo> elsewhere) {

  /** What is odd. */
  public enum Kind {
    /** Somebody uses a unit that nobody lets. */
    UNIT_NOT_LET,
    /** Somebody uses a unit whose lease rests. */
    LEASE_RESTS,
    /** The unit's user is somebody else. */
    OTHER_USER,
    /** The user of a shared unit uses it at a time of the day or of the week that is not his. */
    OTHER_TIME,
    /** The unit is let, and no user's badge is recorded. */
    NO_BADGE_RECORDED
  }

  public Mismatch {
    contracts = List.copyOf(contracts);
    elsewhere = List.copyOf(elsewhere);
  }
}
