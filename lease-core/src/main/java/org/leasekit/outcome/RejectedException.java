package org.leasekit.outcome;

import java.util.Locale;

/** Thrown only by {@link Outcome#orElseThrow()}, for callers to whom a rejection is a fault. */
public final class RejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // a rejection travels inside one process
  private final transient Rejection rejection;

  RejectedException(Rejection rejection) {
    super(rejection.rule() + ": " + rejection.message(Locale.ROOT));
    this.rejection = rejection;
  }

  /** The rejection that was taken for a fault. */
  public Rejection rejection() {
    return rejection;
  }
}
