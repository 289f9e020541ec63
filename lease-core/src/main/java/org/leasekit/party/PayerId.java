package org.leasekit.party;

/**
 * Whoever pays without being a tenant, as the host knows it: an employer, a parent company, an office.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record PayerId(String value) implements Comparable<PayerId> {

  public PayerId {
    if (value.isBlank() || value.length() > 64 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("PayerId: 1 to 64 characters, stripped, but was '" + value + "'");
    }
  }

  @Override
  public int compareTo(PayerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
