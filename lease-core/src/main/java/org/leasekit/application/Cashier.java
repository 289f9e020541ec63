package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.LateFees;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.Allocations;
import org.leasekit.payment.Credits;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.Stores;

/** Records money, puts it to receivables and takes it back from them; joins the caller's unit of work. */
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

  /**
   * Puts what is unapplied of some payments to what a contract owes; what is frozen takes up nothing. Where that may lower late
   * fees that were charged, their contracts are on the agenda of billing for today.
   */
  void allocate(List<Payment> payments, ContractNo debtor, Instant now) {
    for (Payment payment : payments) {
      List<Receivable> open = stores.receivables().open(profile.lessor(), debtor);
      Freezes held = Freezes.of(stores, profile.lessor(), open, now);
      Allocations.Result result = Allocations.allocate(payment, open, profile.allocation(), held, now);
      if (result.allocations().isEmpty()) {
        continue;
      }
      stores.receivables().updateAll(result.receivables());
      book(payment, result, open);
      reckonFeesAgain(payment, result.receivables(), now);
    }
  }

  /**
   * Money of an earlier day covers what was late on days that may have borne a fee since, see {@link LateFeeCorrector}: so the
   * contracts are reckoned again. They are locked, for whoever reckons one right now knows nothing of the money, and its
   * agenda would win.
   */
  private void reckonFeesAgain(Payment payment, Collection<Receivable> covered, Instant now) {
    LocalDate today = profile.day(now);
    if (!profile.day(payment.receivedAt()).isBefore(today)) {
      return;
    }
    Set<ContractNo> late = new TreeSet<>();
    for (Receivable each : covered) {
      if (each.due().isBefore(today) && !LateFees.isFee(each.key().charge())) {
        late.add(each.key().contract());
      }
    }
    for (ContractNo no : late) {
      stores
          .contracts()
          .lock(profile.lessor(), no)
          .ifPresent(contract -> stores.receivables().schedule(profile.lessor(), no, today));
    }
  }

  /**
   * Stores what a payment was put to, but for the receivables.
   *
   * @param payment before it
   * @param before receivables before it, those it was put to at least
   */
  void book(Payment payment, Allocations.Result result, Collection<Receivable> before) {
    List<JournalEntry> entries = new ArrayList<>();
    for (Allocation allocation : result.allocations()) {
      entries.add(Bookkeeping.allocated(payment, allocation, times(allocation, before)));
    }
    stores.payments().update(result.payment());
    stores.payments().addAllocations(result.allocations());
    stores.journal().post(entries);
  }

  /** How often a receivable has taken up money of a payment, this time included. */
  private long times(Allocation allocation, Collection<Receivable> before) {
    boolean untouched =
        before.stream()
            .filter(each -> each.key().equals(allocation.receivable()))
            .allMatch(each -> each.allocated().isZero() && each.credited().isZero());
    if (untouched) {
      return 1;
    }
    return 1
        + stores.payments().allocations(profile.lessor(), allocation.receivable()).stream()
            .filter(each -> each.payment().equals(allocation.payment()) && each.amount().isPositive())
            .count();
  }

  /**
   * Takes credits off what they correct. Money that was paid for it goes back to its payments, and from there to whatever
   * else the payer owes; what is left stays unapplied.
   */
  void credit(List<Adjustment> credits, Instant now) {
    Map<ContractNo, List<PaymentId>> freed = new TreeMap<>();
    for (Adjustment credit : credits) {
      for (PaymentId payment : take(credit, now)) {
        freed.computeIfAbsent(credit.payer(), payer -> new ArrayList<>()).add(payment);
      }
    }
    freed.forEach(
        (payer, payments) ->
            payments.stream()
                .distinct()
                .forEach(id -> allocate(List.of(payment(id)), payer, now)));
  }

  private List<PaymentId> take(Adjustment credit, Instant now) {
    List<Receivable> amounts =
        stores.receivables().of(profile.lessor(), List.of(credit.key().contract())).stream()
            .filter(each -> each.key().isOfSameAmount(credit.key()))
            .toList();
    List<Allocation> made = new ArrayList<>();
    for (Receivable each : amounts) {
      if (each.allocated().isPositive()) {
        made.addAll(stores.payments().allocations(profile.lessor(), each.key()));
      }
    }
    Credits.Result result = Credits.take(credit, amounts, made, now);
    stores.receivables().updateAll(result.receivables());
    Map<PaymentId, Payment> payments = new LinkedHashMap<>();
    List<JournalEntry> entries = new ArrayList<>();
    for (Allocation back : result.givenBack()) {
      Payment payment = payments.computeIfAbsent(back.payment(), this::payment);
      payments.put(payment.id(), payment.apply(back.amount()));
      entries.add(Bookkeeping.givenBack(payment, back, credit));
    }
    payments.values().forEach(stores.payments()::update);
    stores.payments().addAllocations(result.givenBack());
    stores.journal().post(entries);
    return List.copyOf(payments.keySet());
  }

  private Payment payment(PaymentId id) {
    return stores
        .payments()
        .find(profile.lessor(), id)
        .orElseThrow(() -> new IllegalStateException("allocated, but not received: " + id));
  }
}
