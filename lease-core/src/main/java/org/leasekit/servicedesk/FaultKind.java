package org.leasekit.servicedesk;

/**
 * What kind of fault, by the lessor's own code, for example {@code AIR_CONDITIONING}.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record FaultKind(String value) implements Comparable<FaultKind> {

  public FaultKind {
    Ids.valid("FaultKind", value, 64);
  }

  @Override
  public int compareTo(FaultKind other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
