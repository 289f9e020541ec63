package org.leasekit.intake;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.leasekit.contract.Contract;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;

/**
 * Which contract holds a unit when, found in logarithmic time. Contracts that share a half of the day
 * stand one after the other, so only the one that starts last before a term's end can reach into it.
 */
public final class UnitOccupancy {

  private final Map<UnitRef, Map<Slot, TreeMap<LocalDate, Contract>>> units = new HashMap<>();

  /** Nothing is let. */
  public UnitOccupancy() {}

  /** A contract that cannot stand beside the candidate. */
  public Optional<Contract> holder(Contract candidate) {
    Map<Slot, TreeMap<LocalDate, Contract>> halves = units.get(candidate.unit());
    if (halves == null) {
      return Optional.empty();
    }
    return halvesOf(candidate.slot()).stream()
        .map(halves::get)
        .filter(terms -> terms != null)
        .map(terms -> terms.lowerEntry(candidate.term().endExclusive()))
        .filter(entry -> entry != null && entry.getValue().collidesWith(candidate))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Takes note of a contract for which there is no {@link #holder}. */
  public void add(Contract contract) {
    UnitRef unit = contract.unit();
    if (unit == null) {
      return;
    }
    Map<Slot, TreeMap<LocalDate, Contract>> halves =
        units.computeIfAbsent(unit, key -> new EnumMap<>(Slot.class));
    for (Slot half : halvesOf(contract.slot())) {
      halves
          .computeIfAbsent(half, key -> new TreeMap<>())
          .put(contract.term().start(), contract);
    }
  }

  private static List<Slot> halvesOf(Slot slot) {
    return slot == Slot.ALL ? List.of(Slot.DAY, Slot.NIGHT) : List.of(slot);
  }
}
