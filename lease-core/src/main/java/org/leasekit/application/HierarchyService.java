package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
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
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.GrantId;
import org.leasekit.hierarchy.HierarchyRejection;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlaceHistory;
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

  HierarchyService(
      Stores stores, LessorProfile profile, InstantSource clock, Door door, Gate gate) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.mover = new Mover(stores, profile);
    this.family = new Family(stores, profile.lessor());
  }

  /**
   * Puts a contract below a master.
   *
   * @return the contract in its new place; or {@link HierarchyRejection}: the master is no master, stands below the
   *     contract, has ended, does not run as long, or is its master already; or the move is not effective yet, or before the
   *     last one
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
                    mover.lockForMove(no, master);
                    return family
                        .path(no, master)
                        .putBelow(no, master)
                        .then(
                            forest ->
                                mover.place(
                                    no, master, day(valid.effective(), now),
                                    proof(valid.by(), valid.reason(), valid.evidence()), now));
                  });
            });
  }

  /**
   * Makes a sub-contract stand alone; {@link #putBelow} is the reverse.
   *
   * @return the contract in its new place; or {@link HierarchyRejection}
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
                    mover.lockForMove(no, null);
                    return family
                        .path(no)
                        .promote(no)
                        .then(
                            forest ->
                                mover.place(
                                    no, null, day(valid.effective(), now),
                                    proof(valid.by(), valid.reason(), valid.evidence()), now));
                  });
            });
  }

  /**
   * Lets the bills of a contract, and of what is below it, come to it, or lets them go further up.
   *
   * @return what was recorded; or {@link HierarchyRejection}
   */
  public Outcome<Move> takeBills(TakeBills command) {
    return door.check(command)
        .then(
            valid -> {
              ContractNo no = number(valid.contractNo());
              return allowed(
                  Action.CHANGE_HIERARCHY,
                  List.of(no),
                  now -> {
                    mover.lock();
                    stores.contracts().lock(profile.lessor(), no);
                    return mover.takesBills(no) == valid.takes()
                        ? Outcome.rejected(new HierarchyRejection.AlreadyThere(no))
                        : mover.takeBills(
                            no, valid.takes(), day(valid.effective(), now),
                            proof(valid.by(), valid.reason(), valid.evidence()), now);
                  });
            });
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
   * Where a contract stood, on both axes of time. The tenant's side is told where it stands now, and of no move: the
   * masters of before are no affair of whoever has the contract today.
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
