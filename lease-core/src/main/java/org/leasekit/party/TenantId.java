package org.leasekit.party;

/**
 * The lessee as a legal person. The lessor is never called a tenant.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record TenantId(String value) implements Comparable<TenantId> {

  public TenantId {
    if (value.isBlank() || value.length() > 64 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("TenantId: 1 to 64 characters, stripped, but was '" + value + "'");
    }
  }

  @Override
  public int compareTo(TenantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
