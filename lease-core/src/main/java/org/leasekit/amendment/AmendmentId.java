package org.leasekit.amendment;

import org.leasekit.contract.ContractNo;

/**
 * The place of an amendment in the record of its contract.
 *
 * @param number counted from 1 in the order of recording
 */
public record AmendmentId(ContractNo contract, int number) implements Comparable<AmendmentId> {

  public AmendmentId {
    if (number < 1) {
      throw new IllegalArgumentException("number: counted from 1, but was " + number);
    }
  }

  @Override
  public int compareTo(AmendmentId other) {
    int byContract = contract.compareTo(other.contract);
    return byContract != 0 ? byContract : Integer.compare(number, other.number);
  }

  /** Contract number and number, such as {@code C-1/3}. */
  @Override
  public String toString() {
    return contract + "/" + number;
  }
}
