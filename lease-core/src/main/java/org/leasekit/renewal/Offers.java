package org.leasekit.renewal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.money.MonetaryAmount;
import org.leasekit.billing.ContractCharges;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
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

  /** The offer at given terms, but for their rules: those of the contract go on. */
  public static Offer offer(Contract contract, ChargeTerms terms, BusinessCalendar calendar) {
    LocalDate start = contract.term().endExclusive();
    DateRange term = DateRange.of(start, start.plusMonths(wholeMonths(contract.term())));
    ChargeTerms going = terms.withRules(contract.terms().rules().from(start));
    return new Offer(
        term,
        going,
        ContractCharges.firstInAdvance(term, going, calendar),
        topUp(contract.terms().deposit(), terms.deposit()),
        topUp(terms.deposit(), contract.terms().deposit()),
        List.of());
  }

  /**
   * The same offer at another rent: term, deposit and add-ons stay as they were shown.
   *
   * @param rent monthly, discounts taken off
   */
  public static Offer atRent(Offer offer, MonetaryAmount rent, BusinessCalendar calendar) {
    ChargeTerms terms = offer.terms().withMonthlyRent(rent);
    return new Offer(
        offer.term(),
        terms,
        ContractCharges.firstInAdvance(offer.term(), terms, calendar),
        offer.depositTopUp(),
        offer.depositRefund(),
        offer.addOns());
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
