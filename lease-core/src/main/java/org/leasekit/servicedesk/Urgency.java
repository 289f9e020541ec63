package org.leasekit.servicedesk;

/** How fast a fault grows if nobody comes, the fastest first. */
public enum Urgency {
  /** It gets worse by the hour. */
  HIGH,
  /** It has to be mended today or tomorrow. */
  MEDIUM,
  /** It can be planned. */
  LOW
}
