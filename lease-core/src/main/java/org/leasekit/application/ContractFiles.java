package org.leasekit.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leasekit.access.Action;
import org.leasekit.access.Actor;
import org.leasekit.access.Decision;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.ContractCharges;
import org.leasekit.billing.MeterId;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractDraft;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.port.ContractRecords;
import org.leasekit.port.Documents;
import org.leasekit.port.Stores;

/** Brings together what there is about one contract number, and which contracts an actor may see. */
final class ContractFiles {
  private final Stores stores;
  private final LessorId lessor;
  private final Documents documents;
  private final Gate gate;

  ContractFiles(Stores stores, LessorId lessor, Documents documents, Gate gate) {
    this.stores = stores;
    this.lessor = lessor;
    this.documents = documents;
    this.gate = gate;
  }

  /** The whole file, or what of it concerns the tenant's side; rejected for whoever may not see the contract. */
  Outcome<ContractFile> file(ContractNo no) {
    return stores
        .unitOfWork()
        .required(
            () -> {
              Optional<Contract> contract = stores.contracts().find(lessor, no);
              Optional<Contract> draft =
                  contract.isPresent()
                      ? Optional.empty()
                      : new Drafting(stores, lessor).find(no).map(ContractDraft::contract);
              // a draft is no affair of the tenant's side
              Outcome<Decision> answer =
                  draft.isEmpty()
                      ? gate.ask(Action.VIEW, no)
                      : gate.askOf(Action.VIEW, no, new ContractRejection.NoSuchContract(no));
              return answer.then(
                  allowed ->
                      contract
                          .or(() -> draft)
                          .map(found -> Outcome.accepted(file(found)))
                          .orElseGet(() -> Outcome.rejected(new ContractRejection.NoSuchContract(no))));
            });
  }

  private ContractFile file(Contract contract) {
    ContractNo no = contract.no();
    ContractRecords of = stores.contractRecords();
    List<ContractFile.Entry> entries = new ArrayList<>();
    add(entries, of.statusChanges(lessor, no), ContractFile.Step::new);
    add(entries, amendments(no), ContractFile.Amended::new);
    if (!gate.isTenantsSide()) {
      add(entries, stores.moves().ofContract(lessor, no), ContractFile.Moved::new);
      add(entries, stores.plannedMoves().ofContracts(lessor, List.of(no)), ContractFile.Planned::new);
      add(entries, stores.grants().ofAccounts(lessor, List.of(no)), ContractFile.Granted::new);
    }
    add(entries, stores.locks().of(lessor, List.of(no)), ContractFile.Locked::new);
    add(entries, of.receivables(lessor, no), ContractFile.Raised::new);
    add(entries, stores.adjustments().of(lessor, List.of(no)), ContractFile.Adjusted::new);
    add(entries, stores.oneOffCharges().of(lessor, no), ContractFile.Charged::new);
    List<MeteredTerms> metered = stores.meters().terms(lessor, List.of(no));
    add(entries, metered, ContractFile.Metered::new);
    add(entries, readings(contract, metered), ContractFile.Read::new);
    add(entries, of.payments(lessor, no), ContractFile.Paid::new);
    add(entries, stores.settlements().statements(lessor, no), ContractFile.Settled::new);
    if (!gate.isTenantsSide()) {
      add(entries, of.journal(lessor, no), ContractFile.Posted::new);
    }
    add(entries, of.cases(lessor, no), ContractFile.Renewal::new);
    add(entries, of.touches(lessor, no), ContractFile.Touched::new);
    if (!gate.isTenantsSide()) {
      add(entries, of.tasks(lessor, no), ContractFile.Task::new);
    }
    add(
        entries,
        stores.serviceDesk().records().ofContract(lessor, no),
        ContractFile.Requested::new);
    add(entries, documents.ofContract(lessor, no), ContractFile.Filed::new);
    // a stable sort: of one instant the order of the kinds remains
    entries.sort(Comparator.comparing(ContractFile.Entry::at));
    return new ContractFile(contract, entries);
  }

  private static <T> void add(
      List<ContractFile.Entry> entries, List<T> records, Function<T, ContractFile.Entry> entry) {
    records.stream().map(entry).forEach(entries::add);
  }

  /** Of the days that the meters count for: what they showed before or after is another contract's. */
  private List<MeterReading> readings(Contract contract, List<MeteredTerms> agreed) {
    if (agreed.isEmpty()) {
      return List.of();
    }
    ContractHistory history = new Histories(stores, lessor).of(contract);
    List<MeteredTerms> metered =
        agreed.stream().map(terms -> ContractCharges.metered(terms, history, history.latest())).toList();
    Set<MeterId> meters = metered.stream().map(MeteredTerms::meter).collect(Collectors.toSet());
    return stores.meters().readings(lessor, meters).stream()
        .filter(reading -> metered.stream().anyMatch(terms -> counts(terms, reading)))
        .toList();
  }

  private static boolean counts(MeteredTerms terms, MeterReading reading) {
    return terms.meter().equals(reading.meter())
        && !reading.on().isBefore(terms.term().start())
        && !reading.on().isAfter(terms.term().endExclusive());
  }

  private List<Amendment> amendments(ContractNo no) {
    return stores
        .amendments()
        .find(lessor, no)
        .map(history -> new Sight(gate).of(history.recorded()))
        .orElse(List.of());
  }

  /** Passes every contract that the actor may see once, by number. */
  void visible(Consumer<Contract> each) {
    gate.askForList();
    if (!gate.isTenantsSide()) {
      stores.records().contracts(lessor, each);
      return;
    }
    List<Contract> seen =
        stores
            .unitOfWork()
            .required(() -> mine().stream().filter(found -> gate.sees(found.no())).toList());
    seen.forEach(each);
  }

  /** The actor's contracts and everything below them, by number. */
  private List<Contract> mine() {
    Map<ContractNo, Contract> found = new LinkedHashMap<>();
    List<Contract> open = new ArrayList<>(own());
    while (!open.isEmpty()) {
      Contract next = open.remove(open.size() - 1);
      if (found.put(next.no(), next) == null && next.master() && !(gate.actor() instanceof Actor.User)) {
        open.addAll(stores.contracts().children(lessor, next.no()));
      }
    }
    return found.values().stream().sorted(Comparator.comparing(Contract::no)).toList();
  }

  private List<Contract> own() {
    if (gate.actor() instanceof Actor.OfTenant tenant) {
      return stores.contractRecords().ofTenant(lessor, tenant.tenant());
    }
    if (gate.actor() instanceof Actor.SubAccount sub) {
      return stores.contracts().find(lessor, sub.account()).stream().toList();
    }
    return gate.actor() instanceof Actor.User user
        ? stores.contracts().find(lessor, user.contract()).stream().toList()
        : List.of();
  }
}
