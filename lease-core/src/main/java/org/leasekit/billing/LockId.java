package org.leasekit.billing;

/**
 * Names a lock, unique for its lessor.
 *
 * @param value 1 to 160 characters, not blank, no leading or trailing white space
 */
public record LockId(String value) implements Comparable<LockId> {

  public LockId {
    if (value.isBlank() || value.length() > 160 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("LockId: 1 to 160 characters, stripped, but was '" + value + "'");
    }
  }

  @Override
  public int compareTo(LockId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
