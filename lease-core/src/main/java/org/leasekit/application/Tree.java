package org.leasekit.application;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalRejection;

/** The renewal cases of a master contract and of all below it; joins the caller's unit of work. */
final class Tree {
  private final Stores stores;
  private final LessorId lessor;
  private final Tenancies tenancies;

  Tree(Stores stores, LessorId lessor) {
    this.stores = stores;
    this.lessor = lessor;
    this.tenancies = new Tenancies(stores, lessor);
  }

  /**
   * The master's case and those that were chosen below it, by id; rejected when one of them is not there or not below
   * the master. Of all that are open those are left out whose offer waits for approval.
   */
  Outcome<List<CaseId>> chosen(RenewTree command) {
    CaseId master = new CaseId(command.caseId().strip());
    Optional<Contract> top =
        stores
            .cases()
            .find(lessor, master)
            .flatMap(renewal -> stores.contracts().find(lessor, renewal.contract()));
    if (top.isEmpty()) {
      return Outcome.rejected(new RenewalRejection.NoSuchCase(master));
    }
    Map<CaseId, CaseState> open = openBelow(top.get());
    Set<CaseId> chosen = new TreeSet<>(Set.of(master));
    if (command.below().isEmpty()) {
      open.entrySet().stream()
          .filter(each -> each.getValue() != CaseState.PROPOSED)
          .map(Map.Entry::getKey)
          .forEach(chosen::add);
    }
    for (String each : command.below()) {
      CaseId id = new CaseId(each.strip());
      if (!open.containsKey(id)) {
        return Outcome.rejected(new RenewalRejection.NoSuchCase(id));
      }
      chosen.add(id);
    }
    return Outcome.accepted(List.copyOf(chosen));
  }

  private Map<CaseId, CaseState> openBelow(Contract top) {
    Map<CaseId, CaseState> open = new HashMap<>();
    Set<ContractNo> seen = new HashSet<>(Set.of(top.no()));
    Deque<Contract> left = new ArrayDeque<>(stores.contracts().children(lessor, top.no()));
    while (!left.isEmpty()) {
      Contract next = left.pop();
      if (seen.add(next.no())) {
        tenancies.current(next).filter(each -> !each.state().isClosed()).ifPresent(each -> open.put(each.id(), each.state()));
        left.addAll(stores.contracts().children(lessor, next.no()));
      }
    }
    return open;
  }
}
