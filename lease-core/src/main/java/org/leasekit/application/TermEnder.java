package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.port.Stores;

/** Ends contracts whose term is over. */
final class TermEnder {
  private static final int BATCH = 100;

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;

  TermEnder(Stores stores, LessorProfile profile, InstantSource clock) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
  }

  /** Terms that have ended: renewed when a successor is there, expired otherwise. */
  int endDue() {
    Instant now = clock.instant();
    List<Contract> listed = stores.contracts().activeEndedBy(profile.lessor(), profile.day(now));
    int ended = 0;
    for (int from = 0; from < listed.size(); from += BATCH) {
      List<Contract> batch = listed.subList(from, Math.min(from + BATCH, listed.size()));
      ended +=
          stores
              .unitOfWork()
              .required(() -> batch.stream().mapToInt(contract -> end(contract.no(), now)).sum());
    }
    return ended;
  }

  /** Ends a term once: another node may have done so since the contract was listed. */
  private int end(ContractNo no, Instant now) {
    Contract contract = stores.contracts().lock(profile.lessor(), no).orElseThrow();
    if (contract.status() != ContractStatus.ACTIVE) {
      return 0;
    }
    ContractStatus status =
        contract.successor().isPresent() ? ContractStatus.RENEWED : ContractStatus.EXPIRED;
    Lifecycle.Step step =
        Lifecycle.move(
                contract,
                status,
                "leasekit",
                "end of term",
                contract.successor().map(next -> "successor " + next).orElse("no successor"),
                now)
            .orElseThrow();
    stores.contracts().update(step.contract());
    stores.contracts().record(step.change());
    return 1;
  }
}
