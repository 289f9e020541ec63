package org.leasekit.servicedesk;

import java.time.Duration;
import java.time.Instant;

/**
 * A technician's telephone says where it is.
 *
 * @param position as measured
 * @param accuracyMetres radius of the circle in which it really is, zero or more
 * @param deviceAt when it was measured, by the clock of the telephone
 * @param sentAt when it was sent, by the same clock; later when the telephone had no network
 * @param receivedAt when it came in, by our clock
 * @param simulated true when the telephone itself says that the position is made up
 */
public record CheckIn(
    GeoPoint position,
    double accuracyMetres,
    Instant deviceAt,
    Instant sentAt,
    Instant receivedAt,
    boolean simulated) {

  public CheckIn {
    // written so that NaN is refused too
    if (!(accuracyMetres >= 0)) {
      throw new IllegalArgumentException(
          "accuracyMetres: zero or more, but was " + accuracyMetres);
    }
  }

  /** How far the telephone's clock is ahead of ours; negative when it is behind. */
  public Duration skew() {
    return Duration.between(receivedAt, sentAt);
  }

  /** When it was measured, by our clock: never later than it came in. */
  public Instant measuredAt() {
    Instant corrected = deviceAt.minus(skew());
    return corrected.isAfter(receivedAt) ? receivedAt : corrected;
  }
}
