package org.leasekit.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.UnitRef;
import org.leasekit.occupancy.Booking;
import org.leasekit.occupancy.Hold;
import org.leasekit.party.LessorId;
import org.leasekit.port.Holds;

/** Wrong stores of holds. */
final class BrokenHolds {

  private BrokenHolds() {}

  static List<Broken> all() {
    return List.of(
        Broken.methods("keeps quiet about a unit that is taken", Holds.class, KeepsQuiet::new, "Holds rule 1"),
        Broken.methods("forgets that a lease rests", Holds.class, ForgetsRest::new, "Holds rule 2"),
        Broken.blind("reads what it should have locked", Holds.class, LocksNothing::new, "Holds rule 3"),
        Broken.methods("replaces a known booking", Holds.class, Replaces::new, "Holds rule 4"),
        Broken.methods("finds holds of another lessor", Holds.class, FindsAny::new, "Holds rule 5"));
  }

  private record KeepsQuiet(Holds right) {
    Optional<Hold> replace(LessorId lessor, ContractNo contract, List<Hold> holds) {
      right.replace(lessor, contract, holds);
      return Optional.empty();
    }
  }

  private record ForgetsRest(Holds right) {
    Optional<Hold> replace(LessorId lessor, ContractNo contract, List<Hold> holds) {
      return right.replace(lessor, contract, holds.stream().map(ForgetsRest::awake).toList());
    }

    private static Hold awake(Hold hold) {
      return new Hold(hold.contract(), hold.unit(), hold.portion(), hold.days(), false);
    }
  }

  private record LocksNothing(Holds right, Snapshots snapshots) {
    List<Hold> ofUnits(LessorId lessor, Collection<UnitRef> units) {
      return lessor.equals(Samples.LESSOR) && snapshots.isBlind()
          ? snapshots.seen().holds().stream().filter(hold -> units.contains(hold.unit())).toList()
          : right.ofUnits(lessor, units);
    }
  }

  private record Replaces(Holds right) {
    boolean book(Booking booking) {
      boolean added = right.book(booking);
      if (!added) {
        right.update(booking);
      }
      return added;
    }
  }

  private record FindsAny(Holds right) {
    List<Hold> ofUnits(LessorId lessor, Collection<UnitRef> units) {
      List<Hold> found = right.ofUnits(lessor, units);
      return found.isEmpty() ? right.ofUnits(Samples.LESSOR, units) : found;
    }
  }
}
