package org.leasekit.party;

/** Whether a tenant is a natural or a legal person. */
public enum PartyKind {
  PERSON,
  COMPANY
}
