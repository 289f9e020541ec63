package org.leasekit.ledger;

/** What an account is for; the host maps each role to a code of its chart of accounts, see {@link ChartOfAccounts}. */
public enum AccountRole {
  RECEIVABLE,
  REVENUE,
  /** Rent raised for days to come (预收租金). */
  DEFERRED_REVENUE,
  /** Deposits held for tenants (其他应付款): a liability, never revenue. */
  DEPOSIT_LIABILITY,
  /** Tax owed to the authority (应交税费). */
  TAX_PAYABLE,
  CASH,
  /** Money received that no receivable has taken up yet (预收). */
  UNAPPLIED_CASH,
  /** Discounts given, a reduction of revenue. */
  DISCOUNT,
  /** Receivables given up. */
  BAD_DEBT,
  /** Money on its way between two accounts. */
  CLEARING
}
