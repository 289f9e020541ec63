package org.leasekit.access;

import org.leasekit.contract.ContractNo;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;

/** Who asks. */
public sealed interface Actor {

  /** A member of the lessor's staff. */
  record Staff(StaffId id, Role role) implements Actor {}

  /** A tenant, with all contracts that are registered in the name. */
  record OfTenant(TenantId tenant) implements Actor {}

  /** Somebody who acts for one contract and what is below it. */
  record SubAccount(ContractNo account) implements Actor {}

  /**
   * The actual user of a unit.
   *
   * @param badge as recorded in the contract
   */
  record User(ContractNo contract, String badge) implements Actor {}

  /** Roles of staff. */
  enum Role {
    STEWARD,
    FINANCE,
    SUPERVISOR,
    ADMIN
  }
}
