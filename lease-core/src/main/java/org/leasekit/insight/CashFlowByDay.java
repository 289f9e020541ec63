package org.leasekit.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.leasekit.billing.Receivable;
import org.leasekit.calendar.DateRange;
import org.leasekit.money.MinorUnits;
import org.leasekit.payment.Payment;

/**
 * What fell due and what came in, by day, in one currency; currencies are never mixed.
 *
 * @param days every day of the range, in order
 */
public record CashFlowByDay(CurrencyUnit currency, List<Day> days) {

  /**
   * One day.
   *
   * @param due sum of the receivables whose due date, moved by the calendar, it is, less credits and what is frozen
   * @param received sum of the payments that arrived on it
   */
  public record Day(LocalDate date, MonetaryAmount due, MonetaryAmount received) {}

  public CashFlowByDay {
    days = List.copyOf(days);
  }

  /**
   * The flow over a range of days where nothing is frozen; records outside it or in another currency are passed over.
   *
   * @param zone where the lessor's days begin and end
   */
  public static CashFlowByDay of(
      Collection<Receivable> receivables,
      Collection<Payment> payments,
      CurrencyUnit currency,
      DateRange range,
      ZoneId zone) {
    return of(receivables, receivable -> 0, payments, currency, range, zone);
  }

  /**
   * The same, but what is frozen is not expected.
   *
   * @param heldMinor how much of what is outstanding is held, in minor units, zero to all of it; see {@link
   *     org.leasekit.billing.Locks#heldMinor}
   */
  public static CashFlowByDay of(
      Collection<Receivable> receivables,
      ToLongFunction<Receivable> heldMinor,
      Collection<Payment> payments,
      CurrencyUnit currency,
      DateRange range,
      ZoneId zone) {
    int length = Math.toIntExact(range.days());
    long[] due = new long[length];
    long[] received = new long[length];
    for (Receivable each : receivables) {
      MonetaryAmount held = MinorUnits.amount(heldMinor.applyAsLong(each), each.amount().getCurrency());
      add(due, each.due(), each.amount().subtract(each.credited()).subtract(held), currency, range);
    }
    for (Payment each : payments) {
      // the money of a deposit came when that was paid
      if (!each.id().isOfDeposit()) {
        LocalDate day = each.receivedAt().atZone(zone).toLocalDate();
        add(received, day, each.amount(), currency, range);
      }
    }
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      days.add(
          new Day(
              range.start().plusDays(i),
              MinorUnits.amount(due[i], currency),
              MinorUnits.amount(received[i], currency)));
    }
    return new CashFlowByDay(currency, days);
  }

  private static void add(
      long[] sums, LocalDate day, MonetaryAmount amount, CurrencyUnit currency, DateRange range) {
    if (range.contains(day) && amount.getCurrency().equals(currency)) {
      int index = Math.toIntExact(day.toEpochDay() - range.start().toEpochDay());
      sums[index] = Math.addExact(sums[index], MinorUnits.of(amount));
    }
  }

  /**
   * Days of liquidity pressure: something falls due, and over the window that ends with the day less than
   * the share of what fell due came in.
   *
   * @param window days looked at, the day itself included, at least 1; fewer at the start of the range
   * @param share of what fell due, for example 0.5
   */
  public List<LocalDate> pressureDays(int window, BigDecimal share) {
    if (window < 1) {
      throw new IllegalArgumentException("window: at least 1, but was " + window);
    }
    List<LocalDate> pressed = new ArrayList<>();
    long due = 0;
    long received = 0;
    for (int i = 0; i < days.size(); i++) {
      due += MinorUnits.of(days.get(i).due());
      received += MinorUnits.of(days.get(i).received());
      if (i >= window) {
        due -= MinorUnits.of(days.get(i - window).due());
        received -= MinorUnits.of(days.get(i - window).received());
      }
      BigDecimal enough = BigDecimal.valueOf(due).multiply(share);
      if (days.get(i).due().isPositive() && BigDecimal.valueOf(received).compareTo(enough) < 0) {
        pressed.add(days.get(i).date());
      }
    }
    return List.copyOf(pressed);
  }
}
