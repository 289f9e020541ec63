package org.leasekit.servicedesk;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;

/**
 * Somebody who mends things.
 *
 * @param skills what they can do
 * @param areas where they go; none means everywhere
 * @param shift name of the calendar of their working hours
 * @param capacity requests they can have at a time, at least one
 * @param base where they start from when nobody has seen them; null when unknown
 */
public record Technician(
    LessorId lessor,
    StaffId id,
    String name,
    Set<Skill> skills,
    Set<Area> areas,
    String shift,
    int capacity,
    @Nullable GeoPoint base) {

  public Technician {
    skills = Set.copyOf(skills);
    areas = Set.copyOf(areas);
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: at least one, but was " + capacity);
    }
  }
}
