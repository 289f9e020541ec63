package org.leasekit.renewal;

/** What became of a stage's act about an offer; the words are kept in the record of the stage. */
public enum OfferResult {
  /** A proposal was drafted at another price than before, within the limits. */
  DRAFTED(false),
  /** The proposal that is there is what the rules give now. */
  UNCHANGED(false),
  /** An offer was drawn up at another price than before, and its tenant is told. */
  MADE(false),
  /** The offer that is there is what the rules give now; its tenant is told. */
  STANDS(false),
  /** The offer goes beyond the limits: nothing is sent before a person approves it. */
  WAITS_FOR_APPROVAL(false),
  /** A person was asked to approve. */
  ASKED(false),
  /** A person has approved it already. */
  APPROVED(false),
  /** The offer is within the limits: nobody has to approve it. */
  NOT_NEEDED(false),
  /** The rules give another price than the tenant was shown, and the price shown is the price charged. */
  ALREADY_LIVE(true),
  /** The rules give another price than the tenant has accepted, or paid a part of. */
  PRICE_STANDS(true),
  /** No rule of the pricing knows a price. */
  NO_RULE_FITS(true),
  /** The unit is let to somebody else from the day after. */
  UNIT_LET(true);

  private final boolean forAPerson;

  OfferResult(boolean forAPerson) {
    this.forAPerson = forAPerson;
  }

  /** True when what the stage asked for could not be done, so that a person is asked to. */
  public boolean isForAPerson() {
    return forAPerson;
  }
}
