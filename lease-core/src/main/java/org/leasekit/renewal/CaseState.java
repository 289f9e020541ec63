package org.leasekit.renewal;

/** How far a renewal has come. */
public enum CaseState {
  /** The offer waits for a person's approval; until then nothing is sent, and its tenant can only say no. */
  PROPOSED,
  /** Opened, and its tenant has not been told; stages that ask people for work leave it so. */
  OPEN,
  /** At least one stage has told the tenant, or has asked a person to. */
  NOTIFIED,
  /** The tenant said yes; payment and signature may still be missing. */
  ACCEPTED,
  /** Paid and signed: a successor contract exists. */
  RENEWED,
  /** The tenant said no. */
  DECLINED,
  /** The term ended without payment and signature both. */
  LAPSED,
  /**
   * The contract was extended or ended early, so that there is nothing to renew at the end of that term; or it passes to another
   * tenant, who is asked in another case.
   */
  SUPERSEDED;

  /** True when the case is closed, for ever unless it is superseded. */
  public boolean isClosed() {
    return this == RENEWED || this == DECLINED || this == LAPSED || this == SUPERSEDED;
  }
}
