package org.leasekit.application;

import java.time.Instant;
import java.util.List;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Grant;
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

  /** The successor takes bills where the old contract did, and may do alone what the old one might. */
  void takeOver(Contract old, Contract successor, RenewalCase renewal, Instant now) {
    Proof proof = proof(renewal);
    if (mover.takesBills(old.no())) {
      mover.takeBills(successor.no(), true, profile.day(now), proof, now).orElseThrow();
    }
    successor.parent().ifPresent(master -> carryGrants(old, successor.no(), master, proof, now));
  }

  /** A successor that stood alone comes below the successor of its predecessor's master, with the rights it had there. */
  void adopt(Contract old, Contract renewed, Contract master, RenewalCase renewal, Instant now) {
    Proof proof = proof(renewal);
    mover.place(renewed.no(), master.no(), profile.day(now), proof, now).orElseThrow();
    carryGrants(old, renewed.no(), master.no(), proof, now);
  }

  private void carryGrants(
      Contract old, ContractNo account, ContractNo master, Proof proof, Instant now) {
    List<Grant> before = stores.grants().ofAccounts(profile.lessor(), List.of(old.no()));
    int number = stores.grants().ofAccounts(profile.lessor(), List.of(account)).size();
    for (Grant grant : before) {
      if (grant.stands() && old.parent().filter(grant.delegation().grantor()::equals).isPresent()) {
        number++;
        stores.grants().append(grant.carriedOver(master, account, number, now, proof));
      }
    }
  }

  private static Proof proof(RenewalCase renewal) {
    return new Proof("leasekit", "renewal", "case " + renewal.id());
  }
}
