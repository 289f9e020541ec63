package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.Allocations;
import org.leasekit.payment.Payment;
import org.leasekit.port.Stores;

/** Records money and puts it to receivables; joins the caller's unit of work. */
final class Cashier {
  private final Stores stores;
  private final LessorProfile profile;

  Cashier(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** Records a payment; false when it was known, and then nothing is posted. */
  boolean receive(Payment payment) {
    if (!stores.payments().add(payment)) {
      return false;
    }
    stores.journal().post(List.of(Bookkeeping.received(payment)));
    return true;
  }

  /** Puts what is unapplied of some payments to what a contract owes. */
  void allocate(List<Payment> payments, ContractNo debtor, Instant now) {
    for (Payment payment : payments) {
      List<Receivable> open = stores.receivables().open(profile.lessor(), debtor);
      Allocations.Result result =
          Allocations.allocate(payment, open, profile.allocation(), now);
      if (result.allocations().isEmpty()) {
        continue;
      }
      stores.receivables().updateAll(result.receivables());
      stores.payments().update(result.payment());
      stores.payments().addAllocations(result.allocations());
      List<JournalEntry> entries = new ArrayList<>();
      for (Allocation allocation : result.allocations()) {
        entries.add(Bookkeeping.allocated(payment, allocation));
      }
      stores.journal().post(entries);
    }
  }
}
