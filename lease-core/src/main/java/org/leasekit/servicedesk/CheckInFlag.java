package org.leasekit.servicedesk;

/** What speaks against a check-in. */
public enum CheckInFlag {
  /** Even with the accuracy taken into account the telephone is not on the site. */
  TOO_FAR,
  /** The position is too inexact to say where the telephone is. */
  INACCURATE,
  /** Nobody has said where the site lies. */
  UNKNOWN_SITE,
  /** The telephone's clock is far from ours. */
  CLOCK_SKEW,
  /** The telephone claims to have sent before it measured. */
  IMPOSSIBLE_TIME,
  /** Nobody travels that fast from where the telephone was before, or to where it was after. */
  IMPOSSIBLE_SPEED,
  /** The telephone says itself that the position is made up. */
  SIMULATED
}
