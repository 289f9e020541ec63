package org.leasekit.contract;

import java.util.Optional;

/**
 * The one number that follows a lease everywhere (唯一合同ID).
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record ContractNo(String value) implements Comparable<ContractNo> {

  public ContractNo {
    if (value.isBlank() || value.length() > 64 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("ContractNo: 1 to 64 characters, stripped, but was '" + value + "'");
    }
  }

  /** The number a text stands for; empty when no contract can have it. */
  public static Optional<ContractNo> parse(String text) {
    boolean possible =
        !text.isBlank() && text.length() <= 64 && text.equals(text.strip());
    return possible ? Optional.of(new ContractNo(text)) : Optional.empty();
  }

  @Override
  public int compareTo(ContractNo other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
