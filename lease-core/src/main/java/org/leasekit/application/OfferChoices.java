package org.leasekit.application;

import java.time.Instant;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.renewal.AddOnId;

/**
 * What a tenant may choose in an offer beside yes and no, and what they have chosen.
 *
 * @param addOns all there are in the currency of the offer, sold out or not, by id
 * @param code whether the tenant may enter a discount code
 * @param listRent per month before discounts
 * @param rent per month as it is offered
 * @param earlyUntil until when the early bird's price holds; null when there is none, or it stands for good
 */
public record OfferChoices(
    List<Choice> addOns,
    Code code,
    MonetaryAmount listRent,
    MonetaryAmount rent,
    @Nullable Instant earlyUntil) {

  public OfferChoices {
    addOns = List.copyOf(addOns);
  }

  /** Whether codes are taken. */
  public enum Code {
    /** This lessor gives no codes, or the price stands. */
    NONE,
    /** A code may be entered; whether this tenant has one is not told. */
    OPEN,
    /** The tenant's code was used and is in the rent. */
    USED
  }

  /**
   * An add-on on offer.
   *
   * @param price of one for the whole term
   * @param chosen how many the offer has, zero or more
   * @param left how many more there are, zero when it is sold out
   */
  public record Choice(AddOnId id, String name, MonetaryAmount price, int chosen, int left) {

    /** Whether this tenant can have none of it. */
    public boolean isSoldOut() {
      return chosen == 0 && left == 0;
    }
  }
}
