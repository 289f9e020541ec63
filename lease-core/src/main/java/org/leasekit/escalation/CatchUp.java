package org.leasekit.escalation;

/** What becomes of stages whose own time lay before the subject came under the policy. Never a burst: at most the last of them fires. */
public enum CatchUp {
  /** The last one fires at the policy's time of day on the first business day from the entry on; should the anchor pass first, on the first day. */
  NEXT_BUSINESS_DAY,
  /** The last one fires at once, out of quiet hours. */
  AT_ONCE,
  /** None of them fires. */
  SKIP
}
