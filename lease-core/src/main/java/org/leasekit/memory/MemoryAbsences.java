package org.leasekit.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.leasekit.party.Absence;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.Absences;

final class MemoryAbsences implements Absences {

  private record Place(StaffId staff, Instant from) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::staff).thenComparing(Place::from);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final MemoryUnitOfWork unit;
  private final Table<Place, Absence> absences;

  MemoryAbsences(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.absences = new Table<>(unit);
  }

  @Override
  public void putAll(Collection<Absence> all) {
    unit.run(
        () ->
            all.forEach(
                absence ->
                    absences.put(
                        absence.lessor(), new Place(absence.staff(), absence.from()), absence)));
  }

  @Override
  public List<Absence> at(LessorId lessor, Instant at) {
    return unit.required(
        () -> absences.values(lessor).filter(absence -> absence.holds(at)).toList());
  }
}
