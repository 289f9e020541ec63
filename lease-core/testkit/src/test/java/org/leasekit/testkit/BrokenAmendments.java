package org.leasekit.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Amendments;
import org.leasekit.port.StaleVersionException;

/** Wrong stores of amendments. */
final class BrokenAmendments {

  private BrokenAmendments() {}

  static List<Broken> all() {
    return List.of(
        Broken.methods(
            "keeps quiet about a stale history", Amendments.class, KeepsQuiet::new, "Amendments rule 1"),
        Broken.methods("forgets old amendments", Amendments.class, Forgets::new, "Amendments rule 2"),
        Broken.methods(
            "finds histories of another lessor", Amendments.class, FindsAny::new, "Amendments rule 4"),
        Broken.methods("forgets to take off the agenda", Amendments.class, NeverDone::new, "Amendments rule 3"));
  }

  private record KeepsQuiet(Amendments right) {
    void append(ContractHistory history) {
      try {
        right.append(history);
      } catch (StaleVersionException stale) {
        // that is what is wrong with it
      }
    }
  }

  private record Forgets(Amendments right) {
    Optional<ContractHistory> find(LessorId lessor, ContractNo no) {
      return right.find(lessor, no).map(Forgets::shortened);
    }

    private static ContractHistory shortened(ContractHistory history) {
      List<Amendment> recorded = history.recorded();
      return ContractHistory.of(history.origin(), recorded.subList(0, Math.min(2, recorded.size())));
    }
  }

  private record NeverDone(Amendments right) {
    void schedule(LessorId lessor, ContractNo contract, LocalDate next) {
      if (next != null) {
        right.schedule(lessor, contract, next);
      }
    }
  }

  private record FindsAny(Amendments right) {
    Optional<ContractHistory> find(LessorId lessor, ContractNo no) {
      return right.find(lessor, no).or(() -> right.find(Samples.LESSOR, no));
    }
  }
}
