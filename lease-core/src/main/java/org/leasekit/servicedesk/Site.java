package org.leasekit.servicedesk;

import org.jspecify.annotations.Nullable;
import org.leasekit.party.LessorId;

/**
 * A place where technicians work.
 *
 * @param area the part of town it lies in
 * @param position its middle; null when nobody has measured it
 * @param fenceMetres radius around the middle within which somebody is on the site, more than zero
 */
public record Site(
    LessorId lessor,
    SiteId id,
    String name,
    Area area,
    @Nullable GeoPoint position,
    double fenceMetres) {

  public Site {
    // written so that NaN is refused too
    if (!(fenceMetres > 0)) {
      throw new IllegalArgumentException("fenceMetres: more than zero, but was " + fenceMetres);
    }
  }
}
