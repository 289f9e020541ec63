package org.leasekit.renewal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.leasekit.contract.ContractNo;

/**
 * One renewal of one contract; the natural key is the contract, the last day of its term and who is asked.
 *
 * @param value 1 to 96 characters, not blank, no leading or trailing white space
 */
public record CaseId(String value) implements Comparable<CaseId> {

  public CaseId {
    if (value.isBlank() || value.length() > 96 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("CaseId: 1 to 96 characters, stripped, but was '" + value + "'");
    }
  }

  /**
   * The case of a contract that ends on a day; asking twice gives the same id.
   *
   * @param expiry last day of the contract's term
   */
  public static CaseId of(ContractNo contract, LocalDate expiry) {
    return new CaseId(contract.value() + "-" + expiry.format(DateTimeFormatter.BASIC_ISO_DATE));
  }

  /**
   * The case of a tenant to whom a contract has passed, which is none of whoever had it before.
   *
   * @param expiry last day of the contract's term
   * @param assignment number, in the record of the contract, of the amendment by which it passed, at least 1
   */
  public static CaseId of(ContractNo contract, LocalDate expiry, int assignment) {
    return new CaseId(
        contract.value() + ".A" + assignment + "-" + expiry.format(DateTimeFormatter.BASIC_ISO_DATE));
  }

  @Override
  public int compareTo(CaseId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
