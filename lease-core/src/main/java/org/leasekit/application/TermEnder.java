package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;

/** Ends contracts whose term is over or that end early, and extends those that are held over. */
final class TermEnder {
  private static final int BATCH = 100;

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Holdovers holdovers;
  private final AddOnStock addOns;
  private final Mover mover;
  private final WaitingSubs waiting;
  private final CaseDesk desk;

  TermEnder(
      Stores stores, LessorProfile profile, InstantSource clock, Holdovers holdovers, CaseDesk desk) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.holdovers = holdovers;
    this.addOns = new AddOnStock(stores, profile);
    this.mover = new Mover(stores, profile);
    this.waiting = new WaitingSubs(stores, profile);
    this.desk = desk;
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
    List<Contract> leases = listed.stream().filter(contract -> !contract.master()).toList();
    for (int from = 0; from < leases.size(); from += BATCH) {
      List<Contract> batch = leases.subList(from, Math.min(from + BATCH, leases.size()));
      ended += stores.unitOfWork().required(() -> end(batch, today, now));
    }
    for (Contract master : listed) {
      if (master.master()) {
        ended += stores.unitOfWork().required(() -> endMaster(master, today, now));
      }
    }
    return ended;
  }

  /** Whoever waits below the master moves first: afterwards nobody would look for it there. */
  private int endMaster(Contract listed, LocalDate today, Instant now) {
    addOns.lockOrigins(List.of(listed));
    mover.lock();
    ContractLocks locks = new ContractLocks(stores, profile.lessor());
    locks.take(() -> waiting.concerned(listed.no(), locks));
    Contract master = locks.find(listed.no()).orElseThrow();
    if (master.status() == ContractStatus.ACTIVE && !master.endsOn().isAfter(today)) {
      desk.tellOf(waiting.release(master, now), now);
    }
    return end(master.no(), today, now);
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
    if (step.contract().status() == ContractStatus.EXPIRED) {
      lapsed(contract).ifPresent(renewal -> desk.moveOut(renewal, now));
    }
    return 1;
  }

  private Optional<RenewalCase> lapsed(Contract contract) {
    return new Tenancies(stores, profile.lessor())
        .current(contract)
        .filter(renewal -> renewal.state() == CaseState.LAPSED);
  }

  /** Whether a lease whose renewal has lapsed may go on all the same; who moves out is known once it has ended. */
  boolean mayHoldOver(Contract contract) {
    return profile.holdover().months() > 0 && !contract.master() && !contract.status().isEnded();
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
