package org.leasekit.servicedesk;

/**
 * What a technician must be able to do, by the lessor's own code.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record Skill(String value) implements Comparable<Skill> {

  public Skill {
    Ids.valid("Skill", value, 64);
  }

  @Override
  public int compareTo(Skill other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
