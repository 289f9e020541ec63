package org.leasekit.servicedesk;

import java.time.Duration;

/**
 * What a check-in has to be like.
 *
 * @param worstAccuracyMetres a circle larger than this says nothing
 * @param mostSkew a telephone's clock may be ahead or behind by as much
 * @param fastestMetresPerSecond faster than this nobody travels
 */
public record CheckInPolicy(
    double worstAccuracyMetres, Duration mostSkew, double fastestMetresPerSecond) {

  /** 200 metres, two minutes, 150 kilometres an hour. */
  public static final CheckInPolicy STANDARD =
      new CheckInPolicy(200, Duration.ofMinutes(2), 150 / 3.6);

  public CheckInPolicy {
    if (!(worstAccuracyMetres > 0) || !(fastestMetresPerSecond > 0) || mostSkew.isNegative()) {
      throw new IllegalArgumentException(
          "worstAccuracyMetres, fastestMetresPerSecond: more than zero; mostSkew: not negative");
    }
  }
}
