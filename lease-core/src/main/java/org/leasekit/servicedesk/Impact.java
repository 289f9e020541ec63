package org.leasekit.servicedesk;

/** How much a fault hurts, the worst first. */
public enum Impact {
  /** People are in danger or a whole site stands still. */
  SITE,
  /** Several tenants, or all of one tenant's work. */
  SEVERAL,
  /** One person or one unit, with a way around it. */
  SINGLE
}
