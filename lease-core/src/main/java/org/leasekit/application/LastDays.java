package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.ContractCharges;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.port.Stores;

/** What is to be continued: contracts as they will stand on their last day. */
final class LastDays {
  private final Stores stores;
  private final LessorProfile profile;

  LastDays(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** The contracts with all amendments that take effect until they end, in the same order. */
  List<Contract> of(List<Contract> contracts, Instant now) {
    List<ContractHistory> histories = new Histories(stores, profile.lessor()).ofAll(contracts);
    List<Contract> last = new ArrayList<>();
    for (int i = 0; i < contracts.size(); i++) {
      Contract row = contracts.get(i);
      ContractHistory history = histories.get(i);
      Instant known = history.latest().isAfter(now) ? history.latest() : now;
      Contract projected = Projection.of(row, history, row.links(), known, row.term().lastDay());
      ChargeTerms terms = projected.terms();
      last.add(
          projected.withTerms(
              terms.withMonthlyRent(
                  ContractCharges.rentOn(terms, history, known, row.term().lastDay()))));
    }
    return last;
  }
}
