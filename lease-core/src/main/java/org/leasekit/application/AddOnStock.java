package org.leasekit.application;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.leasekit.contract.Contract;
import org.leasekit.port.Stores;
import org.leasekit.renewal.AddOnLine;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.RenewalCase;

/** Gives add-ons back that nobody has any more; joins the caller's unit of work. */
final class AddOnStock {
  private final Stores stores;
  private final LessorProfile profile;

  AddOnStock(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
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
    ending.stream().filter(contract -> contract.terminatesOn() != null).flatMap(AddOnStock::origin).forEach(cases::add);
    cases.forEach(id -> stores.cases().lock(profile.lessor(), id));
  }

  /** A contract has ended before its term was over: what came with it is given back, once. */
  void endedEarly(Contract contract) {
    origin(contract)
        .flatMap(id -> stores.cases().find(profile.lessor(), id).stream())
        .filter(renewal -> !renewal.offer().addOns().isEmpty())
        .forEach(
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

  /** The case that made a contract: that of its predecessor, which ended on the day before. */
  static Stream<CaseId> origin(Contract contract) {
    return Stream.ofNullable(contract.links().predecessor())
        .map(before -> CaseId.of(before, contract.term().start().minusDays(1)));
  }
}
