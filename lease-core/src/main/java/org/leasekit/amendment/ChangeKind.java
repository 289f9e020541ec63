package org.leasekit.amendment;

/** The kinds of {@link Change}. */
public enum ChangeKind {
  EXTENSION,
  RENT_CHANGE,
  PRICE_RULES,
  INDEX_FIGURES,
  UNIT_SWAP,
  SPLIT,
  MERGE_BACK,
  SUBLEASE,
  ASSIGNMENT,
  CONTACT_CHANGE,
  OCCUPANT_CHANGE,
  SUSPENSION,
  RESUMPTION,
  EARLY_TERMINATION,
  WITHDRAWAL
}
