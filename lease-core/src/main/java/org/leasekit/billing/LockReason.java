package org.leasekit.billing;

/** Why a receivable is locked (应收锁定). */
public enum LockReason {
  /** The use is suspended (暂停期). */
  SUSPENSION,
  /** The tenant disputes the amount. */
  DISPUTE,
  /** A court or an authority holds it. */
  LEGAL_HOLD,
  /** Payments are being reconciled with it. */
  RECONCILIATION,
  /** A refund of it is under way. */
  REFUND,
  /** A person decided so. */
  MANUAL
}
