package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.port.Stores;

/** Ends contracts whose term is over or that end early, and extends those that are held over. */
final class TermEnder {
  private static final int BATCH = 100;

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Holdovers holdovers;
  private final AddOnStock addOns;

  TermEnder(Stores stores, LessorProfile profile, InstantSource clock, Holdovers holdovers) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.holdovers = holdovers;
    this.addOns = new AddOnStock(stores, profile);
  }

  /** Contracts that let nothing any more: renewed when a successor is there, else expired, or terminated early. */
  int endDue() {
    Instant now = clock.instant();
    LocalDate today = profile.day(now);
    List<Contract> listed =
        stores.contracts().activeEndedBy(profile.lessor(), today).stream()
            .filter(contract -> !holdovers.holdOver(contract, now))
            .toList();
    int ended = 0;
    for (int from = 0; from < listed.size(); from += BATCH) {
      List<Contract> batch = listed.subList(from, Math.min(from + BATCH, listed.size()));
      ended += stores.unitOfWork().required(() -> end(batch, today, now));
    }
    return ended;
  }

  private int end(List<Contract> batch, LocalDate today, Instant now) {
    addOns.lockOrigins(batch);
    return batch.stream().mapToInt(contract -> end(contract.no(), today, now)).sum();
  }

  /** Ends a contract once: another node may have done so, or it was extended, since it was listed. */
  private int end(ContractNo no, LocalDate today, Instant now) {
    Contract contract = stores.contracts().lock(profile.lessor(), no).orElseThrow();
    if (contract.status() != ContractStatus.ACTIVE || contract.endsOn().isAfter(today)) {
      return 0;
    }
    Lifecycle.Step step = step(contract, now);
    stores.contracts().update(step.contract());
    stores.contracts().record(step.change());
    if (step.contract().status() == ContractStatus.TERMINATED) {
      addOns.endedEarly(contract);
    }
    return 1;
  }

  private static Lifecycle.Step step(Contract contract, Instant now) {
    if (contract.terminatesOn() != null) {
      return Lifecycle.move(
              contract, ContractStatus.TERMINATED, "leasekit", "early termination",
              "as of " + contract.terminatesOn(), now)
          .orElseThrow();
    }
    ContractStatus status =
        contract.successor().isPresent() ? ContractStatus.RENEWED : ContractStatus.EXPIRED;
    return Lifecycle.move(
            contract,
            status,
            "leasekit",
            "end of term",
            contract.successor().map(next -> "successor " + next).orElse("no successor"),
            now)
        .orElseThrow();
  }
}
