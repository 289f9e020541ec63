package org.leasekit.application;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.AccessRejection;
import org.leasekit.access.Action;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.TenantId;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.servicedesk.ServiceRejection;
import org.leasekit.servicedesk.ServiceRequest;

/**
 * What the service desk asks at the gate. Who says that something happened is one question, whether the actor may say so
 * in that name another: on the tenant's side nobody speaks for the desk, a technician, a supervisor or another tenant.
 */
final class DeskGate {
  private final Gate gate;

  DeskGate(Gate gate) {
    this.gate = gate;
  }

  /** Whether a fault may be reported. */
  Outcome<Boolean> toReport(ReportFault valid) {
    Optional<ContractNo> named = FaultIntake.given(valid.contractNo()).map(ContractNo::new);
    if (named.isEmpty()) {
      return gate.ask(Action.REQUEST_SERVICE).map(decision -> true);
    }
    ContractNo contract = named.get();
    TenantId reporter = FaultIntake.given(valid.reporter()).map(TenantId::new).orElse(null);
    return gate.askOf(
            Action.REQUEST_SERVICE, contract, new ContractRejection.NoSuchContract(contract))
        .then(
            decision ->
                reporter == null || gate.speaksFor(reporter)
                    ? Outcome.accepted(true)
                    : refused(Action.REQUEST_SERVICE, contract));
  }

  /** What a report is answered with: on the tenant's side nothing of a request that has the id and is another's. */
  Outcome<ReportedFault> reported(ReportFault valid, ReportedFault fault) {
    ContractNo asked = FaultIntake.given(valid.contractNo()).map(ContractNo::new).orElse(null);
    ContractNo found = fault.file().request().report().contract();
    return asked != null && gate.isTenantsSide() && !asked.equals(found)
        ? refused(Action.REQUEST_SERVICE, asked)
        : Outcome.accepted(shown(fault));
  }

  /** Whether a request may be seen, and what of it. */
  Outcome<ReportedFault> toView(ReportedFault fault) {
    ServiceRequest request = fault.file().request();
    return gate.askOf(Action.VIEW, request.report().contract(), missing(request.id()))
        .map(decision -> shown(fault));
  }

  /** Whether somebody may say what happened to a request. */
  Outcome<Boolean> toStep(ServiceFile file, Actor by) {
    Action action = by instanceof Actor.Customer ? Action.REQUEST_SERVICE : ofStaff(by);
    ContractNo contract = file.request().report().contract();
    return gate.askOf(action, contract, missing(file.request().id()))
        .then(
            decision ->
                contract == null || !(by instanceof Actor.Customer customer) || gate.speaksFor(customer.id())
                    ? Outcome.accepted(true)
                    : refused(action, contract));
  }

  /** Whether somebody may look into other requests for what he does to this one. */
  Outcome<Boolean> toCompare(ServiceFile file, Actor by) {
    return gate.askOf(
            ofStaff(by), file.request().report().contract(), missing(file.request().id()))
        .map(decision -> true);
  }

  /** Whether the actor sees what the desk is busy with. */
  boolean toOversee() {
    return gate.ask(Action.HANDLE_SERVICE).isAccepted();
  }

  /** Of a list, what the actor may see. */
  List<ServiceFile> listed(List<ServiceFile> files) {
    gate.askForList();
    return files.stream().filter(file -> gate.sees(file.request().report().contract())).toList();
  }

  private ReportedFault shown(ReportedFault fault) {
    return new ReportedFault(fault.file(), seen(fault.duplicates()), seen(fault.repeats()));
  }

  private List<ServiceRequest> seen(List<ServiceRequest> requests) {
    return requests.stream().filter(request -> gate.sees(request.report().contract())).toList();
  }

  private static Action ofStaff(Actor by) {
    return by instanceof Actor.Supervisor ? Action.SUPERVISE_SERVICE : Action.HANDLE_SERVICE;
  }

  private static ServiceRejection missing(RequestId id) {
    return new ServiceRejection.NoSuchRequest(id);
  }

  private <T> Outcome<T> refused(Action action, ContractNo contract) {
    return gate.refuse(action, contract, new AccessRejection(action, contract));
  }
}
