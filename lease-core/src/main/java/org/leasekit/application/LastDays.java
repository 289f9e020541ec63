package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.ContractCharges;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;

/** What is to be continued: contracts as they will stand on their last day. */
final class LastDays {
  private final Stores stores;
  private final LessorProfile profile;

  LastDays(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /**
   * A contract as it will stand on its last day.
   *
   * @param renewalCase of whoever has it then
   * @param isTheirs whether they have it already
   */
  record LastDay(Contract contract, CaseId renewalCase, boolean isTheirs) {}

  /** The contracts with all amendments that take effect until they end, in the same order. */
  List<LastDay> of(List<Contract> contracts, Instant now) {
    List<ContractHistory> histories = new Histories(stores, profile.lessor()).ofAll(contracts);
    List<LastDay> last = new ArrayList<>();
    for (int i = 0; i < contracts.size(); i++) {
      Contract row = contracts.get(i);
      ContractHistory history = histories.get(i);
      Instant known = history.latest().isAfter(now) ? history.latest() : now;
      Contract projected = Projection.of(row, history, row.links(), known, row.term().lastDay());
      ChargeTerms terms = projected.terms();
      Contract contract =
          projected.withTerms(
              terms.withMonthlyRent(
                  ContractCharges.rentOn(terms, history, known, row.term().lastDay())));
      last.add(
          new LastDay(
              contract, Tenancies.idOf(row, history), contract.tenant().equals(row.tenant())));
    }
    return last;
  }
}
