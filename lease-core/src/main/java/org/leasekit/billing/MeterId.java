package org.leasekit.billing;

/**
 * Names a meter, unique for its lessor.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record MeterId(String value) implements Comparable<MeterId> {

  public MeterId {
    if (value.isBlank() || value.length() > 64 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("MeterId: 1 to 64 characters, stripped, but was '" + value + "'");
    }
  }

  @Override
  public int compareTo(MeterId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
