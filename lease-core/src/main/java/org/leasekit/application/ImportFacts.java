package org.leasekit.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.UnitRef;
import org.leasekit.intake.LeaseRow;
import org.leasekit.intake.StoredFacts;
import org.leasekit.party.LessorId;
import org.leasekit.port.Contracts;
import org.leasekit.port.Stores;

/** Asks the stores what bears on a table. */
final class ImportFacts {
  private final Stores stores;
  private final LessorId lessor;

  ImportFacts(Stores stores, LessorId lessor) {
    this.stores = stores;
    this.lessor = lessor;
  }

  StoredFacts about(List<LeaseRow> rows, Consumer<ImportProgress> listener) {
    Map<ContractNo, Contract> contracts = new HashMap<>();
    Set<Integer> takenLines = new HashSet<>();
    List<List<LeaseRow>> batches = ImportBatches.of(rows);
    for (List<LeaseRow> batch : batches) {
      stores.unitOfWork().run(() -> findContracts(batch, contracts));
    }
    int done = 0;
    for (List<LeaseRow> batch : batches) {
      stores.unitOfWork().run(() -> findTaken(batch, contracts.keySet(), takenLines));
      done += batch.size();
      listener.accept(
          new ImportProgress(
              ImportProgress.Phase.CHECKING, done, OptionalInt.of(rows.size())));
    }
    return new StoredFacts(contracts, takenLines);
  }

  private void findContracts(List<LeaseRow> rows, Map<ContractNo, Contract> found) {
    Set<ContractNo> numbers =
        rows.stream()
            .map(LeaseRow::contract)
            .flatMap(
                contract -> Stream.concat(Stream.of(contract.no()), contract.parent().stream()))
            .filter(no -> !found.containsKey(no))
            .collect(Collectors.toSet());
    stores.contracts().findAll(lessor, numbers).forEach(each -> found.put(each.no(), each));
  }

  /** A stored number needs no free unit: its row is unchanged or a duplicate. */
  private void findTaken(List<LeaseRow> rows, Set<ContractNo> known, Set<Integer> takenLines) {
    Contracts contracts = stores.contracts();
    for (LeaseRow row : rows) {
      Contract contract = row.contract();
      UnitRef unit = contract.unit();
      if (unit != null
          && !known.contains(contract.no())
          && !contracts.isFree(lessor, unit, contract.portion(), contract.term())) {
        takenLines.add(row.line());
      }
    }
  }
}
