package org.leasekit.party;

/**
 * What somebody is to a lease to whom messages may go. The order is that of the ladder: those further down are written to only
 * when nobody further up can be reached.
 */
public enum PartyRole {
  /** The registered tenant: party to the lease, who may know all of it. */
  TENANT,
  /** The registered payer ({@link Payer}), who hears of bills and debts and nothing else: no rung of what is said to tenants. */
  PAYER,
  /** The actual user (实际使用人), who is no party to it: never hears of prices and debts, nor gets a personal link. */
  OCCUPANT
}
