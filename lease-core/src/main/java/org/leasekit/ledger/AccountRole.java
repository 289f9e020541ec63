package org.leasekit.ledger;

/** What an account is for; the host maps each role to a code of its chart of accounts. */
public enum AccountRole {
  RECEIVABLE,
  REVENUE,
  /** Deposits held for tenants (其他应付款): a liability, never revenue. */
  DEPOSIT_LIABILITY,
  CASH,
  /** Money received that no receivable has taken up yet (预收). */
  UNAPPLIED_CASH
}
