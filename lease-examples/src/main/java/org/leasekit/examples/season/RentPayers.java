package org.leasekit.examples.season;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.money.Monetary;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;

/** Those who pay the running rent: most about the due date, some late, a few never. */
final class RentPayers {
  private static final double NEVER_PAYS = 0.015;
  private static final double IN_ARREARS = 0.03;
  private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 0);

  private final Office office;
  private final Agenda agenda;
  private final Providers providers;
  private final long seed;

  RentPayers(Office office, Agenda agenda, Providers providers, long seed) {
    this.office = office;
    this.agenda = agenda;
    this.providers = providers;
    this.seed = seed;
  }

  /** What a payer owes for one due date in one currency. */
  private record Bill(ContractNo payer, String currency, LocalDate due)
      implements Comparable<Bill> {
    private static final Comparator<Bill> ORDER =
        Comparator.comparing(Bill::payer).thenComparing(Bill::currency).thenComparing(Bill::due);

    static Bill of(Receivable receivable) {
      return new Bill(
          receivable.payer(), receivable.amount().getCurrency().getCurrencyCode(), receivable.due());
    }

    boolean samePayer(Bill other) {
      return payer.equals(other.payer) && currency.equals(other.currency);
    }

    @Override
    public int compareTo(Bill other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * The books are taken over: what fell due before today was paid in the old books, and is reported as
   * one payment for each payer; a few payers still owe the last bill.
   */
  void takeOver(Collection<Receivable> open) {
    LocalDate today = office.today();
    NavigableMap<Bill, Long> bills =
        bills(open.stream().filter(each -> each.due().isBefore(today)));
    Map<Bill, Long> payments = new TreeMap<>();
    for (Map.Entry<Bill, Long> each : bills.entrySet()) {
      Bill bill = each.getKey();
      Bill next = bills.higherKey(bill);
      boolean last = next == null || !next.samePayer(bill);
      if (!last || !holds("arrears:" + bill.payer(), IN_ARREARS)) {
        Bill all = new Bill(bill.payer(), bill.currency(), LocalDate.EPOCH);
        payments.merge(all, each.getValue(), Math::addExact);
      }
    }
    payments.forEach(
        (all, minor) -> pay("OPENING-" + all.payer() + "-" + all.currency(), all, minor));
  }

  /** New bills arrive: each payer pays one payment for each due date, when it suits them. */
  void receiveBills(Stream<Receivable> raised) {
    bills(raised).forEach(this::plan);
  }

  private void plan(Bill bill, long minor) {
    if (holds("payer:" + bill.payer(), NEVER_PAYS)) {
      return;
    }
    String number = bill.payer() + "-" + bill.currency() + "-" + bill.due() + "-" + office.today();
    Dice dice = new Dice(seed, "rent:" + number);
    Instant suits =
        bill.due()
            .plusDays(daysFromDue(dice))
            .atTime(OFFICE_OPENS)
            .plus(dice.between(Duration.ofSeconds(1), Duration.ofHours(12)))
            .atZone(office.zone())
            .toInstant();
    Instant soonest =
        office.todayAt(OFFICE_OPENS).plus(dice.between(Duration.ofSeconds(1), Duration.ofHours(12)));
    agenda.enter(
        suits.isBefore(soonest) ? soonest : suits, () -> pay("RENT-" + number, bill, minor));
  }

  private static int daysFromDue(Dice dice) {
    double share = dice.share();
    if (share < 0.45) {
      return dice.between(-3, 0);
    }
    return share < 0.9 ? dice.between(0, 4) : dice.between(5, 20);
  }

  private boolean holds(String name, double share) {
    return Dice.share(seed, name) < share;
  }

  private void pay(String id, Bill bill, long minor) {
    String amount =
        MinorUnits.plain(MinorUnits.amount(minor, Monetary.getCurrency(bill.currency())));
    providers.paid(id, bill.payer().value(), amount, bill.currency());
  }

  private static NavigableMap<Bill, Long> bills(Stream<Receivable> receivables) {
    NavigableMap<Bill, Long> bills = new TreeMap<>();
    receivables
        .filter(each -> each.outstandingMinor() > 0)
        .forEach(each -> bills.merge(Bill.of(each), each.outstandingMinor(), Math::addExact));
    return bills;
  }
}
