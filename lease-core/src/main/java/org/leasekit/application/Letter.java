package org.leasekit.application;

import org.leasekit.contract.Contract;
import org.leasekit.renewal.Notice;

/** A notice with what it is about, locked. */
interface Letter {

  /** Whether the notice may go. */
  enum Speech {
    SPEAKS,
    /** Somebody has to approve first. */
    WAITS,
    /** Nothing is to be said any more. */
    SILENT
  }

  Notice notice();

  Contract contract();

  Speech speech();

  /** Whether it goes to the tenant's side, whose wishes hold then, and not to somebody who pays for it. */
  default boolean isToTenant() {
    return true;
  }

  /** Whether whoever it was written to is nobody to be told any more. */
  default boolean isMisdirected() {
    return false;
  }
}
