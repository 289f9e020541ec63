package org.leasekit.servicedesk;

/** How far a service request has come. */
public enum RequestState {
  /** Taken in; nobody has looked at it. */
  RECEIVED,
  /** The desk has taken it on; nobody is on the way. */
  ACCEPTED,
  /** A technician has it and is on the way. */
  DISPATCHED,
  /** A technician is there. */
  ON_SITE,
  /** Said to be mended. */
  RESOLVED,
  /** Mended, as somebody else than the worker has confirmed. */
  VERIFIED,
  /** Lives on in another request of the same asset. */
  MERGED,
  /** Given up. */
  CANCELLED;

  /** True while there is work to do. */
  public boolean isOpen() {
    return compareTo(RESOLVED) < 0;
  }

  /** True when nothing can happen to it any more but a rating. */
  public boolean isFinal() {
    return compareTo(RESOLVED) > 0;
  }
}
