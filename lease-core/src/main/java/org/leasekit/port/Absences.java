package org.leasekit.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.leasekit.party.Absence;
import org.leasekit.party.LessorId;

/**
 * Who of the staff is away when.
 *
 * <ol>
 *   <li>An absence of the same person from the same instant replaces what was known of it.
 *   <li>Absences of another lessor are not seen.
 * </ol>
 */
public interface Absences {

  /** Stores all, each replacing what was known of the same absence. */
  void putAll(Collection<Absence> absences);

  /** Absences that hold at an instant, by person, then by beginning. */
  List<Absence> at(LessorId lessor, Instant at);
}
