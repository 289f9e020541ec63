package org.leasekit.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.AmendmentId;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalRejection;

/**
 * Whose renewal a case is. Whoever has a contract on the last day of its term is asked to renew it, and each tenant in a case of
 * its own, whose id names the assignment that brought them. Joins the caller's unit of work.
 */
final class Tenancies {
  private final Stores stores;
  private final LessorId lessor;

  Tenancies(Stores stores, LessorId lessor) {
    this.stores = stores;
    this.lessor = lessor;
  }

  /** The assignment that brings the tenant of the last day; empty for the tenant who signed. */
  private static Optional<AmendmentId> broughtBy(ContractHistory history) {
    return history.live(history.latest()).stream()
        .filter(amendment -> amendment.change().kind() == ChangeKind.ASSIGNMENT)
        .reduce((earlier, later) -> later)
        .map(Amendment::id);
  }

  /** Whether the contract is another's on its last day by the one history than by the other. */
  static boolean differ(ContractHistory was, ContractHistory is) {
    return !broughtBy(was).equals(broughtBy(is));
  }

  /** The case of whoever has the contract on the last day of its term, whether it is open yet or not. */
  static CaseId idOf(Contract contract, ContractHistory history) {
    return idOf(contract.no(), contract.term().lastDay(), history);
  }

  private static CaseId idOf(ContractNo no, LocalDate expiry, ContractHistory history) {
    return broughtBy(history)
        .map(assignment -> CaseId.of(no, expiry, assignment.number()))
        .orElseGet(() -> CaseId.of(no, expiry));
  }

  /** The case of whoever has the contract on the last day of its term, when it has been opened. */
  Optional<RenewalCase> current(Contract contract) {
    CaseId id =
        stores
            .amendments()
            .find(lessor, contract.no())
            .map(history -> idOf(contract, history))
            .orElseGet(() -> CaseId.of(contract.no(), contract.term().lastDay()));
    return stores.cases().find(lessor, id);
  }

  /** What the cases for the last days of contracts go by, whoever of their tenants is asked. */
  Set<CaseId> all(Collection<Contract> contracts) {
    Set<CaseId> ids = new TreeSet<>();
    Map<ContractNo, LocalDate> expiries = new HashMap<>();
    for (Contract contract : contracts) {
      ids.add(CaseId.of(contract.no(), contract.term().lastDay()));
      expiries.put(contract.no(), contract.term().lastDay());
    }
    for (ContractHistory history : stores.amendments().findAll(lessor, expiries.keySet())) {
      ContractNo no = history.origin().contract();
      Optional.ofNullable(expiries.get(no)).ifPresent(expiry -> ids.addAll(ofAssignees(no, expiry, history)));
    }
    return ids;
  }

  private static List<CaseId> ofAssignees(ContractNo no, LocalDate expiry, ContractHistory history) {
    return history.recorded().stream()
        .filter(amendment -> amendment.change().kind() == ChangeKind.ASSIGNMENT)
        .map(amendment -> CaseId.of(no, expiry, amendment.id().number()))
        .toList();
  }

  /** The case that made a contract: the one that was renewed of those of its predecessor, which ended on the day before. */
  Optional<CaseId> origin(Contract contract) {
    return Optional.ofNullable(contract.links().predecessor())
        .flatMap(no -> stores.contracts().find(lessor, no))
        .map(before -> renewed(before, contract.term().start().minusDays(1)));
  }

  /** The case for an end of a contract's term that was renewed; what the first of them goes by where none was. */
  CaseId renewed(Contract contract, LocalDate expiry) {
    return stores.amendments().find(lessor, contract.no()).stream()
        .flatMap(history -> ofAssignees(contract.no(), expiry, history).stream())
        .filter(
            id ->
                stores
                    .cases()
                    .find(lessor, id)
                    .filter(renewal -> renewal.state() == CaseState.RENEWED)
                    .isPresent())
        .findFirst()
        .orElseGet(() -> CaseId.of(contract.no(), expiry));
  }

  /** Whom a case asks. */
  TenantId asked(RenewalCase renewal, Contract contract) {
    return stores
        .amendments()
        .find(lessor, contract.no())
        .map(history -> asked(renewal, history))
        .orElse(contract.tenant());
  }

  private static TenantId asked(RenewalCase renewal, ContractHistory history) {
    return history.recorded().stream()
        .filter(each -> renewal.id().equals(CaseId.of(renewal.contract(), renewal.expiry(), each.id().number())))
        .map(Amendment::change)
        .filter(Change.Assignment.class::isInstance)
        .map(assignment -> ((Change.Assignment) assignment).tenant())
        .findFirst()
        .orElse(history.origin().tenant());
  }

  /** Whether the contract has passed, or is known to pass, to somebody else than the case asks. */
  boolean isPassedOn(RenewalCase renewal) {
    return stores
        .amendments()
        .find(lessor, renewal.contract())
        .filter(
            history -> !renewal.id().equals(idOf(renewal.contract(), renewal.expiry(), history)))
        .isPresent();
  }

  /** The case; rejected when it was superseded because another tenant is asked instead. */
  Outcome<RenewalCase> stillAsked(RenewalCase renewal) {
    return renewal.state() == CaseState.SUPERSEDED && isPassedOn(renewal)
        ? Outcome.rejected(new RenewalRejection.PassedOn(renewal.id()))
        : Outcome.accepted(renewal);
  }
}
