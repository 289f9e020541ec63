package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.port.Stores;

/** What time does to contracts that were amended for a later day: on that day their rows say so. Safe on several nodes. */
public final class AmendmentSweep {
  private static final int BATCH = 100;

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;

  AmendmentSweep(Stores stores, LessorProfile profile, InstantSource clock) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
  }

  /**
   * What a sweep did.
   *
   * @param changed contracts that stand otherwise from today
   * @param setAside contracts that failed, with the fault's message; they stay on the agenda
   */
  public record Report(int changed, Map<ContractNo, String> setAside) {
    public Report {
      setAside = Map.copyOf(setAside);
    }
  }

  /** Brings every contract up to date of which something changes today, each in a unit of work of its own. */
  public Report runDue() {
    int changed = 0;
    Map<ContractNo, String> setAside = new LinkedHashMap<>();
    while (true) {
      Instant now = clock.instant();
      LocalDate today = profile.day(now);
      List<ContractNo> batch =
          stores.amendments().changing(profile.lessor(), today, BATCH + setAside.size()).stream()
              .filter(no -> !setAside.containsKey(no))
              .toList();
      if (batch.isEmpty()) {
        return new Report(changed, setAside);
      }
      for (ContractNo no : batch) {
        try {
          stores.unitOfWork().run(() -> project(no, today, now));
          changed++;
        } catch (RuntimeException fault) {
          setAside.put(no, String.valueOf(fault.getMessage()));
        }
      }
    }
  }

  private void project(ContractNo no, LocalDate today, Instant now) {
    Contract contract =
        stores
            .contracts()
            .lock(profile.lessor(), no)
            .orElseThrow(() -> new IllegalStateException("amended without a contract: " + no));
    ContractHistory history = new Histories(stores, profile.lessor()).of(contract);
    Instant known = history.latest().isAfter(now) ? history.latest() : now;
    Contract after = Projection.of(contract, history, contract.links(), known, today);
    if (!after.equals(contract)) {
      stores.contracts().update(after);
    }
    stores
        .amendments()
        .schedule(profile.lessor(), no, Projection.nextChange(history, known, today).orElse(null));
  }
}
