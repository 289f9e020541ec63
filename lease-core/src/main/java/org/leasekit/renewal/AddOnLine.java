package org.leasekit.renewal;

import javax.money.MonetaryAmount;

/**
 * Add-ons in an offer.
 *
 * @param name as it was when they were taken
 * @param quantity at least 1
 * @param amount for all of them and the whole term, zero or more
 */
public record AddOnLine(AddOnId id, String name, int quantity, MonetaryAmount amount) {

  public AddOnLine {
    if (quantity < 1 || amount.isNegative()) {
      throw new IllegalArgumentException("quantity: at least 1; amount: not negative: " + id);
    }
  }

  /** So many of an add-on at its price of now. */
  static AddOnLine of(AddOn addOn, int quantity) {
    return new AddOnLine(addOn.id(), addOn.name(), quantity, addOn.price().multiply(quantity));
  }
}
