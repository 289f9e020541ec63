package org.leasekit.escalation;

/**
 * What becomes of stages whose own time lay before the subject came under the policy: before it began, was approved, was
 * taken up again or was let go by a hold. Never a burst: at most the last of them fires, and not on a day that has another stage.
 */
public enum CatchUp {
  /** The last one fires at the policy's time of day on the first business day from the entry on; should the anchor pass first, on the first day. */
  NEXT_BUSINESS_DAY,
  /** The last one fires at once, out of quiet hours, on whatever day; so does any other that comes late. */
  AT_ONCE,
  /** None of them fires. */
  SKIP
}
