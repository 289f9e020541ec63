package org.leasekit.servicedesk;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A technician as the router sees them at one instant.
 *
 * @param onShift true within their working hours
 * @param held the open requests they have or are offered
 * @param travel to the site of the request; null when it is not known where they are
 * @param servedToday requests they were sent to since the day began
 */
public record Candidate(
    Technician technician,
    boolean onShift,
    List<Held> held,
    @Nullable Duration travel,
    int servedToday) {

  /** An open request that a technician has or is offered. */
  public record Held(RequestId request, Priority priority, RequestState state) {}

  public Candidate {
    held = List.copyOf(held);
  }
}
