package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Proof;
import org.leasekit.billing.LockId;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/**
 * Extends terms by the days that suspensions took from them, once those are over. It is an extension like any other,
 * recorded in the lessor's name with the locks as evidence, and may be rejected like any other. Joins the caller's unit of
 * work.
 */
final class TermExtensions {
  private final Stores stores;
  private final LessorProfile profile;
  private final AmendmentDesk desk;
  private final ExtendingLocks locks;

  TermExtensions(Stores stores, LessorProfile profile, AmendmentDesk desk) {
    this.stores = stores;
    this.profile = profile;
    this.desk = desk;
    this.locks = new ExtendingLocks(stores, profile);
  }

  /** Gives the days that are still to be given, and says how many; empty when there are none. */
  Optional<Outcome<Long>> extend(ContractNo no, Instant now) {
    AmendmentScope scope = new AmendmentScope(stores, profile.lessor());
    scope.lockCases(List.of(no));
    // as the extension will: whoever locks more of them later would do so in another order
    scope.lockWithMasters(List.of(no));
    return scope.find(no).flatMap(contract -> extend(contract, now));
  }

  private Optional<Outcome<Long>> extend(Contract contract, Instant now) {
    ContractHistory history = new Histories(stores, profile.lessor()).of(contract);
    ExtendingLocks.Open open = locks.open(contract, history, now);
    if (open.days() == 0) {
      return Optional.empty();
    }
    LocalDate end = contract.term().endExclusive();
    String evidence =
        open.locks().stream().map(LockId::value).collect(Collectors.joining(", ", "locks ", ""));
    AmendmentDesk.Request request =
        new AmendmentDesk.Request(
            contract.no(), end, new Proof(ExtendingLocks.BY, ExtendingLocks.REASON, evidence),
            List.of(new Change.Extension(end.plusDays(open.days()))), SubsAtEnd.REFUSE, Optional.empty(),
            AmendmentPolicy.LENIENT);
    Outcome<Long> extended = desk.record(request, now).map(is -> open.days());
    if (extended.isAccepted() && contract.master()) {
      // subs that did not fit into its term before may do so now
      stores.contracts().children(profile.lessor(), contract.no()).forEach(sub -> locks.watch(sub.no(), now));
    }
    return Optional.of(extended);
  }
}
