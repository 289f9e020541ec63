package org.leasekit.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.leasekit.access.AuditEntry;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractDraft;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.StatusChange;
import org.leasekit.escalation.Fired;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.Move;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.occupancy.Hold;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Payment;
import org.leasekit.port.Records;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.port.Stores;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.SurveyAnswer;
import org.leasekit.renewal.Touch;
import org.leasekit.servicedesk.DutyTask;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.servicedesk.Technician;
import org.leasekit.settlement.Settlement;

/** All that the ports can show of {@link Samples#LESSOR}: equal before and after means that nothing has changed. */
record Everything(
    List<Contract> contracts,
    List<StatusChange> changes,
    List<ContractDraft> drafts,
    List<ContractHistory> histories,
    List<Hold> holds,
    List<ContractNo> changing,
    List<Receivable> receivables,
    List<Adjustment> adjustments,
    List<ReceivableLock> locks,
    List<MeteredTerms> metered,
    List<MeterEnd> meterEnds,
    List<JournalEntry> journal,
    List<Payment> payments,
    List<RenewalCase> cases,
    List<Touch> touches,
    List<StewardTask> tasks,
    List<Fired> fired,
    List<Notice> notices,
    List<ContractNo> agenda,
    List<ServiceRequest> requests,
    Map<RequestId, List<RequestEntry>> entries,
    List<Technician> technicians,
    List<DutyTask> dutyTasks,
    List<Move> moves,
    List<Grant> grants,
    List<Proposal> proposals,
    List<AddOn> addOns,
    List<SurveyAnswer> answers,
    List<Settlement> settlements,
    List<AuditEntry> decisions) {

  static final Everything NOTHING =
      new Everything(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of());

  static Everything in(Stores stores) {
    LessorId lessor = Samples.LESSOR;
    Records records = stores.records();
    List<RenewalCase> cases = all(records::cases);
    ServiceDeskStores desk = stores.serviceDesk();
    List<ServiceRequest> requests = all(desk.records()::forEach);
    return new Everything(
        all(records::contracts),
        all(records::statusChanges),
        all(stores.drafts()::forEach),
        all(records::amendments),
        all(records::holds),
        stores.amendments().changing(lessor, LocalDate.of(2999, 1, 1), 1000),
        all(records::receivables),
        all(records::adjustments),
        all(records::locks),
        all(records::meteredCharges),
        all(records::meterEnds),
        all(records::journal),
        all(records::payments),
        cases,
        all(records::touches),
        all(records::tasks),
        cases.stream().flatMap(each -> stores.cases().fired(lessor, each.id()).stream()).toList(),
        cases.stream().flatMap(each -> stores.outbox().ofCase(lessor, each.id()).stream()).toList(),
        stores.receivables().billable(lessor, LocalDate.of(2999, 1, 1), 1000),
        requests,
        desk.requests().entries(lessor, requests.stream().map(ServiceRequest::id).toList()),
        desk.staff().all(lessor),
        desk.tasks().open(lessor),
        all(records::moves),
        all(records::grants),
        all(stores.proposals()::forEach),
        stores.offerExtras().addOns(lessor),
        all(stores.surveys()::forEach),
        all(stores.settlements()::forEach),
        all(records::decisions));
  }

  /** Every record that one method of {@link Records} passes. */
  static <T> List<T> all(BiConsumer<LessorId, Consumer<T>> method) {
    return all(method, Samples.LESSOR);
  }

  static <T> List<T> all(BiConsumer<LessorId, Consumer<T>> method, LessorId lessor) {
    List<T> passed = new ArrayList<>();
    method.accept(lessor, passed::add);
    return passed;
  }
}
