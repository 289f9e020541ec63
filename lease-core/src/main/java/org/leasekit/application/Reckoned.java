package org.leasekit.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.Tax;
import org.leasekit.contract.Contract;

/**
 * What a contract lacks.
 *
 * @param receivables to be raised
 * @param adjustments to be made
 * @param taxBefore by the key of an adjustment, the tax of the amount as it was
 * @param next the day its next period begins; null when there is none
 */
record Reckoned(
    Contract contract,
    List<Receivable> receivables,
    List<Adjustment> adjustments,
    Map<ReceivableKey, Tax> taxBefore,
    @Nullable LocalDate next) {

  Reckoned {
    receivables = List.copyOf(receivables);
    adjustments = List.copyOf(adjustments);
    taxBefore = Map.copyOf(taxBefore);
  }

  static Reckoned nothing(Contract contract) {
    return new Reckoned(contract, List.of(), List.of(), Map.of(), null);
  }
}
