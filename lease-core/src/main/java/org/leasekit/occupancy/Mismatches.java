package org.leasekit.occupancy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Phase;
import org.leasekit.amendment.Standing;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.Occupant;

/** Holds what was seen in the garage against the file. */
public final class Mismatches {

  private Mismatches() {}

  /**
   * The sightings that the file does not explain, in the order given.
   *
   * @param known as far as the contracts are known at this instant
   */
  public static List<Mismatch> find(
      Collection<Sighting> sightings, Collection<ContractHistory> histories, Instant known) {
    List<Mismatch> found = new ArrayList<>();
    for (Sighting sighting : sightings) {
      List<Standing> standings =
          histories.stream()
              .flatMap(history -> history.asOf(sighting.on(), known).stream())
              .filter(standing -> standing.phase().holdsUnit())
              .sorted(Comparator.comparing(Standing::contract))
              .toList();
      check(sighting, standings).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private static Optional<Mismatch> check(Sighting seen, List<Standing> standings) {
    List<Standing> here =
        standings.stream().filter(standing -> seen.unit().equals(standing.unit())).toList();
    List<Standing> using =
        here.stream().filter(standing -> standing.phase() == Phase.RUNNING).toList();
    if (using.stream().anyMatch(standing -> isUser(standing, seen.badge()))) {
      return Optional.empty();
    }
    Mismatch.Kind kind =
        here.isEmpty()
            ? Mismatch.Kind.UNIT_NOT_LET
            : using.isEmpty()
                ? Mismatch.Kind.LEASE_RESTS
                : using.stream().allMatch(standing -> badge(standing).isEmpty())
                    ? Mismatch.Kind.NO_BADGE_RECORDED
                    : Mismatch.Kind.OTHER_USER;
    List<ContractNo> elsewhere =
        standings.stream()
            .filter(standing -> !seen.unit().equals(standing.unit()) && isUser(standing, seen.badge()))
            .map(Standing::contract)
            .toList();
    return Optional.of(
        new Mismatch(seen, kind, here.stream().map(Standing::contract).toList(), elsewhere));
  }

  private static boolean isUser(Standing standing, String badge) {
    return badge(standing).filter(plain(badge)::equals).isPresent();
  }

  private static Optional<String> badge(Standing standing) {
    return Optional.ofNullable(standing.occupant())
        .map(Occupant::badge)
        .map(Mismatches::plain)
        .filter(text -> !text.isEmpty());
  }

  /** Plates are read and written in many ways: 沪A·12345, 沪A 12345, 沪a-12345. */
  private static String plain(String badge) {
    return badge.replaceAll("[\\s.·•・_-]", "").toUpperCase(Locale.ROOT);
  }
}
