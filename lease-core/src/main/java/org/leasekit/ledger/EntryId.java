package org.leasekit.ledger;

/**
 * Natural key of a journal entry, made from its cause, so that a cause is posted once.
 *
 * @param value 1 to 400 characters, not blank, no leading or trailing white space
 */
public record EntryId(String value) implements Comparable<EntryId> {

  public EntryId {
    if (value.isBlank() || value.length() > 400 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("EntryId: 1 to 400 characters, stripped, but was '" + value + "'");
    }
  }

  @Override
  public int compareTo(EntryId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
