package org.leasekit.intent;

/**
 * What the default model looks at. Age, name and address are no features: how a person pays and answers
 * says more, and nobody is judged by who they are.
 */
public enum Feature {
  /** Bills that were paid after their due date or are overdue, of those due in the year before, 0 to 1. */
  LATE_SHARE(0.25),
  /** Days late, averaged over those bills, in months of 30 days, at most 2. */
  MONTHS_LATE(0.5),
  /** What is overdue, in monthly rents, at most 3. */
  OVERDUE_RENTS(0.75),
  /** 1 when nothing that was due by day {@value Dossier#DAY} before expiry is unpaid, else 0. */
  PAID_BY_DAY_22(0.25),
  /** 1 when the tenant was asked to renew before, else 0. */
  ASKED_BEFORE(0.25),
  /**
   * How much of the time for an answer passed before it came, averaged over the renewals before, 0 to 1; no answer
   * counts 1, no renewal before counts 0.
   */
  ANSWER_LATENESS(0.25),
  /** Years since the tenant's first contract for the unit began, as the logarithm of one more. */
  TENURE(0.5),
  /** By how much the offered rent exceeds the old one, as a share of the old one, -0.5 to 0.5. */
  RENT_CHANGE(0.25),
  /** Service requests in the year before, as the logarithm of one more. */
  TICKETS(0.5),
  /** Disputes in the year before, at most 3. */
  DISPUTES(0.75);

  private final double leastSpread;

  Feature(double leastSpread) {
    this.leastSpread = leastSpread;
  }

  /**
   * The least deviation that a model takes for usual, about a quarter of the feature's range. Where history hardly varies, one
   * step of what is usual there would be next to nothing, and who differs from it would be thought beyond all measure.
   */
  double leastSpread() {
    return leastSpread;
  }
}
