package org.leasekit.servicedesk;

import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;

/** Who did something; the host has made sure that it was really they. */
public sealed interface Actor {

  /** Time itself: the sweep, the router. */
  Actor DESK = new Desk();

  /** Nobody in person: the desk's own routines. */
  record Desk() implements Actor {}

  /** Somebody who lives or works on the site and asked for the service. */
  record Customer(TenantId id) implements Actor {}

  /** Somebody who does the work. */
  record Technician(StaffId id) implements Actor {}

  /** Somebody who answers for the work of others. */
  record Supervisor(StaffId id) implements Actor {}
}
