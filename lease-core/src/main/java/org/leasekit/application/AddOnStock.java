package org.leasekit.application;

import java.util.List;
import java.util.TreeSet;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractStatus;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.StaleVersionException;
import org.leasekit.port.Stores;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.AddOnLine;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.OfferRejection;
import org.leasekit.renewal.RenewalCase;

/** Gives add-ons back that nobody has any more; joins the caller's unit of work. */
final class AddOnStock {
  private final Stores stores;
  private final LessorProfile profile;
  private final Tenancies tenancies;

  AddOnStock(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.tenancies = new Tenancies(stores, profile.lessor());
  }

  /** The add-ons of a case that came to nothing, or whose successor has ended, are there for others. */
  void giveBack(RenewalCase renewal) {
    for (AddOnLine line : renewal.offer().addOns()) {
      stores.offerExtras().take(profile.lessor(), line.id(), -line.quantity());
    }
  }

  /** Locks the cases that contracts came from which end early, to be called before any of the contracts is locked. */
  void lockOrigins(List<Contract> ending) {
    TreeSet<CaseId> cases = new TreeSet<>();
    ending.stream()
        .filter(contract -> contract.terminatesOn() != null)
        .flatMap(contract -> tenancies.origin(contract).stream())
        .forEach(cases::add);
    cases.forEach(id -> stores.cases().lock(profile.lessor(), id));
  }

  /** A contract has ended before its term was over: what came with it is given back, once. */
  void endedEarly(Contract contract) {
    tenancies
        .origin(contract)
        .flatMap(id -> stores.cases().find(profile.lessor(), id))
        .filter(renewal -> !renewal.offer().addOns().isEmpty())
        .ifPresent(
            renewal ->
                stores
                    .proposals()
                    .find(profile.lessor(), renewal.id())
                    // the sweep looks at it as long as its add-ons are out
                    .filter(proposal -> proposal.nextDueAt() != null)
                    .ifPresent(
                        proposal -> {
                          giveBack(renewal);
                          stores.proposals().update(proposal.wakeAt(null));
                        }));
  }

  /**
   * Whether what came with a contract, and was given back when it ended early, is there still.
   *
   * @return true; or {@link OfferRejection.OutOfStock}
   */
  Outcome<Boolean> mayBeTakenAgain(Contract contract) {
    List<AddOn> stock = given(contract).isEmpty() ? List.of() : stores.offerExtras().addOns(profile.lessor());
    for (RenewalCase renewal : given(contract)) {
      for (AddOnLine line : renewal.offer().addOns()) {
        boolean there =
            stock.stream().anyMatch(each -> each.id().equals(line.id()) && each.left() >= line.quantity());
        if (!there) {
          return Outcome.rejected(new OfferRejection.OutOfStock(line.id(), line.quantity()));
        }
      }
    }
    return Outcome.accepted(true);
  }

  /** A contract that had ended early goes on: what came with it is its own again, up to the end of its term. */
  void takeAgain(Contract contract) {
    for (RenewalCase renewal : given(contract)) {
      for (AddOnLine line : renewal.offer().addOns()) {
        if (!stores.offerExtras().take(profile.lessor(), line.id(), line.quantity())) {
          throw new StaleVersionException("add-on " + line.id());
        }
      }
      stores
          .proposals()
          .find(profile.lessor(), renewal.id())
          .ifPresent(
              proposal ->
                  stores
                      .proposals()
                      .update(proposal.wakeAt(profile.startOf(contract.term().endExclusive()))));
    }
  }

  /** The case whose add-ons were given back when a contract ended early. */
  private List<RenewalCase> given(Contract contract) {
    return contract.status() != ContractStatus.TERMINATED
        ? List.of()
        : tenancies.origin(contract).stream()
            .flatMap(id -> stores.cases().find(profile.lessor(), id).stream())
            .filter(renewal -> !renewal.offer().addOns().isEmpty())
            .filter(
                renewal ->
                    stores
                        .proposals()
                        .find(profile.lessor(), renewal.id())
                        .filter(proposal -> proposal.nextDueAt() == null)
                        .isPresent())
            .toList();
  }
}
