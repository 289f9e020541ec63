package org.leasekit.renewal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * How far an offer may go before a person has to approve it. Data; the bounds themselves are allowed.
 *
 * @param riseBasisPoints most the rent may rise, in hundredths of a percent of the old rent, zero or more
 * @param fallBasisPoints most the rent may fall before discounts, zero or more
 * @param discountBasisPoints most all discounts together may take off, zero or more
 */
public record OfferLimits(int riseBasisPoints, int fallBasisPoints, int discountBasisPoints) {

  /** Ten percent up, ten percent down, ten percent of discount. */
  public static final OfferLimits STANDARD = new OfferLimits(1000, 1000, 1000);

  private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

  /** A limit that an offer goes beyond. */
  public enum Breach {
    RENT_RISE,
    RENT_FALL,
    DISCOUNT
  }

  public OfferLimits {
    if (riseBasisPoints < 0 || fallBasisPoints < 0 || discountBasisPoints < 0) {
      throw new IllegalArgumentException("limits: zero or more");
    }
  }

  /**
   * The limits that an offer goes beyond, in order; empty when nobody has to approve it.
   *
   * @param oldRent of the contract that ends, in the currency of {@code listRent}
   * @param listRent before discounts
   * @param discounts all that may come off, in hundredths of a percent
   */
  public List<Breach> breaches(MonetaryAmount oldRent, MonetaryAmount listRent, int discounts) {
    List<Breach> breaches = new ArrayList<>();
    BigDecimal old = oldRent.getNumber().numberValueExact(BigDecimal.class);
    BigDecimal change = listRent.getNumber().numberValueExact(BigDecimal.class).subtract(old);
    if (change.multiply(WHOLE).compareTo(old.multiply(BigDecimal.valueOf(riseBasisPoints))) > 0) {
      breaches.add(Breach.RENT_RISE);
    }
    if (change.negate().multiply(WHOLE).compareTo(old.multiply(BigDecimal.valueOf(fallBasisPoints))) > 0) {
      breaches.add(Breach.RENT_FALL);
    }
    if (discounts > discountBasisPoints) {
      breaches.add(Breach.DISCOUNT);
    }
    return List.copyOf(breaches);
  }
}
