package org.leasekit.billing;

/** Whether a period is due when it begins or when it is over. */
public enum BillingTiming {
  /** Due counts from the first day of the period. */
  ADVANCE,
  /** Due counts from the first day after the period. */
  ARREARS
}
