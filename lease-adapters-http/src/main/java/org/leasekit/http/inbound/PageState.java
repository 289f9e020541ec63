package org.leasekit.http.inbound;

import java.time.Instant;
import org.leasekit.renewal.RenewalCase;

/** What the page is about. */
enum PageState {
  /** Nothing has been answered: terms, and yes or no. */
  OFFER,
  /** Yes, or paid, or signed: what is left to do. */
  IN_PROGRESS,
  RENEWED,
  DECLINED,
  LAPSED,
  SUPERSEDED;

  /** A term that has ended has lapsed, even before the sweep that records it. */
  static PageState of(RenewalCase renewal, Instant now) {
    return switch (renewal.state()) {
      case RENEWED -> RENEWED;
      case DECLINED -> DECLINED;
      case LAPSED -> LAPSED;
      case SUPERSEDED -> SUPERSEDED;
      case OPEN, NOTIFIED, ACCEPTED -> open(renewal, now);
    };
  }

  private static PageState open(RenewalCase renewal, Instant now) {
    if (!now.isBefore(renewal.lapsesAt())) {
      return LAPSED;
    }
    boolean begun = renewal.progress().acceptedAt() != null || renewal.isSilent();
    return begun ? IN_PROGRESS : OFFER;
  }
}
