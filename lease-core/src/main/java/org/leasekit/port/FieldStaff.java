package org.leasekit.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.servicedesk.Sighting;
import org.leasekit.servicedesk.Technician;

/**
 * Technicians, and where they were seen.
 *
 * <ol>
 *   <li>A technician who is put again replaces what was known under their id.
 *   <li>{@link #lockAll} holds all technicians of the lessor against other units of work that ask for the same, until
 *       this one ends: one decision about who goes is made at a time.
 *   <li>Sightings are only ever added; the same technician at the same instant is one sighting, the first.
 *   <li>Staff of another lessor is not seen.
 * </ol>
 */
public interface FieldStaff {

  /** Stores all, each replacing what was known under their id. */
  void putAll(Collection<Technician> technicians);

  /** Every technician by id. */
  List<Technician> all(LessorId lessor);

  /** Every technician by id, locked against other units of work. */
  List<Technician> lockAll(LessorId lessor);

  /** Adds a sighting, unless the technician was seen at that very instant. */
  void addSighting(LessorId lessor, Sighting sighting);

  /** Where a technician was seen from an instant up to, not including, another, in order of time. */
  List<Sighting> sightings(
      LessorId lessor, StaffId technician, Instant from, Instant untilExclusive);

  /** Where each technician was seen last, up to and including an instant; those who were not are left out. */
  Map<StaffId, Sighting> lastSightings(LessorId lessor, Instant until);
}
