package org.leasekit.ledger;

/**
 * An account of the host's books.
 *
 * @param code such as {@code 1122}, not blank
 * @param name such as {@code 应收账款}, not blank
 */
public record Account(String code, String name) {

  public Account {
    if (code.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("code, name: must not be blank, but were '" + code + "', '" + name + "'");
    }
  }
}
