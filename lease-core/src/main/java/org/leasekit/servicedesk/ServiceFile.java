package org.leasekit.servicedesk;

import java.util.Optional;
import org.leasekit.party.StaffId;
import org.leasekit.sla.SlaClock;
import org.leasekit.sla.SlaTerms;

/**
 * All there is about a service request.
 *
 * @param request as it lies in storage
 * @param history what happened to it
 * @param clock what was promised, and how it stands
 */
public record ServiceFile(ServiceRequest request, RequestHistory history, SlaClock clock) {

  /** The file of a request. */
  public static ServiceFile of(ServiceRequest request, RequestHistory history, SlaTerms terms) {
    return new ServiceFile(request, history, ServiceClocks.of(history, terms));
  }

  /** Who said last that it was mended; empty when nobody has. */
  public Optional<StaffId> mender() {
    return history
        .all(RequestEvent.Resolved.class)
        .reduce((earlier, later) -> later)
        .map(resolved -> resolved.event().technician());
  }

  /** What the customer thought of it last. */
  public Optional<RequestEvent.Rated> rating() {
    return history
        .all(RequestEvent.Rated.class)
        .reduce((earlier, later) -> later)
        .map(RequestHistory.Happened::event);
  }

  /** True when it is said to be mended and nobody has said otherwise since. */
  public boolean isMended() {
    RequestState state = history.state();
    return state == RequestState.RESOLVED || state == RequestState.VERIFIED;
  }

  /** True when somebody once said that it was not mended after all. */
  public boolean wasReopened() {
    return history.all(RequestEvent.Reopened.class).findAny().isPresent();
  }
}
