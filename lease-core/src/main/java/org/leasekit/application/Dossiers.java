package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.intent.Asked;
import org.leasekit.intent.Bill;
import org.leasekit.intent.Dossier;
import org.leasekit.money.MinorUnits;
import org.leasekit.payment.Allocation;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.StewardTask;
import org.leasekit.servicedesk.ServiceRequest;

/** Gathers what is known of a tenant whose term ends: of the contract, and of those it is the successor of. */
final class Dossiers {
  /** So many renewals tell enough; who has had more is known well. */
  private static final int MOST_PREDECESSORS = 20;

  private final Stores stores;
  private final LessorProfile profile;
  private final Tenancies tenancies;

  Dossiers(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.tenancies = new Tenancies(stores, profile.lessor());
  }

  /** The dossier as it was known at an instant, which may be long ago. */
  Dossier asKnown(Contract contract, MonetaryAmount offeredRent, Instant asOf) {
    List<Bill> bills = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    List<Instant> tickets = new ArrayList<>();
    List<Instant> disputes = new ArrayList<>();
    Contract first = contract;
    Optional<Contract> at = Optional.of(contract);
    for (int i = 0; at.isPresent() && i <= MOST_PREDECESSORS; i++) {
      first = at.get();
      bills.addAll(billsOf(first.no()));
      stores.serviceDesk().records().ofContract(profile.lessor(), first.no()).stream()
          .map(ServiceRequest::openedAt)
          .forEach(tickets::add);
      if (i > 0) {
        addRenewal(tenancies.renewed(first, first.term().lastDay()), asked, disputes);
      }
      at =
          Optional.ofNullable(first.links().predecessor())
              .flatMap(no -> stores.contracts().find(profile.lessor(), no));
    }
    return new Dossier(
        asOf,
        profile.zone(),
        contract.term().lastDay(),
        first.term().start(),
        MinorUnits.of(contract.terms().monthlyRent()),
        MinorUnits.of(offeredRent),
        bills,
        asked,
        tickets,
        disputes);
  }

  private List<Bill> billsOf(ContractNo no) {
    List<Receivable> receivables = stores.receivables().of(profile.lessor(), List.of(no));
    List<Allocation> allocations = stores.payments().allocatedTo(profile.lessor(), no);
    return receivables.stream()
        .filter(each -> !each.key().charge().equals(ChargeCode.DEPOSIT))
        .map(each -> Bill.of(each, allocations))
        .toList();
  }

  private void addRenewal(CaseId id, List<Asked> asked, List<Instant> disputes) {
    stores
        .cases()
        .find(profile.lessor(), id)
        .ifPresent(
            renewal ->
                asked.add(
                    new Asked(
                        renewal.openedAt(), renewal.lapsesAt(), renewal.progress().respondedAt())));
    Stream.iterate(1, number -> number + 1)
        .map(number -> CaseDesk.taskId(id, StewardTask.Kind.DISPUTED_PAYMENT, number))
        .map(task -> stores.tasks().find(profile.lessor(), task))
        .takeWhile(Optional::isPresent)
        .forEach(task -> disputes.add(task.orElseThrow().openedAt()));
  }
}
