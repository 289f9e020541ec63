package org.leasekit.renewal;

import javax.money.MonetaryAmount;
import org.leasekit.party.LessorId;

/**
 * What can be taken beside a unit, with its stock. It is a price for the whole term of the successor, due with its first
 * rent; when that ends early, the days that are not let any more are credited and the pieces are there for others.
 *
 * @param name for people
 * @param price of one for the whole term of the successor, zero or more
 * @param stock how many there are, zero or more
 * @param taken how many of them are spoken for, zero to {@code stock}; storage counts them
 */
public record AddOn(
    LessorId lessor, AddOnId id, String name, MonetaryAmount price, int stock, int taken) {

  public AddOn {
    if (price.isNegative() || taken < 0 || taken > stock) {
      throw new IllegalArgumentException(
          "price: not negative; taken: zero to stock, but was " + taken + " of " + stock);
    }
  }

  /** One that nobody has taken yet. */
  public static AddOn of(LessorId lessor, String id, String name, MonetaryAmount price, int stock) {
    return new AddOn(lessor, new AddOnId(id), name, price, stock, 0);
  }

  /** How many are left. */
  public int left() {
    return stock - taken;
  }
}
