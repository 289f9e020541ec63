package org.leasekit.contract;

import org.leasekit.party.Tenant;

/**
 * A contract that nobody has signed yet. It lets no unit, owes nothing and stands below nobody; what it says is found out to
 * be possible when it is signed.
 *
 * @param contract what would be signed, in the state {@link ContractStatus#DRAFT}, or {@link ContractStatus#DISCARDED} when
 *     nobody is going to; its version is that of the draft
 * @param tenant who would sign, registered by the signing
 */
public record ContractDraft(Contract contract, Tenant tenant) {

  /** @throws IllegalArgumentException if the contract is no draft, or the tenant is not the contract's */
  public ContractDraft {
    if (contract.status() != ContractStatus.DRAFT && contract.status() != ContractStatus.DISCARDED) {
      throw new IllegalArgumentException("contract: must be a draft, but is " + contract.status());
    }
    if (!tenant.id().equals(contract.tenant()) || !tenant.lessor().equals(contract.lessor())) {
      throw new IllegalArgumentException("tenant: must be that of the contract: " + contract.no());
    }
  }

  /** Its number. */
  public ContractNo no() {
    return contract.no();
  }

  /** The same draft as storage numbers it. */
  public ContractDraft withVersion(long version) {
    return new ContractDraft(contract.withVersion(version), tenant);
  }
}
