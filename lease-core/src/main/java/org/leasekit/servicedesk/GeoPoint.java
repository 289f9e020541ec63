package org.leasekit.servicedesk;

/**
 * A position on the earth.
 *
 * @param latitude degrees, north positive, -90 to 90
 * @param longitude degrees, east positive, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

  /** Mean radius of the earth, IUGG. */
  private static final double EARTH_METRES = 6_371_008.8;

  public GeoPoint {
    // written so that NaN is refused too
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "latitude: -90 to 90, longitude: -180 to 180, but was " + latitude + ", " + longitude);
    }
  }

  /** Metres along the great circle, by the haversine formula on a sphere: within 0.6 % of the ellipsoid. */
  public double metresTo(GeoPoint other) {
    double here = Math.toRadians(latitude);
    double there = Math.toRadians(other.latitude);
    double northwards = Math.sin((there - here) / 2);
    double eastwards = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double chord =
        northwards * northwards + Math.cos(here) * Math.cos(there) * eastwards * eastwards;
    return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
  }
}
