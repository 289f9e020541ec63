package org.leasekit.party;

/**
 * The operating organisation. Every key in storage starts with it, so that data can be sharded.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record LessorId(String value) implements Comparable<LessorId> {

  public LessorId {
    if (value.isBlank() || value.length() > 64 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("LessorId: 1 to 64 characters, stripped, but was '" + value + "'");
    }
  }

  @Override
  public int compareTo(LessorId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
