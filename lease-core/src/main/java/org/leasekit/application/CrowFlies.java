package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.leasekit.party.StaffId;
import org.leasekit.port.TravelTimes;
import org.leasekit.servicedesk.GeoPoint;

/**
 * Travel times where no route planner is at hand: the great circle at a speed that allows for detours.
 *
 * @param metresPerSecond more than zero
 */
public record CrowFlies(double metresPerSecond) implements TravelTimes {

  /** 20 kilometres an hour along the great circle: a town's traffic with its detours. */
  public static final CrowFlies IN_TOWN = new CrowFlies(20 / 3.6);

  public CrowFlies {
    // written so that NaN is refused too
    if (!(metresPerSecond > 0)) {
      throw new IllegalArgumentException(
          "metresPerSecond: more than zero, but was " + metresPerSecond);
    }
  }

  @Override
  public Map<StaffId, Duration> to(
      GeoPoint place, Map<StaffId, GeoPoint> from, Instant leaving) {
    return from.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                one ->
                    Duration.ofSeconds(
                        Math.round(one.getValue().metresTo(place) / metresPerSecond))));
  }
}
