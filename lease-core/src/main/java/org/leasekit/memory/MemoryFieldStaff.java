package org.leasekit.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.FieldStaff;
import org.leasekit.servicedesk.Sighting;
import org.leasekit.servicedesk.Technician;

final class MemoryFieldStaff implements FieldStaff {

  private final MemoryUnitOfWork unit;
  private final Table<StaffId, Technician> technicians;
  private final Table<At<StaffId>, Sighting> sightings;

  MemoryFieldStaff(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.technicians = new Table<>(unit);
    this.sightings = new Table<>(unit);
  }

  @Override
  public void putAll(Collection<Technician> all) {
    unit.run(() -> all.forEach(one -> technicians.put(one.lessor(), one.id(), one)));
  }

  @Override
  public List<Technician> all(LessorId lessor) {
    return unit.required(() -> technicians.values(lessor).toList());
  }

  /** The unit of work holds the lock of all stores already. */
  @Override
  public List<Technician> lockAll(LessorId lessor) {
    return all(lessor);
  }

  @Override
  public void addSighting(LessorId lessor, Sighting sighting) {
    unit.run(
        () ->
            sightings.putIfAbsent(
                lessor, new At<>(sighting.at(), sighting.technician()), sighting));
  }

  @Override
  public List<Sighting> sightings(
      LessorId lessor, StaffId technician, Instant from, Instant untilExclusive) {
    return unit.required(
        () ->
            until(lessor, untilExclusive)
                .filter(seen -> seen.technician().equals(technician))
                .filter(seen -> seen.at().isBefore(untilExclusive) && !seen.at().isBefore(from))
                .toList());
  }

  @Override
  public Map<StaffId, Sighting> lastSightings(LessorId lessor, Instant until) {
    return unit.required(
        () -> {
          Map<StaffId, Sighting> last = new HashMap<>();
          until(lessor, until).forEach(seen -> last.put(seen.technician(), seen));
          return Map.copyOf(last);
        });
  }

  /** In order of time, up to and including an instant. */
  private Stream<Sighting> until(LessorId lessor, Instant inclusive) {
    return sightings.values(lessor).takeWhile(seen -> !seen.at().isAfter(inclusive));
  }
}
