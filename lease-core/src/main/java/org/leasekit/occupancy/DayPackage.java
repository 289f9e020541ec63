package org.leasekit.occupancy;

import org.leasekit.calendar.DateRange;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.TenantId;

/**
 * A unit let by the day, in a gap between leases or while one rests (弹性泊位包).
 *
 * @param days booked, in the lessor's zone
 */
public record DayPackage(UnitRef unit, TenantId guest, DateRange days) {

  /** The same package over fewer days. */
  DayPackage lasting(DateRange fewer) {
    return new DayPackage(unit, guest, fewer);
  }
}
