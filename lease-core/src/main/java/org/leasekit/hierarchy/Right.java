package org.leasekit.hierarchy;

/** What a master may let a sub-account do alone. */
public enum Right {
  VIEW,
  RENEW,
  PAY,
  SIGN,
  REQUEST_SERVICE,
  AMEND_CONTACT
}
