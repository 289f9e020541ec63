package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Action;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.hierarchy.Delegation;
import org.leasekit.hierarchy.DelegationRejection;
import org.leasekit.hierarchy.Forest;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.GrantId;
import org.leasekit.hierarchy.HierarchyRejection;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlaceHistory;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/**
 * Who stands below whom, who pays, and what a master lets its sub-accounts do alone. What has been billed stays where it
 * was billed: a move concerns what is raised after it.
 */
public final class HierarchyService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final Mover mover;
  private final Family family;
  private final Plans plans;

  HierarchyService(
      Stores stores, LessorProfile profile, InstantSource clock, Door door, Gate gate) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.mover = new Mover(stores, profile);
    this.family = new Family(stores, profile.lessor());
    this.plans = new Plans(stores, profile);
  }

  /**
   * Puts a contract below a master, now or on a later day. A move of a later day is planned: it is looked at as things are
   * planned for that day, known from now on, and carried out on that day by {@link MoveSweep}, if it is possible then.
   *
   * @return the contract in its new place, or where it stands until the planned move; or {@link HierarchyRejection}: the
   *     master is no master, stands below the contract, has ended, does not run as long, or is its master already; or the
   *     move is before the last one
   */
  public Outcome<Contract> putBelow(PutBelow command) {
    return door.check(command)
        .then(
            valid -> {
              ContractNo no = number(valid.contractNo());
              ContractNo master = number(valid.masterNo());
              return allowed(
                  Action.CHANGE_HIERARCHY,
                  List.of(no, master),
                  now -> {
                    boolean lockedTree = mover.lockForMove(no, master);
                    if (isLater(valid.effective(), now)) {
                      return planned(
                          no, master, day(valid.effective(), now),
                          proof(valid.by(), valid.reason(), valid.evidence()), now);
                    }
                    return family
                        .path(no, master)
                        .putBelow(no, master)
                        .then(
                            forest ->
                                mover.place(
                                    no, master, day(valid.effective(), now),
                                    proof(valid.by(), valid.reason(), valid.evidence()), now, lockedTree));
                  });
            });
  }

  /**
   * Makes a sub-contract stand alone, now or on a later day as {@link #putBelow} does, which is the reverse.
   *
   * @return the contract in its new place, or where it stands until the planned move; or {@link HierarchyRejection}
   */
  public Outcome<Contract> promote(Promote command) {
    return door.check(command)
        .then(
            valid -> {
              ContractNo no = number(valid.contractNo());
              return allowed(
                  Action.CHANGE_HIERARCHY,
                  List.of(no),
                  now -> {
                    boolean lockedTree = mover.lockForMove(no, null);
                    if (isLater(valid.effective(), now)) {
                      return planned(
                          no, null, day(valid.effective(), now),
                          proof(valid.by(), valid.reason(), valid.evidence()), now);
                    }
                    return family
                        .path(no)
                        .promote(no)
                        .then(
                            forest ->
                                mover.place(
                                    no, null, day(valid.effective(), now),
                                    proof(valid.by(), valid.reason(), valid.evidence()), now, lockedTree));
                  });
            });
  }

  private boolean isLater(@Nullable LocalDate effective, Instant now) {
    return effective != null && effective.isAfter(profile.day(now));
  }

  private Outcome<Contract> planned(
      ContractNo no, @Nullable ContractNo to, LocalDate effective, Proof proof, Instant now) {
    Forest then =
        to == null ? plans.forestOn(effective, now, no) : plans.forestOn(effective, now, to, no);
    return (to == null ? then.promote(no) : then.putBelow(no, to))
        .then(
            forest -> {
              Contract contract = stores.contracts().find(profile.lessor(), no).orElseThrow();
              if (!contract.endsOn().isAfter(effective)) {
                return Outcome.rejected(new HierarchyRejection.Ended(no));
              }
              plans.plan(contract, to, effective, null, proof, now);
              return Outcome.accepted(contract);
            });
  }

  /**
   * Takes a planned move back before its day; that it was planned remains recorded. A sub that moves because its master ends
   * stays when the amendment that ends the master is withdrawn.
   *
   * @return the plan with what became of it; or {@link HierarchyRejection.NoSuchPlan}, also for one that was carried out,
   *     failed or is withdrawn, or {@link HierarchyRejection.FollowsMaster}
   */
  public Outcome<PlannedMove> withdraw(WithdrawMove command) {
    return door.check(command)
        .then(
            valid -> {
              ContractNo no = number(valid.contractNo());
              return allowed(
                  Action.CHANGE_HIERARCHY, List.of(no), now -> withdrawn(no, valid, now));
            });
  }

  private Outcome<PlannedMove> withdrawn(ContractNo no, WithdrawMove valid, Instant now) {
    mover.lock();
    List<PlannedMove> all = plans.of(List.of(no));
    Optional<PlannedMove> plan =
        all.stream().filter(each -> each.number() == valid.number() && each.isPending()).findAny();
    if (plan.isEmpty()) {
      return Outcome.rejected(new HierarchyRejection.NoSuchPlan(no, valid.number()));
    }
    ContractNo endingMaster = plan.get().endingMaster();
    if (endingMaster != null) {
      return Outcome.rejected(new HierarchyRejection.FollowsMaster(no, endingMaster));
    }
    mover.lockForMove(no, plan.get().to());
    Proof proof = proof(valid.by(), valid.reason(), valid.evidence());
    if (!plan.get().isOfPlace()) {
      handedOn(plan.get()).forEach(each -> plans.withdraw(each, proof, now));
    }
    return Outcome.accepted(plans.withdraw(plan.get(), proof, now));
  }

  /** The same plans of the contracts that continue one, which handed them on when it was renewed. */
  private List<PlannedMove> handedOn(PlannedMove plan) {
    List<PlannedMove> handedOn = new ArrayList<>();
    Optional<ContractNo> next = Optional.of(plan.contract());
    do {
      next = next.flatMap(no -> stores.contracts().find(profile.lessor(), no)).flatMap(Contract::successor);
      next.ifPresent(
          no ->
              plans.of(List.of(no)).stream()
                  .filter(each -> each.isPending() && each.kind() == plan.kind())
                  .filter(each -> each.effective().equals(plan.effective()))
                  .forEach(handedOn::add));
    } while (next.isPresent());
    return handedOn;
  }

  /**
   * Lets the bills of a contract, and of what is below it, come to it, or lets them go further up, now or on a later day as
   * {@link #putBelow} does.
   *
   * @return the contract; or {@link HierarchyRejection}: it is so already, or is planned to be by then, or the contract has
   *     ended by then
   */
  public Outcome<Contract> takeBills(TakeBills command) {
    return door.check(command)
        .then(
            valid -> {
              ContractNo no = number(valid.contractNo());
              return allowed(
                  Action.CHANGE_HIERARCHY, List.of(no), now -> billsTaken(no, valid, now));
            });
  }

  private Outcome<Contract> billsTaken(ContractNo no, TakeBills valid, Instant now) {
    mover.lock();
    Contract contract = stores.contracts().lock(profile.lessor(), no).orElseThrow();
    LocalDate effective = day(valid.effective(), now);
    Proof proof = proof(valid.by(), valid.reason(), valid.evidence());
    boolean later = isLater(effective, now);
    boolean before =
        later ? mover.history(no).takesBillsAsOf(effective, now) : mover.takesBills(no);
    if (before == valid.takes()) {
      return Outcome.rejected(new HierarchyRejection.AlreadyThere(no));
    }
    if (!later) {
      return mover.takeBills(no, valid.takes(), effective, proof, now).map(move -> contract);
    }
    if (contract.status().isEnded() || !contract.endsOn().isAfter(effective)) {
      return Outcome.rejected(new HierarchyRejection.Ended(no));
    }
    plans.planBills(no, valid.takes(), effective, proof, now);
    return Outcome.accepted(contract);
  }

  /**
   * Lets a sub-contract do something alone. It counts only while the grantor is its master, and no further than the grantor
   * may himself.
   *
   * @return what was granted; or {@link DelegationRejection.NoMaster}
   */
  public Outcome<Grant> grant(GrantRight command) {
    return door.check(command)
        .then(
            valid -> {
              ContractNo account = number(valid.accountNo());
              return allowed(Action.GRANT, List.of(account), now -> granted(account, valid, now));
            });
  }

  private Outcome<Grant> granted(ContractNo account, GrantRight valid, Instant now) {
    Optional<ContractNo> master =
        stores.contracts().lock(profile.lessor(), account).flatMap(Contract::parent);
    if (master.isEmpty()) {
      return Outcome.rejected(new DelegationRejection.NoMaster(account));
    }
    Grant grant =
        new Grant(
            profile.lessor(),
            new GrantId(account, grantsOf(account).size() + 1),
            new Delegation(
                master.get(), account, valid.right(), valid.maxAmount(), valid.maxMonths(),
                valid.maxUnits(), valid.untilExclusive()),
            now,
            proof(valid.by(), valid.reason(), valid.evidence()),
            null);
    stores.grants().append(grant);
    return Outcome.accepted(grant);
  }

  /**
   * Takes a right back; once it is taken back that stays as it is.
   *
   * @return the grant; or {@link DelegationRejection.NoSuchGrant}
   */
  public Outcome<Grant> revoke(RevokeRight command) {
    return door.check(command)
        .then(
            valid -> {
              ContractNo account = number(valid.accountNo());
              return allowed(Action.GRANT, List.of(account), now -> revoked(account, valid, now));
            });
  }

  private Outcome<Grant> revoked(ContractNo account, RevokeRight valid, Instant now) {
    // two who revoke at once do it one after the other
    stores.contracts().lock(profile.lessor(), account);
    List<Grant> grants = grantsOf(account);
    if (valid.number() > grants.size()) {
      return Outcome.rejected(new DelegationRejection.NoSuchGrant(account, valid.number()));
    }
    Grant grant = grants.get(valid.number() - 1);
    if (!grant.stands()) {
      return Outcome.accepted(grant);
    }
    Grant revoked =
        grant.revoked(
            new Grant.Revocation(now, proof(valid.by(), valid.reason(), valid.evidence())));
    stores.grants().revoke(revoked);
    return Outcome.accepted(revoked);
  }

  /**
   * What was granted to a contract, revoked or not, by number; on the tenant's side by its present master alone.
   *
   * @return rejected for whoever may not see the contract
   */
  public Outcome<List<Grant>> grants(ContractNo account) {
    return allowed(
        Action.VIEW,
        List.of(account),
        now ->
            Outcome.accepted(
                grantsOf(account).stream()
                    .filter(
                        grant ->
                            !gate.isTenantsSide()
                                || parentOf(account)
                                    .filter(grant.delegation().grantor()::equals)
                                    .isPresent())
                    .toList()));
  }

  /**
   * Where a contract stood and is planned to stand, on both axes of time. The tenant's side is told where it stands now, and
   * of no move: the masters of before are no affair of whoever has the contract today.
   *
   * @return rejected for whoever may not see the contract
   */
  public Outcome<PlaceHistory> places(ContractNo contract) {
    return allowed(
        Action.VIEW,
        List.of(contract),
        now ->
            gate.isTenantsSide()
                ? Outcome.accepted(
                    new PlaceHistory(contract, parentOf(contract).orElse(null), List.of()))
                : Outcome.accepted(mover.history(contract)));
  }

  /** The contract that takes the bills of another now; rejected for whoever may not see the contract. */
  public Outcome<ContractNo> payerOf(ContractNo contract) {
    return allowed(
        Action.VIEW,
        List.of(contract),
        now ->
            stores
                .contracts()
                .find(profile.lessor(), contract)
                .map(new Hierarchy(stores, profile.lessor())::payerOf)
                .<Outcome<ContractNo>>map(Outcome::accepted)
                .orElseGet(
                    () -> Outcome.rejected(new ContractRejection.NoSuchContract(contract))));
  }

  private Optional<ContractNo> parentOf(ContractNo contract) {
    return stores.contracts().find(profile.lessor(), contract).flatMap(Contract::parent);
  }

  private List<Grant> grantsOf(ContractNo account) {
    return stores.grants().ofAccounts(profile.lessor(), List.of(account));
  }

  /** Asks about each contract before anything is looked up, then does the work in the same unit of work. */
  private <T> Outcome<T> allowed(
      Action action, List<ContractNo> contracts, Function<Instant, Outcome<T>> work) {
    return stores
        .unitOfWork()
        .required(
            () -> {
              Outcome<Boolean> answer = Outcome.accepted(true);
              for (ContractNo no : contracts) {
                answer = answer.then(before -> gate.ask(action, no).map(decision -> true));
              }
              return answer.then(mayDo -> work.apply(clock.instant()));
            });
  }

  private LocalDate day(@Nullable LocalDate effective, Instant now) {
    return effective == null ? profile.day(now) : effective;
  }

  private static ContractNo number(String text) {
    return new ContractNo(text.strip());
  }

  private static Proof proof(String by, String reason, String evidence) {
    return new Proof(by.strip(), reason.strip(), evidence.strip());
  }
}
