package org.leasekit.testkit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.party.LessorId;
import org.leasekit.port.PlannedMoves;
import org.leasekit.port.StaleVersionException;

/** Wrong stores of planned moves. */
final class BrokenPlans {

  private BrokenPlans() {}

  static List<Broken> all() {
    return List.of(
        plans("keeps quiet about a stale plan", KeepsQuiet::new, "PlannedMoves rule 1"),
        plans("resolves a plan again", ResolvesAgain::new, "PlannedMoves rule 2"),
        plans("takes every plan for one of places", PlacesAlone::new, "PlannedMoves rule 2"),
        plans("carries out on the day after", DayAfter::new, "PlannedMoves rule 3", "PlannedMoves rule 4"),
        plans("finds plans of another lessor", FindsAny::new, "PlannedMoves rule 4"));
  }

  private static Broken plans(String name, Function<PlannedMoves, Object> methods, String... rules) {
    return Broken.methods(name, PlannedMoves.class, methods, rules);
  }

  private record KeepsQuiet(PlannedMoves right) {
    void append(PlannedMove plan) {
      try {
        right.append(plan);
      } catch (StaleVersionException stale) {
        // that is what is wrong with it
      }
    }
  }

  private record ResolvesAgain(PlannedMoves right) {
    void resolve(PlannedMove plan) {
      try {
        right.resolve(plan);
      } catch (StaleVersionException stale) {
        // that is what is wrong with it
      }
    }
  }

  private record PlacesAlone(PlannedMoves right) {
    void append(PlannedMove plan) {
      right.append(
          new PlannedMove(
              plan.lessor(), plan.contract(), plan.number(), Move.Kind.PLACE, plan.to(), plan.effective(),
              plan.known(), plan.proof(), plan.endingMaster(), plan.resolution()));
    }
  }

  private record DayAfter(PlannedMoves right) {
    List<PlannedMove> due(LessorId lessor, LocalDate through, int limit) {
      return right.due(lessor, through.minusDays(1), limit);
    }
  }

  private record FindsAny(PlannedMoves right) {
    List<PlannedMove> ofContracts(LessorId lessor, Collection<ContractNo> contracts) {
      List<PlannedMove> mine = right.ofContracts(lessor, contracts);
      List<PlannedMove> theirs = right.ofContracts(new LessorId("other"), contracts);
      return theirs.isEmpty() ? mine : theirs;
    }
  }
}
