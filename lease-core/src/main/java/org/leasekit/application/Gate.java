package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.AccessPolicy;
import org.leasekit.access.Action;
import org.leasekit.access.Actor;
import org.leasekit.access.AuditEntry;
import org.leasekit.access.Decision;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.hierarchy.Act;
import org.leasekit.hierarchy.Delegation;
import org.leasekit.hierarchy.Delegations;
import org.leasekit.hierarchy.Forest;
import org.leasekit.hierarchy.Grant;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;

/**
 * Where every service asks whether its actor may do what he is about to do. Each answer is recorded, in the unit of
 * work of what was asked for. Of the hierarchy it reads the path from the contract upwards and nothing else.
 */
final class Gate {
  private final Stores stores;
  private final LessorId lessor;
  private final ZoneId zone;
  private final InstantSource clock;
  private final Actor actor;

  Gate(Stores stores, LessorId lessor, ZoneId zone, InstantSource clock, Actor actor) {
    this.stores = stores;
    this.lessor = lessor;
    this.zone = zone;
    this.clock = clock;
    this.actor = actor;
  }

  Actor actor() {
    return actor;
  }

  /** Whether other tenants' contracts are hidden from the actor. */
  boolean isTenantsSide() {
    return actor.isOfTenantsSide();
  }

  /** An act of today that no limit speaks of. */
  Act today() {
    return Act.on(clock.instant().atZone(zone).toLocalDate());
  }

  /** Asks about a contract, for an act that no limit speaks of. */
  Outcome<Decision> ask(Action action, ContractNo contract) {
    return ask(action, contract, today());
  }

  /** Asks about a contract; what the actor may not know of is rejected as a number that nobody has. */
  Outcome<Decision> ask(Action action, ContractNo contract, Act act) {
    return stores
        .unitOfWork()
        .required(() -> recorded(policyFor(contract).decide(actor, action, contract, act)));
  }

  /**
   * Asks about the contract of something else, a case or a request.
   *
   * @param missing how something that is not there is rejected, for an actor who may not know of the contract
   */
  Outcome<Decision> ask(Action action, ContractNo contract, Act act, Rejection missing) {
    Outcome<Decision> answer = ask(action, contract, act);
    return !answer.isAccepted()
            && answer.rejection() instanceof ContractRejection.NoSuchContract
        ? Outcome.rejected(missing)
        : answer;
  }

  /** Asks about the lessor's business as a whole. */
  Outcome<Decision> ask(Action action) {
    return stores
        .unitOfWork()
        .required(() -> recorded(AccessPolicy.decideOnWhole(actor, action, today())));
  }

  /** Records that a list was asked for, which everybody may: it holds what {@link #sees} lets through, and nothing else. */
  void askForList() {
    stores
        .unitOfWork()
        .required(() -> recorded(new Decision(actor, Action.VIEW, null, today(), null)));
  }

  /**
   * Asks about something that names a contract which need not be kept here: the host and staff are judged by their role
   * alone, everybody else by the contract.
   *
   * @param contract null when it names none, which nobody on the tenant's side can know of
   * @param missing how something that is not there is rejected
   */
  Outcome<Decision> askOf(Action action, @Nullable ContractNo contract, Rejection missing) {
    if (!isTenantsSide()) {
      Decision onWhole = AccessPolicy.decideOnWhole(actor, action, today());
      return stores
          .unitOfWork()
          .required(
              () ->
                  recorded(
                      new Decision(actor, action, contract, onWhole.act(), onWhole.refusal())));
    }
    return contract == null
        ? refuse(action, null, missing)
        : ask(action, contract, today(), missing);
  }

  /** Records that something was refused by a rule that the policy does not know of. */
  <T> Outcome<T> refuse(Action action, @Nullable ContractNo contract, Rejection refusal) {
    stores
        .unitOfWork()
        .required(() -> recorded(new Decision(actor, action, contract, today(), refusal)));
    return Outcome.rejected(refusal);
  }

  /** Whether an entry of a list is for the actor to see; that the list was asked for is recorded, not each entry. */
  boolean sees(@Nullable ContractNo contract) {
    return sees(Action.VIEW, contract);
  }

  /** The same, of bills or of the whole. */
  boolean sees(Action view, @Nullable ContractNo contract) {
    return !isTenantsSide()
        || (contract != null
            && stores
                .unitOfWork()
                .required(
                    () ->
                        policyFor(contract)
                            .decide(actor, view, contract, today())
                            .isAllowed()));
  }

  /** Whether the actor is somebody who pays without being a tenant. */
  boolean isRegisteredPayer() {
    return actor instanceof Actor.OfPayer;
  }

  /** Whether the actor is the user of a unit. */
  boolean isUser() {
    return actor instanceof Actor.User;
  }

  /** Whether something said in the name of a tenant can have been said by the actor. */
  boolean speaksFor(TenantId tenant) {
    if (actor instanceof Actor.OfTenant mine) {
      return mine.tenant().equals(tenant);
    }
    if (actor instanceof Actor.SubAccount sub) {
      return stores
          .contracts()
          .find(lessor, sub.account())
          .filter(account -> account.tenant().equals(tenant))
          .isPresent();
    }
    return !isTenantsSide();
  }

  private Outcome<Decision> recorded(Decision decision) {
    Instant now = clock.instant();
    stores.audit().append(AuditEntry.of(lessor, now, decision));
    return decision.toOutcome();
  }

  private AccessPolicy policyFor(ContractNo contract) {
    Family family = new Family(stores, lessor);
    // what stands above a contract, and what was granted, is of no account for the host and staff
    Forest path = isTenantsSide() ? family.path(contract) : family.alone(contract);
    List<Delegation> granted =
        path.members().size() > 1
            ? stores.grants().ofAccounts(lessor, path.path(contract)).stream()
                .filter(Grant::stands)
                .map(Grant::delegation)
                .toList()
            : List.of();
    return new AccessPolicy(path, Delegations.of(granted));
  }
}
