package org.leasekit.renewal;

import org.leasekit.billing.ChargeCode;

/**
 * Something that is let or sold beside a unit, such as a charging post.
 *
 * @param value 1 to 24 characters, not blank, no leading or trailing white space
 */
public record AddOnId(String value) implements Comparable<AddOnId> {
  private static final String CHARGE = "ADDON-";

  public AddOnId {
    if (value.isBlank() || value.length() > 24 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("AddOnId: 1 to 24 characters, stripped, but was '" + value + "'");
    }
  }

  /** The charge under which it is billed. */
  public ChargeCode charge() {
    return new ChargeCode(CHARGE + value);
  }

  /** Whether a charge is an add-on's. */
  public static boolean isAddOn(ChargeCode charge) {
    return charge.value().startsWith(CHARGE);
  }

  @Override
  public int compareTo(AddOnId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
