package org.leasekit.hierarchy;

import org.leasekit.contract.ContractNo;

/**
 * Names a grant.
 *
 * @param account the sub-contract that may act alone
 * @param number of its grants, from 1
 */
public record GrantId(ContractNo account, int number) implements Comparable<GrantId> {

  @Override
  public int compareTo(GrantId other) {
    int byAccount = account.compareTo(other.account);
    return byAccount != 0 ? byAccount : Integer.compare(number, other.number);
  }
}
