package org.leasekit.renewal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.money.MonetaryAmount;
import org.leasekit.billing.BillingCycle;
import org.leasekit.billing.BillingPeriod;
import org.leasekit.billing.Prorations;
import org.leasekit.billing.ScheduleDefinition;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRolls;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.money.MinorUnits;

/** Makes the offer for a contract that ends. */
public final class Offers {

  private Offers() {}

  /**
   * The offer: it begins on the day after the last, runs as many whole months as the contract ran, at
   * least one, and costs what the pricing says.
   *
   * @param calendar only moves due dates, which an offer does not show
   */
  public static Offer offer(Contract contract, PricingStrategy pricing, BusinessCalendar calendar) {
    return offer(contract, pricing.price(contract, contract.term().endExclusive()), calendar);
  }

  /** The offer at given terms. */
  public static Offer offer(Contract contract, ChargeTerms terms, BusinessCalendar calendar) {
    LocalDate start = contract.term().endExclusive();
    DateRange term = DateRange.of(start, start.plusMonths(wholeMonths(contract.term())));
    BillingPeriod first =
        new ScheduleDefinition(
                term,
                new BillingCycle(terms.cycleMonths()),
                MinorUnits.of(terms.monthlyRent()),
                terms.currency().getCurrencyCode(),
                Prorations.of(terms.proration()),
                DayRolls.NONE)
            .resolve(calendar)
            .get(0);
    return new Offer(
        term,
        terms,
        MinorUnits.amount(first.amountMinor(), terms.currency()),
        topUp(contract.terms().deposit(), terms.deposit()),
        topUp(terms.deposit(), contract.terms().deposit()),
        List.of());
  }

  /** What a new deposit asks for beyond one that is held, zero or more. */
  public static MonetaryAmount topUp(MonetaryAmount held, MonetaryAmount wanted) {
    MonetaryAmount more = wanted.subtract(held);
    return more.isNegative() ? MinorUnits.amount(0, wanted.getCurrency()) : more;
  }

  private static long wholeMonths(DateRange term) {
    return Math.max(1, ChronoUnit.MONTHS.between(term.start(), term.endExclusive()));
  }
}
