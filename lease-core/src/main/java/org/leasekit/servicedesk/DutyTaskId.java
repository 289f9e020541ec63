package org.leasekit.servicedesk;

/**
 * Something a person on duty is asked to see to.
 *
 * @param value 1 to 200 characters, not blank, no leading or trailing white space
 */
public record DutyTaskId(String value) implements Comparable<DutyTaskId> {

  public DutyTaskId {
    Ids.valid("DutyTaskId", value, 200);
  }

  @Override
  public int compareTo(DutyTaskId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
