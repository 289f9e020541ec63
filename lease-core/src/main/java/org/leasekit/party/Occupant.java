package org.leasekit.party;

import org.jspecify.annotations.Nullable;

/**
 * The actual user (实际使用人) of a unit, who need not be the registered tenant.
 *
 * @param name as recorded
 * @param badge licence plate, access card or the like; null when none is recorded
 */
public record Occupant(String name, @Nullable String badge) {}
