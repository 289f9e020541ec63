package org.leasekit.occupancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.UnitRef;

/**
 * A plate or badge that somebody saw in a unit.
 *
 * @param on the day, in the lessor's zone
 * @param at the time of that day, in the lessor's zone; null when only the day is known
 * @param badge as read; blanks, dots and hyphens in it and the case of letters do not count
 */
public record Sighting(UnitRef unit, LocalDate on, @Nullable LocalTime at, String badge) {

  /** At some time of a day. */
  public Sighting(UnitRef unit, LocalDate on, String badge) {
    this(unit, on, null, badge);
  }

  /** At an instant, as the clocks of a zone show it. */
  public static Sighting at(UnitRef unit, Instant instant, ZoneId zone, String badge) {
    ZonedDateTime local = instant.atZone(zone);
    return new Sighting(unit, local.toLocalDate(), local.toLocalTime(), badge);
  }
}
