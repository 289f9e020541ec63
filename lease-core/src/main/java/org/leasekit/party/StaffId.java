package org.leasekit.party;

/**
 * A member of the lessor's staff: steward, finance, supervisor.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record StaffId(String value) implements Comparable<StaffId> {

  public StaffId {
    if (value.isBlank() || value.length() > 64 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("StaffId: 1 to 64 characters, stripped, but was '" + value + "'");
    }
  }

  @Override
  public int compareTo(StaffId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
