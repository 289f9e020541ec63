package org.leasekit.renewal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.money.MinorUnits;

/**
 * What the tenant is offered: the price shown is the price charged. Discounts are in the rent already.
 *
 * @param term of the successor contract
 * @param terms of the successor contract
 * @param firstRent rent of the successor's first billing period, tax and all, zero or more; zero where it is due in arrears
 * @param depositTopUp what the new deposit exceeds the old one by, zero or more
 * @param depositRefund what the old deposit exceeds the new one by, zero or more; as far as it was paid it is
 *     paid back apart; of a renewed case what is paid back
 * @param addOns what is taken beside the unit, each id once
 */
public record Offer(
    DateRange term,
    ChargeTerms terms,
    MonetaryAmount firstRent,
    MonetaryAmount depositTopUp,
    MonetaryAmount depositRefund,
    List<AddOnLine> addOns) {

  public Offer {
    addOns = List.copyOf(addOns);
    if (addOns.stream().map(AddOnLine::id).distinct().count() < addOns.size()) {
      throw new IllegalArgumentException("addOns: each id once");
    }
  }

  /** An offer without refund and add-ons. */
  public Offer(
      DateRange term, ChargeTerms terms, MonetaryAmount firstRent, MonetaryAmount depositTopUp) {
    this(
        term, terms, firstRent, depositTopUp, MinorUnits.amount(0, terms.currency()), List.of());
  }

  /** What has to be paid for the renewal to count as paid, zero or more. */
  public MonetaryAmount firstPayment() {
    return firstRent.add(depositTopUp).add(addOnTotal());
  }

  /** What the add-ons cost, zero or more. */
  public MonetaryAmount addOnTotal() {
    MonetaryAmount total = MinorUnits.amount(0, terms.currency());
    for (AddOnLine line : addOns) {
      total = total.add(line.amount());
    }
    return total;
  }

  /** The line of an add-on. */
  public Optional<AddOnLine> addOn(AddOnId id) {
    return addOns.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /** The same offer with other add-ons. */
  Offer withAddOns(List<AddOnLine> lines) {
    return new Offer(term, terms, firstRent, depositTopUp, depositRefund, lines);
  }

  /** The same offer with another refund. */
  Offer withRefund(MonetaryAmount refund) {
    return new Offer(term, terms, firstRent, depositTopUp, refund, addOns);
  }

  /** The same offer with a line in place of the one with its id. */
  Offer with(AddOnLine line) {
    List<AddOnLine> lines = new ArrayList<>(without(line.id()).addOns);
    lines.add(line);
    return withAddOns(lines);
  }

  /** The same offer without an add-on. */
  Offer without(AddOnId id) {
    return withAddOns(addOns.stream().filter(line -> !line.id().equals(id)).toList());
  }
}
