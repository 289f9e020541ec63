package org.leasekit.billing;

/** What a rate is the price of. */
public enum RateUnit {
  /** One month; days that fill none are for the {@link Proration}. */
  MONTH,
  /** Seven days; each counts one seventh. */
  WEEK,
  /** One day. */
  DAY
}
