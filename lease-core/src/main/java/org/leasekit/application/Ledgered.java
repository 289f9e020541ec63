package org.leasekit.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.Reckoning;
import org.leasekit.billing.Tax;
import org.leasekit.money.MinorUnits;
import org.leasekit.renewal.AddOnId;

/**
 * What a contract was charged so far.
 *
 * @param receivables of any revision
 * @param adjustments by key
 */
record Ledgered(List<Receivable> receivables, List<Adjustment> adjustments) {

  boolean has(ChargeCode charge) {
    return receivables.stream().anyMatch(each -> each.key().charge().equals(charge));
  }

  /** The amounts of a charge with their corrections; a debit is a receivable too, but counts once. */
  List<Reckoning.Raised> raised(ChargeCode charge) {
    List<Reckoning.Raised> raised = new ArrayList<>();
    for (Receivable each : receivables) {
      if (each.key().charge().equals(charge) && each.key().revision() == 0) {
        raised.add(new Reckoning.Raised(each.key(), MinorUnits.of(each.amount()), each.raisedAt()));
      }
    }
    for (Adjustment each : adjustments) {
      if (each.key().charge().equals(charge)) {
        raised.add(new Reckoning.Raised(each.key(), each.signedMinor(), each.at()));
      }
    }
    return raised;
  }

  /** The add-ons that were raised. */
  Set<ChargeCode> addOns() {
    Set<ChargeCode> charges = new TreeSet<>();
    receivables.stream().map(each -> each.key().charge()).filter(AddOnId::isAddOn).forEach(charges::add);
    return charges;
  }

  /** The amount that a key corrects, as it was raised. */
  Receivable base(ReceivableKey corrected) {
    return receivables.stream()
        .filter(each -> each.key().revision() == 0 && each.key().isOfSameAmount(corrected))
        .findAny()
        .orElseThrow(() -> new IllegalStateException("corrected, but not raised: " + corrected));
  }

  /** By the key of each correction that is to be made, the tax of the amount as it was. */
  Map<ReceivableKey, Tax> taxes(List<Adjustment> wanted) {
    Map<ReceivableKey, Tax> taxes = new HashMap<>();
    for (Adjustment each : wanted) {
      Tax tax = base(each.key()).derivation().tax();
      for (Adjustment earlier : adjustments) {
        if (earlier.key().isOfSameAmount(each.key())) {
          tax = earlier.derivation().tax();
        }
      }
      taxes.put(each.key(), tax);
    }
    return taxes;
  }
}
