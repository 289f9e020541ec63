package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.AdjustmentCause;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.LockId;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.billing.Tax;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.FeeDays;
import org.leasekit.dunning.LateFees;
import org.leasekit.ledger.Postings;
import org.leasekit.money.MinorUnits;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.Stores;

/**
 * Takes back what late fees charged for money that, as the books know it now, was not owed or was held on those days. A fee is
 * computed again by its own rate and days, each day on the amount it was charged on or on what was owed and free then, if that
 * is less: so it never rises, a day is not charged a second time, and a run that is repeated finds nothing. What the host
 * holds besides is asked when a fee is charged, not here, for nobody knows since when it holds. Joins the caller's unit of work.
 */
final class LateFeeCorrector {
  private final Stores stores;
  private final LessorProfile profile;
  private final Cashier cashier;
  private final FeeNotes notes;

  LateFeeCorrector(Stores stores, LessorProfile profile, Cashier cashier) {
    this.stores = stores;
    this.profile = profile;
    this.cashier = cashier;
    this.notes = new FeeNotes(stores, profile);
  }

  /** Corrects the late fees of some contracts; answers with the credits that were new. */
  List<Adjustment> correct(Collection<ContractNo> contracts, Instant now) {
    List<Adjustment> made = new ArrayList<>();
    for (ContractNo no : new TreeSet<>(contracts)) {
      List<Adjustment> found = book(find(no, now), now);
      while (!found.isEmpty()) {
        made.addAll(found);
        // what was paid for a fee goes to what is owed, as if it had from the day it came
        found = book(find(no, now), now);
      }
    }
    return made;
  }

  private List<Adjustment> book(List<Adjustment> found, Instant now) {
    if (found.isEmpty()) {
      return found;
    }
    List<Adjustment> added = stores.adjustments().addAll(found);
    stores.journal().post(added.stream().map(each -> Postings.adjusted(each, Tax.NONE)).toList());
    cashier.credit(added, now);
    return added;
  }

  private List<Adjustment> find(ContractNo no, Instant now) {
    List<Receivable> fees =
        stores.receivables().of(profile.lessor(), List.of(no)).stream()
            .filter(each -> LateFees.isFee(each.key().charge()) && each.amount().isGreaterThan(each.credited()))
            .toList();
    if (fees.isEmpty()) {
      return List.of();
    }
    OwedByDay books = OwedByDay.of(stores, profile, List.of(no), now);
    Map<DateRange, List<Receivable>> charged = notes.charged(books.receivables());
    List<Adjustment> found = new ArrayList<>();
    for (Receivable fee : fees) {
      List<Receivable> debts =
          charged.getOrDefault(fee.key().period(), List.of()).stream()
              .filter(debt -> debt.payer().equals(fee.payer()))
              .toList();
      List<List<Derivation.Slice>> slices = byDebt(fee);
      // a fee of which the log does not tell the debts is left as it is
      if (debts.size() == slices.size()) {
        Derivation after = after(fee, debts, slices, books);
        if (after.totalMinor() < left(fee)) {
          found.add(credit(fee, debts, after, books, now));
        }
      }
    }
    return found;
  }

  private static long left(Receivable fee) {
    return MinorUnits.of(fee.amount()) - MinorUnits.of(fee.credited());
  }

  /** The slices of each debt of a fee: those of a debt end where the fee ends, see {@link FeeDays}. */
  private static List<List<Derivation.Slice>> byDebt(Receivable fee) {
    List<List<Derivation.Slice>> debts = new ArrayList<>();
    List<Derivation.Slice> one = new ArrayList<>();
    for (Derivation.Slice slice : fee.derivation().slices()) {
      one.add(slice);
      if (slice.days().endExclusive().equals(fee.key().period().endExclusive())) {
        debts.add(one);
        one = new ArrayList<>();
      }
    }
    return debts;
  }

  private static Derivation after(
      Receivable fee, List<Receivable> debts, List<List<Derivation.Slice>> slices, OwedByDay books) {
    List<Derivation.Slice> after = new ArrayList<>();
    for (int i = 0; i < debts.size(); i++) {
      FeeDays days = new FeeDays();
      for (Derivation.Slice slice : slices.get(i)) {
        add(days, slice, fee.derivation(), debts.get(i), books);
      }
      after.addAll(days.slices());
    }
    Derivation before = fee.derivation();
    return new Derivation(before.convention(), before.monthlyMinor(), after, before.currency());
  }

  private static void add(
      FeeDays days, Derivation.Slice slice, Derivation fee, Receivable debt, OwedByDay books) {
    Long own = slice.rateMinor();
    long chargedOn = own == null ? fee.monthlyMinor() : own;
    long left = slice.numerator();
    LocalDate end = slice.days().endExclusive();
    for (LocalDate day = slice.days().start(); day.isBefore(end); day = day.plusDays(1)) {
      // where the cap was reached, the first days of a slice were charged
      long share = Math.min(left, fee.monthlyMinor());
      left -= share;
      days.add(day, share, Math.min(chargedOn, books.freeMinor(debt, day, 0)));
    }
  }

  private Adjustment credit(
      Receivable fee, List<Receivable> debts, Derivation after, OwedByDay books, Instant now) {
    String currency = after.currency();
    ReceivableKey key = fee.key();
    List<Adjustment> before =
        books.adjustments().stream().filter(each -> each.key().isOfSameAmount(key)).toList();
    int revision = before.stream().mapToInt(each -> each.key().revision()).max().orElse(0) + 1;
    Instant touched = before.stream().map(Adjustment::at).max(Comparator.naturalOrder()).orElse(fee.raisedAt());
    return new Adjustment(
        profile.lessor(),
        new ReceivableKey(key.contract(), key.charge(), key.period(), revision),
        fee.payer(),
        fee.due(),
        Adjustment.Side.CREDIT,
        MinorUnits.amount(left(fee) - after.totalMinor(), currency),
        MinorUnits.amount(after.totalMinor(), currency),
        cause(fee, debts, books, touched),
        after,
        now);
  }

  /** What was recorded of the debts since their fee was reckoned last: corrections, freezes of its days, money that came earlier. */
  private AdjustmentCause cause(Receivable fee, List<Receivable> debts, OwedByDay books, Instant touched) {
    TreeSet<LockId> locks = new TreeSet<>();
    TreeSet<String> terms = new TreeSet<>();
    for (Receivable debt : debts) {
      for (Adjustment each : books.adjustments()) {
        if (each.key().isOfSameAmount(debt.key()) && !each.at().isBefore(touched)) {
          locks.addAll(each.cause().locks());
          terms.addAll(each.cause().terms());
        }
      }
      for (ReceivableLock lock : books.locks()) {
        if (!lock.knownAt().isBefore(touched) && books.freezes(lock, debt, fee.key().period())) {
          locks.add(lock.id());
        }
      }
      for (PaymentId payment : books.paidSince(debt.key(), touched)) {
        if (books.dayOf(payment).isBefore(fee.key().period().endExclusive())) {
          terms.add(AdjustmentCause.PAYMENT + payment);
        }
      }
    }
    return new AdjustmentCause(List.copyOf(locks), List.copyOf(terms));
  }
}
