package org.leasekit.billing;

/**
 * Which charge of a contract an amount belongs to.
 *
 * @param value 1 to 32 characters, not blank, no leading or trailing white space
 */
public record ChargeCode(String value) implements Comparable<ChargeCode> {

  /** Rent for the use of a unit, raised once per billing period. */
  public static final ChargeCode RENT = new ChargeCode("RENT");

  /** Security deposit (押金): a liability, raised once for the term. */
  public static final ChargeCode DEPOSIT = new ChargeCode("DEPOSIT");

  public ChargeCode {
    if (value.isBlank() || value.length() > 32 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("ChargeCode: 1 to 32 characters, stripped, but was '" + value + "'");
    }
  }

  @Override
  public int compareTo(ChargeCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
