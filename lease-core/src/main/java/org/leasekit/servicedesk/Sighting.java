package org.leasekit.servicedesk;

import java.time.Instant;
import org.leasekit.party.StaffId;

/**
 * Where a technician was seen.
 *
 * @param accuracyMetres radius of the circle in which they really were, zero or more
 * @param at by our clock
 */
public record Sighting(StaffId technician, GeoPoint position, double accuracyMetres, Instant at) {}
