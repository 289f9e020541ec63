package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.HierarchyRejection;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.port.Stores;

/**
 * What time does to planned moves: on its day each becomes a move, or is found out to be impossible, which is recorded with
 * the reason. Each is a unit of work of its own. Safe on several nodes: a plan is resolved once.
 */
public final class MoveSweep {
  private static final int BATCH = 100;
  private static final String BY = "leasekit";

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Mover mover;
  private final Plans plans;
  private final Family family;

  MoveSweep(Stores stores, LessorProfile profile, InstantSource clock) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.mover = new Mover(stores, profile);
    this.plans = new Plans(stores, profile);
    this.family = new Family(stores, profile.lessor());
  }

  /**
   * What a sweep did.
   *
   * @param moved plans that were carried out
   * @param failed contracts that could not be moved, with the last reason; where they are they stay, and the plan is done with
   * @param setAside contracts at whose plans something broke, with the fault's message; the plans stay pending
   */
  public record Report(
      int moved, Map<ContractNo, Rejection> failed, Map<ContractNo, String> setAside) {
    public Report {
      failed = Map.copyOf(failed);
      setAside = Map.copyOf(setAside);
    }
  }

  /** Carries out every plan whose day has come, in the order of their days. */
  public Report runDue() {
    int moved = 0;
    Map<ContractNo, Rejection> failed = new LinkedHashMap<>();
    Map<ContractNo, String> setAside = new LinkedHashMap<>();
    int passed = 0;
    while (true) {
      Instant now = clock.instant();
      List<PlannedMove> batch =
          stores.plannedMoves().due(profile.lessor(), profile.day(now), BATCH + passed).stream()
              .filter(plan -> !setAside.containsKey(plan.contract()))
              .toList();
      if (batch.isEmpty()) {
        return new Report(moved, failed, setAside);
      }
      for (PlannedMove plan : batch) {
        try {
          Optional<Outcome<Contract>> done =
              stores.unitOfWork().required(() -> carryOut(plan, now));
          moved += done.filter(Outcome::isAccepted).isPresent() ? 1 : 0;
          done.filter(each -> !each.isAccepted())
              .ifPresent(each -> failed.put(plan.contract(), each.rejection()));
        } catch (RuntimeException fault) {
          setAside.put(plan.contract(), String.valueOf(fault.getMessage()));
          passed += BATCH;
        }
      }
    }
  }

  /** Empty when there is nothing to do: another node did it, or the contract has left the master that ends. */
  private Optional<Outcome<Contract>> carryOut(PlannedMove listed, Instant now) {
    ContractNo no = listed.contract();
    boolean lockedTree = listed.isOfPlace() ? mover.lockForMove(no, listed.to()) : lockForBills(no);
    PlannedMove plan = plans.of(List.of(no)).get(listed.number() - 1);
    if (!plan.isPending()) {
      return Optional.empty();
    }
    ContractNo endingMaster = plan.endingMaster();
    Optional<ContractNo> master =
        stores.contracts().find(profile.lessor(), no).flatMap(Contract::parent);
    if (endingMaster != null && master.filter(endingMaster::equals).isEmpty()) {
      Proof gone = new Proof(BY, "stands no longer below " + endingMaster, plan.proof().evidence());
      plans.resolve(plan, PlannedMove.Fate.WITHDRAWN, gone, now);
      return Optional.empty();
    }
    Outcome<Contract> moved = moved(plan, lockedTree, now);
    if (moved.isAccepted()) {
      plans.resolve(plan, PlannedMove.Fate.DONE, plan.proof(), now);
    } else {
      Rejection why = moved.rejection();
      Proof proof = new Proof(BY, why.rule(), String.join(", ", why.data()));
      plans.resolve(plan, PlannedMove.Fate.FAILED, proof, now);
    }
    return Optional.of(moved);
  }

  /** No lock on a tree has to do with who takes bills. */
  private boolean lockForBills(ContractNo no) {
    mover.lock();
    stores.contracts().lock(profile.lessor(), no);
    return false;
  }

  private Outcome<Contract> moved(PlannedMove plan, boolean lockedTree, Instant now) {
    ContractNo no = plan.contract();
    @Nullable ContractNo to = plan.to();
    LocalDate effective = plan.effective();
    if (!plan.isOfPlace()) {
      return billsTaken(plan, now);
    }
    return (to == null ? family.path(no).promote(no) : family.path(no, to).putBelow(no, to))
        .then(forest -> mover.place(no, to, effective, plan.proof(), now, lockedTree));
  }

  private Outcome<Contract> billsTaken(PlannedMove plan, Instant now) {
    ContractNo no = plan.contract();
    boolean takes = plan.kind() == Move.Kind.TAKES_BILLS;
    Contract contract = stores.contracts().find(profile.lessor(), no).orElseThrow();
    if (contract.status().isEnded() || !contract.endsOn().isAfter(plan.effective())) {
      return Outcome.rejected(new HierarchyRejection.Ended(no));
    }
    return mover.takesBills(no) == takes
        ? Outcome.rejected(new HierarchyRejection.AlreadyThere(no))
        : mover.takeBills(no, takes, plan.effective(), plan.proof(), now).map(move -> contract);
  }
}
