package org.leasekit.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.leasekit.party.StaffId;
import org.leasekit.servicedesk.GeoPoint;

/**
 * How long people travel: a route planner. It is called inside a unit of work, so that it has to answer soon,
 * or else with nothing.
 *
 * <ol>
 *   <li>Nobody is in the answer who was not asked about; whoever cannot be said is left out.
 *   <li>No time is negative.
 * </ol>
 */
@FunctionalInterface
public interface TravelTimes {

  /** Travel times to a place for several people at once. */
  Map<StaffId, Duration> to(GeoPoint place, Map<StaffId, GeoPoint> from, Instant leaving);
}
