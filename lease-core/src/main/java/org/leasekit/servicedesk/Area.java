package org.leasekit.servicedesk;

/**
 * A part of town or of an estate; technicians serve areas, sites lie in one.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record Area(String value) implements Comparable<Area> {

  public Area {
    Ids.valid("Area", value, 64);
  }

  @Override
  public int compareTo(Area other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
