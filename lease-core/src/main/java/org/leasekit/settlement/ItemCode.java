package org.leasekit.settlement;

/**
 * Something that has to be seen to before a settlement is closed.
 *
 * @param value 1 to 20 characters, not blank, no leading or trailing white space
 */
public record ItemCode(String value) implements Comparable<ItemCode> {

  /** What the meters show on the last day. */
  public static final ItemCode METERS = new ItemCode("METERS");

  /** The state of what is given back. */
  public static final ItemCode DAMAGE = new ItemCode("DAMAGE");

  public static final ItemCode KEYS = new ItemCode("KEYS");

  public static final ItemCode ACCESS_CARDS = new ItemCode("ACCESS_CARDS");

  /** Whose deposit it is, and how it is to be paid back. */
  public static final ItemCode DEPOSIT = new ItemCode("DEPOSIT");

  public ItemCode {
    if (value.isBlank() || value.length() > 20 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("ItemCode: 1 to 20 characters, stripped, but was '" + value + "'");
    }
  }

  @Override
  public int compareTo(ItemCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
