package org.leasekit.payment;

/**
 * The payment provider's own number of a payment; a second arrival of it is the same payment.
 *
 * @param value 1 to 128 characters, not blank, no leading or trailing white space
 */
public record PaymentId(String value) implements Comparable<PaymentId> {

  public PaymentId {
    if (value.isBlank() || value.length() > 128 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("PaymentId: 1 to 128 characters, stripped, but was '" + value + "'");
    }
  }

  @Override
  public int compareTo(PaymentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
