package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.port.Stores;
import org.leasekit.renewal.RenewalCase;

/** What a contract that continues another takes over of its place among others; joins the caller's unit of work. */
final class Inheritance {
  private final Stores stores;
  private final LessorProfile profile;
  private final Mover mover;

  Inheritance(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.mover = new Mover(stores, profile);
  }

  /** Holds the hierarchy: the subs of a master are going to move. */
  void lock() {
    mover.lock();
  }

  /** The successor takes bills where the old contract did or is going to, and may do alone what the old one might. */
  void takeOver(Contract old, Contract successor, RenewalCase renewal, Instant now) {
    Proof proof = proof(renewal);
    if (mover.takesBills(old.no())) {
      mover.takeBills(successor.no(), true, profile.day(now), proof, now).orElseThrow();
    }
    planBills(old, successor.no(), proof, now);
    successor.parent().ifPresent(master -> carryGrants(old, successor.no(), master, proof, now));
  }

  /** What is planned for the bills of the old contract is planned for those of the successor. */
  private void planBills(Contract old, ContractNo successor, Proof proof, Instant now) {
    Plans plans = new Plans(stores, profile);
    for (PlannedMove plan : plans.of(List.of(old.no()))) {
      if (plan.isPending() && !plan.isOfPlace()) {
        boolean takes = plan.kind() == Move.Kind.TAKES_BILLS;
        plans.planBills(successor, takes, plan.effective(), proof, now);
      }
    }
  }

  /**
   * A contract that waited below a master comes below another, or stands alone, with the rights that it had.
   *
   * @param master null for none
   * @param effective first day of the new place; later when something was moved since
   */
  void adopt(
      Contract sub, @Nullable ContractNo master, LocalDate effective, Proof proof, Instant now) {
    LocalDate day =
        mover.history(sub.no()).mayMove(effective, profile.day(now)).isAccepted()
            ? effective
            : profile.day(now);
    mover.place(sub.no(), master, day, proof, now).orElseThrow();
    if (master != null) {
      carryGrants(sub, sub.no(), master, proof, now);
    }
  }

  private void carryGrants(
      Contract old, ContractNo account, ContractNo master, Proof proof, Instant now) {
    List<Grant> before = stores.grants().ofAccounts(profile.lessor(), List.of(old.no()));
    int number = stores.grants().ofAccounts(profile.lessor(), List.of(account)).size();
    for (Grant grant : before) {
      if (grant.stands() && old.parent().filter(grant.delegation().grantor()::equals).isPresent()) {
        number++;
        stores.grants().append(grant.carriedOver(master, account, number, now, proof));
        if (old.no().equals(account)) {
          // the same right from the new master; the old one's counts no more and would only be read twice
          stores.grants().revoke(grant.revoked(new Grant.Revocation(now, proof)));
        }
      }
    }
  }

  static Proof proof(RenewalCase renewal) {
    return new Proof("leasekit", "renewal", "case " + renewal.id());
  }
}
