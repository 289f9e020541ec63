package org.leasekit.servicedesk;

/**
 * A place with a position of its own, where technicians check in: a building, a garage.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record SiteId(String value) implements Comparable<SiteId> {

  public SiteId {
    Ids.valid("SiteId", value, 64);
  }

  @Override
  public int compareTo(SiteId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
