package org.leasekit.servicedesk;

/**
 * One service request; given by whoever takes it in, so that taking it in twice is seen.
 *
 * @param value 1 to 96 characters, not blank, no leading or trailing white space
 */
public record RequestId(String value) implements Comparable<RequestId> {

  public RequestId {
    Ids.valid("RequestId", value, 96);
  }

  @Override
  public int compareTo(RequestId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
