package org.leasekit.occupancy;

import java.time.LocalDate;
import org.leasekit.contract.UnitRef;

/**
 * A plate or badge that somebody saw in a unit.
 *
 * @param badge as read; blanks, dots and hyphens in it and the case of letters do not count
 */
public record Sighting(UnitRef unit, LocalDate on, String badge) {}
