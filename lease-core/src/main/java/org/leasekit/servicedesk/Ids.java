package org.leasekit.servicedesk;

/** What all ids of this package have in common. */
final class Ids {

  private Ids() {}

  /** The value itself, if it is not blank, has no white space at its ends and is not too long. */
  static String valid(String kind, String value, int longest) {
    if (value.isBlank() || value.length() > longest || !value.equals(value.strip())) {
      throw new IllegalArgumentException(
          kind + ": 1 to " + longest + " characters, stripped, but was '" + value + "'");
    }
    return value;
  }
}
